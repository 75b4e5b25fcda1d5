import {generate} from 'selfsigned';

type Pair = {readonly key: string; readonly cert: string};

export type Certificates = {
	/**
	PEM of the authority that has signed the two others.
	*/
	readonly authority: string;
	readonly server: Pair;
	readonly client: Pair;
};

const make = async (): Promise<Certificates> => {
	const authority = await generate([{name: 'commonName', value: 'kubernetes-ca'}], {
		keySize: 2048, algorithm: 'sha256', extensions: [{name: 'basicConstraints', cA: true, critical: true}, {
			name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true,
		}],
	});
	const sign = async (name: string): Promise<Pair> => {
		const {private: key, cert} = await generate([{name: 'commonName', value: name}], {
			keySize: 2048,
			algorithm: 'sha256',
			ca: {key: authority.private, cert: authority.cert},
			extensions: [
				{name: 'basicConstraints', cA: false},
				{name: 'subjectAltName', altNames: [{type: 7, ip: '127.0.0.1'}, {type: 2, value: 'kubernetes.test'}]},
			],
		});
		return {key, cert};
	};

	const [server, client] = await Promise.all([sign('kubernetes'), sign('masterclient')]);
	return {authority: authority.cert, server, client};
};

let made: Promise<Certificates> | undefined;

/**
Those of one cluster, the same for all servers of a process: keys take their time.
*/
export const certificates = async (): Promise<Certificates> => {
	made ??= make();
	return made;
};

/**
Those of another cluster.
*/
export const otherCertificates = make;

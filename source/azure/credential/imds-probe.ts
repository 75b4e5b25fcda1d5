import {connect} from 'node:net';

// Azure Instance Metadata Service: link-local, plain http, on every Azure machine.
const imds = {host: '169.254.169.254', port: 80};
const limit = 500;

/**
Whether something listens where Azure's machines have their metadata service. Elsewhere a request to it waits for
seconds, which nobody without a managed identity should pay for.
*/
export const isMetadataServiceNear = async (address = imds): Promise<boolean> => new Promise(resolve => {
	const socket = connect(address);
	const settle = (isNear: boolean): void => {
		socket.destroy();
		resolve(isNear);
	};

	socket.setTimeout(limit, () => {
		settle(false);
	});
	socket.once('connect', () => {
		settle(true);
	});
	socket.once('error', () => {
		settle(false);
	});
});

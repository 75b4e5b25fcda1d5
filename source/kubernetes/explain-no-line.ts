import {networkCode, networkLines, unknownSigner} from '../azure/errors/network-error.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import {sanitize} from '../terminal/sanitize.js';

type Words = readonly [reason: string, remedy: string];

/**
The ways that exist to a private cluster, in one line.
*/
export const waysToPrivate = 'run crowsnest in a peered network, over VPN or behind a private endpoint; or open a tunnel and name it with --kubeconfig FILE; or allow --run-command';

const certificate = (code: string, host: string): Words | undefined => {
	// The first: an authority of the same name with another key.
	if (code === 'CERT_SIGNATURE_FAILURE' || unknownSigner.has(code)) {
		return [`The certificate of ${host} is not signed by the cluster's own authority.`, 'find out who answers there: a proxy that breaks up TLS, or another cluster'];
	}

	switch (code) {
		case 'CERT_HAS_EXPIRED': {
			return [`The certificate of ${host} has expired.`, 'check the clock of this machine; az aks rotate-certs renews the cluster\'s'];
		}

		case 'CERT_NOT_YET_VALID': {
			return [`The certificate of ${host} is not valid yet.`, 'check the clock of this machine'];
		}

		case 'ERR_TLS_CERT_ALTNAME_INVALID': {
			return [`The certificate of ${host} belongs to another name.`, 'behind a tunnel, say tls-server-name in the kubeconfig'];
		}

		default: {
			return code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') ? [`${host} does not speak TLS as it should (${sanitize(code, 60)}).`, 'check the server in the kubeconfig, and its port'] : undefined;
		}
	}
};

/**
A name of a private cluster is known in its own network: that it is not known here does not say that there is no such host.
*/
const lines: typeof networkLines = {...networkLines, ENOTFOUND: host => `The name ${host} is not known here.`};

/**
Puts a request to a cluster that got no answer into words.

@param error What the transport threw.
@param host Of the API server, with its port.
@param isPrivate Whether the API server has an address in a virtual network only: then no line is what is to be expected.
@param said What is known already of the line, as one sentence.
*/
export const explainNoLine = (error: unknown, host: string, isPrivate: boolean, said?: string): SourceErrorDetail => {
	const code = networkCode(error) ?? '';
	const wrong = certificate(code, host);
	const line = said ?? lines[code]?.(host) ?? `${host} cannot be reached${code === '' ? '' : ` (${sanitize(code, 60)})`}.`;
	const [reason, remedy] = wrong ?? (isPrivate
		? [`The cluster is private, and there is no line to it: ${line}`, waysToPrivate]
		: [line, 'check the network, the proxy (HTTPS_PROXY, NO_PROXY) and the authorised ranges of the API server']);
	return {
		cause: 'unreachable', reason, remedy, retryAt: undefined,
	};
};

import {networkCode, unknownSigner} from '../azure/errors/network-error.js';
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

const lines: Readonly<Record<string, (host: string) => string>> = {
	ENOTFOUND: host => `The name ${host} is not known here.`,
	EAI_AGAIN: host => `The name ${host} cannot be looked up now.`,
	ECONNREFUSED: host => `${host} refuses the connection.`,
	ECONNRESET: host => `${host} dropped the connection.`,
	EPIPE: host => `${host} dropped the connection.`,
	ERR_STREAM_PREMATURE_CLOSE: host => `${host} dropped the connection in the middle of an answer.`,
	ETIMEDOUT: host => `${host} does not answer.`,
	EHOSTUNREACH: host => `There is no way to ${host}.`,
	ENETUNREACH: host => `There is no way to ${host}.`,
};

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

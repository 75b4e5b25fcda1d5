import type {SourceErrorDetail} from '../../model/source-error.js';
import {sanitize} from '../../terminal/sanitize.js';

/**
Node's codes for a certificate that nobody trusted here has signed.
*/
export const unknownSigner: ReadonlySet<string> = new Set([
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'CERT_UNTRUSTED',
]);

/**
How core-rest-pipeline calls an answer whose line was cut before its end.
*/
const isCutBody = ({message}: Error): boolean => message.startsWith('Error reading response as text');

/**
The first code of Node's in a chain of errors; core-rest-pipeline's own says only that sending failed.
*/
export const networkCode = (error: unknown): string | undefined => {
	let one = error;
	for (let depth = 0; depth < 6 && one instanceof Error; depth++) {
		if ('code' in one && typeof one.code === 'string' && one.code !== 'REQUEST_SEND_ERROR') {
			return isCutBody(one) ? 'ERR_STREAM_PREMATURE_CLOSE' : one.code;
		}

		one = one.cause;
	}

	return error instanceof Error && error.message.includes('socket hang up') ? 'ECONNRESET' : undefined;
};

/**
Whether the same request may well be answered the next time: the line was cut, nobody refused anything.
*/
export const isDropped = (error: unknown): boolean => ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'UND_ERR_SOCKET'].includes(networkCode(error) ?? '');

const certificate = (code: string, host: string): readonly [reason: string, remedy: string] | undefined => {
	if (unknownSigner.has(code)) {
		return [`The certificate of ${host} is signed by nobody that this machine trusts.`, 'name the signer in certificateAuthority of the cloud profile, or in NODE_EXTRA_CA_CERTS'];
	}

	switch (code) {
		case 'CERT_HAS_EXPIRED': {
			return [`The certificate of ${host} has expired.`, 'check the clock of this machine, and tell whoever runs the endpoint'];
		}

		case 'CERT_NOT_YET_VALID': {
			return [`The certificate of ${host} is not valid yet.`, 'check the clock of this machine'];
		}

		case 'ERR_TLS_CERT_ALTNAME_INVALID': {
			return [`The certificate of ${host} belongs to another name.`, 'check resourceManager in the cloud profile'];
		}

		default: {
			return code === 'EPROTO' || code.startsWith('ERR_SSL') ? [`${host} does not speak TLS.`, 'check resourceManager in the cloud profile, and its port'] : undefined;
		}
	}
};

/**
What became of a line, by the code that the network gives; `host` with its port.
*/
export const networkLines: Readonly<Record<string, (host: string) => string>> = {
	ENOTFOUND: host => `There is no host ${host}.`,
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
Puts a request that got no answer into words; `host` with its port.
*/
export const explainNoAnswer = (error: unknown, host: string): SourceErrorDetail => {
	const code = networkCode(error) ?? '';
	const message = error instanceof Error ? sanitize(error.message, 160) : '';
	const [reason, remedy] = certificate(code, host) ?? [
		networkLines[code]?.(host) ?? `${host} cannot be reached${code === '' && message === '' ? '' : ` (${code === '' ? message : sanitize(code, 60)})`}.`,
		'check the network, the proxy (HTTPS_PROXY) and --cloud',
	];
	return {
		cause: 'unreachable', reason, remedy, retryAt: undefined,
	};
};

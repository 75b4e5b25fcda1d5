import {SourceError} from '../../model/source-error.js';
import {sanitize} from '../../terminal/sanitize.js';
import {unknownSigner} from '../errors/network-error.js';
import type {TransportProblem} from './attempt-transport.js';

type Words = {readonly reason: string; readonly remedy: string};

const noAnswer = ({host, code, message}: Extract<TransportProblem, {kind: 'no-answer'}>): Words => {
	if (unknownSigner.has(code)) {
		return {
			reason: `the certificate of ${host} is signed by nobody that this machine trusts`,
			remedy: 'name the signer in certificateAuthority of the cloud profile, or in NODE_EXTRA_CA_CERTS',
		};
	}

	if (code === 'CERT_HAS_EXPIRED' || code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
		return {reason: `the certificate of ${host} ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'belongs to another name'}`, remedy: 'check authorityHost of the cloud profile, and the clock'};
	}

	if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
		return {reason: `${host} does not speak TLS`, remedy: 'check authorityHost of the cloud profile'};
	}

	const reasons: Readonly<Record<string, string>> = {
		ENOTFOUND: `there is no host ${host}`,
		EAI_AGAIN: `the name ${host} cannot be looked up`,
		ECONNREFUSED: `${host} refuses the connection`,
		ECONNRESET: `${host} dropped the connection`,
		ETIMEDOUT: `${host} does not answer`,
		AbortError: `${host} does not answer`,
	};
	return {
		reason: reasons[code] ?? `${host} cannot be reached (${sanitize(code === 'Error' ? message : code, 120)})`,
		remedy: 'check the network, the proxy (HTTPS_PROXY) and --cloud',
	};
};

/**
The error for a sign-in that got no answer of Entra's: nothing is wrong with the identity, so it is no `SignInError`
and no other identity is tried in its place.
*/
export const unreachableError = (problem: TransportProblem, cause: unknown): SourceError => {
	const {reason, remedy} = problem.kind === 'no-answer'
		? noAnswer(problem)
		: {
			reason: `${problem.host} answers ${sanitize(problem.contentType, 60)} (status ${problem.status}) where Entra would answer JSON`,
			remedy: 'check --cloud, and whether a proxy or a captive portal stands in between',
		};
	return new SourceError({
		cause: 'unreachable', reason: `Signing in failed: ${reason}.`, remedy, retryAt: undefined,
	}, {cause});
};

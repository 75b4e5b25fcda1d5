import {Buffer} from 'node:buffer';
import {
	failure,
	ok,
	type Answer,
	type Incoming,
} from './answer.js';

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
A token in Entra's form that nobody signed.
*/
export const makeToken = (audience: string, lifetime = 3600): string =>
	[encode({typ: 'JWT', alg: 'none'}), encode({aud: audience, exp: Math.floor(Date.now() / 1000) + lifetime}), 'signature'].join('.');

/**
Speaks Entra's endpoints for one tenant: where tokens are given out, and tokens for any client with a secret.
*/
export const answerEntra = ({url, method, body}: Incoming, audience: string): Answer | undefined => {
	const match = /^\/(?<tenant>[^\/]+)\/(?<rest>.+)$/v.exec(url.pathname)?.groups;
	const base = `${url.origin}/${match?.tenant ?? ''}`;
	if (method === 'GET' && match?.rest === 'v2.0/.well-known/openid-configuration') {
		return ok({
			token_endpoint: `${base}/oauth2/v2.0/token`,
			authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
			device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
			jwks_uri: `${base}/discovery/v2.0/keys`,
			issuer: `${base}/v2.0`,
		});
	}

	if (method === 'POST' && match?.rest === 'oauth2/v2.0/token') {
		return new URLSearchParams(body).get('client_secret') === 'wrong'
			? {status: 401, body: {error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.', error_codes: [7_000_215]}}
			: ok({
				token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: makeToken(audience),
			});
	}

	return match && /^(?:oauth2|v2\.0)\//v.test(match.rest ?? '') ? failure(404, 'NotFound', 'no such endpoint') : undefined;
};

import {Buffer} from 'node:buffer';
import {ok, type Answer, type Incoming} from './answer.js';
import {makeToken} from './entra.js';

/**
What a registry holds, as it sends it.
*/
export type RegistryData = {
	readonly repositories: readonly unknown[];
	/**
	By repository, newest first.
	*/
	readonly manifests: Readonly<Record<string, readonly unknown[]>>;
	/**
	Digests that a signature refers to.
	*/
	readonly signed: readonly string[];
};

const refusal = (status: number, code: string, message: string, headers?: Answer['headers']): Answer => ({status, headers, body: {errors: [{code, message, detail: null}]}});

/**
The scope that a path needs, as the challenge names it.
*/
const scopeOf = (path: string): string => (path === '/acr/v1/_catalog' ? 'registry:catalog:*' : `repository:${/^\/(?:acr\/v1|v2)\/(?<name>.+?)\/(?:_manifests|referrers)/v.exec(path)?.groups?.name ?? ''}:metadata_read`);

const page = (url: URL, member: string, list: readonly unknown[]): Answer => {
	const size = Number(url.searchParams.get('n') ?? 100);
	const begin = Number(url.searchParams.get('last') ?? 0);
	const end = begin + size;
	return {...ok({[member]: list.slice(begin, end)}), headers: end < list.length ? {link: `<${url.pathname}?last=${end}&n=${size}>; rel="next"`} : {}};
};

/**
Answers as a registry does: the token exchange, then what a token of that scope may read (data plane 2021-07-01). Absent for
what is no path of a registry.
*/
export const answerRegistryData = (data: RegistryData, {url, method, body, headers}: Incoming): Answer | undefined => {
	const path = decodeURIComponent(url.pathname);
	const form = new URLSearchParams(body);
	if (method === 'POST' && path === '/oauth2/exchange') {
		return form.get('grant_type') === 'access_token' && form.has('access_token') ? ok({refresh_token: makeToken('registry refresh')}) : refusal(400, 'BAD_REQUEST', 'no token of Entra');
	}

	if (method === 'POST' && path === '/oauth2/token') {
		return ok({access_token: makeToken(`scope ${form.get('scope') ?? ''}`)});
	}

	if (!path.startsWith('/acr/v1/') && !path.startsWith('/v2/')) {
		return undefined;
	}

	const scope = scopeOf(path);
	const token = /^Bearer (?<token>.+)$/v.exec(String(headers.authorization ?? ''))?.groups?.token;
	const granted = token === undefined ? undefined : (JSON.parse(Buffer.from(token.split('.', 2)[1]!, 'base64url').toString()) as {readonly aud: string}).aud;
	if (granted !== `scope ${scope}`) {
		return refusal(401, 'UNAUTHORIZED', 'authentication required', {'www-authenticate': `Bearer realm="https://${url.host}/oauth2/token",service="${url.host}",scope="${scope}",error="invalid_token"`});
	}

	if (path === '/acr/v1/_catalog') {
		return page(url, 'repositories', data.repositories);
	}

	const {name = '', digest} = /^\/(?:acr\/v1|v2)\/(?<name>.+?)\/(?:_manifests|referrers\/(?<digest>.+))$/v.exec(path)?.groups ?? {};
	if (digest !== undefined) {
		return ok({schemaVersion: 2, manifests: data.signed.includes(digest) ? [{artifactType: 'application/vnd.cncf.notary.signature', digest: 'sha256:0'}] : []});
	}

	const manifests = data.manifests[name];
	return manifests === undefined ? refusal(404, 'NAME_UNKNOWN', 'repository name not known to registry') : page(url, 'manifests', manifests);
};

import process from 'node:process';
import type {HttpClient, PipelineRequest} from '@azure/core-rest-pipeline';
import type {Cloud} from './cloud.js';
import {currentExchange} from './exchange.js';
import {findOperation, pathPattern} from './operation-of.js';
import {signInOperations} from './sign-in-operations.js';

/**
A request that is on neither list. Nothing of it was sent.
*/
export class ForbiddenRequestError extends Error {
	override name = 'ForbiddenRequestError';
}

/**
What may stand behind the question mark: the version, a choice of what is read, how much of a log, and where a list goes on.
*/
const queryNames = new Set(['api-version', '$expand', '$filter', '$top', '$skip', '$skiptoken', 'skiptoken', '$continuationtoken', 'continuationtoken', 'nexttoken', '$nexttoken', 'tail', 'timestamps']);

/**
Headers by which some servers let a request be another one than it looks.
*/
const overrides = ['x-http-method', 'x-http-method-override', 'x-method-override', 'x-original-url', 'x-rewrite-url'];

type Parts = {readonly url: URL; readonly path: string};

/**
Takes an address apart. The path is the one that is written: where a parser would read it differently (`..`, `\`,
encoded dots), there is no telling what a server makes of it.
*/
export const partsOf = (address: string): Parts | undefined => {
	const url = URL.parse(address);
	if (!url) {
		return undefined;
	}

	const written = /^https?:\/\/[^#\/?@\\]+(?<path>\/[^#?]*)?/iv.exec(address)?.groups?.path ?? '/';
	const isPlain = written === url.pathname && [url.hash, url.username, url.password].every(part => part === '');
	return isPlain ? {url, path: url.pathname} : undefined;
};

/**
Whether a header asks a server to take the request for another one.
*/
export const hasOverride = (request: PipelineRequest): boolean => overrides.some(name => request.headers.has(name));

export const refuse = (request: PipelineRequest, why = 'is not on the list of what crowsnest may ask'): ForbiddenRequestError => {
	const {origin, pathname} = URL.parse(request.url) ?? {origin: 'an unreadable address', pathname: ''};
	return new ForbiddenRequestError(`${request.method} ${origin}${pathname} ${why}`);
};

const isQueryAllowed = ({searchParams}: URL): boolean =>
	searchParams.keys().every(name => queryNames.has(name.toLowerCase())) && searchParams.getAll('api-version').length === 1;

/**
The path of a request below a cloud's Resource Manager; absent for any other host.
*/
export const pathBelow = (cloud: Cloud, address: string): string | undefined => {
	const parts = partsOf(address);
	const base = new URL(cloud.resourceManager);
	const prefix = base.pathname.replace(/\/$/v, '');
	return parts?.url.origin === base.origin && parts.path.startsWith(`${prefix}/`) ? parts.path.slice(prefix.length) : undefined;
};

/**
A transport that sends what is on the list of operations and nothing else.

@param httpClient What sends a request that is allowed.
@returns A client whose `sendRequest` rejects with `ForbiddenRequestError`, before a byte is sent, for any other method, host or path,
and for an operation that needs a grant which the reading does not have.
*/
export const guardTransport = (httpClient: HttpClient, cloud: Cloud): HttpClient => ({
	async sendRequest(request) {
		const path = pathBelow(cloud, request.url);
		const operation = path === undefined ? undefined : findOperation(request.method, path);
		if (operation === undefined || hasOverride(request) || !isQueryAllowed(new URL(request.url))) {
			throw refuse(request);
		}

		if (operation.grant !== undefined && currentExchange()?.grants[operation.grant] !== true) {
			throw refuse(request, 'needs more than Reader, and nobody has asked for it');
		}

		return httpClient.sendRequest(request);
	},
});

/**
As `guardTransport`, for what signing in may ask: Entra's token, device code and discovery endpoints of this cloud, and
the endpoints of a managed identity.

@param httpClient What sends a request that is allowed.
@param cloud Whose Entra.
@param env Where the addresses of a managed identity are looked up.
*/
export const guardSignIn = (httpClient: HttpClient, cloud: Cloud, env: Readonly<Record<string, string | undefined>> = process.env): HttpClient => {
	const allowed = signInOperations(cloud, env).map(operation => ({...operation, pattern: pathPattern(operation.path)}));
	return {
		async sendRequest(request) {
			const parts = partsOf(request.url);
			const operation = parts && allowed.find(({method, origin, pattern}) =>
				method === request.method && origin === parts.url.origin && pattern.test(parts.path));
			if (!operation || hasOverride(request)) {
				throw refuse(request);
			}

			return httpClient.sendRequest(request);
		},
	};
};

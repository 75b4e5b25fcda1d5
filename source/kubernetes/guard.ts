import type {HttpClient} from '@azure/core-rest-pipeline';
import {hasOverride, partsOf, refuse} from '../azure/guard.js';
import {clusterOperations} from './operations.js';

const paths = new Set(clusterOperations.map(({path}) => path).filter(path => !path.includes('{')));

/**
What Kubernetes takes for the name of a node, a namespace or a Service (RFC 1123): no slash, and no dot that stands alone.
*/
const namePattern = /[0-9a-z](?:[\-.0-9a-z]{0,251}[0-9a-z])?/v;

/**
Whether a name may stand in the path of a request.
*/
export const isObjectName = (name: string): boolean => new RegExp(`^${namePattern.source}$`, 'v').test(name);

const objectPaths = clusterOperations.map(({path}) => path).filter(path => path.includes('{')).map(path => new RegExp(`^${path.replaceAll(/\{\w+\}/gv, () => namePattern.source)}$`, 'v'));

const queryNames = new Set(['limit', 'continue']);

const isAskedFor = (path: string, {search, searchParams}: URL): boolean => paths.has(path)
	? searchParams.keys().every(name => queryNames.has(name))
	: search === '' && objectPaths.some(pattern => pattern.test(path));

/**
A transport that sends to one API server what is on the list of operations and nothing else.

@param httpClient What sends a request that is allowed.
@param server Https address of the API server; it may have a path, as behind a proxy of Rancher's kind.
@returns A client whose `sendRequest` rejects with `ForbiddenRequestError`, before a byte is sent, for any other method, host or path.
*/
export const guardCluster = (httpClient: HttpClient, server: string): HttpClient => {
	const {origin, pathname} = new URL(server);
	const prefix = pathname.replace(/\/$/v, '');
	return {
		async sendRequest(request) {
			const parts = partsOf(request.url);
			const isAllowed = request.method === 'GET'
				&& (request.body === undefined || request.body === null)
				&& parts?.url.origin === origin
				&& parts.path.startsWith(prefix)
				&& isAskedFor(parts.path.slice(prefix.length), parts.url)
				&& !hasOverride(request);
			if (!isAllowed) {
				throw refuse(request);
			}

			return httpClient.sendRequest(request);
		},
	};
};

import type {HttpClient} from '@azure/core-rest-pipeline';
import {hasOverride, partsOf, refuse} from '../azure/guard.js';
import {clusterOperations} from './operations.js';

const paths = new Set(clusterOperations.map(({path}) => path));

const queryNames = new Set(['limit', 'continue']);

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
				&& paths.has(parts.path.slice(prefix.length))
				&& parts.url.searchParams.keys().every(name => queryNames.has(name))
				&& !hasOverride(request);
			if (!isAllowed) {
				throw refuse(request);
			}

			return httpClient.sendRequest(request);
		},
	};
};

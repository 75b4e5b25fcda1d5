import type {HttpClient} from '@azure/core-rest-pipeline';
import {hasOverride, partsOf, refuse} from '../guard.js';
import {graphOperations} from './operations.js';

const objectId = String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`;

const allowed = graphOperations.map(({method, path}) => ({
	method, pattern: new RegExp(`^${path.replaceAll('.', String.raw`\.`).replace('{id}', () => objectId)}$`, 'v'),
}));

const queryNames = new Set(['$select', '$filter', '$top', '$skiptoken']);

/**
A transport that sends to a cloud's Microsoft Graph what is on the list of operations and nothing else; a GET carries no body.

@returns A client whose `sendRequest` rejects with `ForbiddenRequestError`, before a byte is sent, for any other method, host or path.
*/
export const guardGraph = (httpClient: HttpClient, address: string): HttpClient => {
	const {origin} = new URL(address);
	return {
		async sendRequest(request) {
			const parts = partsOf(request.url);
			const isAllowed = parts?.url.origin === origin
				&& allowed.some(({method, pattern}) => method === request.method && pattern.test(parts.path))
				&& (request.method === 'POST' || request.body === undefined || request.body === null)
				&& parts.url.searchParams.keys().every(name => queryNames.has(name.toLowerCase()))
				&& !hasOverride(request);
			if (!isAllowed) {
				throw refuse(request);
			}

			return httpClient.sendRequest(request);
		},
	};
};

import type {TokenCredential} from '@azure/core-auth';
import type {HttpClient, PipelineResponse} from '@azure/core-rest-pipeline';
import {SourceError} from '../../model/source-error.js';
import {explainAnswer} from '../errors/answer-error.js';
import {readDocument, type Reading} from '../reading.js';

/**
Asks Microsoft Graph. Both give the answer as it was sent; they reject with `SourceError`.
*/
export type GraphClient = {
	/**
	@param path with its query, below the cloud's Microsoft Graph, or a whole address where a list goes on
	*/
	readonly get: (reading: Reading, path: string) => Promise<unknown>;
	readonly post: (reading: Reading, path: string, body: unknown) => Promise<unknown>;
};

export type GraphClientInput = {
	/**
	Https address of the cloud's Microsoft Graph.
	*/
	readonly address: string;
	readonly credential: TokenCredential;
	/**
	Guarded, paced, and with a deadline.
	*/
	readonly httpClient: HttpClient;
	readonly userAgent: string;
};

/**
Makes a client of Microsoft Graph from the SDK's own pipeline. There is a client of Graph's own; it brings a transport of its own, which no
guard could stand before.
*/
export const createGraphClient = async ({address, credential, httpClient, userAgent}: GraphClientInput): Promise<GraphClient> => {
	const [{ServiceClient}, {createHttpHeaders, createPipelineRequest}] = await Promise.all([import('@azure/core-client'), import('@azure/core-rest-pipeline')]);
	const client = new ServiceClient({
		endpoint: address,
		credential,
		credentialScopes: `${address}/.default`,
		httpClient,
		userAgentOptions: {userAgentPrefix: userAgent},
		retryOptions: {maxRetries: 0},
		redirectOptions: {maxRetries: 0},
	});

	const ask = async (reading: Reading, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
		let response: PipelineResponse | undefined;
		const document = await readDocument(reading, async ({abortSignal}) => {
			response = await client.sendRequest(createPipelineRequest({
				url: path.startsWith('/') ? `${address}${path}` : path,
				method,
				abortSignal,
				...(body !== undefined && {body: JSON.stringify(body), headers: createHttpHeaders({'content-type': 'application/json'})}),
			}));
		});
		// Every other error is thrown by the transport; this one is left to the sign-in, which could not help.
		if (response?.status === 401) {
			throw new SourceError(explainAnswer({status: 401, header: name => response!.headers.get(name), body: response.bodyAsText ?? ''}, {host: new URL(address).host, right: undefined, scope: undefined}, Date.now()));
		}

		return document;
	};

	return {
		get: async (reading, path) => ask(reading, 'GET', path),
		post: async (reading, path, body) => ask(reading, 'POST', path, body),
	};
};

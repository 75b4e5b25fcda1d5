import {createPipelineRequest, type HttpClient} from '@azure/core-rest-pipeline';
import {createDemoTransport, type DemoOptions} from '../../demo/index.js';

export const noon = Date.UTC(2026, 10, 25, 12);

/**
A clock that stands still until it is told otherwise.
*/
export const createClock = (start = noon) => {
	let time = start;
	return {
		now: () => time,
		advance(seconds: number) {
			time += seconds * 1000;
		},
	};
};

export const quiet = (given: Partial<DemoOptions> = {}): HttpClient => createDemoTransport({
	seed: 1, now: () => noon, story: false, ...given,
});

export type Row = {readonly id: string; readonly name: string; readonly subscriptionId: string; readonly properties: Record<string, any>};

export type GraphBody = {
	readonly totalRecords: number;
	readonly count: number;
	readonly data: readonly Row[];
	readonly $skipToken?: string;
	readonly error?: {readonly code: string};
};

export const get = async (client: HttpClient, path: string) =>
	client.sendRequest(createPipelineRequest({url: `https://management.demo.example${path}?api-version=2099-01-01`}));

export const post = async (client: HttpClient, body: object) => client.sendRequest(createPipelineRequest({
	url: 'https://management.demo.example/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
	method: 'POST',
	body: JSON.stringify(body),
}));

export const parsed = <T>(response: {readonly bodyAsText?: string | null}): T => JSON.parse(response.bodyAsText ?? '') as T;

/**
All rows of a query, page by page.
*/
export const allRows = async (client: HttpClient, query: string, pageSize: number, subscriptions?: readonly string[]): Promise<readonly Row[]> => {
	const rows: Row[] = [];
	let $skipToken: string | undefined;
	do {
		// eslint-disable-next-line no-await-in-loop -- a page tells where the next one begins
		const body = parsed<GraphBody>(await post(client, {query, subscriptions, options: {$top: pageSize, $skipToken}}));
		rows.push(...body.data);
		$skipToken = body.$skipToken;
	} while ($skipToken !== undefined);

	return rows;
};

import {createPipelineRequest, type HttpClient, type PipelineResponse} from '@azure/core-rest-pipeline';
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

export type Pool = {readonly name: string; readonly provisioningState: string; readonly nodeImageVersion: string};

export type Row = {readonly id: string; readonly name: string; readonly subscriptionId: string; readonly properties: Readonly<Record<string, unknown>>};

/**
A row's agent pools; none for an Automatic cluster.
*/
export const poolsOf = (row: Row): readonly Pool[] => (row.properties.agentPoolProfiles ?? []) as readonly Pool[];

export type GraphBody = {
	readonly totalRecords: number;
	readonly count: number;
	readonly data: readonly Row[];
	readonly $skipToken?: string;
	readonly error?: {readonly code: string};
};

export const get = async (client: HttpClient, path: string) =>
	client.sendRequest(createPipelineRequest({url: `https://management.demo.example${path}?api-version=2099-01-01`}));

export const post = async (client: HttpClient, body: Record<string, unknown>) => client.sendRequest(createPipelineRequest({
	url: 'https://management.demo.example/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
	method: 'POST',
	body: JSON.stringify(body),
}));

export const parsed = <T>(response: Pick<PipelineResponse, 'bodyAsText'>): T => JSON.parse(response.bodyAsText ?? '') as T;

/**
The severity of a row of findings, in small letters: where it stands differs between alerts and assessments.
*/
export const severityOf = ({properties}: Row): string => {
	const {Severity, metadata} = properties as {readonly Severity?: string; readonly metadata?: {readonly severity: string}};
	return (Severity ?? metadata?.severity ?? '').toLowerCase();
};

const worstFirst = ['critical', 'high', 'medium', 'low', 'informational'];

/**
A text that sorts as the query orders findings: worst first, then by id.
*/
export const orderOf = (row: Row): string => `${worstFirst.indexOf(severityOf(row))} ${row.id.toLowerCase()}`;

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

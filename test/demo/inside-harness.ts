import {
	createHttpHeaders,
	createPipelineRequest,
	type HttpClient,
	type PipelineResponse,
} from '@azure/core-rest-pipeline';
import {queries} from '../../source/azure/queries.js';
import {allRows, parsed, type Row} from './harness.js';

export type KubernetesItem = {
	readonly metadata: {
		readonly name: string;
		readonly namespace?: string;
		readonly creationTimestamp: string;
		readonly labels?: Readonly<Record<string, string>>;
		readonly annotations?: Readonly<Record<string, string>>;
	};
	readonly spec: Readonly<Record<string, unknown>>;
	readonly status: Readonly<Record<string, unknown>>;
};

export type KubernetesBody = {
	readonly kind: string;
	readonly apiVersion: string;
	readonly metadata: {readonly resourceVersion: string; readonly continue?: string; readonly remainingItemCount?: number};
	readonly items: readonly KubernetesItem[];
};

export const clustersOf = async (client: HttpClient): Promise<readonly Row[]> => allRows(client, queries.clusters.text, 200);

export const clusterNamed = async (client: HttpClient, name: string): Promise<Row> => {
	const clusters = await clustersOf(client);
	return clusters.find(row => row.name === name)!;
};

/**
Name of a cluster's API server, as its document tells it.
*/
export const hostOf = ({properties}: Row): string => String(properties.fqdn ?? properties.privateFQDN);

export type Way = 'token' | 'certificate' | 'nothing';

/**
Asks a cluster's own API.
*/
export const ask = async (client: HttpClient, cluster: Row, path: string, way: Way = cluster.properties.aadProfile === undefined ? 'certificate' : 'token'): Promise<PipelineResponse> => {
	const request = createPipelineRequest({url: `https://${hostOf(cluster)}${path}`, headers: createHttpHeaders(way === 'token' ? {authorization: 'Bearer demo'} : {})});
	return client.sendRequest(way === 'certificate' ? {...request, tlsSettings: {cert: 'demo', key: 'demo'}} : request);
};

/**
All items of a list, page by page.
*/
export const listAll = async (client: HttpClient, cluster: Row, path: string, limit = 500): Promise<readonly KubernetesItem[]> => {
	const items: KubernetesItem[] = [];
	let token = '';
	do {
		// eslint-disable-next-line no-await-in-loop -- a page tells where the next one begins
		const response = await ask(client, cluster, `${path}?limit=${limit}${token === '' ? '' : `&continue=${token}`}`);
		if (response.status !== 200) {
			throw new Error(`${cluster.name} ${path} ${response.status} ${response.bodyAsText}`);
		}

		const body = parsed<KubernetesBody>(response);
		items.push(...body.items);
		token = body.metadata.continue ?? '';
	} while (token !== '');

	return items;
};

import {breathe} from '../azure/wait.js';
import {SourceError} from '../model/source-error.js';
import {callClient, type ListPage} from './clients.js';
import type {ClusterConnection} from './cluster-connection.js';
import {AnswerError, type ClusterTransport} from './cluster-transport.js';
import type {Asked} from './explain-status.js';
import {isObjectName} from './guard.js';
import type {KubernetesList, KubernetesObject, KubernetesReader} from './kubernetes-reader.js';
import {clusterOperation} from './operations.js';

/**
Documents of one page: a page is parsed in one go, and a Node with its images has 20 kB and a Pod 8 where a Service has 2.
*/
const pageSizes: Readonly<Partial<Record<KubernetesList, number>>> = {nodes: 100, pods: 200};

const usualPageSize = 500;

export type ReaderLimits = {
	/**
	Documents of one list that are read at most.
	*/
	readonly mostDocuments: number;
	/**
	Pages of one list at most: a page may be empty, and tell of another one all the same.
	*/
	readonly mostPages: number;
};

/**
A cluster of AKS has 5,000 nodes at most, 150,000 Pods and 10,000 Services work well (AKS quotas; Kubernetes' thresholds of large clusters).
*/
export const readerLimits: ReaderLimits = {mostDocuments: 200_000, mostPages: 2000};

/**
So often is a list begun that expires on the way.
*/
const mostRuns = 4;

export type ReaderInput = {
	readonly connection: ClusterConnection;
	readonly transport: ClusterTransport;
	readonly about: Pick<Asked, 'clusterId' | 'isAzureRbac'>;
	readonly limits?: ReaderLimits;
};

const malformed = (reason: string): SourceError => new SourceError({
	cause: 'malformed', reason, remedy: undefined, retryAt: undefined,
});

const parse = (text: string, host: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		// The parser's own error quotes what it could not read.
		throw new SourceError({
			cause: 'malformed',
			reason: `${host} answered ${text.trim() === '' ? 'nothing' : (/^\s*</v.test(text) ? 'a web page' : 'something that is not JSON')} where a cluster would answer JSON.`,
			remedy: 'check the server in the kubeconfig, and whether a proxy stands in between',
			retryAt: undefined,
		});
	}
};

type Listed = {readonly documents: readonly unknown[]; readonly next: string | undefined};

const readPage = (body: unknown, host: string, resource: string): Listed => {
	const {items, metadata} = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
	// Go writes an empty list as null.
	if (items !== null && !Array.isArray(items)) {
		throw malformed(`${host} answered without a list of ${resource}.`);
	}

	const {continue: next} = (typeof metadata === 'object' && metadata !== null ? metadata : {}) as Record<string, unknown>;
	return {documents: (items ?? []) as readonly unknown[], next: typeof next === 'string' && next !== '' ? next : undefined};
};

/**
Reads a cluster through Kubernetes' own client.
*/
export const createClusterReader = ({connection, transport, about, limits = readerLimits}: ReaderInput): KubernetesReader => {
	const {server, identity} = connection;
	const {host} = new URL(server);

	const ask = async (id: Asked['operation']['id'], page: ListPage, signal: AbortSignal, object?: KubernetesObject): Promise<unknown> => {
		const asked: Asked = {
			...about, host, operation: clusterOperation(id), isToken: identity.kind === 'token', namespace: object?.kind === 'service' ? object.namespace : undefined,
		};
		const text = await callClient({
			id,
			server,
			page,
			object,
			token: identity.kind === 'token' ? async () => identity.token(signal) : undefined,
			send: async (url, headers) => transport.ask({url, headers, asked}, signal),
		});
		return parse(text, host);
	};

	return {
		version: async signal => ask('version', {limit: 1}, signal),
		async get(object, signal) {
			if ([object.name, ...(object.kind === 'service' ? [object.namespace] : [])].some(name => !isObjectName(name))) {
				throw malformed(`${host} listed a ${object.kind} by a name that Kubernetes does not give; it is not asked for.`);
			}

			return ask(object.kind, {limit: 1}, signal, object);
		},
		async * list(list, signal) {
			const {resource, isOptional} = clusterOperation(list);
			const limit = pageSizes[list] ?? usualPageSize;
			for (let run = 1; ; run++) {
				const seen = new Set<string>();
				let next: string | undefined;
				let count = 0;
				let isFirst = true;
				try {
					do {
						// eslint-disable-next-line no-await-in-loop -- each page tells where the next one is
						const page = readPage(await ask(list, {limit, ...(next !== undefined && {_continue: next})}, signal), host, resource);
						count += page.documents.length;
						next = page.next;
						if (next !== undefined && (seen.has(next) || seen.size >= limits.mostPages || count > limits.mostDocuments)) {
							throw malformed(`The list of ${resource} has no end: ${seen.has(next) ? 'it goes on where it was before' : `${count} are read, and there are more`}.`);
						}

						yield {documents: page.documents, isFirst};
						isFirst = false;
						if (next !== undefined) {
							seen.add(next);
						}

						// eslint-disable-next-line no-await-in-loop
						await breathe(signal);
					} while (next !== undefined);

					return;
				} catch (error) {
					if (isOptional && isFirst && error instanceof AnswerError && error.status === 404) {
						return;
					}

					if (!(error instanceof AnswerError && error.status === 410 && run < mostRuns)) {
						throw error;
					}
				}
			}
		},
	};
};

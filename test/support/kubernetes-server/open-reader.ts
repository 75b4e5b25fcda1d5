import {createDefaultHttpClient} from '@azure/core-rest-pipeline';
import type {ExecutionContext} from 'ava';
import type {ClusterConnection} from '../../../source/kubernetes/cluster-connection.js';
import {createClusterReader, type ReaderLimits} from '../../../source/kubernetes/cluster-reader.js';
import {clusterLimits, createClusterTransport, type ClusterLimits} from '../../../source/kubernetes/cluster-transport.js';
import type {KubernetesList, KubernetesReader} from '../../../source/kubernetes/kubernetes-reader.js';
import type {SourceErrorDetail} from '../../../source/model/source-error.js';
import {startKubernetesServer, type KubernetesServer, type KubernetesServerOptions} from './server.js';

export type OpenedReader = {
	readonly server: KubernetesServer;
	readonly reader: KubernetesReader;
	/**
	The documents of a list, as whoever forgets what came before a new beginning holds them in the end.
	*/
	readonly read: (list: KubernetesList) => Promise<readonly unknown[]>;
	/**
	Why a list could not be read.
	*/
	readonly failure: (list: KubernetesList) => Promise<SourceErrorDetail>;
	readonly count: (list: KubernetesList) => Promise<number>;
	readonly reason: (list: KubernetesList) => Promise<string>;
};

export type OpenReaderOptions = KubernetesServerOptions & {
	readonly connection?: Partial<ClusterConnection>;
	readonly limits?: Partial<ClusterLimits>;
	readonly readerLimits?: ReaderLimits;
	readonly isPrivate?: boolean;
	readonly isAzureRbac?: boolean;
};

/**
Collects a list to its end.
*/
export const readAll = async (reader: KubernetesReader, list: KubernetesList, signal: AbortSignal = new AbortController().signal): Promise<readonly unknown[]> => {
	let all: unknown[] = [];
	for await (const {documents, isFirst} of reader.list(list, signal)) {
		all = isFirst ? [...documents] : [...all, ...documents];
	}

	return all;
};

/**
Kubernetes' own client over HTTPS against a server that is gone with the test; waits are short.
*/
export const openReader = async (t: ExecutionContext, options: OpenReaderOptions = {}): Promise<OpenedReader> => {
	const server = await startKubernetesServer(options);
	t.teardown(server.close);
	const connection: ClusterConnection = {
		server: server.url,
		certificateAuthority: server.certificates.authority,
		serverName: undefined,
		identity: {kind: 'token', token: async () => 'a-token-of-a-test'},
		...options.connection,
	};
	const reader = createClusterReader({
		connection,
		transport: createClusterTransport(createDefaultHttpClient(), connection, options.isPrivate ?? false, {...clusterLimits, retryDelays: [1], ...options.limits}),
		about: {clusterId: '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop', isAzureRbac: options.isAzureRbac},
		...(options.readerLimits !== undefined && {limits: options.readerLimits}),
	});
	const failure = async (list: KubernetesList): Promise<SourceErrorDetail> => {
		try {
			await readAll(reader, list);
		} catch (error) {
			return (error as {readonly detail: SourceErrorDetail}).detail;
		}

		throw new Error(`${list} could be read`);
	};

	return {
		server,
		reader,
		failure,
		read: async list => readAll(reader, list),
		async count(list) {
			const {length} = await readAll(reader, list);
			return length;
		},
		async reason(list) {
			const {reason} = await failure(list);
			return reason;
		},
	};
};

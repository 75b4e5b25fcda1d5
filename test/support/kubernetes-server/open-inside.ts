import type {HttpClient} from '@azure/core-rest-pipeline';
import type {ExecutionContext} from 'ava';
import type {Session} from '../../../source/azure/session.js';
import {clusterLimits} from '../../../source/kubernetes/cluster-transport.js';
import {reachCluster} from '../../../source/kubernetes/reach-cluster.js';
import type {ReachInput} from '../../../source/kubernetes/reach-input.js';
import {createRunCommands, type RunCommands} from '../../../source/kubernetes/run-command.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {noGrants, type LookGrants} from '../../../source/model/inside.js';
import {openFleet} from '../azure-server/open-fleet.js';
import {startAzureServer, type AzureServer, type Fault} from '../azure-server/server.js';
import {startKubernetesServer, type KubernetesServer, type KubernetesServerOptions} from './server.js';

export type OpenedInside = {
	readonly azure: AzureServer;
	readonly kubernetes: KubernetesServer;
	readonly session: Session;
	readonly cluster: Cluster;
	readonly runCommands: RunCommands;
	readonly reach: (grants?: Partial<LookGrants>, change?: Partial<ReachInput>) => ReturnType<typeof reachCluster>;
};

export type OpenInsideOptions = {
	readonly kubernetes?: KubernetesServerOptions;
	/**
	What Azure answers beyond what its server knows.
	*/
	readonly faults?: (kubernetes: KubernetesServer) => readonly Fault[];
	/**
	Members of the cluster that are otherwise.
	*/
	readonly cluster?: Partial<Cluster>;
	/**
	What sends requests, to Azure and to the cluster.
	*/
	readonly transport?: HttpClient;
};

/**
The mark of the run command's output in tests.
*/
export const testMark = '@@mark';

/**
A session over HTTPS against a server that speaks as Azure does, and a cluster beside it; both are gone with the test.
*/
export const openInside = async (t: ExecutionContext, options: OpenInsideOptions = {}): Promise<OpenedInside> => {
	const kubernetes = await startKubernetesServer(options.kubernetes);
	const azure = await startAzureServer({faults: options.faults?.(kubernetes) ?? []});
	t.teardown(async () => {
		await Promise.all([kubernetes.close(), azure.close()]);
	});
	const {session, collectors, signal, subscriptions} = openFleet(azure, {transport: options.transport});
	const {items} = await collectors.clusters(signal, await subscriptions());
	const cluster: Cluster = {
		...items[0]!, name: 'aks-shop', powerState: 'Running', entraIntegrated: true, privateCluster: false, localAccountsDisabled: false, runCommandDisabled: false, ...options.cluster,
	};
	const runCommands = createRunCommands(session, {pollInterval: 1, deadline: 20_000, mark: () => testMark});
	azure.requests.length = 0;
	return {
		azure,
		kubernetes,
		session,
		cluster,
		runCommands,
		reach: async (grants = {}, change = {}) => reachCluster({
			session, cluster, grants: {...noGrants, ...grants}, kubeconfig: undefined, runCommands, limits: {...clusterLimits, retryDelays: [1]}, onWait: undefined, ...change,
		}, signal),
	};
};

/**
Whether a request asks for the user credentials of a cluster.
*/
export const asksCredential: Fault['when'] = ({method, url}) => method === 'POST' && /\/listclusterusercredential$/iv.test(url.pathname);

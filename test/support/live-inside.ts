import type {ExecutionContext} from 'ava';
import {
	documentFleet,
	loadDocument,
	move,
	type Document,
	type ServerFleet,
} from './azure-server/fleet.js';
import type {Fault} from './azure-server/server.js';
import {credentialAnswer, kubeconfigText, type KubeconfigParts} from './kubernetes-server/kubeconfig.js';
import {asksCredential} from './kubernetes-server/open-inside.js';
import {startKubernetesServer, type KubernetesServer, type KubernetesServerOptions} from './kubernetes-server/server.js';
import {startLive, type Live} from './live.js';

/**
One cluster of the fleet, with an API server behind it.
*/
export type LiveCluster = {
	readonly name: string;
	readonly isPrivate?: boolean;
	readonly kubernetes?: KubernetesServerOptions;
	/**
	What stands otherwise in the kubeconfig that Azure gives out for it.
	*/
	readonly kubeconfig?: KubeconfigParts | undefined;
};

export type LiveInside = Live & {
	/**
	In the order of the clusters.
	*/
	readonly servers: readonly KubernetesServer[];
};

/**
A running cluster where Entra signs in.
*/
const documentOf = ({name, isPrivate = false}: LiveCluster, subscriptionId: string): Document => {
	const {properties, ...document} = move(loadDocument('aks/managed-cluster-weak-composed.json'), subscriptionId, name);
	return {
		...document,
		properties: {
			...properties as Readonly<Record<string, unknown>>,
			aadProfile: {managed: true, enableAzureRBAC: false},
			apiServerAccessProfile: {enablePrivateCluster: isPrivate},
			fqdn: `${name}-1.hcp.westeurope.azmk8s.io`,
		},
	};
};

const fleetOf = (clusters: readonly LiveCluster[]): ServerFleet => {
	const fleet = documentFleet();
	const [subscription] = fleet.subscriptions;
	return {
		...fleet, subscriptions: [subscription!], clusters: clusters.map(cluster => documentOf(cluster, subscription!.id)), registries: [], assessments: [], alerts: [],
	};
};

/**
A server that speaks as Azure does, and beside it one for each cluster that speaks as its API server does: each over TLS, each with an authority of
its own. All are gone with the test.
*/
export const startLiveInside = async (t: ExecutionContext, clusters: readonly LiveCluster[]): Promise<LiveInside> => {
	const servers = await Promise.all(clusters.map(async ({kubernetes}) => startKubernetesServer(kubernetes)));
	t.teardown(async () => {
		await Promise.all(servers.map(async ({close}) => close()));
	});
	const credentials = clusters.map(({name, kubeconfig}, index): Fault => ({
		when: request => asksCredential(request) && request.url.pathname.toLowerCase().includes(`/${name}/`),
		give: {status: 200, body: credentialAnswer(kubeconfigText(servers[index]!, {name, ...kubeconfig}))},
	}));
	return {...await startLive(t, {fleet: fleetOf(clusters), faults: credentials}), servers};
};

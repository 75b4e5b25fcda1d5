import {readFileSync} from 'node:fs';
import type {RegistryData} from './registry-data.js';

export type Document = Readonly<Record<string, unknown>> & {readonly id: string};

/**
What the server holds, as Resource Manager sends it.
*/
export type ServerFleet = {
	readonly tenantId: string;
	readonly subscriptions: readonly ServerSubscription[];
	readonly clusters: readonly Document[];
	readonly registries: readonly Document[];
	readonly containerGroups?: readonly Document[];
	/**
	What `containers/logs` answers, by the path of the container in small letters.
	*/
	readonly containerLogs?: Readonly<Record<string, string>>;
	readonly registryChildren?: readonly Document[];
	/**
	What lies below a registry and only its own service tells: tokens, scope maps, cache rules and so on.
	*/
	readonly registryRecords?: readonly Document[];
	/**
	The answer of `listUsages` of every registry.
	*/
	readonly registryUsages?: unknown;
	/**
	What the registry at this server's own address holds.
	*/
	readonly registryData?: RegistryData;
	readonly diskEncryptionSets?: readonly Document[];
	readonly keyVaults?: readonly Document[];
	/**
	Machines of Azure Arc, each with its patch assessment as a column `patches`.
	*/
	readonly hosts?: readonly Document[];
	/**
	As the queries give them: no filter is tried out here.
	*/
	readonly networkResources?: readonly Document[];
	readonly dataDisks?: readonly Document[];
	readonly vaultKeys?: readonly Document[];
	readonly diagnosticSettings?: readonly Document[];
	readonly maintenanceConfigurations?: readonly Document[];
	readonly activity?: readonly Document[];
	readonly roleAssignments?: readonly Document[];
	readonly roleDefinitions?: readonly Document[];
	readonly denyAssignments?: readonly Document[];
	readonly roleEligibilities?: readonly Document[];
	/**
	What Microsoft Graph knows: members of the directory, who is in each group, and what has credentials.
	*/
	readonly directory?: {
		readonly objects: readonly Document[];
		readonly members: Readonly<Record<string, readonly Document[]>>;
		readonly applications: readonly Document[];
		/**
		Members that one page holds.
		*/
		readonly pageSize?: number;
	};
	/**
	Exemptions and exempt states of Azure Policy; those of a management group lie above every subscription.
	*/
	readonly policies?: readonly Document[];
	/**
	Rows as the queries of image scans sum them up.
	*/
	readonly imageScans?: readonly Document[];
	readonly runningScans?: readonly Document[];
	readonly pricings: readonly Document[];
	readonly assessments: readonly Document[];
	readonly alerts: readonly Document[];
	/**
	The answer of `kubernetesVersions` in every region.
	*/
	readonly kubernetesVersions: unknown;
	/**
	Newest image version by family in small letters; another family gets a build of its own.
	*/
	readonly latestImages: Readonly<Record<string, string>>;
	/**
	Rows with an id that Resource Graph gives at once, however many are asked for.
	*/
	readonly graphPageSize?: number;
};

export type ServerSubscription = {
	readonly id: string;
	readonly name: string;
	/**
	Left out by Resource Graph, in silence.
	*/
	readonly isLeftOut?: boolean;
	/**
	Every list call below it answers 403.
	*/
	readonly isDenied?: boolean;
	readonly managementGroup?: string;
};

/**
A document of `test/documents`.
*/
export const loadDocument = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../documents/${path}`, import.meta.url), 'utf8')) as unknown;

const idOf = (letters: string): string => `00000000-0000-0000-0000-0000000000${letters}`;

/**
The same document in another subscription, under another name.
*/
export const move = (document: unknown, subscriptionId: string, name?: string): Document => {
	const moved = JSON.parse(JSON.stringify(document).replaceAll(/\/subscriptions\/[\d\-a-f]{36}/giv, () => `/subscriptions/${subscriptionId}`)) as Document;
	return name === undefined ? moved : {...moved, id: `${moved.id.slice(0, moved.id.lastIndexOf('/'))}/${name}`, name};
};

const listOf = (path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value;

/**
Three subscriptions: one that Resource Graph answers for, one that it leaves out, one that may not be read at all.
Clusters, registries and findings are real and composed documents of `test/documents`.
*/
export const documentFleet = (): ServerFleet => ({
	tenantId: idOf('aa'),
	subscriptions: [
		{id: idOf('a1'), name: 'Shop production', managementGroup: 'mg-shop'},
		{
			id: idOf('a2'), name: 'Shop test', isLeftOut: true, managementGroup: 'mg-shop',
		},
		{
			id: idOf('a3'), name: 'Old lab', isLeftOut: true, isDenied: true,
		},
	],
	clusters: [
		move(loadDocument('aks/managed-cluster-weak-composed.json'), idOf('a1')),
		move(loadDocument('aks/managed-cluster-hardened-composed.json'), idOf('a1')),
		move(loadDocument('aks/recorded-cluster-windows-two-pools.json'), idOf('a1'), 'aks-windows'),
		move(loadDocument('aks/recorded-cluster-azure-rbac.json'), idOf('a2'), 'aks-test'),
		move(loadDocument('aks/recorded-cluster-creating.json'), idOf('a3'), 'aks-lab'),
	],
	registries: [
		move(loadDocument('acr/registry-premium-hardened-composed.json'), idOf('a1')),
		move(loadDocument('acr/recorded-registry-anonymous-pull.json'), idOf('a1'), 'acranonymous'),
		move(loadDocument('acr/recorded-registry-admin-user.json'), idOf('a2'), 'acrtest'),
	],
	pricings: [
		...listOf('security/pricings-list-composed.json'),
		...listOf('security/pricings-list-composed.json').map(plan => move(plan, idOf('a2'))),
	],
	assessments: [
		...listOf('security/assessments-list-composed.json'),
		...listOf('security/assessments-list-composed.json').map(assessment => move(assessment, idOf('a2'))),
	],
	alerts: [
		...listOf('security/alerts-list-aks-composed.json'),
		...listOf('security/alerts-list-aks-composed.json').map(alert => move(alert, idOf('a2'))),
	],
	kubernetesVersions: loadDocument('aks/kubernetes-versions-composed.json'),
	latestImages: {'aksubuntu-2204gen2containerd': 'AKSUbuntu-2204gen2containerd-202608.10.0'},
});

/**
So many clusters of five pools each in ten subscriptions and four regions, all made from one real document.
*/
export const largeFleet = (clusterCount: number): ServerFleet => {
	const small = documentFleet();
	const subscriptions = Array.from({length: 10}, (_, index) => ({id: idOf(`b${index}`), name: `Team ${index}`}));
	const [model] = small.clusters;
	const regions = ['westeurope', 'northeurope', 'germanywestcentral', 'eastus2'];
	const families = ['AKSUbuntu-2204gen2containerd', 'AKSUbuntu-2404gen2containerd', 'AKSAzureLinux-V3gen2'];
	return {
		...small,
		subscriptions,
		clusters: Array.from({length: clusterCount}, (_, index) => {
			const cluster = move(model, subscriptions[index % 10]!.id, `aks-${String(index).padStart(4, '0')}`);
			const properties = cluster.properties as {readonly agentPoolProfiles: ReadonlyArray<Readonly<Record<string, unknown>>>};
			const agentPoolProfiles = Array.from({length: 5}, (__, pool) => ({
				...properties.agentPoolProfiles[0],
				name: `pool${pool}`,
				nodeImageVersion: `${families[pool % families.length]!}-202607.1${pool}.0`,
			}));
			return {...cluster, location: regions[index % regions.length], properties: {...properties, agentPoolProfiles}};
		}),
		registries: [],
		pricings: [],
		assessments: [],
		alerts: [],
	};
};

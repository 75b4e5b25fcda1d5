import type {Collectors} from '../../source/azure/collectors.js';
import type {FleetJudge} from '../../source/fleet/judging.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {FleetStore} from '../../source/fleet/store.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {DefenderPlan} from '../../source/model/defender-plan.js';
import type {Finding} from '../../source/model/finding.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Registry} from '../../source/model/registry.js';
import type {Coverage, Subscription} from '../../source/model/subscription.js';
import type {ResourcePosture} from '../../source/posture/posture.js';

export const subscriptionId = '11111111-1111-1111-1111-111111111111';

const notAsked: Coverage = {state: 'waiting'};

export const subscription = (id = subscriptionId, coverage: Coverage = notAsked): Subscription => ({
	id, name: `sub-${id.slice(0, 4)}`, tenantId: 'tenant', state: 'Enabled', coverage,
});

const resource = (type: string, name: string, region = 'westeurope') => {
	const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/${type}/${name}`;
	return {
		id, key: id.toLowerCase(), name, subscriptionId, resourceGroup: 'rg', region, tags: {owner: 'team-a'},
	};
};

export const nodePool = (clusterName: string, name: string, overrides: Partial<NodePool> = {}): NodePool => ({
	...resource('Microsoft.ContainerService/managedClusters', `${clusterName}/agentPools/${name}`),
	kind: 'nodePool',
	isTagged: true,
	name,
	clusterKey: resource('Microsoft.ContainerService/managedClusters', clusterName).key,
	clusterName,
	mode: 'System',
	osType: 'Linux',
	osSku: 'Ubuntu',
	vmSize: 'Standard_D4s_v5',
	count: 3,
	minCount: undefined,
	maxCount: undefined,
	autoScaling: false,
	poolType: 'VirtualMachineScaleSets',
	provisioningState: 'Succeeded',
	powerState: 'Running',
	kubernetesVersion: '1.33.2',
	nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202608.10.0',
	subnetId: undefined,
	publicIpPerNode: false,
	allowedHostPorts: undefined,
	sshAccess: undefined,
	fips: false,
	osDiskType: 'Managed',
	encryptionAtHost: {unknown: 'malformed', reason: 'enableEncryptionAtHost is not a boolean.'},
	spot: false,
	zones: ['1', '2'],
	nodeOsUpgradeChannel: 'NodeImage',
	clusterKubernetesVersion: '1.33.2',
	...overrides,
});

export const cluster = (name: string, overrides: Partial<Cluster> = {}): Cluster => ({
	...resource('Microsoft.ContainerService/managedClusters', name),
	kind: 'cluster',
	isTagged: true,
	provisioningState: 'Succeeded',
	powerState: 'Running',
	kubernetesVersion: '1.33',
	currentKubernetesVersion: '1.33.2',
	tier: 'Standard',
	skuName: 'Base',
	supportPlan: 'KubernetesOfficial',
	fqdn: `${name}.hcp.westeurope.azmk8s.io`,
	privateFqdn: undefined,
	nodeResourceGroup: `MC_${name}`,
	privateCluster: false,
	publicNetworkAccess: undefined,
	authorizedIpRanges: ['203.0.113.0/24'],
	runCommandDisabled: undefined,
	vnetIntegration: undefined,
	entraIntegrated: true,
	entraManaged: true,
	azureRbac: true,
	localAccountsDisabled: {unknown: 'denied', reason: 'Needs Microsoft.ContainerService/managedClusters/read.'},
	kubernetesRbac: true,
	identityType: 'SystemAssigned',
	servicePrincipalClientId: 'msi',
	upgradeChannel: undefined,
	nodeOsUpgradeChannel: 'NodeImage',
	networkPlugin: 'azure',
	networkPolicy: undefined,
	networkDataplane: undefined,
	outboundType: 'loadBalancer',
	azurePolicy: undefined,
	httpApplicationRouting: undefined,
	containerInsights: undefined,
	containerInsightsWorkspace: undefined,
	monitorContainerInsights: undefined,
	monitorContainerInsightsWorkspace: undefined,
	prometheusMetrics: undefined,
	oidcIssuer: true,
	workloadIdentity: true,
	podIdentity: undefined,
	defenderSensor: true,
	keyManagementService: undefined,
	infrastructureEncryption: undefined,
	kubeletObjectId: undefined,
	diskEncryptionSetId: undefined,
	webAppRouting: undefined,
	nginxControllerType: undefined,
	gatewayApiIstio: undefined,
	nodePools: [nodePool(name, 'system')],
	...overrides,
});

export const registry = (name: string, overrides: Partial<Registry> = {}): Registry => ({
	...resource('Microsoft.ContainerRegistry/registries', name),
	kind: 'registry',
	sku: 'Premium',
	loginServer: `${name}.azurecr.io`,
	provisioningState: 'Succeeded',
	created: '2024-01-01T00:00:00Z',
	adminUser: false,
	anonymousPull: false,
	publicNetworkAccess: 'Disabled',
	defaultAction: 'Deny',
	ipRules: [],
	networkBypass: 'None',
	dataEndpointEnabled: false,
	dataEndpointHosts: [],
	privateEndpoints: [{
		name: 'pe', status: 'Approved', privateEndpointId: undefined, description: undefined,
	}],
	zoneRedundancy: 'Enabled',
	encryption: 'enabled',
	encryptionKey: {
		keyIdentifier: 'https://vault.example/keys/k', versionedKeyIdentifier: undefined, rotationEnabled: true, lastRotated: undefined, identityClientId: undefined,
	},
	quarantinePolicy: 'disabled',
	trustPolicy: 'disabled',
	retentionPolicy: 'enabled',
	retentionDays: 7,
	exportPolicy: 'enabled',
	softDeletePolicy: 'disabled',
	armAudiencePolicy: 'enabled',
	roleAssignmentMode: 'AbacRepositoryPermissions',
	identityType: undefined,
	replicas: [],
	webhooks: [],
	...overrides,
});

export const finding = (name: string, overrides: Partial<Finding> = {}): Finding => ({
	...resource('Microsoft.Security/assessments', name),
	kind: 'finding',
	source: 'assessment',
	title: name,
	assessmentKey: '00000000-0000-0000-0000-000000000001',
	severity: 'high',
	severityUnknown: false,
	status: 'unhealthy',
	cause: undefined,
	resourceKey: '/subscriptions/x',
	resourceName: 'x',
	resourceType: 'managedclusters',
	description: 'First line.\nSecond line: größer, 日本語.',
	remediation: undefined,
	since: undefined,
	firstEvaluated: undefined,
	portalUrl: undefined,
	tactics: [],
	...overrides,
});

export const plan = (overrides: Partial<DefenderPlan> = {}): DefenderPlan => ({
	subscriptionId,
	name: 'Containers',
	tier: 'Standard',
	deprecated: undefined,
	extensions: {ContainerSensor: true},
	freeTrialRemaining: undefined,
	...overrides,
});

const answered: ReadonlyMap<string, Coverage> = new Map([[subscriptionId, {state: 'answered'}]]);

export const collected = <T>(items: readonly T[], coverage: ReadonlyMap<string, Coverage> = answered) => ({items, coverage});

const prod = cluster('prod-weu');

const acr = registry('contosoacr');

const finding1 = finding('Images should be scanned');

const containers = plan();

const contoso = subscription();

/**
A small fleet whose documents never change; a test overrides what it wants to see fail, hang or change.
*/
export const fakeCollectors = (overrides: Partial<Collectors> = {}): Collectors => ({
	subscriptions: async () => ({tenant: 'contoso', subscriptions: [contoso]}),
	clusters: async () => collected([prod]),
	registries: async () => collected([acr]),
	defenderPlans: async () => collected([containers]),
	diskEncryptionSets: async () => collected([]),
	keyVaults: async () => collected([]),
	containerGroups: async () => collected([]),
	containerLogs: async () => ({
		lines: [], overlap: 0, isOpen: false, isWhole: true,
	}),
	hosts: async () => collected([]),
	networkResources: async () => collected([]),
	imageScans: async () => collected([]),
	runningScans: async () => collected([]),
	imageRecords: async () => ({document: {}}),
	registryContents: async (_signal, {key}) => ({
		registryKey: key, manifests: [], repositories: 0, isComplete: true, signatures: {signed: [], unsigned: []}, readAt: 0,
	}),
	dataDisks: async () => collected([]),
	vaultKeys: async () => new Map(),
	registryRecords: async () => new Map(),
	openRegistry: async (_signal, {key}) => ({
		registryKey: key, usages: [], tokens: [], scopeMaps: [], details: undefined,
	}),
	async clusterRecords(_signal, {key}) {
		return {
			clusterKey: key, diagnosticSettings: [], activity: [], maintenance: [], readAt: 0,
		};
	},
	diagnosticSettings: async () => new Map(),
	assessedSubscriptions: async () => new Map(),
	roleAssignments: async () => collected([]),
	roleDefinitions: async () => collected([]),
	denyAssignments: async () => new Map(),
	roleEligibilities: async () => new Map(),
	principals: async () => new Map(),
	policyExemptions: async () => collected([]),
	findings: async () => ({...collected([finding1]), isComplete: true}),
	findingTotals: async () => ({
		bySeverity: {
			critical: 0, high: 1, medium: 0, low: 0, info: 0,
		}, total: 1,
	}),
	nodeImages: async () => new Map([['aksubuntu-2204gen2containerd@westeurope', {version: 'AKSUbuntu-2204gen2containerd-202609.01.0', family: 'AKSUbuntu-2204gen2containerd', built: '2026-09-01'}]]),
	kubernetesVersions: async () => new Map([['westeurope', [{
		minor: '1.33', patches: ['1.33.2'], supportPlans: ['KubernetesOfficial'], isPreview: false, isDefault: true,
	}]]]),
	async inside() {
		throw new Error('Nobody looks inside.');
	},
	resolveName: async () => 'found',
	insideDocument: async (_signal, {name}, {runs}, key) => ({document: {key, cluster: name, runs}}),
	document: async (_signal, key) => ({document: {id: key}}),
	findingsOf: async () => [finding1],
	...overrides,
});

const counts = {
	critical: 0, high: 0, medium: 0, low: 0, info: 0,
};

/**
Every resource passes one check; one step for each resource.
*/
export const passAll: FleetJudge = function * ({clusters, nodePools, registries}) {
	const byKey = new Map<string, ResourcePosture>();
	for (const {key} of [...clusters, ...nodePools, ...registries]) {
		byKey.set(key, {
			key, verdicts: [], failed: counts, unknown: 0, passed: 1, accepted: 0, worst: undefined, score: 100,
		});
		yield;
	}

	return {
		byKey, failed: counts, unknown: 0, passed: byKey.size, accepted: 0, score: byKey.size === 0 ? undefined : 100,
	};
};

/**
Waits until the store shows what is wanted.
*/
export const until = async (store: FleetStore, isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> => new Promise(resolve => {
	const look = (): boolean => {
		const snapshot = store.getSnapshot();
		if (isWanted(snapshot)) {
			resolve(snapshot);
			return true;
		}

		return false;
	};

	if (!look()) {
		const stop = store.subscribe(() => {
			if (look()) {
				stop();
			}
		});
	}
});

export const allRead = ({sources}: Snapshot): boolean => Object.values(sources).every(({status}) => status === 'fresh');

/**
Gives a promise that a test resolves by hand.
*/
export const deferred = <T = void>() => Promise.withResolvers<T>();

/**
A request that never answers.
*/
export const hanging = async (): Promise<never> => deferred<never>().promise;

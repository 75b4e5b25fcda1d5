import type {
	Collected,
	Collectors,
	OnPartial,
	VaultInUse,
} from '../azure/collectors.js';
import type {AssessedSubscriptions} from '../model/assessed-subscriptions.js';
import type {DiagnosticSetting, VaultKey} from '../model/cluster-records.js';
import type {Cluster} from '../model/cluster.js';
import type {ContainerGroup} from '../model/container-group.js';
import type {DataDisk} from '../model/data-disk.js';
import type {DefenderPlan} from '../model/defender-plan.js';
import type {DenyAssignment} from '../model/deny-assignment.js';
import type {DiskEncryptionSet} from '../model/disk-encryption-set.js';
import type {Finding, FindingTotals} from '../model/finding.js';
import type {ImageScan, RunningScan} from '../model/image-scan.js';
import {isMissingForNow, valueOf, type Fact} from '../model/known.js';
import type {Host} from '../model/host.js';
import type {KeyVault} from '../model/key-vault.js';
import type {SupportedVersions} from '../model/kubernetes-version.js';
import type {NetworkResource} from '../model/network-resource.js';
import {nodeImageKey, parseNodeImage, type LatestNodeImages} from '../model/node-image.js';
import type {NodePool} from '../model/node-pool.js';
import type {PolicyRecord} from '../model/policy-exemption.js';
import type {Registry} from '../model/registry.js';
import type {RegistryRecords} from '../model/registry-records.js';
import type {Principal} from '../model/principal.js';
import type {RoleAssignment} from '../model/role-assignment.js';
import type {ListedRole} from '../model/role-definition.js';
import type {RoleEligibility} from '../model/role-eligibility.js';
import type {Subscription} from '../model/subscription.js';
import {
	isSameJson,
	reuseCollected,
	reuseEqual,
	reuseList,
	reuseMap,
} from './reuse.js';
import type {SourceName} from './snapshot.js';

/**
What each source gives.
*/
export type SourceData = {
	subscriptions: {readonly tenant: string | undefined; readonly subscriptions: readonly Subscription[]};
	clusters: Collected<Cluster>;
	registries: Collected<Registry>;
	containerGroups: Collected<ContainerGroup>;
	defenderPlans: Collected<DefenderPlan>;
	diskEncryptionSets: Collected<DiskEncryptionSet>;
	keyVaults: Collected<KeyVault>;
	hosts: Collected<Host>;
	networkResources: Collected<NetworkResource>;
	dataDisks: Collected<DataDisk>;
	vaultKeys: ReadonlyMap<string, Fact<readonly VaultKey[]>>;
	registryRecords: ReadonlyMap<string, RegistryRecords>;
	diagnosticSettings: ReadonlyMap<string, Fact<readonly DiagnosticSetting[]>>;
	assessedSubscriptions: AssessedSubscriptions;
	roleAssignments: Collected<RoleAssignment>;
	roleDefinitions: Collected<ListedRole>;
	denyAssignments: ReadonlyMap<string, Fact<readonly DenyAssignment[]>>;
	roleEligibilities: ReadonlyMap<string, Fact<readonly RoleEligibility[]>>;
	principals: ReadonlyMap<string, Principal>;
	policyExemptions: Collected<PolicyRecord>;
	findings: Collected<Finding> & {readonly isComplete: boolean};
	findingTotals: FindingTotals;
	imageScans: Collected<ImageScan>;
	runningScans: Collected<RunningScan>;
	nodeImages: LatestNodeImages;
	kubernetesVersions: SupportedVersions;
};

/**
What was read in this session; a source that was not read yet is absent.
*/
export type Known = {readonly [Name in SourceName]?: SourceData[Name] | undefined};

/**
What a collector is asked with.
*/
export type Question = {
	readonly subscriptions: readonly Subscription[];
	readonly clusters: readonly Cluster[];
	readonly nodePools: readonly NodePool[];
	readonly registries: readonly Registry[];
	readonly containerGroups: readonly ContainerGroup[];
	/**
	Vaults that hold a key of the fleet.
	*/
	readonly vaults: readonly VaultInUse[];
	/**
	Ids of what writes logs that are judged.
	*/
	readonly logWriters: readonly string[];
	readonly findingsLimit: number;
	/**
	Ids of the subscriptions that hold something of the fleet.
	*/
	readonly homes: readonly string[];
	/**
	Object ids of those who hold a role.
	*/
	readonly holders: readonly string[];
};

/**
One thing that is polled. Times are in milliseconds; both are made from the interval that the person has chosen.
*/
export type Source<Name extends SourceName = SourceName> = {
	readonly name: Name;
	readonly interval: (pollInterval: number) => number;
	/**
	The share of the interval at which it is polled (see `untilTurn`).

	@default an interval after its last poll
	*/
	readonly turn?: number;
	/**
	From this age on, what is shown is marked as old.
	*/
	readonly staleAfter: (pollInterval: number) => number;
	/**
	It starts once all of these have been read.
	*/
	readonly dependsOn: readonly SourceName[];
	/**
	What it is asked about: an element that was not there at its last poll makes it poll at once.
	*/
	readonly basis: (question: Question) => Iterable<string>;
	readonly collect: (collectors: Collectors, signal: AbortSignal, question: Question, onPartial: OnPartial<SourceData[Name]> | undefined) => Promise<SourceData[Name]>;
	/**
	Keeps the identity of what did not change.
	*/
	readonly reuse: (previous: SourceData[Name], next: SourceData[Name]) => SourceData[Name];
	/**
	Milliseconds that it rests before its first reading, so that the rows that a person waits for are drawn before its client is loaded.

	@default none
	*/
	readonly rest?: number;
	/**
	True for an answer with holes that waiting may fill.
	*/
	readonly isPartial?: (data: SourceData[Name]) => boolean;
};

const hour = 3_600_000;

const eachPoll = {
	interval: (poll: number) => poll,
	// Two polls may be lost before a person needs to know.
	staleAfter: (poll: number) => 3 * poll,
};

/**
Who is polled together: what one pane shows.
*/
const turns = {clusters: 0, findings: 1 / 3, registries: 2 / 3} as const;

const eachHours = (hours: number) => ({
	interval: (poll: number) => Math.max(hours * hour, poll),
	staleAfter: (poll: number) => 3 * Math.max(hours * hour, poll),
});

const ofSubscriptions = {
	dependsOn: ['subscriptions'],
	* basis({subscriptions}: Question) {
		for (const {id} of subscriptions) {
			yield id;
		}
	},
} as const;

/**
Long enough for the first rows to be drawn, on a slow machine too.
*/
const behindTheRows = 400;

/**
What only surrounds the fleet waits until the panes and their counts stand.
*/
const behindThePanes = 1500;

/**
Requests for each subscription come after what one request gives for all.
*/
const behindTheRights = 3000;

const hasHoles = (facts: ReadonlyMap<string, Fact<unknown>>): boolean => facts.values().some(fact => isMissingForNow(fact));

/**
Which keys of which vaults are in use.

@yields Each as an id, with the vault's before it.
*/
const keysInUse = function * ({vaults}: Question): Generator<string> {
	for (const {vault, keyNames} of vaults) {
		for (const name of keyNames) {
			yield `${vault.key}/keys/${name}`;
		}
	}
};

const registryKeys = function * ({registries}: Question): Generator<string> {
	for (const {key} of registries) {
		yield key;
	}
};

const hasRegistryHoles = (records: ReadonlyMap<string, RegistryRecords>): boolean =>
	records.values().some(({usages, tokens, scopeMaps}) => isMissingForNow(usages) || isMissingForNow(tokens) || isMissingForNow(scopeMaps));
/**
Asked for one subscription at a time, hourly, and only where something of the fleet lies.
*/
const ofHomes = {
	...eachHours(1),
	dependsOn: ['clusters', 'registries'],
	basis: ({homes}: Question) => homes,
	reuse: <T>(previous: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>) => reuseMap(previous, next, isSameJson),
	isPartial: hasHoles,
} as const;

const regions = function * ({clusters}: Question): Generator<string> {
	for (const {region} of clusters) {
		yield region;
	}
};

// Thousands of pools share a few dozen images: each pair is taken apart once.
const imageFamilies = function * ({nodePools}: Question): Generator<string> {
	const seen = new Map<string, Set<string>>();
	for (const pool of nodePools) {
		const version = valueOf(pool.nodeImageVersion);
		if (version === undefined) {
			continue;
		}

		const versions = seen.get(pool.region) ?? new Set<string>();
		seen.set(pool.region, versions);
		if (versions.has(version)) {
			continue;
		}

		versions.add(version);
		yield nodeImageKey(parseNodeImage(version).family, pool.region);
	}
};

/**
Everything that is polled, by name. To poll one more thing is to add an entry here and a part to the snapshot.
*/
export const sources: {readonly [Name in SourceName]: Source<Name>} = {
	subscriptions: {
		name: 'subscriptions',
		// Subscriptions come and go by the week.
		interval: poll => 10 * poll,
		staleAfter: poll => 30 * poll,
		dependsOn: [],
		basis: () => [],
		collect: async (collectors, signal) => collectors.subscriptions(signal),
		reuse(previous, next) {
			const subscriptions = reuseList(previous.subscriptions, next.subscriptions);
			const isSame = previous.tenant === next.tenant && isSameJson(previous.subscriptions, subscriptions);
			return isSame ? previous : {...next, subscriptions};
		},
	},
	clusters: {
		name: 'clusters',
		...eachPoll,
		turn: turns.clusters,
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}, onPartial) => collectors.clusters(signal, subscriptions, onPartial),
		reuse: reuseCollected,
	},
	registries: {
		name: 'registries',
		...eachPoll,
		turn: turns.registries,
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}, onPartial) => collectors.registries(signal, subscriptions, onPartial),
		reuse: reuseCollected,
	},
	containerGroups: {
		name: 'containerGroups',
		rest: behindTheRows,
		...eachPoll,
		turn: turns.registries,
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}, onPartial) => collectors.containerGroups(signal, subscriptions, onPartial),
		reuse: reuseCollected,
	},
	defenderPlans: {
		name: 'defenderPlans',
		rest: behindTheRows,
		...eachPoll,
		turn: turns.registries,
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.defenderPlans(signal, subscriptions),
		reuse: reuseCollected,
	},
	diskEncryptionSets: {
		name: 'diskEncryptionSets',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.diskEncryptionSets(signal, subscriptions),
		reuse: reuseCollected,
	},
	keyVaults: {
		name: 'keyVaults',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.keyVaults(signal, subscriptions),
		reuse: reuseCollected,
	},
	hosts: {
		name: 'hosts',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.hosts(signal, subscriptions),
		reuse: reuseCollected,
	},
	networkResources: {
		name: 'networkResources',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.networkResources(signal, subscriptions),
		reuse: reuseCollected,
	},
	dataDisks: {
		name: 'dataDisks',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.dataDisks(signal, subscriptions),
		reuse: reuseCollected,
	},
	vaultKeys: {
		name: 'vaultKeys',
		...eachHours(1),
		dependsOn: ['clusters', 'registries', 'diskEncryptionSets', 'keyVaults'],
		basis: keysInUse,
		collect: async (collectors, signal, {vaults}) => collectors.vaultKeys(signal, vaults),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
		isPartial: hasHoles,
	},
	registryRecords: {
		name: 'registryRecords',
		rest: behindThePanes,
		...eachHours(1),
		dependsOn: ['registries'],
		basis: registryKeys,
		collect: async (collectors, signal, {registries}) => collectors.registryRecords(signal, registries),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
		isPartial: hasRegistryHoles,
	},
	// A request for each registry, vault and subscription: for 200 registries as many within an hour, of the 12,000 reads an hour that
	// Resource Manager grants a subscription (the bucket of 250 that it fills with 25 a second holds them too). They change with a
	// deployment, which a person who waits for it tells by ctrl-r. Vaults come last of all, so the panes stand long before.
	diagnosticSettings: {
		name: 'diagnosticSettings',
		...eachHours(1),
		dependsOn: ['clusters', 'registries', 'diskEncryptionSets', 'keyVaults'],
		basis: ({logWriters}) => logWriters,
		collect: async (collectors, signal, {logWriters}) => collectors.diagnosticSettings(signal, logWriters),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
		isPartial: hasHoles,
	},
	assessedSubscriptions: {
		name: 'assessedSubscriptions',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.assessedSubscriptions(signal, subscriptions),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
		isPartial: hasHoles,
	},
	roleAssignments: {
		name: 'roleAssignments',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.roleAssignments(signal, subscriptions),
		reuse: reuseCollected,
	},
	roleDefinitions: {
		name: 'roleDefinitions',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.roleDefinitions(signal, subscriptions),
		reuse: reuseCollected,
	},
	denyAssignments: {
		name: 'denyAssignments',
		rest: behindTheRights,
		...ofHomes,
		collect: async (collectors, signal, {homes}) => collectors.denyAssignments(signal, homes),
	},
	roleEligibilities: {
		name: 'roleEligibilities',
		rest: behindTheRights,
		...ofHomes,
		collect: async (collectors, signal, {homes}) => collectors.roleEligibilities(signal, homes),
	},
	principals: {
		name: 'principals',
		...eachHours(1),
		dependsOn: ['roleAssignments'],
		basis: ({holders}) => holders,
		collect: async (collectors, signal, {holders}) => collectors.principals(signal, holders),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
	},
	policyExemptions: {
		name: 'policyExemptions',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.policyExemptions(signal, subscriptions),
		reuse: reuseCollected,
	},
	findings: {
		name: 'findings',
		...eachPoll,
		turn: turns.findings,
		dependsOn: ['subscriptions'],
		* basis(question) {
			yield * ofSubscriptions.basis(question);
			yield `at most ${question.findingsLimit}`;
		},
		collect: async (collectors, signal, {subscriptions, findingsLimit}, onPartial) => collectors.findings(signal, subscriptions, findingsLimit, onPartial),
		reuse: reuseCollected,
	},
	findingTotals: {
		name: 'findingTotals',
		rest: behindTheRows,
		...eachPoll,
		turn: turns.findings,
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.findingTotals(signal, subscriptions),
		reuse: reuseEqual,
	},
	imageScans: {
		name: 'imageScans',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.imageScans(signal, subscriptions),
		reuse: reuseCollected,
	},
	runningScans: {
		name: 'runningScans',
		rest: behindThePanes,
		...eachHours(1),
		...ofSubscriptions,
		collect: async (collectors, signal, {subscriptions}) => collectors.runningScans(signal, subscriptions),
		reuse: reuseCollected,
	},
	nodeImages: {
		name: 'nodeImages',
		rest: behindTheRows,
		...eachHours(1),
		dependsOn: ['clusters'],
		basis: imageFamilies,
		collect: async (collectors, signal, {nodePools}) => collectors.nodeImages(signal, nodePools),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
		isPartial: hasHoles,
	},
	kubernetesVersions: {
		name: 'kubernetesVersions',
		rest: behindTheRows,
		...eachHours(6),
		dependsOn: ['clusters'],
		basis: regions,
		collect: async (collectors, signal, {clusters}) => collectors.kubernetesVersions(signal, clusters),
		reuse: (previous, next) => reuseMap(previous, next, isSameJson),
		isPartial: hasHoles,
	},
};

export const sourceNames = Object.keys(sources) as readonly SourceName[];

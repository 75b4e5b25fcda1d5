import type {AssessedSubscriptions} from '../model/assessed-subscriptions.js';
import type {ClusterRecords, DiagnosticSetting, VaultKey} from '../model/cluster-records.js';
import type {Cluster} from '../model/cluster.js';
import type {ContainerGroup} from '../model/container-group.js';
import type {DataDisk} from '../model/data-disk.js';
import type {DefenderPlan} from '../model/defender-plan.js';
import type {DenyAssignment} from '../model/deny-assignment.js';
import type {DiskEncryptionSet} from '../model/disk-encryption-set.js';
import type {NameState} from '../model/exposure.js';
import type {Finding, FindingTotals} from '../model/finding.js';
import type {Image} from '../model/image.js';
import type {ImageScan, RunningScan} from '../model/image-scan.js';
import type {Inside, LookGrants} from '../model/inside.js';
import type {Host} from '../model/host.js';
import type {KeyVault} from '../model/key-vault.js';
import type {Fact} from '../model/known.js';
import type {SupportedVersions} from '../model/kubernetes-version.js';
import type {LatestNodeImages} from '../model/node-image.js';
import type {NetworkResource} from '../model/network-resource.js';
import type {NodePool} from '../model/node-pool.js';
import type {PolicyRecord} from '../model/policy-exemption.js';
import type {RegistryContents} from '../model/registry-contents.js';
import type {Registry} from '../model/registry.js';
import type {RegistryRecords} from '../model/registry-records.js';
import type {Principal} from '../model/principal.js';
import type {RoleAssignment} from '../model/role-assignment.js';
import type {ListedRole} from '../model/role-definition.js';
import type {RoleEligibility} from '../model/role-eligibility.js';
import type {Coverage, Subscription} from '../model/subscription.js';
import type {LogPart} from '../model/log-line.js';
import type {LogQuestion} from './collect/container-logs.js';
import type {OpenedDocument} from './collect/document.js';

export type Collected<T> = {
	readonly items: readonly T[];
	/**
	What became of each subscription that was asked for, by id in small letters.
	*/
	readonly coverage: ReadonlyMap<string, Coverage>;
	/**
	False for a part of what is still being read, or for fewer than there are; absent where nobody says.
	*/
	readonly isComplete?: boolean;
};

/**
A vault that holds keys of the fleet, and which ones those are.
*/
export type VaultInUse = {readonly vault: KeyVault; readonly keyNames: readonly string[]};

/**
Hears what is known while the rest is still being read: the first page, and what Resource Graph gave before the list calls
of what it leaves out. What comes in the end holds it again.
*/
export type OnPartial<T> = (partial: T) => void;

/**
One function for each thing that is read. Each takes an AbortSignal, works page by page and gives the event loop
back between pages; throws `SourceError` when there is nothing to give. A document that has not changed since the
last call (same hash) gives the same object again.
*/
export type Collectors = {
	subscriptions: (signal: AbortSignal) => Promise<{readonly tenant: string | undefined; readonly subscriptions: readonly Subscription[]}>;
	clusters: (signal: AbortSignal, subscriptions: readonly Subscription[], onPartial?: OnPartial<Collected<Cluster>>) => Promise<Collected<Cluster>>;
	registries: (signal: AbortSignal, subscriptions: readonly Subscription[], onPartial?: OnPartial<Collected<Registry>>) => Promise<Collected<Registry>>;
	containerGroups: (signal: AbortSignal, subscriptions: readonly Subscription[], onPartial?: OnPartial<Collected<ContainerGroup>>) => Promise<Collected<ContainerGroup>>;
	defenderPlans: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<DefenderPlan>>;
	diskEncryptionSets: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<DiskEncryptionSet>>;
	keyVaults: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<KeyVault>>;
	hosts: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<Host>>;
	/**
	What stands in the node resource groups of clusters, and public addresses that are tagged for a Service elsewhere.
	*/
	networkResources: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<NetworkResource>>;
	dataDisks: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<DataDisk>>;
	/**
	The keys in use of each vault, by the vault's key; one that is not there any more is not in the list. A refusal is an unknown entry.
	*/
	vaultKeys: (signal: AbortSignal, vaults: readonly VaultInUse[]) => Promise<ReadonlyMap<string, Fact<readonly VaultKey[]>>>;
	/**
	What fleet-wide checks need of every registry, by its key: usages, tokens, scope maps. Three requests for each. A refusal is an unknown part.
	*/
	registryRecords: (signal: AbortSignal, registries: readonly Registry[]) => Promise<ReadonlyMap<string, RegistryRecords>>;
	/**
	Everything that its service tells of the one registry that is open; a refusal is an unknown part.
	*/
	openRegistry: (signal: AbortSignal, registry: Pick<Registry, 'id' | 'key'>) => Promise<RegistryRecords>;
	/**
	What Azure tells of one cluster alone; a refusal is an unknown part.
	*/
	clusterRecords: (signal: AbortSignal, cluster: Cluster) => Promise<ClusterRecords>;
	/**
	Looks into one cluster by its own API; what more than Reader that takes is used only as far as it is granted. Rejects with the signal's
	reason only: what could not be reached or read is unknown.
	*/
	inside: (signal: AbortSignal, cluster: Cluster, grants: LookGrants, onPartial?: OnPartial<Inside>) => Promise<Inside>;
	/**
	The fresh document of a node or a Service, from the cluster itself.
	*/
	insideDocument: (signal: AbortSignal, cluster: Cluster, grants: LookGrants, key: string) => Promise<OpenedDocument>;
	/**
	Where the logs of registries, vaults and subscriptions go, by their key. One request for each. A refusal is an unknown entry.
	*/
	diagnosticSettings: (signal: AbortSignal, ids: readonly string[]) => Promise<ReadonlyMap<string, Fact<readonly DiagnosticSetting[]>>>;
	/**
	In which subscriptions Defender has assessed anything.
	*/
	assessedSubscriptions: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<AssessedSubscriptions>;
	/**
	Who holds which role, at every scope that reaches the fleet.
	*/
	roleAssignments: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<RoleAssignment>>;
	/**
	What the roles let do that somebody holds, and all that a company has made itself. One definition may stand there twice.
	*/
	roleDefinitions: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<ListedRole>>;
	/**
	What is taken away in each of some subscriptions, by its id. A refusal is an unknown entry.
	*/
	denyAssignments: (signal: AbortSignal, subscriptionIds: readonly string[]) => Promise<ReadonlyMap<string, Fact<readonly DenyAssignment[]>>>;
	/**
	What somebody may take on in each of some subscriptions, by its id. A refusal is an unknown entry.
	*/
	roleEligibilities: (signal: AbortSignal, subscriptionIds: readonly string[]) => Promise<ReadonlyMap<string, Fact<readonly RoleEligibility[]>>>;
	/**
	What Microsoft Graph tells of holders of roles and of who is in their groups, by object id; one that it does not know is gone. Asked
	only where a person wants names.
	*/
	principals: (signal: AbortSignal, ids: readonly string[]) => Promise<ReadonlyMap<string, Principal>>;
	/**
	What Azure Policy was told to leave out: exemptions, and which resources they exempt from what.
	*/
	policyExemptions: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<PolicyRecord>>;
	/**
	What the name service says of a name outside. Rejects where nothing can be said of it from here.
	*/
	resolveName: (signal: AbortSignal, name: string) => Promise<NameState>;
	/**
	At most `limit` open findings, worst first, and behind them those that somebody has exempted in Azure.
	*/
	findings: (
		signal: AbortSignal,
		subscriptions: readonly Subscription[],
		limit: number,
		onPartial?: OnPartial<Collected<Finding> & {readonly isComplete: boolean}>,
	) => Promise<Collected<Finding> & {readonly isComplete: boolean}>;
	findingTotals: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<FindingTotals>;
	/**
	What Defender says of each image in a registry, summed up by Resource Graph.
	*/
	imageScans: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<ImageScan>>;
	/**
	Which images run where, as far as Defender finds them vulnerable there.
	*/
	runningScans: (signal: AbortSignal, subscriptions: readonly Subscription[]) => Promise<Collected<RunningScan>>;
	/**
	The weaknesses of one image, read when it is opened.
	*/
	imageRecords: (signal: AbortSignal, image: Pick<Image, 'digest' | 'subscriptionId'>) => Promise<OpenedDocument>;
	/**
	What a registry itself lists, with the grant `registryContents` alone. Rejects with the signal's reason only.
	*/
	registryContents: (signal: AbortSignal, registry: Registry) => Promise<RegistryContents>;
	/**
	Asks once for each image family and region among the pools. A refusal is an unknown entry, not an error.
	*/
	nodeImages: (signal: AbortSignal, pools: readonly NodePool[]) => Promise<LatestNodeImages>;
	/**
	Asks once for each region among the clusters.
	*/
	kubernetesVersions: (signal: AbortSignal, clusters: readonly Cluster[]) => Promise<SupportedVersions>;
	/**
	The end of what a container of a group wrote; Reader is enough.
	*/
	containerLogs: (signal: AbortSignal, question: LogQuestion) => Promise<LogPart>;
	/**
	The fresh document of a cluster, node pool, registry or finding.
	*/
	document: (signal: AbortSignal, key: string) => Promise<OpenedDocument>;
	/**
	Findings on one resource and what lies below it: open, exempt, and built-in recommendations that are met.
	*/
	findingsOf: (signal: AbortSignal, key: string) => Promise<readonly Finding[]>;
};

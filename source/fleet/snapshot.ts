import type {DecisionsState} from '../decisions/decisions-state.js';
import type {ExemptionRow} from '../decisions/exemption-rows.js';
import type {ClusterNode} from '../model/cluster-node.js';
import type {ClusterRecords, DiagnosticSetting, VaultKey} from '../model/cluster-records.js';
import type {ClusterService} from '../model/cluster-service.js';
import type {Cluster} from '../model/cluster.js';
import type {ContainerGroup} from '../model/container-group.js';
import type {DataDisk} from '../model/data-disk.js';
import type {DefenderPlan} from '../model/defender-plan.js';
import type {DiskEncryptionSet} from '../model/disk-encryption-set.js';
import type {Exposure} from '../model/exposure.js';
import type {Finding, FindingTotals} from '../model/finding.js';
import type {GroupState} from '../model/group-state.js';
import type {Image} from '../model/image.js';
import type {Inside} from '../model/inside.js';
import type {JudgedSubscription} from '../model/judged-subscription.js';
import type {Host} from '../model/host.js';
import type {KeyVault} from '../model/key-vault.js';
import type {Fact} from '../model/known.js';
import type {SupportedVersions} from '../model/kubernetes-version.js';
import type {LatestNodeImages} from '../model/node-image.js';
import type {NetworkResource} from '../model/network-resource.js';
import type {NodePool} from '../model/node-pool.js';
import type {RegistryContents} from '../model/registry-contents.js';
import type {Registry} from '../model/registry.js';
import type {RegistryRecords} from '../model/registry-records.js';
import type {SignInState} from '../model/sign-in.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import type {Subscription} from '../model/subscription.js';
import type {AccessView} from '../posture/access/access-view.js';
import type {DefenderView} from '../posture/defender/defender-view.js';
import type {FleetPosture} from '../posture/posture.js';
import type {PricesState} from '../model/price-table.js';
import type {Relations} from '../posture/worklist/reach.js';
import type {FleetChanges} from './history/change.js';

/**
What is polled. The name is also the key of its query and of its entry in the kept file.
*/
export type SourceName =
	| 'subscriptions'
	| 'clusters'
	| 'registries'
	| 'containerGroups'
	| 'defenderPlans'
	| 'diskEncryptionSets'
	| 'keyVaults'
	| 'networkResources'
	| 'dataDisks'
	| 'vaultKeys'
	| 'registryRecords'
	| 'diagnosticSettings'
	| 'assessedSubscriptions'
	| 'roleAssignments'
	| 'roleDefinitions'
	| 'denyAssignments'
	| 'roleEligibilities'
	| 'principals'
	| 'policyExemptions'
	| 'findings'
	| 'findingTotals'
	| 'hosts'
	| 'imageScans'
	| 'runningScans'
	| 'nodeImages'
	| 'kubernetesVersions';

export type SourceState = {
	readonly name: SourceName;
	/**
	`waiting`: never read; `reading`: being read for the first time; `fresh`: read within its interval;
	`old`: shown from before (kept file, or polls that fail); `failed`: nothing to show; `off`: not asked with these settings.
	*/
	readonly status: 'waiting' | 'reading' | 'fresh' | 'old' | 'failed' | 'off';
	/**
	When what is shown was read, milliseconds since 1970.
	*/
	readonly readAt: number | undefined;
	/**
	When it is polled next.
	*/
	readonly nextAt: number | undefined;
	/**
	True while a poll is under way.
	*/
	readonly isReading: boolean;
	/**
	What is shown comes from the file of the last run.
	*/
	readonly isKept: boolean;
	/**
	The last error; what is shown stays.
	*/
	readonly error: SourceErrorDetail | undefined;
};

/**
Something that happened in this session and that `!` lists.
*/
export type Notice = {
	readonly at: number;
	readonly level: 'info' | 'warning' | 'error';
	readonly text: string;
};

/**
Everything known at one time. Immutable: a part that did not change keeps its identity from one snapshot to the next,
so that a view can compare with `===`.
*/
export type Snapshot = {
	readonly isDemo: boolean;
	readonly tenant: Fact<string | undefined>;
	readonly subscriptions: readonly Subscription[];
	readonly clusters: readonly Cluster[];
	/**
	All pools of all clusters.
	*/
	readonly nodePools: readonly NodePool[];
	readonly registries: readonly Registry[];
	readonly containerGroups: readonly ContainerGroup[];
	/**
	How container groups are just now, by their key: of those alone that were opened.
	*/
	readonly groupStates: ReadonlyMap<string, Fact<GroupState>>;
	/**
	Worst first; may be fewer than `findingTotals.total`.
	*/
	readonly findings: readonly Finding[];
	/**
	False when Resource Graph has more findings than were read.
	*/
	readonly findingsComplete: boolean;
	readonly findingTotals: FindingTotals | undefined;
	/**
	The images of all registries, and what runs from elsewhere, as far as anybody tells.
	*/
	readonly images: readonly Image[];
	/**
	What registries hold, by the registry's key; one that nobody has opened is absent.
	*/
	readonly registryContents: ReadonlyMap<string, RegistryContents>;
	/**
	Whether a person has asked to read what registries hold, beyond Reader.
	*/
	readonly imagesAsked: boolean;
	readonly defenderPlans: readonly DefenderPlan[];
	/**
	The subscriptions as something that is judged itself.
	*/
	readonly judgedSubscriptions: readonly JudgedSubscription[];
	/**
	Those that a cluster's disks are encrypted with.
	*/
	readonly diskEncryptionSets: readonly DiskEncryptionSet[];
	/**
	Those that hold a key of a registry or of one of `diskEncryptionSets`.
	*/
	readonly keyVaults: readonly KeyVault[];
	/**
	Machines of one's own that run Windows, connected by Azure Arc.
	*/
	readonly hosts: readonly Host[];
	/**
	Addresses, load balancers and the rest of the network that stands in the node resource groups of clusters.
	*/
	readonly networkResources: readonly NetworkResource[];
	/**
	Disks that clusters have made for volumes.
	*/
	readonly dataDisks: readonly DataDisk[];
	/**
	The keys of `keyVaults` that the fleet uses, by the vault's key; one that is not in the list is not there any more.
	*/
	readonly vaultKeys: ReadonlyMap<string, Fact<readonly VaultKey[]>>;
	/**
	What each registry's own service tells of it, by the registry's key; `details` only of those that were opened.
	*/
	readonly registryRecords: ReadonlyMap<string, RegistryRecords>;
	/**
	Where the logs of registries, of vaults in use and of subscriptions go, by their key.
	*/
	readonly diagnosticSettings: ReadonlyMap<string, Fact<readonly DiagnosticSetting[]>>;
	/**
	What a look inside showed, by the cluster's key; a cluster that nobody has looked into is absent.
	*/
	readonly insides: ReadonlyMap<string, Inside>;
	/**
	What Azure tells of one cluster when asked for it alone, by the cluster's key; absent where nobody has asked.
	*/
	readonly clusterRecords: ReadonlyMap<string, ClusterRecords>;
	/**
	The nodes of all clusters that were looked into.
	*/
	readonly nodes: readonly ClusterNode[];
	/**
	The Services of all clusters that were looked into, and of the others what Azure gives away.
	*/
	readonly services: readonly ClusterService[];
	/**
	Who can reach each of `services`, by its key.
	*/
	readonly exposures: Pick<ReadonlyMap<string, Exposure>, 'get'>;
	/**
	The clusters that a person has asked to look into, by key: one of them that is not among `insides` is being read.
	*/
	readonly insideAsked: 'all' | ReadonlySet<string>;
	/**
	What hangs on what.
	*/
	readonly relations: Relations;
	/**
	Who can do what; absent until it is worked out for the first time.
	*/
	readonly access: AccessView | undefined;
	/**
	Whether rights are worked out and everything is judged, of what was read until now.
	*/
	readonly isSettled: boolean;
	readonly latestNodeImages: LatestNodeImages;
	readonly supportedVersions: SupportedVersions;
	readonly sources: Readonly<Record<SourceName, SourceState>>;
	readonly posture: FleetPosture;
	/**
	Findings beside the checks that say the same: which count by themselves, which with a check, which nowhere.
	*/
	readonly defender: DefenderView;
	/**
	Risks that the team has accepted in its file, and what is to be done about them.
	*/
	readonly decisions: DecisionsState;
	/**
	Exemptions of Azure Policy that accept something here and end soon; the next one first.
	*/
	readonly endingExemptions: readonly ExemptionRow[];
	/**
	Prices for estimates, and where they come from.
	*/
	readonly prices: PricesState;
	/**
	Score at each full poll of earlier sessions, then of this one, oldest first, at most 60.
	*/
	readonly trend: readonly number[];
	/**
	What is new, fixed or reopened since the last poll, the start and the last session, and why the score moved.
	*/
	readonly changes: FleetChanges;
	readonly isPaused: boolean;
	readonly notices: readonly Notice[];
	/**
	Milliseconds since 1970 of the newest reading; absent before the first.
	*/
	readonly readAt: number | undefined;
	readonly nextAt: number | undefined;
	/**
	Set while sign-in needs a person: the device code, or why nothing worked.
	*/
	readonly signIn: SignInState;
};

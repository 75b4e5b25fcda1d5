import type {ClusterRecords, DiagnosticSetting, VaultKey} from '../model/cluster-records.js';
import type {Cluster} from '../model/cluster.js';
import type {DataDisk} from '../model/data-disk.js';
import type {DefenderPlan} from '../model/defender-plan.js';
import type {DiskEncryptionSet} from '../model/disk-encryption-set.js';
import type {JudgedSubscription} from '../model/judged-subscription.js';
import type {Host} from '../model/host.js';
import type {KeyVault} from '../model/key-vault.js';
import type {ClusterNode} from '../model/cluster-node.js';
import type {ClusterService} from '../model/cluster-service.js';
import type {ContainerGroup} from '../model/container-group.js';
import type {GroupState} from '../model/group-state.js';
import type {Exposure, NameState} from '../model/exposure.js';
import type {Image} from '../model/image.js';
import type {Inside} from '../model/inside.js';
import type {Fact} from '../model/known.js';
import type {SupportedVersions} from '../model/kubernetes-version.js';
import type {LatestNodeImages} from '../model/node-image.js';
import type {NodePool} from '../model/node-pool.js';
import type {SignatureSample} from '../model/registry-contents.js';
import type {Registry} from '../model/registry.js';
import type {RegistryRecords} from '../model/registry-records.js';
import type {Severity} from '../model/severity.js';
import type {Standards} from '../model/standards.js';
import type {
	ClusterAccess,
	IdentityAccess,
	RegistryAccess,
	SubscriptionAccess,
} from './access/summaries.js';
import type {
	Holdings,
	Puller,
	RegistryRight,
	VaultUser,
} from './relations.js';

/**
One value that decided an outcome, and where it was read.
*/
export type Evidence = {
	/**
	Property path inside the resource's document, e.g. `properties.apiServerAccessProfile.authorizedIPRanges`.
	*/
	readonly path: string;
	/**
	The value in words: `absent`, `true`, `0.0.0.0/0`.
	*/
	readonly value: string;
	/**
	Key of another resource in whose document the path stands; absent for the judged resource's own.
	*/
	readonly resource?: string;
};

export type Outcome =
	| {readonly status: 'pass'; readonly evidence: readonly Evidence[]}
	/**
	`severity` overrides the check's own where the evidence makes it better or worse.
	*/
	| {readonly status: 'fail'; readonly evidence: readonly Evidence[]; readonly severity?: Severity; readonly detail?: string}
	/**
	`isPending`: nobody has asked for it yet, so what was found before still stands.
	*/
	| {readonly status: 'unknown'; readonly reason: string; readonly isPending?: true}
	| {readonly status: 'not-applicable'; readonly because: Evidence};

/**
One map of the context. A check can only ask it for one key at a time: what it asked for is noted, so that it is evaluated
again when that answer has changed and at no other time. Values are plain data that JSON holds.
*/
export type Lookup<Key, Value> = Pick<ReadonlyMap<Key, Value>, 'get'>;

/**
The parts of a look inside that a cluster, or its pools, are judged by: Nodes and Services are judged by themselves.
*/
export type InsideFacts = Pick<Inside, 'reach' | 'kured' | 'agents' | 'storageClasses' | 'clusterAdmins'>;

/**
The parts of what a registry's own service tells that every registry is asked for.
*/
export type RegistryFacts = Pick<RegistryRecords, 'usages' | 'tokens' | 'scopeMaps'>;

/**
What is to be known of a registry by who pulls from it.
*/
export type RegistryFace = Pick<Registry, 'adminUser' | 'key' | 'name'>;

/**
What a check may look at besides its resource. Everything in it is known or unknown, never missing in silence. A new
member is a `Lookup` or a plain value; it needs no other entry for the judge to see what changes in it.
*/
export type JudgeContext = {
	/**
	Milliseconds since 1970. A check that reads it is evaluated again on another day.
	*/
	readonly now: number;
	/**
	By `nodeImageKey`.
	*/
	readonly latestNodeImages: Pick<LatestNodeImages, 'get'>;
	/**
	By region.
	*/
	readonly supportedVersions: Pick<SupportedVersions, 'get'>;
	/**
	Plan `Containers` of each subscription id (small letters).
	*/
	readonly containersPlans: Lookup<string, Fact<DefenderPlan | undefined>>;
	/**
	Every plan, by `planKey`. Where this and what follows is absent, nothing of it was read.
	*/
	readonly plans?: Lookup<string, Fact<DefenderPlan | undefined>>;
	/**
	What a subscription holds, by its id.
	*/
	readonly holdings?: Lookup<string, Fact<Holdings>>;
	/**
	What an identity may do with registries of the fleet, by its object id in small letters.
	*/
	readonly registryRights?: Lookup<string, Fact<readonly RegistryRight[]>>;
	/**
	The clusters whose kubelet identity may pull from a registry, by the registry's key.
	*/
	readonly pullers?: Lookup<string, Fact<readonly Puller[]>>;
	/**
	What of the fleet has its key in a vault, by the vault's key.
	*/
	readonly vaultUsers?: Lookup<string, readonly VaultUser[]>;
	/**
	Who can reach a Service, by its key.
	*/
	readonly exposures?: Lookup<string, Exposure>;
	/**
	What became of the names outside that Services stand for. A name that could not be looked up is absent.
	*/
	readonly names?: Lookup<string, NameState>;
	/**
	What a look inside a cluster shows, by the cluster's key.
	*/
	readonly insides?: Lookup<string, Fact<InsideFacts>>;
	/**
	What Azure tells of a cluster when it is asked for that one, by the cluster's key.
	*/
	readonly records?: Lookup<string, Fact<ClusterRecords>>;
	/**
	The disks that a cluster has made for volumes, by the cluster's key.
	*/
	readonly dataDisks?: Lookup<string, Fact<readonly DataDisk[]>>;
	/**
	The keys of a vault, by its key.
	*/
	readonly vaultKeys?: Lookup<string, Fact<readonly VaultKey[]>>;
	/**
	Usages, tokens and scope maps of a registry, by its key.
	*/
	readonly registryRecords?: Lookup<string, Fact<RegistryFacts>>;
	/**
	Whether the newest tags of a registry are signed, by the registry's key.
	*/
	readonly signatures?: Lookup<string, Fact<SignatureSample>>;
	/**
	Where the logs of a registry, vault or subscription go, by its key.
	*/
	readonly diagnostics?: Lookup<string, Fact<readonly DiagnosticSetting[]>>;
	/**
	Whether Defender has assessed anything in a subscription, by its id.
	*/
	readonly assessed?: Lookup<string, Fact<boolean>>;
	/**
	Who may do what over a subscription, by its id; with a registry or a cluster, by its key.
	*/
	readonly subscriptionAccess?: Lookup<string, SubscriptionAccess>;
	readonly registryAccess?: Lookup<string, RegistryAccess>;
	readonly clusterAccess?: Lookup<string, ClusterAccess>;
	/**
	What an identity of a container group may do everywhere, by its object id in small letters.
	*/
	readonly identityAccess?: Lookup<string, IdentityAccess>;
	/**
	How a container group is just now, by its key: of those that were opened.
	*/
	readonly groupStates?: Lookup<string, Fact<GroupState>>;
	/**
	The registry of the fleet that has a login server, in small letters; one that is not among those that were read is unknown.
	*/
	readonly registriesByServer?: Lookup<string, Fact<RegistryFace>>;
	/**
	What this organisation asks for; absent: nothing (`noStandards`).
	*/
	readonly standards?: Standards;
};

export type CheckReferences = {
	readonly cisAks?: readonly string[];
	readonly mcsb?: readonly string[];
	readonly azurePolicy?: readonly string[];
	/**
	Assessment keys of the Defender recommendations that say the same.
	*/
	readonly defender?: readonly string[];
};

export type Fix = {
	/**
	A command for a POSIX shell, with the resource's own names quoted.
	*/
	readonly command: string;
	/**
	What it changes and what it can interrupt, in one line.
	*/
	readonly effect: string;
};

export type JudgedResource = {
	readonly cluster: Cluster;
	readonly nodePool: NodePool;
	readonly registry: Registry;
	readonly subscription: JudgedSubscription;
	readonly diskEncryptionSet: DiskEncryptionSet;
	readonly keyVault: KeyVault;
	readonly node: ClusterNode;
	readonly service: ClusterService;
	readonly image: Image;
	readonly containerGroup: ContainerGroup;
	readonly host: Host;
};

export type JudgedKind = keyof JudgedResource;

/**
One entry of the catalogue: data and one pure function.
*/
export type Check<Kind extends JudgedKind = JudgedKind> = {
	/**
	The id of the catalogue, e.g. `aks-local-accounts-enabled`.
	*/
	readonly id: string;
	readonly kind: Kind;
	readonly title: string;
	readonly severity: Severity;
	/**
	Why it matters, in one or two sentences.
	*/
	readonly why: string;
	/**
	The property paths and the api that decide it.
	*/
	readonly decidedBy: string;
	readonly references: CheckReferences;
	readonly fix: (resource: JudgedResource[Kind]) => Fix;
	/**
	Never throws, never passes on what is unknown.
	*/
	readonly judge: (resource: JudgedResource[Kind], context: JudgeContext) => Outcome;
};

/**
Somebody has decided to live with a failure: an entry of the decisions file, or an exemption in Azure.
*/
export type Acceptance = {
	readonly from: 'file' | 'azure';
	readonly reason: string;
	/**
	Who decided; Azure's exemptions do not always say.
	*/
	readonly by: string | undefined;
	/**
	Last day on which it holds, ISO; absent for one without an end.
	*/
	readonly until: string | undefined;
	/**
	Where it stands: `decisions.yaml:12`, or the id of the exemption.
	*/
	readonly at: string;
};

/**
The outcome of one check on one resource.
*/
export type Verdict = {
	readonly checkId: string;
	readonly outcome: Outcome;
	/**
	The severity that counts: the outcome's own or else the check's.
	*/
	readonly severity: Severity;
	/**
	Only on a failure. It is shown as accepted, never as a pass, and leaves the counts and the score.
	*/
	readonly accepted?: Acceptance;
	/**
	Only on what is unknown now: it failed with this severity when it could last be read, and costs the score as much as then.
	*/
	readonly lastFailure?: Severity;
};

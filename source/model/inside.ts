import type {ClusterNode} from './cluster-node.js';
import type {ClusterService} from './cluster-service.js';
import type {Fact, UnknownCause} from './known.js';
import type {NamespacePolicy, Route} from './route.js';
import type {RunningImage} from './running-image.js';

/**
The ways to a cluster's own API, in the order in which they are tried.
*/
export const reachWays = ['entra', 'local-account', 'kubeconfig', 'run-command'] as const;

export type ReachWay = (typeof reachWays)[number];

/**
Why one way was not taken, or failed.
*/
export type ReachAttempt = {
	readonly way: ReachWay;
	readonly cause: UnknownCause;
	/**
	One sentence; sanitised.
	*/
	readonly reason: string;
	/**
	The way out, often a command.
	*/
	readonly remedy: string | undefined;
};

/**
How a cluster's own API was reached.
*/
export type Reach = {
	/**
	Absent: it was not.
	*/
	readonly way: ReachWay | undefined;
	/**
	Host of the API server that answered, or was asked.
	*/
	readonly server: string | undefined;
	/**
	What was tried before, or instead.
	*/
	readonly attempts: readonly ReachAttempt[];
};

/**
Kured, which restarts nodes that wait for it. Source: kubereboot/kured; its lock is an annotation of its DaemonSet.
*/
export type Kured = {
	readonly namespace: string;
	readonly desired: number | undefined;
	readonly ready: number | undefined;
	/**
	Whether it runs with `--annotate-nodes`; without, nodes do not tell of restarts.
	*/
	readonly annotatesNodes: boolean;
	/**
	Who holds the lock now; `isManual`: a person took it so that nothing restarts.
	*/
	readonly locks: ReadonlyArray<{readonly node: string; readonly since: string | undefined; readonly isManual: boolean}>;
};

/**
A storage class of Azure disks. Source: storage.k8s.io/v1 StorageClass; parameters of disk.csi.azure.com, whose names compare without regard to case.
*/
export type StorageClass = {
	readonly name: string;
	readonly provisioner: string;
	readonly isDefault: boolean;
	/**
	Id of the disk encryption set; absent: a key of the platform.
	*/
	readonly diskEncryptionSetId: string | undefined;
	readonly sku: string | undefined;
};

/**
Who is bound to `cluster-admin`. Source: rbac.authorization.k8s.io/v1 ClusterRoleBinding.
*/
export type AdminSubject = {
	readonly binding: string;
	readonly kind: string;
	readonly name: string;
	readonly namespace: string | undefined;
};

/**
An agent of a security or monitoring product that runs as a DaemonSet in kube-system.
*/
export type AgentSet = {
	readonly name: string;
	readonly namespace: string;
	readonly desired: number | undefined;
	readonly ready: number | undefined;
};

/**
What a look inside one cluster shows. Each part is known or unknown by itself: an identity may read Nodes and no ClusterRoleBindings.
*/
export type Inside = {
	readonly clusterKey: string;
	readonly reach: Reach;
	/**
	`gitVersion` of `/version`.
	*/
	readonly version: Fact<string | undefined>;
	readonly nodes: Fact<readonly ClusterNode[]>;
	readonly services: Fact<readonly ClusterService[]>;
	readonly routes: Fact<readonly Route[]>;
	readonly namespacePolicies: Fact<readonly NamespacePolicy[]>;
	/**
	Absent: it does not run there.
	*/
	readonly kured: Fact<Kured | undefined>;
	readonly agents: Fact<readonly AgentSet[]>;
	readonly storageClasses: Fact<readonly StorageClass[]>;
	readonly clusterAdmins: Fact<readonly AdminSubject[]>;
	/**
	What its pods run now: the most pods first.
	*/
	readonly images: Fact<readonly RunningImage[]>;
	/**
	Milliseconds since 1970.
	*/
	readonly readAt: number;
};

/**
What more than Reader needs, and a person has asked for: to look inside clusters with the user credentials
(`Microsoft.ContainerService/managedClusters/listClusterUserCredential/action`), with a shared certificate too, and by the run command.
*/
export type InsideGrants = {
	readonly userCredential: boolean;
	readonly localAccounts: boolean;
	readonly runCommand: boolean;
	/**
	To ask registries themselves what they hold (AcrPull, or Container Registry Repository Reader).

	@default false
	*/
	readonly registryContents?: boolean;
};

/**
What a look into one cluster may use.
*/
export type LookGrants = InsideGrants & {
	/**
	How often a person has asked for the run command of this cluster anew: each time is one run, and no look in between is.

	@default 0
	*/
	readonly runs?: number | undefined;
};

/**
As long as nobody asks for more, Reader is all that is used.
*/
export const noGrants: InsideGrants = {userCredential: false, localAccounts: false, runCommand: false};

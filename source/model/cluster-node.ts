import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
Whether a node waits for a restart, and who says so.
*/
export type Reboot = {
	/**
	`not-reported`: nothing on this node tells of restarts (Kured marks nodes only with `--annotate-nodes`), which is not the same as none.
	*/
	readonly state: 'needed' | 'in-progress' | 'none' | 'not-reported';
	/**
	ISO 8601.
	*/
	readonly since: string | undefined;
	/**
	Path of the annotation or condition that says it.
	*/
	readonly path: string | undefined;
};

/**
Packages that the channel SecurityPatch puts on a node while it runs; the node keeps its image then. ISO 8601 both.
*/
export type LivePatch = {
	/**
	State of the packages that was put on it last.
	*/
	readonly applied: string | undefined;
	/**
	The state that AKS wants on it.
	*/
	readonly wanted: string | undefined;
};

/**
A condition of a node that is not as it should be.
*/
export type NodeProblem = {
	readonly type: string;
	readonly status: string;
	/**
	`lastTransitionTime`, ISO 8601.
	*/
	readonly since: string | undefined;
	readonly reason: string | undefined;
	readonly message: string | undefined;
};

/**
A node as the cluster's own API tells of it. Its id is the cluster's, followed by `/nodes/NAME`.
Source: Kubernetes core/v1 Node; labels of AKS.
*/
export type ClusterNode = Resource & {
	readonly kind: 'node';
	readonly clusterKey: string;
	readonly clusterName: string;
	/**
	Label `kubernetes.azure.com/agentpool`; absent for a node of none.
	*/
	readonly poolName: Fact<string | undefined>;
	readonly poolKey: string | undefined;
	/**
	`autoUpgradeProfile.nodeOSUpgradeChannel` of the cluster, repeated here because it decides whether restarts matter.
	*/
	readonly nodeOsUpgradeChannel: Fact<string | undefined>;
	/**
	`metadata.creationTimestamp`, ISO 8601.
	*/
	readonly created: Fact<string | undefined>;
	/**
	`linux` or `windows`: `status.nodeInfo.operatingSystem`.
	*/
	readonly operatingSystem: Fact<string | undefined>;
	/**
	Label `kubernetes.azure.com/os-sku-effective`, or else `os-sku`.
	*/
	readonly osSku: Fact<string | undefined>;
	/**
	`status.nodeInfo.osImage`, as `Ubuntu 22.04.5 LTS`.
	*/
	readonly osImage: Fact<string | undefined>;
	/**
	Label `kubernetes.azure.com/node-image-version`.
	*/
	readonly nodeImageVersion: Fact<string | undefined>;
	/**
	Annotations `kubernetes.azure.com/live-patching-current-timestamp` and `-golden-timestamp`, each as `20260710T000000Z`; absent: never
	patched so. Source: Azure/AgentBaker, parts/linux/cloud-init/artifacts/ubuntu/ubuntu-snapshot-update.sh.
	*/
	readonly livePatch: Fact<LivePatch | undefined>;
	readonly kernelVersion: Fact<string | undefined>;
	/**
	Without the leading v.
	*/
	readonly kubeletVersion: Fact<string | undefined>;
	/**
	`status.nodeInfo.containerRuntimeVersion`, as `containerd://1.7.27-1`.
	*/
	readonly containerRuntime: Fact<string | undefined>;
	/**
	The condition `Ready`: True, False, Unknown, and since when.
	*/
	readonly ready: Fact<{readonly status: string; readonly since: string | undefined; readonly reason: string | undefined} | undefined>;
	/**
	`spec.unschedulable`; absent means false.
	*/
	readonly isCordoned: Fact<boolean>;
	/**
	`timeAdded` of the taint `node.kubernetes.io/unschedulable`, ISO 8601.
	*/
	readonly cordonedSince: Fact<string | undefined>;
	readonly reboot: Fact<Reboot>;
	/**
	Conditions other than Ready that are not as they should be.
	*/
	readonly problems: Fact<readonly NodeProblem[]>;
	/**
	`status.addresses` of type InternalIP and ExternalIP.
	*/
	readonly internalAddresses: Fact<readonly string[]>;
	readonly externalAddresses: Fact<readonly string[]>;
};

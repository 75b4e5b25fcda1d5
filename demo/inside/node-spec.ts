import type {PoolSpec} from '../fleet/cluster-spec.js';
import type {ImageFamilyName} from '../fleet/node-images.js';

/**
How a node stands with restarts, where Kured marks nodes.
*/
export type NodeReboot = {
	/**
	`waits`: marked, and nobody has begun; `drains`: cordoned, Kured empties it; `restarts`: it is down; `done`: marks of an earlier time.
	*/
	readonly step: 'waits' | 'drains' | 'restarts' | 'done';
	/**
	Milliseconds since 1970: when it was marked, and when its present step began.
	*/
	readonly since: number;
	readonly steppedAt: number;
};

/**
Everything that makes one node differ from another; `nodeDocument` makes Kubernetes' document of it.
*/
export type NodeSpec = {
	readonly name: string;
	/**
	Absent: made by node auto-provisioning, in no pool.
	*/
	readonly pool: PoolSpec | undefined;
	/**
	Its place among the nodes of the cluster, which its address follows.
	*/
	readonly place: number;
	/**
	Its place in its scale set.
	*/
	readonly instance: number;
	readonly image: ImageFamilyName;
	readonly imageVersion: string;
	readonly vmSize: string;
	readonly kubeletVersion: string;
	/**
	Weeks by which its kernel is behind the newest one.
	*/
	readonly kernelWeeks: number;
	/**
	Milliseconds since 1970.
	*/
	readonly created: number;
	readonly zone: string | undefined;
	readonly externalIp: string | undefined;
	/**
	Milliseconds since 1970: when its kubelet was last heard of, for one that is lost; absent: it is well.
	*/
	readonly lostAt: number | undefined;
	/**
	When a person cordoned it.
	*/
	readonly cordonedAt: number | undefined;
	/**
	The condition that Azure's maintenance or a full disk has set, and since when.
	*/
	readonly trouble: {readonly type: 'VMEventScheduled' | 'DiskPressure'; readonly since: number} | undefined;
	readonly reboot: NodeReboot | undefined;
	/**
	What begins the marks of restarts: Kured's prefix.
	*/
	readonly marks: string | undefined;
	/**
	State of the packages that the channel SecurityPatch has put on it, and that it wants on it; milliseconds since 1970.
	*/
	readonly livePatch: {readonly applied: number; readonly wanted: number} | undefined;
};

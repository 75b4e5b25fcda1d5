import type {ClusterNode, Reboot} from '../../model/cluster-node.js';
import type {Cluster} from '../../model/cluster.js';
import type {Kured} from '../../model/inside.js';
import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import type {KubernetesVersion} from '../../model/kubernetes-version.js';
import type {NodeImage} from '../../model/node-image.js';
import type {NodePool} from '../../model/node-pool.js';
import {imageStanding, type ImageStanding} from './image-standing.js';
import {kubeletSupport, type KubeletSupport} from './kubelet-support.js';
import {patientDays} from './limits.js';
import type {PatchState} from './patch-state.js';
import {patchWay, type PatchWay} from './patch-way.js';
import {restartOf} from './restart-of.js';

/**
What is told of a node besides itself.
*/
export type NodeSurroundings = {
	/**
	Absent: the node belongs to no pool that is known.
	*/
	readonly pool: NodePool | undefined;
	readonly cluster: Cluster | undefined;
	/**
	Newest image of the node's family in its region; absent: not read.
	*/
	readonly newest: Fact<NodeImage> | undefined;
	/**
	Versions that the node's region offers; absent: not read.
	*/
	readonly offered: Fact<readonly KubernetesVersion[]> | undefined;
	readonly kured: Fact<Kured | undefined>;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

/**
How patched one node is, and why.
*/
export type NodePatching = {
	readonly state: PatchState;
	/**
	One sentence without a full stop.
	*/
	readonly because: string;
	readonly isWindows: boolean;
	readonly image: ImageStanding;
	readonly kubelet: KubeletSupport;
	readonly way: PatchWay;
	readonly restart: Fact<Reboot>;
	/**
	When patches last came to it that can be told: it was made anew from its image, or got packages while it ran. ISO 8601.
	*/
	readonly patchedAt: string | undefined;
	/**
	The higher, the sooner somebody should look.
	*/
	readonly risk: number;
};

const day = 86_400_000;

const later = (one: string | undefined, other: string | undefined): string | undefined =>
	one === undefined || (other !== undefined && other > one) ? other : one;

type Judged = Pick<NodePatching, 'state' | 'because' | 'risk'>;

const judgeRestart = (restart: Fact<Reboot>, now: number): Judged | undefined => {
	if (isUnknown(restart)) {
		return undefined;
	}

	const waits = restart.since === undefined ? undefined : Math.floor((now - Date.parse(restart.since)) / day);
	switch (restart.state) {
		case 'in-progress': {
			return {state: 'reboot-pending', because: 'it is being restarted', risk: 20};
		}

		case 'needed': {
			const isLong = waits !== undefined && waits > patientDays;
			return {state: 'reboot-pending', because: waits === undefined ? 'it waits for a restart' : (waits === 0 ? 'it waits for a restart since less than a day' : `it waits for a restart for ${waits} d`), risk: isLong ? 55 : 35};
		}

		case 'none':
		case 'not-reported': {
			return undefined;
		}
	}
};

/**
A node that patches itself fetches kernels at night, which run only after a restart; nothing but Kured's marks tells of that. It sets
them within its window only, so that none is no proof.
*/
const unseen = (restart: Fact<Reboot>, kured: Fact<Kured | undefined>): Judged => {
	if (isUnknown(restart)) {
		return {state: 'unknown', because: restart.reason, risk: 15};
	}

	return valueOf(kured)?.annotatesNodes === true
		? {state: 'unknown', because: 'it patches itself nightly, and Kured has not marked it: a restart may wait for Kured\'s window', risk: 8}
		: {state: 'unknown', because: 'it patches itself nightly, and nothing tells whether it waits for a restart', risk: 15};
};

const judge = ({image, way, restart, kured, now}: Pick<NodePatching, 'image' | 'way' | 'restart'> & Pick<NodeSurroundings, 'kured' | 'now'>): Judged => {
	const pending = judgeRestart(restart, now);
	if (pending) {
		return pending;
	}

	if (image.state === 'behind') {
		return {state: 'behind', because: image.because, risk: image.isSevere ? 60 : 40};
	}

	if (image.state === 'unknown') {
		return {state: 'unknown', because: image.because, risk: 15};
	}

	return way === 'nightly' && (isUnknown(restart) || restart.state === 'not-reported')
		? unseen(restart, kured)
		: {state: 'current', because: image.because, risk: 0};
};

/**
How patched a node is. A restart that waits counts before an image that is behind; what cannot be told is unknown, never current.
*/
export const nodePatching = (node: ClusterNode, {pool, cluster, newest, offered, kured, now}: NodeSurroundings): NodePatching => {
	const operatingSystem = valueOf(node.operatingSystem) ?? valueOf(pool?.osType);
	const isWindows = operatingSystem?.toLowerCase() === 'windows';
	const livePatch = valueOf(node.livePatch)?.applied;
	const image = imageStanding({
		version: node.nodeImageVersion, osSku: node.osSku, isWindows, newest, patchedOn: isWindows ? undefined : livePatch?.slice(0, 10), now,
	});
	const kubelet = kubeletSupport(node.kubeletVersion, cluster?.supportPlan, offered, now);
	// A node that no pool manages gets nothing from the channel of the cluster.
	const way = pool ? patchWay(pool.nodeOsUpgradeChannel, cluster?.upgradeChannel, isWindows) : 'unknown';
	const restart = restartOf(node, kured);
	const judged = judge({
		image, way, restart, kured, now,
	});
	return {
		...judged,
		isWindows,
		image,
		kubelet,
		way,
		restart,
		patchedAt: later(valueOf(node.created), livePatch),
		risk: judged.risk + (kubelet.state === 'over' ? 20 : 0),
	};
};

import type {ClusterNode} from '../../model/cluster-node.js';
import type {Cluster} from '../../model/cluster.js';
import type {Kured} from '../../model/inside.js';
import {valueOf, type Fact} from '../../model/known.js';
import type {KubernetesVersion} from '../../model/kubernetes-version.js';
import type {NodeImage} from '../../model/node-image.js';
import type {NodePool} from '../../model/node-pool.js';
import {emptyBecause, managedBecause} from '../checks/node-pool/emptiness.js';
import {calloutRisk, type Callout} from './callout.js';
import {guardCallouts} from './guard-callouts.js';
import {imageStanding, type ImageStanding} from './image-standing.js';
import {kubeletSupport, type KubeletSupport} from './kubelet-support.js';
import type {NodePatching} from './node-patching.js';
import {
	addCounts,
	countedNodes,
	noNodes,
	type PatchCounts,
	type PatchState,
} from './patch-state.js';
import {patchWay, type PatchWay} from './patch-way.js';
import {poolCallouts} from './pool-callouts.js';

export type PatchedNode = {readonly node: ClusterNode; readonly patching: NodePatching};

/**
How patched a pool is: from its nodes where somebody looked into the cluster, else from what Azure says of the pool.
*/
export type PoolPatching = {
	readonly pool: NodePool;
	/**
	Of the pool itself, or of its worst node.
	*/
	readonly state: PatchState;
	readonly because: string;
	readonly counts: PatchCounts;
	/**
	Azure names no number of nodes: the counts are of the pool as one.
	*/
	readonly isUncounted: boolean;
	/**
	The nodes, worst first; absent where nobody looked into the cluster, or may not read its nodes.
	*/
	readonly nodes: readonly PatchedNode[] | undefined;
	readonly isWindows: boolean;
	readonly image: ImageStanding;
	readonly kubelet: KubeletSupport;
	readonly way: PatchWay;
	/**
	When patches last came to any node, ISO 8601; absent where that cannot be told.
	*/
	readonly patchedAt: string | undefined;
	readonly callouts: readonly Callout[];
	readonly risk: number;
};

export type PoolSurroundings = {
	readonly cluster: Cluster | undefined;
	readonly newest: Fact<NodeImage> | undefined;
	readonly offered: Fact<readonly KubernetesVersion[]> | undefined;
	readonly kured: Fact<Kured | undefined>;
	readonly nodes: readonly PatchedNode[] | undefined;
	readonly asksForFips: boolean;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

/**
Without a look inside: an image alone says nothing of a kernel that was fetched and does not run yet.
*/
const stateByImage = (image: ImageStanding, way: PatchWay): Pick<PoolPatching, 'state' | 'because' | 'risk'> => {
	if (image.state === 'behind') {
		return {state: 'behind', because: image.because, risk: image.isSevere ? 60 : 40};
	}

	if (image.state === 'unknown') {
		return {state: 'unknown', because: image.because, risk: 15};
	}

	return way === 'nightly'
		? {state: 'unknown', because: 'its nodes patch themselves nightly, and only a look inside tells which wait for a restart', risk: 15}
		: {state: 'current', because: image.because, risk: 0};
};

const stateOf = (pool: NodePool, image: ImageStanding, way: PatchWay, nodes: readonly PatchedNode[] | undefined): Pick<PoolPatching, 'state' | 'because' | 'risk'> => {
	if (managedBecause(pool)) {
		return {state: 'current', because: 'Microsoft runs and patches its nodes', risk: 0};
	}

	if ((nodes?.length ?? 0) === 0 && emptyBecause(pool)) {
		return {...stateByImage(image, way), because: `it has no node now; the next one: ${image.because}`, risk: 0};
	}

	const worst = nodes?.[0];
	return worst
		? {state: worst.patching.state, because: `${worst.node.name}: ${worst.patching.because}`, risk: worst.patching.risk}
		: stateByImage(image, way);
};

const countsOf = (pool: NodePool, state: PatchState, nodes: readonly PatchedNode[] | undefined): {readonly counts: PatchCounts; readonly isUncounted: boolean} => {
	if (nodes !== undefined && nodes.length > 0) {
		return {counts: addCounts(nodes.map(({patching}) => ({...noNodes, [patching.state]: 1}))), isUncounted: false};
	}

	if (emptyBecause(pool)) {
		return {counts: noNodes, isUncounted: false};
	}

	const count = valueOf(pool.count);
	return {counts: {...noNodes, [state]: count ?? 1}, isUncounted: count === undefined};
};

/**
How patched a pool is. Its risk is that of its worst node, what is called out on top, and up to ten for the share of nodes that are not current.
*/
export const poolPatching = (pool: NodePool, around: PoolSurroundings): PoolPatching => {
	const {cluster, newest, offered, kured, nodes, asksForFips, now} = around;
	const isWindows = pool.osType === 'Windows';
	const way = patchWay(pool.nodeOsUpgradeChannel, cluster?.upgradeChannel, isWindows);
	const image = imageStanding({
		version: pool.nodeImageVersion, osSku: pool.osSku, isWindows, newest, now,
	});
	const kubelet = kubeletSupport(pool.kubernetesVersion, cluster?.supportPlan, offered, now);
	const patchedAt = nodes?.map(({patching}) => patching.patchedAt).filter(at => at !== undefined).toSorted().at(-1);
	const judged = stateOf(pool, image, way, nodes);
	const {counts, isUncounted} = countsOf(pool, judged.state, nodes);
	const isHosted = managedBecause(pool) !== undefined;
	const patched = {
		pool, image, kubelet, way, isWindows, patchedAt,
	};
	const callouts = [...(isHosted ? [] : poolCallouts(patched, kured, now)), ...guardCallouts(pool, asksForFips)];
	const total = countedNodes(counts);
	const share = total === 0 ? 0 : (total - counts.current) / total;
	return {
		...judged,
		pool,
		counts,
		isUncounted,
		nodes,
		isWindows,
		image,
		kubelet,
		way,
		patchedAt,
		callouts,
		risk: judged.risk + callouts.reduce((sum, {severity}) => sum + calloutRisk[severity], 0) + (10 * share),
	};
};

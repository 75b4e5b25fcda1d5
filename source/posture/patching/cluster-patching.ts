import type {MaintenanceWindow} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Inside, Kured} from '../../model/inside.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {Callout} from './callout.js';
import {
	addCounts,
	countedNodes,
	noNodes,
	type PatchCounts,
	type PatchState,
} from './patch-state.js';
import type {PatchedNode, PoolPatching} from './pool-patching.js';

/**
Whether somebody looked at the nodes of a cluster: `looked`; `not-looked`: nobody has asked; `failed`: why not.
*/
export type Look =
	| {readonly state: 'looked'}
	| {readonly state: 'not-looked'}
	| {readonly state: 'failed'; readonly reason: string};

/**
How patched a cluster is: the sum of its pools and of the nodes that belong to none.
*/
export type ClusterPatching = {
	readonly cluster: Cluster;
	readonly counts: PatchCounts;
	/**
	Pools of which Azure names no number of nodes, each counted as one.
	*/
	readonly uncountedPools: number;
	/**
	Worst of what it has; `unknown` where its pools could not be read.
	*/
	readonly state: PatchState;
	readonly because: string;
	readonly pools: readonly PoolPatching[];
	/**
	Nodes of no pool that is known.
	*/
	readonly strays: readonly PatchedNode[];
	readonly look: Look;
	readonly window: Fact<MaintenanceWindow | undefined>;
	/**
	Every callout of its pools once, the one of the riskiest pool first.
	*/
	readonly callouts: readonly Callout[];
	/**
	The most days that an image is behind the newest.
	*/
	readonly lag: number | undefined;
	readonly risk: number;
};

/**
Whether somebody looked at the nodes.

@param nodes what a look found of them; absent: there was none
*/
export const lookOf = (nodes: Inside['nodes'] | undefined): Look => {
	if (nodes === undefined) {
		return {state: 'not-looked'};
	}

	return isUnknown(nodes) ? {state: 'failed', reason: nodes.reason} : {state: 'looked'};
};

// One object, so that what is remembered of a node holds.
const notLooked = unknown('not-asked', 'Nobody has looked into this cluster.');

export const kuredOf = (inside: Inside | undefined): Fact<Kured | undefined> => inside === undefined ? notLooked : inside.kured;

const calloutsOf = (pools: readonly PoolPatching[]): readonly Callout[] => {
	const found = new Map<string, Callout>();
	for (const {callouts} of pools) {
		for (const callout of callouts) {
			if (!found.has(callout.id)) {
				found.set(callout.id, callout);
			}
		}
	}

	return found.values().toArray();
};

/**
How patched a cluster is. Its risk is that of its riskiest pool, and up to ten for the share of its nodes that are not current: a cluster
with one bad pool stands before one that is a little old everywhere.

@param pools of this cluster, in any order
*/
export const clusterPatching = (input: {
	readonly cluster: Cluster;
	readonly pools: readonly PoolPatching[];
	readonly strays: readonly PatchedNode[];
	readonly look: Look;
	readonly window: Fact<MaintenanceWindow | undefined>;
}): ClusterPatching => {
	const {cluster, strays} = input;
	const pools = input.pools.toSorted((one, other) => other.risk - one.risk);
	const counts = addCounts([...pools.map(pool => pool.counts), ...strays.map(({patching}) => ({...noNodes, [patching.state]: 1}))]);
	const total = countedNodes(counts);
	const [worstPool] = pools;
	const worstStray = strays[0]?.patching;
	const share = total === 0 ? 0 : (total - counts.current) / total;
	const isPoolWorst = worstPool !== undefined && worstPool.risk >= (worstStray?.risk ?? 0);
	const worst = isPoolWorst ? {state: worstPool.state, because: `${worstPool.pool.name}: ${worstPool.because}`} : worstStray;
	const lags = [...pools.map(({image}) => image.lag), ...pools.flatMap(({nodes = []}) => nodes.map(({patching}) => patching.image.lag))].filter(lag => lag !== undefined);
	return {
		...input,
		pools,
		counts,
		uncountedPools: pools.filter(({isUncounted}) => isUncounted).length,
		state: worst?.state ?? 'unknown',
		because: worst?.because ?? (isUnknown(cluster.nodePools) ? cluster.nodePools.reason : 'Azure lists no node pool here'),
		callouts: calloutsOf(pools),
		lag: lags.length === 0 ? undefined : Math.max(...lags),
		risk: Math.max(worstPool?.risk ?? 0, worstStray?.risk ?? 0, isUnknown(cluster.nodePools) ? 15 : 0) + (10 * share),
	};
};

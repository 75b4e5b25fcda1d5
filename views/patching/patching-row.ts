import type {Cluster} from '../../source/model/cluster.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Resource} from '../../source/model/resource.js';
import type {ClusterPatching} from '../../source/posture/patching/cluster-patching.js';
import {addCounts, noNodes} from '../../source/posture/patching/patch-state.js';
import type {PoolPatching} from '../../source/posture/patching/pool-patching.js';

/**
A cluster as a row of the patching view. Its key is the cluster's, so that what is known by that key (posture, fixes) is found.
*/
export type ClusterRow = Resource & {readonly patching: ClusterPatching; readonly resource: Cluster};

/**
A pool of a cluster, or the nodes that belong to none.
*/
export type PoolRow = Resource & {
	readonly patching: Pick<PoolPatching, 'counts' | 'risk' | 'state' | 'because'> & Partial<PoolPatching>;
	/**
	Absent: nodes of no pool.
	*/
	readonly resource: NodePool | undefined;
};

const bare = ({kind, id, key, name, subscriptionId, resourceGroup, region, tags}: Resource): Resource => ({
	kind, id, key, name, subscriptionId, resourceGroup, region, tags,
});

const rows = new WeakMap<ClusterPatching, ClusterRow>();

/**
The row of a cluster; the same one for as long as nothing about it changed.
*/
export const clusterRow = (patching: ClusterPatching): ClusterRow => {
	let row = rows.get(patching);
	if (!row) {
		row = {...bare(patching.cluster), patching, resource: patching.cluster};
		rows.set(patching, row);
	}

	return row;
};

/**
The rows of a cluster's pools, riskiest first, and one for its nodes that belong to none.
*/
export const poolRows = ({cluster, pools, strays}: ClusterPatching): readonly PoolRow[] => {
	const [worst] = strays;
	return [
		...pools.map(patching => ({...bare(patching.pool), patching, resource: patching.pool})),
		...(worst
			? [{
				...bare(cluster),
				key: `${cluster.key}/nodes`,
				name: 'no pool',
				patching: {...worst.patching, counts: addCounts(strays.map(({patching: {state}}) => ({...noNodes, [state]: 1})))},
				resource: undefined,
			} as const]
			: []),
	];
};

import type {Cluster} from '../model/cluster.js';
import {valueOf} from '../model/known.js';
import type {NodePool} from '../model/node-pool.js';
import {reuseList} from './reuse.js';

/**
Makes the function that gives all pools of all clusters; the same list again for the same clusters.
*/
export const createNodePoolsOf = (): ((clusters: readonly Cluster[]) => readonly NodePool[]) => {
	let lastClusters: readonly Cluster[] = [];
	let pools: readonly NodePool[] = [];
	return clusters => {
		if (clusters !== lastClusters) {
			lastClusters = clusters;
			pools = reuseList(pools, clusters.flatMap(({nodePools}) => valueOf(nodePools) ?? []));
		}

		return pools;
	};
};

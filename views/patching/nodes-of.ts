import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ClusterNode} from '../../source/model/cluster-node.js';

type Index = {
	readonly byCluster: ReadonlyMap<string, readonly ClusterNode[]>;
	readonly byPool: ReadonlyMap<string | undefined, readonly ClusterNode[]>;
};

const indexes = new WeakMap<readonly ClusterNode[], Index>();

const none: readonly ClusterNode[] = [];

const indexOf = ({nodes}: Snapshot): Index => {
	let index = indexes.get(nodes);
	if (!index) {
		index = {byCluster: Map.groupBy(nodes, node => node.clusterKey), byPool: Map.groupBy(nodes, node => node.poolKey)};
		indexes.set(nodes, index);
	}

	return index;
};

/**
The nodes of a cluster; the same list for as long as no node of the fleet changed.
*/
export const nodesOfCluster = (snapshot: Snapshot, clusterKey: string): readonly ClusterNode[] => indexOf(snapshot).byCluster.get(clusterKey) ?? none;

/**
The nodes of a pool.
*/
export const nodesOfPool = (snapshot: Snapshot, poolKey: string): readonly ClusterNode[] => indexOf(snapshot).byPool.get(poolKey) ?? none;

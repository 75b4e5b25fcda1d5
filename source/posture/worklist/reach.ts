import type {Cluster} from '../../model/cluster.js';
import {isUnknown} from '../../model/known.js';
import type {NodePool} from '../../model/node-pool.js';
import type {Resource} from '../../model/resource.js';

/**
What hangs on a resource, and is hit with it.
*/
export type Reach = {
	/**
	Nodes of a cluster or pool, clusters that pull from a registry, resources of a subscription; absent where it cannot be told.
	*/
	readonly things: number | undefined;
	/**
	In words: `12 nodes in 3 pools`.
	*/
	readonly words: string;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const ofCluster = ({nodePools}: Cluster): Reach => {
	if (isUnknown(nodePools)) {
		return {things: undefined, words: 'nodes not known'};
	}

	const pools = nodePools ?? [];
	let nodes = 0;
	for (const {count} of pools) {
		// A pool of unknown size is at least one node.
		nodes += typeof count === 'number' ? count : 1;
	}

	return {things: nodes, words: `${counted(nodes, 'node')} in ${counted(pools.length, 'pool')}`};
};

const ofPool = ({count}: NodePool): Reach =>
	typeof count === 'number' ? {things: count, words: counted(count, 'node')} : {things: undefined, words: 'nodes not known'};

/**
Tells what hangs on a resource.

@param pulledBy how many clusters pull from a registry; absent while it is not known
*/
export const reachOf = (resource: Resource, pulledBy?: number): Reach => {
	switch (resource.kind) {
		case 'cluster': {
			return ofCluster(resource as Cluster);
		}

		case 'nodePool': {
			return ofPool(resource as NodePool);
		}

		case 'registry': {
			return pulledBy === undefined
				? {things: undefined, words: 'who pulls is not known'}
				: {things: pulledBy, words: pulledBy === 1 ? '1 cluster pulls' : `${pulledBy} clusters pull`};
		}

		default: {
			return {things: undefined, words: 'reach not known'};
		}
	}
};

import type {ClusterNode} from '../../model/cluster-node.js';
import {nodePatching, type NodePatching, type NodeSurroundings} from './node-patching.js';

const day = 86_400_000;

type Known = NodeSurroundings & {readonly patching: NodePatching};

const known = new WeakMap<ClusterNode, Known>();

/**
How patched a node is, remembered for as long as the node, what surrounds it and the day are the same: 20,000 nodes are sorted
by it again and again.
*/
export const knownNodePatching = (node: ClusterNode, around: NodeSurroundings): NodePatching => {
	const last = known.get(node);
	const isSame = last
		&& last.pool === around.pool
		&& last.cluster === around.cluster
		&& last.newest === around.newest
		&& last.offered === around.offered
		&& (last.kured === around.kured || ('unknown' in new Object(last.kured) && 'unknown' in new Object(around.kured)))
		&& Math.floor(last.now / day) === Math.floor(around.now / day);
	if (isSame) {
		return last.patching;
	}

	const patching = nodePatching(node, around);
	known.set(node, {...around, patching});
	return patching;
};

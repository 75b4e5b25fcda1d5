import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ClusterNode} from '../../source/model/cluster-node.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {NodePool} from '../../source/model/node-pool.js';
import {kuredOf} from '../../source/posture/patching/cluster-patching.js';
import {newestOf} from '../../source/posture/patching/fleet-patching.js';
import {knownNodePatching} from '../../source/posture/patching/known-node-patching.js';
import type {NodePatching} from '../../source/posture/patching/node-patching.js';
import {findResource} from '../resources.js';

const day = 86_400_000;

type Asked = {readonly snapshot: Snapshot; readonly day: number; readonly patching: NodePatching};

const asked = new WeakMap<ClusterNode, Asked>();

const find = (node: ClusterNode, snapshot: Snapshot, now: number): NodePatching => knownNodePatching(node, {
	pool: node.poolKey === undefined ? undefined : findResource(snapshot, 'nodePool', node.poolKey) as NodePool | undefined,
	cluster: findResource(snapshot, 'cluster', node.clusterKey) as Cluster | undefined,
	newest: newestOf(node.nodeImageVersion, node.region, snapshot.latestNodeImages),
	offered: snapshot.supportedVersions.get(node.region),
	kured: kuredOf(snapshot.insides.get(node.clusterKey)),
	now,
});

/**
How patched a node is, with what the fleet knows around it. Remembered twice, for cells, sorts and filters ask again and again: for the
same snapshot nothing is looked up, for the next one nothing is judged again that stayed the same.
*/
export const patchingOfNode = (node: ClusterNode, snapshot: Snapshot, now: number): NodePatching => {
	const today = Math.floor(now / day);
	const last = asked.get(node);
	if (last?.snapshot === snapshot && last.day === today) {
		return last.patching;
	}

	const patching = find(node, snapshot, now);
	asked.set(node, {snapshot, day: today, patching});
	return patching;
};

import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ClusterNode} from '../../source/model/cluster-node.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {NodePool} from '../../source/model/node-pool.js';
import {kuredOf} from '../../source/posture/patching/cluster-patching.js';
import {newestOf} from '../../source/posture/patching/fleet-patching.js';
import {knownNodePatching} from '../../source/posture/patching/known-node-patching.js';
import type {NodePatching} from '../../source/posture/patching/node-patching.js';
import {findResource} from '../resources.js';

/**
How patched a node is, with what the fleet knows around it. Remembered: cells and sorts ask again and again.
*/
export const patchingOfNode = (node: ClusterNode, snapshot: Snapshot, now: number): NodePatching => knownNodePatching(node, {
	pool: node.poolKey === undefined ? undefined : findResource(snapshot, 'nodePool', node.poolKey) as NodePool | undefined,
	cluster: findResource(snapshot, 'cluster', node.clusterKey) as Cluster | undefined,
	newest: newestOf(node.nodeImageVersion, node.region, snapshot.latestNodeImages),
	offered: snapshot.supportedVersions.get(node.region),
	kured: kuredOf(snapshot.insides.get(node.clusterKey)),
	now,
});

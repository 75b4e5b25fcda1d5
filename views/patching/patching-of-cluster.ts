import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {ClusterPatching} from '../../source/posture/patching/cluster-patching.js';
import {createFleetPatching} from '../../source/posture/patching/fleet-patching.js';
import {poolsOf} from '../drill/cluster/pools-of.js';
import {finish} from '../../source/model/finish.js';
import {nodesOfCluster} from '../inside-of.js';
import {asksForFips} from './asks-for-fips.js';

const known = new WeakMap<Snapshot, Map<string, ClusterPatching>>();

/**
How patched one cluster is, for its tabs; remembered for as long as the snapshot is the same.
*/
export const patchingOfCluster = (cluster: Cluster, snapshot: Snapshot, now: number): ClusterPatching => {
	const ofSnapshot = known.get(snapshot) ?? new Map<string, ClusterPatching>();
	known.set(snapshot, ofSnapshot);
	const {insides, clusterRecords, latestNodeImages, supportedVersions} = snapshot;
	const patching = ofSnapshot.get(cluster.key) ?? finish(createFleetPatching()({
		clusters: [cluster],
		nodePools: poolsOf(cluster, snapshot),
		nodes: nodesOfCluster(snapshot, cluster.key),
		insides,
		clusterRecords,
		latestNodeImages,
		supportedVersions,
		asksForFips: key => asksForFips(snapshot, key),
		now,
	})).clusters[0]!;
	ofSnapshot.set(cluster.key, patching);
	return patching;
};

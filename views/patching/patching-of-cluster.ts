import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {ClusterPatching} from '../../source/posture/patching/cluster-patching.js';
import {fleetPatching, type FleetPatching} from '../../source/posture/patching/fleet-patching.js';
import {poolsOf} from '../drill/cluster/pools-of.js';
import {asksForFips} from './asks-for-fips.js';
import {nodesOfCluster} from './nodes-of.js';

/**
Runs a derivation to its end at once: one cluster is quickly done.
*/
const finish = (work: Iterator<void, FleetPatching, void>): FleetPatching => {
	for (;;) {
		const step = work.next();
		if (step.done) {
			return step.value;
		}
	}
};

const known = new WeakMap<Snapshot, Map<string, ClusterPatching>>();

/**
How patched one cluster is, for its tabs; remembered for as long as the snapshot is the same.
*/
export const patchingOfCluster = (cluster: Cluster, snapshot: Snapshot, now: number): ClusterPatching => {
	const ofSnapshot = known.get(snapshot) ?? new Map<string, ClusterPatching>();
	known.set(snapshot, ofSnapshot);
	const {insides, clusterRecords, latestNodeImages, supportedVersions} = snapshot;
	const patching = ofSnapshot.get(cluster.key) ?? finish(fleetPatching({
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

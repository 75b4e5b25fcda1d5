import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {patchingOfCluster} from '../../patching/patching-of-cluster.js';
import {findResource} from '../../resources.js';
import type {Section} from '../../parts/sheet/sheet.js';
import {patchingSection} from '../patching/pool-section.js';
import {supportPlanOf} from './support-plan-of.js';

/**
How a pool is patched, with what its cluster tells of it.
*/
export const poolPatchingSection = (pool: NodePool, snapshot: Snapshot, now: number): Section => {
	const cluster = findResource(snapshot, 'cluster', pool.clusterKey) as Cluster | undefined;
	const patching = cluster && patchingOfCluster(cluster, snapshot, now).pools.find(candidate => candidate.pool.key === pool.key);
	return patchingSection({
		pool, supportPlan: supportPlanOf(pool, snapshot), snapshot, now, patching,
	});
};

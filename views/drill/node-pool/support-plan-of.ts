import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {unknown, type Fact} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';

/**
`supportPlan` of the cluster that a pool belongs to.
*/
export const supportPlanOf = (pool: NodePool, {clusters}: Snapshot): Fact<string | undefined> => {
	const cluster = clusters.find(({key}) => key === pool.clusterKey);
	return cluster ? cluster.supportPlan : unknown('not-asked', `The cluster ${pool.clusterName} has not been read.`);
};

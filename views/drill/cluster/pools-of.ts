import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {valueOf} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';

/**
The pools of a cluster: its own, or else those that the fleet knows of it.
*/
export const poolsOf = (cluster: Cluster, {nodePools}: Snapshot): readonly NodePool[] =>
	valueOf(cluster.nodePools) ?? nodePools.filter(({clusterKey}) => clusterKey === cluster.key);

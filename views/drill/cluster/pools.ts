import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {nodePoolColumns} from '../../columns/node-pools.js';
import type {Tab} from '../tab.js';
import {poolsOf} from './pools-of.js';

/**
Inside a cluster a pool goes by its own name: behind the cluster's, which is the same in every row, a narrow screen would cut it off.
*/
const columns = nodePoolColumns.map(column => (column.id === 'pool' ? {...column, cell: (pool: NodePool) => ({text: pool.name})} : column));

/**
The cluster's node pools as a table.
*/
export const pools: Tab<Cluster> = {
	id: 'pools',
	title: 'Node pools',
	type: 'table',
	count: ({resource, snapshot}) => (isUnknown(resource.nodePools) ? undefined : poolsOf(resource, snapshot).length),
	rows: ({resource, snapshot}) => poolsOf(resource, snapshot),
	columns,
	empty({resource}) {
		if (isUnknown(resource.nodePools)) {
			return `Node pools are unknown: ${resource.nodePools.reason}`;
		}

		return resource.nodePools === undefined
			? 'Azure lists no node pool here: AKS Automatic hosts its system pools itself.'
			: 'This cluster has no node pool.';
	},
};

import {isUnknown} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {nodeColumns, nodeSort} from '../../columns/nodes.js';
import {nodesOfPool} from '../../inside-of.js';
import {whyNoRows} from '../inside/look-words.js';
import type {Tab} from '../tab.js';

const columns = nodeColumns.filter(({id}) => id !== 'cluster' && id !== 'pool');

/**
The pool's nodes as a table.
*/
export const nodes: Tab<NodePool> = {
	id: 'nodes',
	title: 'Nodes',
	type: 'table',
	count({resource, snapshot}) {
		const inside = snapshot.insides.get(resource.clusterKey);
		return inside === undefined || isUnknown(inside.nodes) ? undefined : nodesOfPool(snapshot, resource.key).length;
	},
	rows: ({resource, snapshot}) => nodesOfPool(snapshot, resource.key),
	columns,
	defaultSort: nodeSort,
	empty({resource, snapshot}) {
		const inside = snapshot.insides.get(resource.clusterKey);
		// The cluster has nodes, and none of them is of this pool.
		return inside === undefined || isUnknown(inside.nodes)
			? whyNoRows(snapshot, resource.clusterKey, 'nodes', 'nodes')
			: 'No node of the cluster belongs to this pool: it is scaled to none, stopped, or its nodes did not join.';
	},
};

import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown} from '../../../source/model/known.js';
import {nodeColumns, nodeSort} from '../../columns/nodes.js';
import {nodesOfCluster} from '../../inside-of.js';
import {whyNoRows} from '../inside/look-words.js';
import type {Tab} from '../tab.js';

/**
Inside a cluster its name is the same in every row.
*/
const columns = nodeColumns.filter(({id}) => id !== 'cluster');

/**
The cluster's nodes as a table, those of no pool with them.
*/
export const nodes: Tab<Cluster> = {
	id: 'nodes',
	title: 'Nodes',
	type: 'table',
	count({resource, snapshot}) {
		const inside = snapshot.insides.get(resource.key);
		return inside === undefined || isUnknown(inside.nodes) ? undefined : nodesOfCluster(snapshot, resource.key).length;
	},
	rows: ({resource, snapshot}) => nodesOfCluster(snapshot, resource.key),
	columns,
	defaultSort: nodeSort,
	empty: ({resource, snapshot}) => whyNoRows(snapshot, resource.key, 'nodes', 'nodes'),
};

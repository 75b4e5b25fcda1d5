import type {NodePool} from '../../source/model/node-pool.js';
import {nodePoolColumns, nodePoolSort} from '../columns/node-pools.js';
import type {PaneDefinition} from './pane.js';

export const nodePoolsPane: PaneDefinition<NodePool> = {
	id: 'nodePools',
	title: 'Node pools',
	names: ['np', 'pools'],
	kind: 'nodePool',
	// Pools stand inside the documents of their clusters.
	source: 'clusters',
	rows: snapshot => snapshot.nodePools,
	columns: nodePoolColumns,
	defaultSort: nodePoolSort,
	noun: 'node pools',
};

import type {ClusterNode} from '../../source/model/cluster-node.js';
import {nodeColumns, nodeSort} from '../columns/nodes.js';
import {nothingLookedInto, notLookedWords} from '../drill/inside/look-words.js';
import {patchingOfNode} from '../patching/patching-of-node.js';
import type {ListDefinition} from './list.js';

export const nodesList: ListDefinition<ClusterNode> = {
	kind: 'node',
	title: 'Nodes',
	columns: nodeColumns,
	defaultSort: nodeSort,
	isWrong: (node, {snapshot, now}) => patchingOfNode(node, snapshot, now).state !== 'current',
	empty: snapshot => nothingLookedInto(snapshot, 'nodes'),
	missing: snapshot => notLookedWords(snapshot),
};

import type {Cluster} from '../../source/model/cluster.js';
import {clusterColumns, clusterSort} from '../columns/clusters.js';
import type {PaneDefinition} from './pane.js';

export const clustersPane: PaneDefinition<Cluster> = {
	id: 'clusters',
	title: 'Clusters',
	names: ['aks', 'clusters'],
	kind: 'cluster',
	source: 'clusters',
	rows: snapshot => snapshot.clusters,
	columns: clusterColumns,
	defaultSort: clusterSort,
	noun: 'clusters',
};

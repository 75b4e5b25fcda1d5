import type {Cluster} from '../../../source/model/cluster.js';
import type {ClusterService} from '../../../source/model/cluster-service.js';
import {serviceColumns, serviceSort} from '../../columns/services.js';
import {servicesOfCluster} from '../../inside-of.js';
import {whyNoRows} from '../inside/look-words.js';
import type {Tab} from '../tab.js';

/**
Inside a cluster its name is the same in every row.
*/
const columns = serviceColumns.filter(({id}) => id !== 'cluster');

/**
The Services of a cluster, as its own API tells of them, or else as far as Azure gives them away.
*/
export const services: Tab<Cluster> = {
	id: 'services',
	title: 'Services',
	type: 'table',
	count({resource, snapshot}) {
		const count = servicesOfCluster(snapshot, resource.key).length;
		return count === 0 ? undefined : count;
	},
	rows: ({resource, snapshot}): readonly ClusterService[] => servicesOfCluster(snapshot, resource.key),
	columns,
	defaultSort: serviceSort,
	empty: ({resource, snapshot}) => whyNoRows(snapshot, resource.key, 'services', 'Services'),
};

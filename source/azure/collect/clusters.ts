import type {Cluster} from '../../model/cluster.js';
import {createKeeper} from '../keeper.js';
import {queries} from '../queries.js';
import {readCluster} from '../read/cluster.js';
import {readList} from '../reading.js';
import {byKey, type Kind} from './collect-everywhere.js';

export const clusterKind = (): Kind<Cluster> => ({
	query: queries.clusters,
	keeper: createKeeper(readCluster),
	async * list(session, reading, subscriptionId) {
		const client = await session.containerService(subscriptionId);
		yield * readList(reading, options => client.managedClusters.list(options));
	},
	compare: byKey,
});

import type {Cluster} from './cluster.js';
import type {Resource} from './resource.js';

/**
What a thing inside a cluster takes from its cluster.
*/
export type Host = Pick<Cluster, 'id' | 'key' | 'name' | 'region' | 'resourceGroup' | 'subscriptionId'>;

/**
What every thing inside a cluster has, of whatever kind.
*/
export type InsideResource = Omit<Resource, 'kind'> & {readonly clusterKey: string; readonly clusterName: string};

const noTags = Object.freeze({});

/**
Gives a thing inside a cluster its place: its id is the cluster's, followed by `/` and `path` (`nodes/NAME`).
*/
export const insideResource = ({id: clusterId, key, name: clusterName, subscriptionId, resourceGroup, region}: Host, path: string, name: string): InsideResource => {
	const id = `${clusterId}/${path}`;
	return {
		id, key: id.toLowerCase(), name, subscriptionId, resourceGroup, region, tags: noTags, clusterKey: key, clusterName,
	};
};

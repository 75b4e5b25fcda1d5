import type {Cluster} from '../../model/cluster.js';
import type {NetworkResource} from '../../model/network-resource.js';
import {groupKeyOf, nodeGroupKeyOf} from '../../model/node-group.js';
import {reuseList} from '../reuse.js';

const none: readonly never[] = [];

/**
Makes the function that gives the network in a cluster's node resource group; the same list as long as the same stands there.
*/
export const createNetworkOf = (): ((resources: readonly NetworkResource[]) => (cluster: Cluster) => readonly NetworkResource[]) => {
	let places: ReadonlyMap<string, readonly NetworkResource[]> = new Map();
	let last: readonly NetworkResource[] | undefined;
	return resources => {
		if (resources !== last) {
			last = resources;
			const previous = places;
			places = new Map(
				Map.groupBy(resources, resource => groupKeyOf(resource))
					.entries()
					.map(([place, list]) => [place, reuseList(previous.get(place) ?? none, list)]),
			);
		}

		return cluster => places.get(nodeGroupKeyOf(cluster) ?? '') ?? none;
	};
};

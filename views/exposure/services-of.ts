import type {ClusterService} from '../../source/model/cluster-service.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';

const indexes = new WeakMap<readonly ClusterService[], ReadonlyMap<string, readonly ClusterService[]>>();

const none: readonly never[] = [];

/**
The Services of one cluster; the same list as long as no Service of the fleet changes.
*/
export const servicesOf = ({services}: Pick<Snapshot, 'services'>, clusterKey: string): readonly ClusterService[] => {
	let index = indexes.get(services);
	if (!index) {
		index = Map.groupBy(services, service => service.clusterKey);
		indexes.set(services, index);
	}

	return index.get(clusterKey) ?? none;
};

import type {Registry} from '../../model/registry.js';
import type {Holdings} from '../../posture/relations.js';
import type {ClusterFace} from './cluster-faces.js';

/**
How many clusters and registries each subscription holds, by its id; one that holds none is absent.
*/
export const holdingsOf = (clusters: readonly ClusterFace[], registries: readonly Registry[]): ReadonlyMap<string, Holdings> => {
	const holdings = new Map<string, {clusters: number; registries: number}>();
	const of = (id: string): {clusters: number; registries: number} => {
		const there = holdings.get(id) ?? {clusters: 0, registries: 0};
		holdings.set(id, there);
		return there;
	};

	for (const {subscriptionId} of clusters) {
		of(subscriptionId).clusters++;
	}

	for (const {subscriptionId} of registries) {
		of(subscriptionId).registries++;
	}

	return holdings;
};

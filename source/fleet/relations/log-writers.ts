import type {VaultInUse} from '../../azure/collectors.js';
import type {Cluster} from '../../model/cluster.js';
import type {Registry} from '../../model/registry.js';
import {createMemo} from './memo.js';

/**
Makes the function that gives the ids of what writes logs that are judged: registries, vaults that hold a key of the fleet, and
subscriptions that hold a cluster or registry. Clusters are asked one at a time, with the rest of their records. The same list
again while it holds the same.
*/
export const createLogWriters = (): ((clusters: readonly Cluster[], registries: readonly Registry[], vaults: readonly VaultInUse[]) => readonly string[]) => {
	let list: readonly string[] = [];
	return createMemo((clusters: readonly Cluster[], registries: readonly Registry[], vaults: readonly VaultInUse[]) => {
		const subscriptions = new Set([...clusters, ...registries].map(({subscriptionId}) => `/subscriptions/${subscriptionId}`));
		const next = [...subscriptions, ...registries.map(({id}) => id), ...vaults.map(({vault}) => vault.id)];
		list = next.length === list.length && next.every((id, index) => id === list[index]) ? list : next;
		return list;
	});
};

import type {Cluster} from '../../model/cluster.js';
import type {ContainerGroup} from '../../model/container-group.js';
import type {Registry} from '../../model/registry.js';
import {reuseList} from '../reuse.js';
import {createMemo} from './memo.js';

/**
Makes the function that tells in which subscriptions something of the fleet lies, by their ids in order; the same list as long as
it says the same.
*/
export const createHomesOf = (): ((clusters: readonly Cluster[], registries: readonly Registry[], groups: readonly ContainerGroup[]) => readonly string[]) => {
	let last: readonly string[] = [];
	return createMemo((clusters: readonly Cluster[], registries: readonly Registry[], groups: readonly ContainerGroup[]) => {
		const ids = new Set([...clusters, ...registries, ...groups].map(({subscriptionId}) => subscriptionId));
		last = reuseList(last, [...ids].toSorted());
		return last;
	});
};

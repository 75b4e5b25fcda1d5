import type {Cluster} from './cluster.js';
import {valueOf} from './known.js';

type Placed = {readonly subscriptionId: string; readonly resourceGroup: string};

/**
Which resource group something lies in, as one text; groups compare without regard to case.
*/
export const groupKeyOf = ({subscriptionId, resourceGroup}: Placed): string => `${subscriptionId}/${resourceGroup.toLowerCase()}`;

/**
The same of a cluster's node resource group; absent where it is not known.
*/
export const nodeGroupKeyOf = ({subscriptionId, nodeResourceGroup}: Pick<Cluster, 'nodeResourceGroup' | 'subscriptionId'>): string | undefined => {
	const resourceGroup = valueOf(nodeResourceGroup);
	return resourceGroup === undefined ? undefined : groupKeyOf({subscriptionId, resourceGroup});
};

const indexes = new WeakMap<readonly Placed[], ReadonlyMap<string, readonly Placed[]>>();

const none: readonly never[] = Object.freeze([]);

/**
What of a list stands in the node resource group of a cluster; each list is indexed once.
*/
export const inNodeGroup = <T extends Placed>(list: readonly T[], cluster: Pick<Cluster, 'nodeResourceGroup' | 'subscriptionId'>): readonly T[] => {
	let index = indexes.get(list) as ReadonlyMap<string, readonly T[]> | undefined;
	if (!index) {
		index = Map.groupBy(list, item => groupKeyOf(item));
		indexes.set(list, index);
	}

	return index.get(nodeGroupKeyOf(cluster) ?? '') ?? none;
};

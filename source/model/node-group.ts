import type {Cluster} from './cluster.js';
import {createIndexed} from './indexed.js';
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

const byGroup = createIndexed<Placed, string>(item => groupKeyOf(item));

/**
What of a list stands in the node resource group of a cluster.
*/
export const inNodeGroup = <T extends Placed>(list: readonly T[], cluster: Pick<Cluster, 'nodeResourceGroup' | 'subscriptionId'>): readonly T[] => byGroup(list, nodeGroupKeyOf(cluster) ?? '') as readonly T[];

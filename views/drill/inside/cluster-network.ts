import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {valueOf} from '../../../source/model/known.js';
import type {NetworkResource} from '../../../source/model/network-resource.js';

/**
The network that stands in the node resource group of a cluster.
*/
export const clusterNetwork = ({subscriptionId, nodeResourceGroup}: Cluster, {networkResources}: Snapshot): readonly NetworkResource[] => {
	const group = valueOf(nodeResourceGroup)?.toLowerCase();
	return group === undefined ? [] : networkResources.filter(resource => resource.subscriptionId === subscriptionId && resource.resourceGroup.toLowerCase() === group);
};

import type {Cluster} from '../../model/cluster.js';
import {valueOf} from '../../model/known.js';
import type {NetworkResource} from '../../model/network-resource.js';

/**
The virtual networks that a cluster's nodes stand in, by key: those of the subnets that its pools name, or else the one that AKS has made
in the node resource group. Empty where neither was read.

@param network What stands in the node resource group.
*/
export const networkKeysOf = ({nodePools}: Pick<Cluster, 'nodePools'>, network: readonly NetworkResource[]): ReadonlySet<string> => {
	const subnets = (valueOf(nodePools) ?? []).map(({subnetId}) => valueOf(subnetId)).filter(id => id !== undefined);
	return new Set(subnets.length > 0
		? subnets.map(id => id.toLowerCase().replace(/\/subnets\/[^\/]*$/v, ''))
		: network.filter(({type}) => type === 'virtualNetwork').map(({key}) => key));
};

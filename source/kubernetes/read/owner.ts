import type {Cluster} from '../../model/cluster.js';

/**
What a thing inside a cluster takes from its cluster.
*/
export type Owner = Pick<Cluster, 'id' | 'key' | 'name' | 'subscriptionId' | 'resourceGroup' | 'region' | 'nodeOsUpgradeChannel'>;

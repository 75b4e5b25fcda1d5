import type {Cluster} from '../../model/cluster.js';
import type {Host} from '../../model/inside-resource.js';

/**
What a thing inside a cluster takes from its cluster.
*/
export type Owner = Host & Pick<Cluster, 'nodeOsUpgradeChannel'>;

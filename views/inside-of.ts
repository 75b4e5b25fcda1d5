import type {Snapshot} from '../source/fleet/snapshot.js';
import type {ClusterNode} from '../source/model/cluster-node.js';
import type {ClusterService} from '../source/model/cluster-service.js';
import {createIndexed} from '../source/model/indexed.js';

const nodesByCluster = createIndexed<ClusterNode, string>(({clusterKey}) => clusterKey);
const nodesByPool = createIndexed<ClusterNode, string | undefined>(({poolKey}) => poolKey);
const servicesByCluster = createIndexed<ClusterService, string>(({clusterKey}) => clusterKey);

/**
The nodes of a cluster; the same list for as long as no node of the fleet changed.
*/
export const nodesOfCluster = ({nodes}: Pick<Snapshot, 'nodes'>, clusterKey: string): readonly ClusterNode[] => nodesByCluster(nodes, clusterKey);

export const nodesOfPool = ({nodes}: Pick<Snapshot, 'nodes'>, poolKey: string): readonly ClusterNode[] => nodesByPool(nodes, poolKey);

export const servicesOfCluster = ({services}: Pick<Snapshot, 'services'>, clusterKey: string): readonly ClusterService[] => servicesByCluster(services, clusterKey);

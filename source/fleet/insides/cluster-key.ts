const ofCluster = /^(?<cluster>\/subscriptions\/[^\/]+\/resourcegroups\/[^\/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^\/]+)/v;
const insideCluster = /\/providers\/microsoft\.containerservice\/managedclusters\/[^\/]+\/(?:nodes|namespaces)\//v;

/**
The key of the cluster that a key belongs to: its own, its pool's, or that of something inside it.
*/
export const clusterKeyOf = (key: string): string | undefined => ofCluster.exec(key)?.groups?.cluster;

/**
Whether a key names something that only the cluster's own API knows: a Node, a Service.
*/
export const isInside = (key: string): boolean => insideCluster.test(key);

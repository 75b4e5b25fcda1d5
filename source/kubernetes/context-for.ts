import {valueOf} from '../model/known.js';
import type {Cluster} from '../model/cluster.js';
import type {Kubeconfig} from './kubeconfig.js';

/**
Names that only AKS gives out: an address below them is that of one cluster alone. Source: managedClusters, `properties.fqdn` and `privateFQDN`.
*/
const aksHosts = /\.azmk8s\.(?:io|us)$|\.azk8s\.cn$|\.cx\.(?:prod|aks)[\w\-.]*\.(?:cn|us)$/iv;

/**
The context of a kubeconfig that leads to a cluster: its server, or the name that its certificate is verified against, is the cluster's; or,
where the server is none of AKS's names (a tunnel), the context or its cluster is called as the cluster is.

@param wanted The name of the only context that counts.
@returns Its name; absent where none leads there.
*/
export const contextFor = ({names, current, peek}: Kubeconfig, cluster: Cluster, wanted: string | undefined): string | undefined => {
	const hosts = new Set([valueOf(cluster.fqdn), valueOf(cluster.privateFqdn)].filter(host => host !== undefined && host !== '').map(host => host!.toLowerCase()));
	const name = cluster.name.toLowerCase();
	const leads = (candidate: string): 'by host' | 'by name' | undefined => {
		const target = peek(candidate);
		const host = URL.parse(target?.server ?? '')?.hostname.toLowerCase();
		if (target === undefined || host === undefined) {
			return undefined;
		}

		if (hosts.has(host) || hosts.has(target.serverName?.toLowerCase() ?? '-')) {
			return 'by host';
		}

		const isAnothers = aksHosts.test(host) || aksHosts.test(target.serverName ?? '');
		return !isAnothers && [candidate.toLowerCase(), target.clusterName.toLowerCase()].includes(name) ? 'by name' : undefined;
	};

	// The current one first: where several lead there, it is the one that a person uses.
	const candidates = wanted === undefined ? [...new Set(current === undefined ? names : [current, ...names])] : [wanted];
	return candidates.find(candidate => leads(candidate) === 'by host') ?? candidates.find(candidate => leads(candidate) === 'by name');
};

import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Inside} from '../../../source/model/inside.js';

export type InsideState =
	| {readonly is: 'read'; readonly inside: Inside}
	/**
	`reason`: what stands where rows would stand.
	*/
	| {readonly is: 'off' | 'reading'; readonly reason: string};

/**
What it takes to look inside, and how to ask for it.
*/
const howToAsk = 'Nobody has asked to look inside this cluster. I looks inside: it takes more than Reader '
	+ '(Microsoft.ContainerService/managedClusters/listClusterUserCredential/action, as in Azure Kubernetes Service Cluster User Role). --inside asks for all clusters.';

/**
Whether a cluster was looked into, is being looked into, or nobody has asked for it.
*/
export const insideStateOf = (clusterKey: string, {insides, insideAsked}: Pick<Snapshot, 'insides' | 'insideAsked'>): InsideState => {
	const inside = insides.get(clusterKey);
	if (inside) {
		return {is: 'read', inside};
	}

	return insideAsked === 'all' || insideAsked.has(clusterKey)
		? {is: 'reading', reason: 'Being read from the cluster itself.'}
		: {is: 'off', reason: howToAsk};
};

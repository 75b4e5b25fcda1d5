import type {Cluster} from '../../model/cluster.js';
import type {SupportedVersions} from '../../model/kubernetes-version.js';
import {mapConcurrently} from '../map-concurrently.js';
import {readKubernetesVersions} from '../read/kubernetes-versions.js';
import {readDocument, type Reading} from '../reading.js';
import type {Session} from '../session.js';
import {askCandidates} from './ask-candidates.js';
import {mostCalls} from './collect-everywhere.js';

/**
Asks AKS which Kubernetes versions each region among the clusters supports, once each, in a subscription that has
clusters there. Source: `locations/{location}/kubernetesVersions`.
*/
export const collectKubernetesVersions = async (session: Session, reading: Reading, clusters: readonly Cluster[]): Promise<SupportedVersions> => {
	const regions = new Map<string, Set<string>>();
	for (const {region, subscriptionId} of clusters) {
		if (region !== '' && subscriptionId !== '') {
			regions.set(region, (regions.get(region) ?? new Set()).add(subscriptionId));
		}
	}

	const entries = await mapConcurrently([...regions], mostCalls, async ([region, subscriptions]) => {
		const fact = await askCandidates([...subscriptions], async subscriptionId => {
			const client = await session.containerService(subscriptionId);
			return readKubernetesVersions(await readDocument(reading, async options => client.managedClusters.listKubernetesVersions(region, options)));
		});
		return [region, fact] as const;
	});
	return new Map(entries);
};

import type {ClusterService} from '../../model/cluster-service.js';
import {reachabilities, type Exposure, type Reachability} from '../../model/exposure.js';

/**
Services that belong together: reached by the same, or of the same cluster.
*/
export type ServiceGroup = {
	readonly by: 'who' | 'cluster';
	/**
	A reachability, or a cluster's key.
	*/
	readonly id: string;
	/**
	Exactly those that it counts, in the order of the fleet.
	*/
	readonly services: readonly ClusterService[];
	readonly clusterCount: number;
	/**
	How many of them each reachability has.
	*/
	readonly counts: ReadonlyMap<Reachability, number>;
	/**
	How many of them have troubles.
	*/
	readonly troubled: number;
};

export type GroupedServices = {
	/**
	In the order of `reachabilities`; without the empty ones.
	*/
	readonly byWho: ReadonlyMap<string, ServiceGroup>;
	readonly byCluster: ReadonlyMap<string, ServiceGroup>;
	/**
	How many Services each reachability has, also where it has none.
	*/
	readonly counts: ReadonlyMap<Reachability, number>;
};

export type GroupInput = {
	readonly services: readonly ClusterService[];
	/**
	By the Service's key; what is not worked out yet counts as unknown.
	*/
	readonly exposures: Pick<ReadonlyMap<string, Exposure>, 'get'>;
};

type Draft = {readonly services: ClusterService[]; readonly clusters: Set<string>; readonly counts: Map<Reachability, number>; troubled: number};

/**
Services between two yields: a millisecond's work.
*/
const batch = 1024;

const draftOf = (drafts: Map<string, Draft>, id: string): Draft => {
	let draft = drafts.get(id);
	if (!draft) {
		draft = {
			services: [], clusters: new Set(), counts: new Map(), troubled: 0,
		};
		drafts.set(id, draft);
	}

	return draft;
};

const add = (draft: Draft, service: ClusterService, who: Reachability, isTroubled: boolean): void => {
	draft.services.push(service);
	draft.clusters.add(service.clusterKey);
	draft.counts.set(who, (draft.counts.get(who) ?? 0) + 1);
	draft.troubled += isTroubled ? 1 : 0;
};

const finishGroups = (by: ServiceGroup['by'], drafts: Iterable<readonly [string, Draft]>): ReadonlyMap<string, ServiceGroup> =>
	new Map(Array.from(drafts, ([id, {services, clusters, counts, troubled}]) => [id, {
		by, id, services, clusterCount: clusters.size, counts, troubled,
	}]));

/**
Groups the Services of a fleet by who can reach them, and by cluster. Every Service is in exactly one group of each kind. Yields now and then, so that 30,000 Services keep no key waiting.
*/
export function * groupServices({services, exposures}: GroupInput): Generator<void, GroupedServices, void> {
	const byWho = new Map<string, Draft>();
	const byCluster = new Map<string, Draft>();
	for (const [index, service] of services.entries()) {
		const exposure = exposures.get(service.key);
		const who = exposure?.who ?? 'unknown';
		const isTroubled = (exposure?.troubles.length ?? 0) > 0;
		add(draftOf(byWho, who), service, who, isTroubled);
		add(draftOf(byCluster, service.clusterKey), service, who, isTroubled);
		if (index % batch === batch - 1) {
			yield;
		}
	}

	const inOrder = reachabilities.map(who => [who, byWho.get(who)] as const).filter((entry): entry is readonly [Reachability, Draft] => entry[1] !== undefined);
	return {
		byWho: finishGroups('who', inOrder),
		byCluster: finishGroups('cluster', byCluster),
		counts: new Map(reachabilities.map(who => [who, byWho.get(who)?.services.length ?? 0])),
	};
}

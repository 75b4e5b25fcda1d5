import {alertKinds} from './alert-kinds.js';
import {ordinarySubscriptions, tenantIdOf} from './estate.js';
import type {AlertFinding} from './finding-spec.js';
import {sequenceOf, type Fleet} from './fleet.js';
import {ordinaryClusters} from './ordinary-clusters.js';
import {ordinaryGroups} from './ordinary-groups.js';
import {ordinaryRegistries} from './ordinary-registries.js';

/**
A dozen alerts: on which cluster, of which kind, how long ago.
*/
const happened: ReadonlyArray<readonly [cluster: number, kind: number, minutesAgo: number, status: AlertFinding['status']]> = [
	[18, 0, 190, 'Active'],
	[18, 1, 47, 'Active'],
	[18, 3, 2900, 'InProgress'],
	[19, 2, 610, 'Active'],
	[9, 3, 1380, 'Active'],
	[4, 2, 95, 'InProgress'],
	[10, 4, 4020, 'Active'],
	[23, 1, 760, 'Active'],
	[23, 4, 8100, 'Active'],
	[7, 5, 510, 'Active'],
	[12, 4, 1710, 'Active'],
	[2, 5, 6300, 'Active'],
];

/**
The fleet that is worth presenting: 24 clusters, 60 node pools, 9 registries, 12 container groups, 300 findings.
*/
export const ordinaryFleet = (seed: number, base: number): Fleet => {
	const subscriptions = ordinarySubscriptions(seed);
	const clusters = ordinaryClusters(subscriptions);
	return {
		context: {seed, base, tenantId: tenantIdOf(seed)},
		subscriptions,
		clusters: sequenceOf(clusters),
		registries: sequenceOf(ordinaryRegistries(subscriptions)),
		containerGroups: sequenceOf(ordinaryGroups(subscriptions)),
		alerts: sequenceOf(happened.map(([cluster, kind, minutesAgo, status], number): AlertFinding => ({
			kind: 'alert', subject: {kind: 'cluster', spec: clusters[cluster]!}, alert: alertKinds[kind]!, minutesAgo, status, number,
		}))),
		findingCount: 300,
		runningFindings: index => (clusters[index]!.defender ? [2, 0, 1, 3][index % 4]! : 0),
	};
};

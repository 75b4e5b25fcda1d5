import type {DocumentContext} from '../documents/context.js';
import type {ClusterSpec} from './cluster-spec.js';
import type {DemoSubscription} from './estate.js';
import type {AlertFinding} from './finding-spec.js';
import type {GroupSpec} from './group-spec.js';
import type {RegistrySpec} from './registry-spec.js';

/**
A list whose entries are made when they are asked for.
*/
export type Sequence<T> = {
	readonly length: number;
	readonly at: (index: number) => T;
};

/**
The fleet before anything happens in it. Nothing here is held as a document.
*/
export type Fleet = {
	readonly context: DocumentContext;
	readonly subscriptions: readonly DemoSubscription[];
	readonly clusters: Sequence<ClusterSpec>;
	readonly registries: Sequence<RegistrySpec>;
	readonly containerGroups: Sequence<GroupSpec>;
	readonly alerts: Sequence<AlertFinding>;
	/**
	How many findings (unhealthy assessments and open alerts) there are in all; images fill up what resources themselves do not have.
	*/
	readonly findingCount: number;
	/**
	Findings on running containers of a cluster, by its index.
	*/
	readonly runningFindings: (clusterIndex: number) => number;
};

export const sequenceOf = <T>(items: readonly T[]): Sequence<T> => ({length: items.length, at: index => items[index]!});

import {createMemo} from '../../source/fleet/relations/memo.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {Registry} from '../../source/model/registry.js';
import type {Resource} from '../../source/model/resource.js';
import {
	coverageOf,
	type Benefit,
	type Coverage,
	type Covered,
} from '../../source/posture/coverage/coverage.js';
import {planFactOf} from './plan-of.js';

/**
A cluster or registry, and what Defender for Containers covers of it.
*/
export type CoverageRow = Resource & {readonly resource: Cluster | Registry; readonly coverage: Coverage};

const rowsOf = createMemo((clusters: Snapshot['clusters'], registries: Snapshot['registries'], defenderPlans: Snapshot['defenderPlans'], planSource: Snapshot['sources']['defenderPlans']): readonly CoverageRow[] => [...clusters, ...registries].map(resource => {
	const {kind, id, key, name, subscriptionId, resourceGroup, region, tags} = resource;
	return {
		kind, id, key, name, subscriptionId, resourceGroup, region, tags, resource, coverage: coverageOf(resource, planFactOf({defenderPlans, sources: {defenderPlans: planSource}}, subscriptionId)),
	};
}));

/**
Every cluster and registry; the same rows as long as nothing that decides has changed.
*/
export const coverageRows = ({clusters, registries, defenderPlans, sources}: Snapshot): readonly CoverageRow[] => rowsOf(clusters, registries, defenderPlans, sources.defenderPlans);

const states: ReadonlyArray<Covered['state']> = ['not-covered', 'partly', 'unknown', 'covered', 'not-meant'];

/**
The worst first.
*/
export const rankOf = ({state}: Covered): number => states.length - states.indexOf(state);

export const countOf = (rows: readonly CoverageRow[], benefit: Benefit, state: Covered['state']): number => rows.filter(({coverage}) => coverage[benefit].state === state).length;

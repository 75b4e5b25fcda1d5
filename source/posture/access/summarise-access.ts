import {valueOf} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import {assignmentsNear, type AccessIndex} from './access-index.js';
import {summariseIdentity} from './summarise-identity.js';
import {createResourceSummaries} from './summarise-resource.js';
import {summariseSubscription} from './summarise-subscription.js';
import type {AccessSummaries} from './summaries.js';

const none: readonly never[] = Object.freeze([]);

/**
What checks ask of rights, step by step.

@param now milliseconds since 1970
*/
export const summariseAccess = function * (index: AccessIndex, now: number): Generator<void, AccessSummaries, void> {
	const {assignments, subscriptionNames, registries, clusters} = index.parts;
	const inside = new Map<string, RoleAssignment[]>();
	for (const assignment of assignments) {
		const {subscriptionId, scope} = assignment;
		if (subscriptionId === '' || valueOf(scope) === `/subscriptions/${subscriptionId}`) {
			continue;
		}

		const list = inside.get(subscriptionId) ?? [];
		list.push(assignment);
		inside.set(subscriptionId, list);
	}

	const result = {
		subscriptions: new Map(), registries: new Map(), clusters: new Map(), identities: new Map(),
	} satisfies {readonly [Name in keyof AccessSummaries]: Map<string, unknown>};
	for (const id of subscriptionNames.keys()) {
		result.subscriptions.set(id, summariseSubscription(index, id, assignmentsNear(index, `/subscriptions/${id}`), inside.get(id) ?? none, now));
		yield;
	}

	const summaries = createResourceSummaries(index);
	for (const registry of registries) {
		result.registries.set(registry.key, summaries.registry(registry));
		yield;
	}

	for (const key of clusters) {
		result.clusters.set(key, summaries.cluster(key));
		yield;
	}

	for (const id of index.parts.groupIdentities) {
		result.identities.set(id, summariseIdentity(index, id));
		yield;
	}

	return result;
};

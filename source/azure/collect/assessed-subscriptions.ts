import type {AssessedSubscriptions} from '../../model/assessed-subscriptions.js';
import {unknown, type Fact} from '../../model/known.js';
import {SourceError} from '../../model/source-error.js';
import type {Subscription} from '../../model/subscription.js';
import {isInGraph} from '../coverage.js';
import {mapConcurrently} from '../map-concurrently.js';
import {readGraph} from '../pages.js';
import {queries} from '../queries.js';
import {readList, type Reading} from '../reading.js';
import type {Session} from '../session.js';
import {subscriptionIdOf} from './read-subscription.js';
import {mostCalls} from './collect-everywhere.js';
import {unknownOf} from './unknown-of.js';

/**
Asks for assessments until the first one: how many there are is nothing to this question.
*/
const hasAssessment = async (session: Session, reading: Reading, subscriptionId: string): Promise<Fact<boolean>> => {
	try {
		const client = await session.security(subscriptionId);
		// The client puts a slash before the scope.
		for await (const page of readList(reading, options => client.assessments.list(`subscriptions/${subscriptionId}`, options))) {
			if (page === undefined) {
				return unknown('malformed', 'The answer holds no list of assessments.');
			}

			if (page.length > 0) {
				return true;
			}
		}
	} catch (error) {
		return unknownOf(error);
	}

	return false;
};

/**
Tells which subscriptions Defender for Cloud assesses at all: one row for each through Resource Graph, and a list call for
each that it leaves out, or for all where it refuses.
*/
export const collectAssessedSubscriptions = async (session: Session, reading: Reading, subscriptions: readonly Subscription[]): Promise<AssessedSubscriptions> => {
	const inGraph = subscriptions.filter(subscription => isInGraph(subscription)).map(({id}) => id);
	let listed = subscriptions.filter(subscription => !isInGraph(subscription)).map(({id}) => id);
	const assessed = new Map<string, Fact<boolean>>(inGraph.map(id => [id, false]));
	try {
		for await (const {rows} of readGraph(session, reading, queries.assessedSubscriptions, {subscriptions: inGraph})) {
			for (const row of rows) {
				const id = subscriptionIdOf(row);
				if (id !== undefined && assessed.has(id)) {
					assessed.set(id, true);
				}
			}
		}
	} catch (error) {
		if (!(error instanceof SourceError) || error.detail.cause !== 'denied') {
			throw error;
		}

		listed = subscriptions.map(({id}) => id);
	}

	for (const [id, fact] of await mapConcurrently(listed, mostCalls, async id => [id, await hasAssessment(session, reading, id)] as const)) {
		assessed.set(id, fact);
	}

	return assessed;
};

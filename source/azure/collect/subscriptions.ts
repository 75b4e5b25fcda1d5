import {valueOf} from '../../model/known.js';
import {SourceError} from '../../model/source-error.js';
import type {Coverage, Subscription} from '../../model/subscription.js';
import {sanitize} from '../../terminal/sanitize.js';
import {answered} from '../coverage.js';
import {readGraph, type GraphScope} from '../pages.js';
import {queries} from '../queries.js';
import {readManagementGroups} from '../read/management-groups.js';
import {readList, type Reading} from '../reading.js';
import type {Session} from '../session.js';
import {chooseSubscriptions} from './choose-subscriptions.js';
import {readSubscription, subscriptionIdOf} from './read-subscription.js';

const notFound = (reason: string, remedy: string): SourceError => new SourceError({
	cause: 'not-found', reason, remedy, retryAt: undefined,
});

/**
Whatever the casing. To make a collator takes longer than to read all subscriptions.
*/
const byName = (one: Subscription, other: Subscription): number => {
	const [first, second] = [one, other].map(({name, id}) => `${name.toLowerCase()}\n${id}`) as [string, string];
	return first < second ? -1 : Number(first > second);
};

const listAll = async (session: Session, reading: Reading): Promise<readonly Subscription[]> => {
	const client = await session.subscriptions();
	const byId = new Map<string, Subscription>();
	for await (const page of readList(reading, options => client.subscriptions.list(options))) {
		if (page === undefined) {
			throw new SourceError({
				cause: 'malformed', reason: 'The answer holds no list of subscriptions.', remedy: undefined, retryAt: undefined,
			});
		}

		for (const subscription of page.flatMap(document => readSubscription(document) ?? [])) {
			byId.set(subscription.id, subscription);
		}
	}

	return byId.values().toArray().toSorted(byName);
};

/**
The subscriptions that Resource Graph answers for, by id, with the management groups that each lies in.
*/
const inGraph = async (session: Session, reading: Reading, scope: GraphScope): Promise<ReadonlyMap<string, Subscription['managementGroups']>> => {
	const found = new Map<string, Subscription['managementGroups']>();
	for await (const {rows} of readGraph(session, reading, queries.subscriptions, scope)) {
		for (const row of rows) {
			const id = subscriptionIdOf(row);
			if (id !== undefined) {
				found.set(id, readManagementGroups(row));
			}
		}
	}

	return found;
};

/**
The subscriptions below a management group. Only Resource Graph tells.
*/
const inManagementGroup = async (session: Session, reading: Reading, all: readonly Subscription[], group: string): Promise<readonly Subscription[]> => {
	let found: ReadonlyMap<string, unknown> = new Map();
	try {
		found = await inGraph(session, reading, {managementGroups: [group]});
	} catch (error) {
		// A group that is not there and one that may not be read are refused alike.
		if (!(error instanceof SourceError) || !['denied', 'not-found'].includes(error.detail.cause)) {
			throw error;
		}
	}

	const below = all.filter(({id}) => found.has(id));
	if (below.length === 0) {
		throw notFound(`There is no management group "${sanitize(group, 120)}" with subscriptions that this identity can see.`, 'az account management-group list --query "[].name" --output table');
	}

	return below;
};

/**
How each subscription is to be read: Resource Graph leaves out, with 200 and without a word, what it may not read.
*/
const covered = async (session: Session, reading: Reading, subscriptions: readonly Subscription[]): Promise<readonly Subscription[]> => {
	try {
		const found = await inGraph(session, reading, {subscriptions: subscriptions.map(({id}) => id)});
		const leftOut: Coverage = {state: 'listed', reason: 'Resource Graph leaves it out; it is read by list calls.'};
		return subscriptions.map(subscription => {
			const {id} = subscription;
			return found.has(id) ? {...subscription, managementGroups: found.get(id), coverage: answered} : {...subscription, coverage: leftOut};
		});
	} catch (error) {
		if (!(error instanceof SourceError) || error.detail.cause !== 'denied') {
			throw error;
		}

		const refused: Coverage = {state: 'listed', reason: `Resource Graph refuses, so it is read by list calls. ${error.detail.reason}`};
		return subscriptions.map(subscription => ({...subscription, coverage: refused}));
	}
};

/**
The tenant that most of the subscriptions belong to; delegated ones (Lighthouse) belong to others.
*/
const tenantOf = (subscriptions: readonly Subscription[]): string | undefined => {
	const counts = new Map<string, number>();
	for (const subscription of subscriptions) {
		const tenant = valueOf(subscription.tenantId);
		if (tenant !== undefined) {
			counts.set(tenant, (counts.get(tenant) ?? 0) + 1);
		}
	}

	return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
};

/**
Lists the subscriptions of the session's scope, and finds out which of them Resource Graph answers for.

Rejects with `SourceError` `not-found` for a subscription or management group that was named and is not there.
*/
export const collectSubscriptions = async (session: Session, reading: Reading): Promise<{readonly tenant: string | undefined; readonly subscriptions: readonly Subscription[]}> => {
	const {scope} = session;
	const all = await listAll(session, reading);
	if (all.length === 0) {
		throw notFound('This identity can see no subscription.', 'az role assignment create --assignee OBJECT_ID --role Reader --scope /subscriptions/SUBSCRIPTION');
	}

	const below = scope.managementGroup === undefined ? all : await inManagementGroup(session, reading, all, scope.managementGroup);
	return {
		tenant: scope.tenant ?? tenantOf(all),
		subscriptions: await covered(session, reading, chooseSubscriptions(below, scope.subscriptions)),
	};
};

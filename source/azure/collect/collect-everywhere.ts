import type {Subscription} from '../../model/subscription.js';
import {SourceError} from '../../model/source-error.js';
import type {Collected, OnPartial} from '../collectors.js';
import {
	answered,
	createCoverageBook,
	isInGraph,
	isOfOneSubscription,
	type CoverageBook,
} from '../coverage.js';
import type {Keeper, KeeperRun} from '../keeper.js';
import {mapConcurrently} from '../map-concurrently.js';
import {readGraph} from '../pages.js';
import type {Query} from '../queries.js';
import type {Reading} from '../reading.js';
import type {Session} from '../session.js';
import {sleep} from '../wait.js';

/**
List calls that are under way at once.
*/
export const mostCalls = 6;

/**
Subscriptions whose pages are read as one list; worst first holds within it.
*/
const batchSize = 1000;

export type ListPages = AsyncIterable<readonly unknown[] | undefined>;

/**
One kind of thing and the two ways to it.
*/
export type Kind<T> = {
	readonly query: Query;
	readonly keeper: Keeper<T>;
	/**
	The same documents of one subscription through its service's own list calls.
	*/
	readonly list: (session: Session, reading: Reading, subscriptionId: string) => ListPages;
	/**
	Whether a document that was listed is one that the query gives.
	*/
	readonly isWanted?: (document: unknown) => boolean;
	readonly compare: (one: T, other: T) => number;
};

type Everything<T> = Collected<T> & {readonly isComplete: boolean};

export type EverywhereOptions<T> = {
	/**
	@default all of them
	*/
	readonly limit?: number | undefined;
	readonly onPartial?: OnPartial<Everything<T>> | undefined;
};

/**
Milliseconds: what is known is drawn before the clients of the list calls are loaded.
*/
const untilDrawn = 300;

/**
Milliseconds: the first page is on the screen before more of its kind are asked for and read.
*/
const untilPageDrawn = 100;

/**
Rows that are asked for first where somebody waits for them: more than a screen shows, and soon sent, read and judged.
*/
const firstPage = 40;

const readBatch = async <T>(session: Session, reading: Reading, query: Query, run: KeeperRun<T>, ids: readonly string[], limit: number, onPage: ((items: readonly T[]) => Promise<void>) | undefined): Promise<{readonly items: readonly T[]; readonly isComplete: boolean}> => {
	const items: T[] = [];
	for await (const {rows, isLast} of readGraph(session, reading, query, {subscriptions: ids}, {firstPage: onPage && firstPage})) {
		items.push(...await run.read(rows, reading.signal));
		if (!isLast && items.length < limit) {
			await onPage?.(items);
		}

		if (items.length >= limit) {
			return {items: items.slice(0, limit), isComplete: isLast && items.length === limit};
		}
	}

	return {items, isComplete: true};
};

/**
Reads what Resource Graph has of some subscriptions. Gives the error back where it may not be asked at all.
*/
const readThroughGraph = async <T>(session: Session, reading: Reading, {query}: Kind<T>, run: KeeperRun<T>, ids: readonly string[], limit: number, onPage: ((items: readonly T[]) => Promise<void>) | undefined): Promise<{readonly items: readonly T[]; readonly isComplete: boolean; readonly refusal?: SourceError}> => {
	const items: T[] = [];
	let isComplete = true;
	try {
		for (let start = 0; start < ids.length; start += batchSize) {
			// eslint-disable-next-line no-await-in-loop -- the quota is one for all
			const batch = await readBatch(session, reading, query, run, ids.slice(start, start + batchSize), limit, onPage);
			items.push(...batch.items);
			isComplete &&= batch.isComplete;
		}
	} catch (error) {
		if (error instanceof SourceError && error.detail.cause === 'denied') {
			return {items: [], isComplete: true, refusal: error};
		}

		throw error;
	}

	return {items, isComplete};
};

const readListed = async <T>(session: Session, reading: Reading, {list, isWanted}: Kind<T>, run: KeeperRun<T>, subscriptionId: string): Promise<readonly T[]> => {
	const items: T[] = [];
	for await (const page of list(session, reading, subscriptionId)) {
		if (page === undefined) {
			throw new SourceError({
				cause: 'malformed', reason: 'An answer holds no list.', remedy: undefined, retryAt: undefined,
			});
		}

		items.push(...await run.read(isWanted ? page.filter(document => isWanted(document)) : page, reading.signal));
	}

	return items;
};

const readLists = async <T>(session: Session, reading: Reading, kind: Kind<T>, run: KeeperRun<T>, listed: ReadonlyMap<string, string>, book: CoverageBook): Promise<readonly T[]> => {
	const lists = await mapConcurrently([...listed], mostCalls, async ([id, reason]) => {
		try {
			const items = await readListed(session, reading, kind, run, id);
			book.note(id, {state: 'listed', reason});
			return items;
		} catch (error) {
			if (!isOfOneSubscription(error)) {
				throw error;
			}

			book.fail(id, error);
			return [];
		}
	});
	return lists.flat();
};

/**
Resource Graph follows Azure by minutes, so a subscription may be told both ways: each resource counts once.
*/
const withoutKnown = <T>(known: readonly T[], more: readonly T[]): readonly T[] => {
	const keyOf = (item: T): unknown => typeof item === 'object' && item !== null && 'key' in item ? item.key : item;
	const keys = new Set(known.map(item => keyOf(item)));
	return more.filter(item => !keys.has(keyOf(item)));
};

const reasonOf = ({coverage}: Subscription): string => ('reason' in coverage ? coverage.reason : '');

/**
Reads one kind of thing across subscriptions: through Resource Graph where it answers for them, and through the list
calls of each one that it leaves out, or of all where it refuses. A list call that fails is told in the coverage.

The first page is handed on at once, and what Resource Graph gave before the list calls begin: a person at the screen need
not wait for a subscription that does not answer.

@returns At most `limit` items, in the order of the kind.
*/
export const collectEverywhere = async <T>(session: Session, reading: Reading, kind: Kind<T>, subscriptions: readonly Subscription[], {limit = Infinity, onPartial}: EverywhereOptions<T> = {}): Promise<Everything<T>> => {
	const run = kind.keeper.begin();
	const book = createCoverageBook();
	const listed = new Map(subscriptions.filter(subscription => !isInGraph(subscription)).map(subscription => [subscription.id, reasonOf(subscription)]));
	const inGraph = subscriptions.filter(subscription => isInGraph(subscription)).map(({id}) => id);
	const inGraphAnswered = new Map(inGraph.map(id => [id, answered]));
	let hasPage = false;
	const graph = await readThroughGraph(session, reading, kind, run, inGraph, limit, onPartial && (async items => {
		// One is enough: each costs a judgement and a frame.
		if (hasPage) {
			return;
		}

		hasPage = true;
		onPartial({items: [...items], coverage: inGraphAnswered, isComplete: false});
		await sleep(untilPageDrawn, reading.signal);
	}));
	for (const id of inGraph) {
		if (graph.refusal) {
			listed.set(id, graph.refusal.detail.reason);
		} else {
			book.note(id, answered);
		}
	}

	if (onPartial && !graph.refusal && listed.size > 0) {
		onPartial({items: graph.items, coverage: inGraphAnswered, isComplete: false});
		await sleep(untilDrawn, reading.signal);
	}

	const lists = await readLists(session, reading, kind, run, listed, book);
	const coverage = book.close();
	run.end();
	const items = [...graph.items, ...withoutKnown(graph.items, lists)];
	// Resource Graph has put its own rows in order.
	if (lists.length > 0 || inGraph.length > batchSize) {
		items.sort((one, other) => kind.compare(one, other));
	}

	return {items: items.slice(0, limit), coverage, isComplete: graph.isComplete && items.length <= limit};
};

export const byKey = ({key: one}: {readonly key: string}, {key: other}: {readonly key: string}): number => (one < other ? -1 : (one > other ? 1 : 0));

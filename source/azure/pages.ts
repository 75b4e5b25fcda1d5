import {SourceError} from '../model/source-error.js';
import type {Query} from './queries.js';
import {readDocument, type Reading} from './reading.js';
import type {Session} from './session.js';
import {breathe} from './wait.js';

/**
What a query is asked about. At most 1,000 subscriptions are taken at once.
*/
export type GraphScope = {readonly subscriptions: readonly string[]} | {readonly managementGroups: readonly string[]};

export type GraphPage = {
	readonly rows: readonly unknown[];
	/**
	True for the last page of the last batch of subscriptions.
	*/
	readonly isLast: boolean;
};

/**
Subscriptions that one query may name. Source: limits of Resource Graph.
*/
const mostSubscriptions = 1000;

const malformed = (reason: string): SourceError => new SourceError({
	cause: 'malformed', reason, remedy: undefined, retryAt: undefined,
});

type Answer = {
	readonly rows: readonly unknown[];
	readonly skipToken: string | undefined;
	/**
	Rows of the whole answer, as Resource Graph counts them.
	*/
	readonly total: number | undefined;
};

const readAnswer = (body: unknown): Answer => {
	const {data, $skipToken: token, resultTruncated, totalRecords} = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
	if (!Array.isArray(data)) {
		throw malformed('Resource Graph answered without rows.');
	}

	const skipToken = typeof token === 'string' && token !== '' ? token : undefined;
	// A text in the specification and in recorded answers.
	if (skipToken === undefined && String(resultTruncated) === 'true') {
		throw malformed('Resource Graph left out rows and does not say how to read them.');
	}

	return {rows: data as readonly unknown[], skipToken, total: typeof totalRecords === 'number' ? totalRecords : undefined};
};

export type GraphOptions = {
	/**
	Rows of the first page, where something is to be seen soon.

	@default the query's own
	*/
	readonly firstPage?: number | undefined;
};

const isTooLarge = (error: unknown): boolean => error instanceof SourceError && error.detail.reason.includes('ResponsePayloadTooLarge');

const readBatch = async function * (session: Session, reading: Reading, query: Query, scope: GraphScope, {firstPage}: GraphOptions): AsyncGenerator<GraphPage> {
	const client = await session.resourceGraph();
	const ask = async (top: number, from: {readonly skipToken?: string | undefined; readonly skip?: number}): Promise<unknown> => readDocument(reading, async options => client.resources({
		subscriptions: 'subscriptions' in scope ? [...scope.subscriptions] : undefined,
		managementGroups: 'managementGroups' in scope ? [...scope.managementGroups] : undefined,
		query: query.text,
		options: {
			resultFormat: 'objectArray', top, ...from, ...(query.isInherited && {authorizationScopeFilter: 'AtScopeAboveAndBelow'}),
		},
	}, options));
	const seen = new Set<string>();
	let from: {readonly skipToken?: string | undefined; readonly skip?: number} = {};
	let top = Math.min(firstPage ?? Infinity, query.pageSize);
	let isFirst = true;
	for (;;) {
		let body: unknown;
		try {
			// eslint-disable-next-line no-await-in-loop -- each page tells where the next one is
			body = await ask(top, from);
		} catch (error) {
			if (top === 1 || !isTooLarge(error)) {
				throw error;
			}

			top = Math.ceil(top / 2);
			continue;
		}

		const answer = readAnswer(body);
		const {skipToken} = answer;
		if (skipToken !== undefined && seen.has(skipToken)) {
			throw malformed('Resource Graph\'s pages go on where they were before, for ever.');
		}

		// Without an id column there is no token, and what lies behind the page would be lost without a word.
		if (isFirst && skipToken === undefined && answer.rows.length < Math.min(answer.total ?? 0, top + 1)) {
			throw malformed(`Resource Graph gave ${answer.rows.length} of ${answer.total ?? 0} rows and does not say how to read the others.`);
		}

		yield {rows: answer.rows, isLast: skipToken === undefined};
		if (skipToken === undefined) {
			return;
		}

		seen.add(skipToken);
		if (isFirst && firstPage !== undefined && answer.rows.length > 0) {
			// A token keeps the size of the page that it came with, and only `$skip` leaves it (Resource Graph, resources, 2024-04-01).
			from = {skip: answer.rows.length};
			top = query.pageSize;
		} else {
			from = {skipToken};
		}

		isFirst = false;
		// eslint-disable-next-line no-await-in-loop
		await breathe(reading.signal);
	}
};

const batches = (scope: GraphScope): readonly GraphScope[] => {
	if (!('subscriptions' in scope)) {
		return [scope];
	}

	const {subscriptions} = scope;
	return Array.from({length: Math.ceil(subscriptions.length / mostSubscriptions)}, (_, index) =>
		({subscriptions: subscriptions.slice(index * mostSubscriptions, (index + 1) * mostSubscriptions)}));
};

/**
Asks Resource Graph a query and reads its answer page after page; the event loop gets its turn in between. Throttling
is waited out below (see `reading-transport.ts`), and the same page is asked again.

@param session Whose Resource Graph client is asked.
@param reading Its signal ends the reading between and within pages.
@param query An entry of `queries`.
@param scope More than 1,000 subscriptions are asked in batches, each with pages of its own.
@param options The first page of all may be a small one.
@yields Rows as Azure sent them. Rejects with `SourceError`.
*/
export const readGraph = async function * (session: Session, reading: Reading, query: Query, scope: GraphScope, options: GraphOptions = {}): AsyncGenerator<GraphPage> {
	const all = batches(scope);
	for (const [index, batch] of all.entries()) {
		// eslint-disable-next-line no-await-in-loop -- the quota is one for all batches
		for await (const page of readBatch(session, reading, query, batch, index === 0 ? options : {})) {
			yield {...page, isLast: page.isLast && index === all.length - 1};
		}
	}
};

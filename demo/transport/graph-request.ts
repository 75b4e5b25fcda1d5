import {Buffer} from 'node:buffer';
import {badQuery, type Answer} from './answer.js';
import type {InScope, World} from './world.js';

/**
What a query asks for besides its text.
*/
export type GraphRequest = {
	readonly query: string;
	readonly inScope: InScope;
	readonly top: number;
	readonly skip: number;
	/**
	What was set above the subscriptions is wanted too.
	*/
	readonly isInherited: boolean;
};

const defaultTop = 100;
const mostTop = 1000;

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {});

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const count = (value: unknown, fallback: number): number => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fallback);

/**
Where the next page begins: Resource Graph's tokens are JSON in base64 (a recorded one reads so).
*/
export const skipToken = (top: number, skip: number): string =>
	Buffer.from(JSON.stringify({$id: '1', MaxRows: top, RowsToSkip: skip})).toString('base64');

const readSkipToken = (token: unknown): number | undefined => {
	if (typeof token !== 'string') {
		return undefined;
	}

	const {RowsToSkip: skip} = record(parse(Buffer.from(token, 'base64').toString()));
	return typeof skip === 'number' ? skip : undefined;
};

/**
Reads the body of `POST /providers/Microsoft.ResourceGraph/resources`; gives the refusal where Azure would refuse. With
no subscriptions every readable one of the tenant is in scope; those that may not be read never are, without a word,
until none is left.
*/
export const readGraphRequest = (world: World, body: string): GraphRequest | Answer => {
	const {query, subscriptions, options} = record(parse(body));
	if (typeof query !== 'string') {
		return badQuery('InvalidQuery', 'Query is missing.');
	}

	const asked = Array.isArray(subscriptions) && subscriptions.length > 0
		? new Set(subscriptions.map(id => String(id).toLowerCase()))
		: undefined;
	const readable = new Set(world.subscriptions.filter(({id, isReadable}) => isReadable && (asked?.has(id) ?? true)).map(({id}) => id));
	if (readable.size === 0) {
		return badQuery('NoValidSubscriptionsInQueryRequest', 'There must be at least one valid subscription for the signed-in identity.');
	}

	const {$top: top, $skip: skip, $skipToken: token, authorizationScopeFilter} = record(options);
	return {
		query,
		inScope: id => readable.has(id),
		top: Math.min(mostTop, Math.max(1, count(top, defaultTop))),
		skip: readSkipToken(token) ?? count(skip, 0),
		isInherited: authorizationScopeFilter === 'AtScopeAboveAndBelow',
	};
};

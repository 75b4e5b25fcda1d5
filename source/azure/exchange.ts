import {AsyncLocalStorage} from 'node:async_hooks';
import {noGrants, type InsideGrants} from '../model/inside.js';
import type {OnWait} from './wait.js';

/**
What one reading hands along to its requests, and what comes back from them.

The SDK's clients turn documents into objects of their own (dates, renamed and flattened members, unknown members
dropped), and those of the newer generation forget the options of a call from its second page on. So the signal goes to
each request, and the document as Azure sent it comes back, past the client, by way of this.
*/
export type Exchange = {
	readonly signal: AbortSignal;
	readonly onWait: OnWait | undefined;
	/**
	What more than Reader a person has asked for.
	*/
	readonly grants: InsideGrants;
	/**
	The last answer, parsed and otherwise untouched.
	*/
	body: unknown;
	/**
	Where the list goes on, as far as it was told: an address that comes twice would go on for ever.
	*/
	readonly nextLinks: Set<string>;
};

const storage = new AsyncLocalStorage<Exchange>();

export const createExchange = (signal: AbortSignal, onWait: OnWait | undefined, grants: InsideGrants = noGrants): Exchange => ({
	signal, onWait, grants, body: undefined, nextLinks: new Set(),
});

/**
Runs one call of a client; every request that it sends belongs to the exchange.
*/
export const inExchange = async <T>(exchange: Exchange, call: () => Promise<T>): Promise<T> => storage.run(exchange, call);

export const currentExchange = (): Exchange | undefined => storage.getStore();

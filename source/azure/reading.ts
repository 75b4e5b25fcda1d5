import type {InsideGrants} from '../model/inside.js';
import {toSourceError} from './errors.js';
import {createExchange, inExchange, type Exchange} from './exchange.js';
import {breathe, type OnWait} from './wait.js';

/**
One run of a collector.
*/
export type Reading = {
	readonly signal: AbortSignal;
	readonly onWait: OnWait | undefined;
	/**
	What more than Reader a person has asked for; absent: nothing.
	*/
	readonly grants?: InsideGrants;
};

/**
Rejects with the signal's reason once it is aborted, otherwise with a `SourceError`.
*/
const translate = async <T>({signal}: Reading, call: () => Promise<T>): Promise<T> => {
	signal.throwIfAborted();
	try {
		return await call();
	} catch (error) {
		signal.throwIfAborted();
		throw toSourceError(error);
	}
};

const ask = async <T>(reading: Reading, exchange: Exchange, call: () => Promise<T>): Promise<T> =>
	translate(reading, async () => inExchange(exchange, call));

/**
Calls one operation of an SDK client.

@param reading Whose signal ends the call.
@param call The operation, e.g. `options => client.managedClusters.get(group, name, options)`.
@returns The answer as Azure sent it, parsed and otherwise untouched.
*/
export const readDocument = async (reading: Reading, call: (options: {readonly abortSignal: AbortSignal}) => Promise<unknown>): Promise<unknown> => {
	const exchange = createExchange(reading.signal, reading.onWait, reading.grants);
	await ask(reading, exchange, async () => call({abortSignal: reading.signal}));
	return exchange.body;
};

type Pages = {readonly byPage: () => AsyncIterableIterator<unknown>};

const listIn = (body: unknown, member: string): readonly unknown[] | undefined => {
	const list = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[member] : undefined;
	return Array.isArray(list) ? list as readonly unknown[] : undefined;
};

/**
Reads a list of an SDK client, page after page, and gives the event loop back in between.

@param member Where the list stands in an answer.

@yields The documents of one page as Azure sent them; `undefined` for a page that holds no list.
*/
export const readList = async function * (reading: Reading, call: (options: {readonly abortSignal: AbortSignal}) => Pages, member = 'value'): AsyncGenerator<readonly unknown[] | undefined> {
	const exchange = createExchange(reading.signal, reading.onWait, reading.grants);
	const pages = call({abortSignal: reading.signal}).byPage();
	for (;;) {
		// eslint-disable-next-line no-await-in-loop -- each page tells where the next one is
		const {done} = await ask(reading, exchange, async () => pages.next());
		if (done === true) {
			return;
		}

		yield listIn(exchange.body, member);
		// eslint-disable-next-line no-await-in-loop
		await breathe(reading.signal);
	}
};

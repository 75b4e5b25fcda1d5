import {hash} from 'node:crypto';
import {breathe} from './wait.js';

/**
Documents are mapped in slices of this many milliseconds.
*/
const slice = 8;

export type KeeperRun<T> = {
	/**
	Maps documents; those that cannot be told from others (no id) are left out.
	*/
	readonly read: (documents: readonly unknown[], signal: AbortSignal) => Promise<readonly T[]>;
	/**
	Forgets what this run did not see. Not called for a run that failed.
	*/
	readonly end: () => void;
};

/**
Gives the same object again for a document that has not changed since the last run.
*/
export type Keeper<T> = {readonly begin: () => KeeperRun<T>};

const hashOf = (document: unknown): string => hash('sha1', JSON.stringify(document) ?? '', 'base64');

/**
Makes a keeper. Unchanged is a document that is the same object (see `answer-memory.ts`) or whose JSON has the same hash: comparing
hashes costs far less than comparing fleets.

@param read Maps one document; gives nothing where it cannot be kept.
*/
export const createKeeper = <T extends Record<string, unknown>>(read: (document: unknown) => T | undefined): Keeper<T> => {
	let kept: ReadonlyMap<string, T> = new Map();
	const keys = new WeakMap<Record<string, unknown>, string>();
	const keyOf = (document: unknown): string => {
		if (typeof document !== 'object' || document === null) {
			return hashOf(document);
		}

		const key = keys.get(document as Record<string, unknown>) ?? hashOf(document);
		keys.set(document as Record<string, unknown>, key);
		return key;
	};

	return {
		begin() {
			const seen = new Map<string, T>();
			const readOne = (document: unknown): T | undefined => {
				const key = keyOf(document);
				const item = seen.get(key) ?? kept.get(key) ?? read(document);
				if (item !== undefined) {
					seen.set(key, item);
				}

				return item;
			};

			return {
				async read(documents, signal) {
					const items: T[] = [];
					let began = performance.now();
					for (const document of documents) {
						const item = readOne(document);
						if (item !== undefined) {
							items.push(item);
						}

						if (!(performance.now() - began > slice)) {
							continue;
						}

						// eslint-disable-next-line no-await-in-loop -- a pause is the point
						await breathe(signal);
						began = performance.now();
					}

					return items;
				},
				end() {
					kept = seen;
				},
			};
		},
	};
};

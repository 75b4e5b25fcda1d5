import {isDeepStrictEqual} from 'node:util';

export type KeptRun<T> = {
	/**
	Maps one document; one whose name has come before in this run is left out.
	*/
	readonly take: (document: unknown) => void;
	/**
	Forgets what this run has taken: the list begins anew.
	*/
	readonly restart: () => void;
	/**
	What was taken: the very list of the last run where every item in it is the same.
	*/
	readonly items: () => readonly T[];
	/**
	Remembers this run for the next. Not called for one that failed.
	*/
	readonly end: () => void;
};

/**
Gives the same object again for a document that has not changed since the last run.
*/
export type KeptItems<T> = {readonly begin: () => KeptRun<T>};

export type KeptOptions<T> = {
	readonly read: (document: unknown) => T;
	readonly keyOf: (item: T) => string;
	/**
	Whether an item says what its document says and nothing else: then one with the same `resourceVersion` is not even read again.
	*/
	readonly isOfDocument: boolean;
};

/**
What tells a state of an object from every other, where the cluster says so.
*/
const versionOf = (document: unknown): string | undefined => {
	const {metadata} = (typeof document === 'object' && document !== null ? document : {}) as Record<string, unknown>;
	const {uid, resourceVersion} = (typeof metadata === 'object' && metadata !== null ? metadata : {}) as Record<string, unknown>;
	return typeof uid === 'string' && typeof resourceVersion === 'string' && uid !== '' && resourceVersion !== '' && uid.length + resourceVersion.length < 128
		? `${uid} ${resourceVersion}`
		: undefined;
};

type Run<T> = {
	readonly byKey: ReadonlyMap<string, T>;
	readonly byVersion: ReadonlyMap<string, T>;
	readonly list: readonly T[];
};

/**
Makes the memory of one list. A Node changes with every heartbeat, though nothing that is kept of it does: items are compared by what they say, too.
*/
export const createKeptItems = <T>({read, keyOf, isOfDocument}: KeptOptions<T>): KeptItems<T> => {
	let last: Run<T> = {byKey: new Map(), byVersion: new Map(), list: []};

	return {
		begin() {
			const byKey = new Map<string, T>();
			const byVersion = new Map<string, T>();
			let list: readonly T[] | undefined;

			const readOne = (document: unknown, version: string | undefined): T => {
				const same = version === undefined ? undefined : last.byVersion.get(version);
				if (same !== undefined) {
					return same;
				}

				const item = read(document);
				const old = last.byKey.get(keyOf(item));
				return old !== undefined && isDeepStrictEqual(old, item) ? old : item;
			};

			const items = (): readonly T[] => {
				list ??= byKey.values().toArray();
				return list.length === last.list.length && list.every((item, index) => item === last.list[index]) ? last.list : list;
			};

			return {
				take(document) {
					const version = isOfDocument ? versionOf(document) : undefined;
					const item = readOne(document, version);
					const key = keyOf(item);
					if (byKey.has(key)) {
						return;
					}

					list = undefined;
					byKey.set(key, item);
					if (version !== undefined) {
						byVersion.set(version, item);
					}
				},
				restart() {
					list = undefined;
					byKey.clear();
					byVersion.clear();
				},
				items,
				end() {
					last = {byKey, byVersion, list: items()};
				},
			};
		},
	};
};

import type {NameState} from '../../model/exposure.js';

export type Names = {
	/**
	What became of each name that was asked for; the same map as long as nothing changed.
	*/
	readonly states: () => ReadonlyMap<string, NameState>;
	/**
	Asks for the names that were never asked for, or long ago.
	*/
	readonly want: (names: Iterable<string>) => void;
	readonly stop: () => void;
};

export type NamesOptions = {
	/**
	Rejects where nothing can be said of the name.
	*/
	readonly resolve: (signal: AbortSignal, name: string) => Promise<NameState>;
	readonly now: () => number;
	readonly onChange: () => void;
};

/**
Milliseconds for which an answer of the name service is believed, and so many are asked at once.
*/
const believed = 3_600_000;
const atOnce = 4;

/**
Looks up the names outside that Services stand for: one that is gone can be taken by somebody else.
*/
export const createNames = ({resolve, now, onChange}: NamesOptions): Names => {
	const abort = new AbortController();
	const askedAt = new Map<string, number>();
	const waiting = new Set<string>();
	let states: ReadonlyMap<string, NameState> = new Map();
	let running = 0;

	const next = async (): Promise<void> => {
		const name = waiting.values().next().value;
		if (name === undefined || running >= atOnce || abort.signal.aborted) {
			return;
		}

		waiting.delete(name);
		running++;
		try {
			const found = await resolve(abort.signal, name);
			states = new Map(states).set(name, found);
		} catch {
			// What could not be looked up stays unknown, and is asked again with the next look.
			askedAt.delete(name);
		} finally {
			running--;
		}

		if (running === 0 && waiting.size === 0) {
			onChange();
		}

		await next();
	};

	return {
		states: () => states,
		want(names) {
			for (const name of names) {
				const last = askedAt.get(name);
				if (!(last === undefined || now() - last > believed)) {
					continue;
				}

				askedAt.set(name, now());
				waiting.add(name);
			}

			for (let slot = running; slot < Math.min(atOnce, running + waiting.size); slot++) {
				void next();
			}
		},
		stop() {
			abort.abort();
			waiting.clear();
		},
	};
};

/**
So many values that are others make a map of its own worth while.
*/
const mostPatches = 2048;

/**
A map of which some values are others, and no key: made in the time of what changed, where a copy of 60,000 entries holds every key for tens of milliseconds.
*/
export class PatchedMap<Key, Value> implements ReadonlyMap<Key, Value> {
	/**
	The map with these values in place of its own; their keys must be in it.
	*/
	static of<Key, Value>(map: ReadonlyMap<Key, Value>, changes: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
		const [base, before] = map instanceof this ? [map.#base as ReadonlyMap<Key, Value>, map.#patches as ReadonlyMap<Key, Value>] : [map, new Map<Key, Value>()];
		const patches = new Map([...before, ...changes]);
		const patched = new PatchedMap(base, patches);
		return patches.size > mostPatches ? new Map(patched) : patched;
	}

	readonly #base: ReadonlyMap<Key, Value>;
	readonly #patches: ReadonlyMap<Key, Value>;

	private constructor(base: ReadonlyMap<Key, Value>, patches: ReadonlyMap<Key, Value>) {
		this.#base = base;
		this.#patches = patches;
	}

	get size(): number {
		return this.#base.size;
	}

	get(key: Key): Value | undefined {
		return this.#patches.has(key) ? this.#patches.get(key) : this.#base.get(key);
	}

	has(key: Key): boolean {
		return this.#base.has(key);
	}

	keys(): MapIterator<Key> {
		return this.#base.keys();
	}

	values(): MapIterator<Value> {
		return this.entries().map(([, value]) => value);
	}

	entries(): MapIterator<[Key, Value]> {
		return this.#base.entries().map(([key, value]): [Key, Value] => [key, this.#patches.has(key) ? this.#patches.get(key)! : value]);
	}

	forEach(call: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
		for (const [key, value] of this) {
			call(value, key, this);
		}
	}

	[Symbol.iterator](): MapIterator<[Key, Value]> {
		return this.entries();
	}
}

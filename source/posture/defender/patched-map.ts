/**
A large map in which a few entries are others: it shares the large one and never changes itself, so that who holds the earlier
one goes on reading what it said.
*/
export class PatchedMap<V> implements ReadonlyMap<string, V> {
	readonly #base: ReadonlyMap<string, V>;
	readonly #changes: ReadonlyMap<string, V | undefined>;
	readonly size: number;

	/**
	The map with these changes.

	@param changes Entries that are others; `undefined` for those that are gone.
	*/
	constructor(map: ReadonlyMap<string, V>, changes: ReadonlyMap<string, V | undefined>) {
		const isPatched = map instanceof PatchedMap;
		this.#base = isPatched ? (map as PatchedMap<V>).#base : map;
		this.#changes = isPatched ? new Map([...(map as PatchedMap<V>).#changes, ...changes]) : changes;
		let {size} = this.#base;
		for (const [key, value] of this.#changes) {
			size += (value === undefined ? 0 : 1) - (this.#base.has(key) ? 1 : 0);
		}

		this.size = size;
	}

	/**
	How many entries are others than in the map that is shared.
	*/
	get patchSize(): number {
		return this.#changes.size;
	}

	get(key: string): V | undefined {
		return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key);
	}

	has(key: string): boolean {
		return this.get(key) !== undefined;
	}

	* entries(): MapIterator<[string, V]> {
		for (const entry of this.#base) {
			if (!this.#changes.has(entry[0])) {
				yield entry;
			}
		}

		for (const [key, value] of this.#changes) {
			if (value !== undefined) {
				yield [key, value];
			}
		}
	}

	* keys(): MapIterator<string> {
		for (const [key] of this.entries()) {
			yield key;
		}
	}

	* values(): MapIterator<V> {
		for (const [, value] of this.entries()) {
			yield value;
		}
	}

	forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
		for (const [key, value] of this.entries()) {
			callback(value, key, this);
		}
	}

	[Symbol.iterator](): MapIterator<[string, V]> {
		return this.entries();
	}
}

const none: readonly never[] = Object.freeze([]);

/**
Makes the function that gives what of a list has a key, in its order. Each list is indexed once, when it is first asked, and the same key of the
same list gives the same list.

@param keyOf what each is found by
*/
export const createIndexed = <Item, Key>(keyOf: (item: Item) => Key): ((list: readonly Item[], key: Key) => readonly Item[]) => {
	const indexes = new WeakMap<readonly Item[], ReadonlyMap<Key, readonly Item[]>>();
	return (list, key) => {
		let index = indexes.get(list);
		if (!index) {
			index = Map.groupBy(list, item => keyOf(item));
			indexes.set(list, index);
		}

		return index.get(key) ?? none;
	};
};

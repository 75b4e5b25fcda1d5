/**
Keys that several hold at once: a key is there until the last of them lets go.
*/
export type Counted = {
	readonly has: (key: string) => boolean;
	readonly keys: () => Iterable<string>;
	/**
	Returns how to let go, which counts once.
	*/
	readonly hold: (key: string) => () => void;
};

/**
Makes an empty one.

@param onChange a key has come or gone
*/
export const createCounted = (onChange: () => void): Counted => {
	const counts = new Map<string, number>();
	return {
		has: key => counts.has(key),
		keys: () => counts.keys(),
		hold(key) {
			const before = counts.get(key) ?? 0;
			counts.set(key, before + 1);
			if (before === 0) {
				onChange();
			}

			let isHeld = true;
			return () => {
				if (!isHeld) {
					return;
				}

				isHeld = false;
				const left = counts.get(key)! - 1;
				if (left > 0) {
					counts.set(key, left);
					return;
				}

				counts.delete(key);
				onChange();
			};
		},
	};
};

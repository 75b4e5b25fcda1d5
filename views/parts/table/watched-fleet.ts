import type {Snapshot} from '../../../source/fleet/snapshot.js';

/**
A snapshot that remembers what of it was looked at.
*/
export type WatchedFleet = {
	readonly snapshot: Snapshot;
	/**
	Takes the next snapshot, if it differs only in what was not looked at; else says no, and stays as it is. What is looked at later is the newest.
	*/
	readonly follow: (next: Snapshot) => boolean;
};

/**
Most cells look at little: a cluster that changed is no reason to sort and draw the findings again.
*/
export const watchFleet = (first: Snapshot): WatchedFleet => {
	const seen = new Set<keyof Snapshot>();
	let current = first;
	const snapshot = new Proxy(first, {
		get(_, name) {
			seen.add(name as keyof Snapshot);
			return current[name as keyof Snapshot];
		},
	});
	return {
		snapshot,
		follow(next) {
			for (const name of seen) {
				if (current[name] !== next[name]) {
					return false;
				}
			}

			current = next;
			return true;
		},
	};
};

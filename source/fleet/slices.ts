import {setImmediate as nextTurn} from 'node:timers/promises';

/**
A key that is pressed waits at most this long for work in the background, in milliseconds.
*/
export const sliceBudget = 8;

export type Pace = () => Promise<void> | undefined;

/**
Paces a long loop: call it after each step; it gives a promise to wait for only when the slice is used up, so that a
loop of cheap steps does not pay for a promise each time.

@param signal Aborts the loop at the next slice: the promise rejects with the signal's reason.
*/
export const createPace = (signal?: AbortSignal, budget = sliceBudget): Pace => {
	let end = performance.now() + budget;
	return async () => {
		if (performance.now() < end) {
			return undefined;
		}

		return (async () => {
			await nextTurn();
			signal?.throwIfAborted();
			end = performance.now() + budget;
		})();
	};
};

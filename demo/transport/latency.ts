import {mulberry32} from '../random.js';

/**
So many answers come at once, so that the demo's start is not slowed.
*/
const swiftAnswers = 40;

/**
What the pipeline expects of a transport whose request was cancelled.
*/
export class AbortError extends Error {
	override name = 'AbortError';

	constructor() {
		super('The operation was aborted. Request has been canceled.');
	}
}

type Signal = {
	readonly aborted: boolean;
	addEventListener: (type: 'abort', listener: () => void) => void;
	removeEventListener: (type: 'abort', listener: () => void) => void;
};

/**
Waits as a service would: nothing for the first answers, then 5 to 40 ms. Rejects with `AbortError` as soon as the
signal says so.
*/
export const createLatency = (seed: number): ((signal: Signal | undefined) => Promise<void>) => {
	const random = mulberry32(seed);
	let answers = 0;
	return async signal => {
		if (signal?.aborted) {
			throw new AbortError();
		}

		answers++;
		if (answers <= swiftAnswers) {
			return;
		}

		const wait = 5 + (random() * 35);
		await new Promise<void>((resolve, reject) => {
			const finish = (): void => {
				signal?.removeEventListener('abort', cancel);
				resolve();
			};

			const timer = setTimeout(finish, wait);
			const cancel = (): void => {
				clearTimeout(timer);
				signal?.removeEventListener('abort', cancel);
				reject(new AbortError());
			};

			signal?.addEventListener('abort', cancel);
		});
	};
};

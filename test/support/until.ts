import {setTimeout as delay} from 'node:timers/promises';

/**
Waits until something is so that no screen tells, looking again and again.

@throws when it is not so within the deadline
*/
export const until = async (isMet: () => boolean, deadline = 30_000): Promise<void> => {
	const end = performance.now() + deadline;
	while (!isMet()) {
		if (performance.now() > end) {
			throw new Error(`Not within ${deadline} ms: ${String(isMet)}`);
		}

		// eslint-disable-next-line no-await-in-loop
		await delay(20);
	}
};

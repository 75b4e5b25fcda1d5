import {setTimeout as delay} from 'node:timers/promises';

/**
Waiting that a person is told about.
*/
export type Wait = {
	/**
	Milliseconds since 1970.
	*/
	readonly until: number;
	/**
	One sentence: who asked for it.
	*/
	readonly reason: string;
};

export type OnWait = (wait: Wait) => void;

/**
Waits so many milliseconds, or rejects with the reason of the signal as soon as it is aborted.
*/
export const sleep = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
	signal?.throwIfAborted();
	try {
		await delay(milliseconds, undefined, {signal});
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	}
};

/**
Gives the event loop back, so that keys that wait are handled before more is read.
*/
export const breathe = async (signal: AbortSignal): Promise<void> => {
	// A macrotask; promises alone would not let input in.
	await new Promise(resolve => {
		setImmediate(resolve);
	});
	signal.throwIfAborted();
};

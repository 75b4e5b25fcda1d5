import fs from 'node:fs';
import process from 'node:process';

/**
How long a terminal that takes nothing (stopped with ctrl-s, a hanging line) may hold up the end.
*/
const patience = 250;

const pause = 5;

const sleep = (milliseconds: number): void => {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/**
Opens the terminal so that a write never waits for it; nothing when that cannot be had.
*/
const openWithoutWaiting = (): number | undefined => {
	try {
		// eslint-disable-next-line no-bitwise
		return process.platform === 'win32' ? undefined : fs.openSync('/proc/self/fd/1', fs.constants.O_WRONLY | fs.constants.O_NOCTTY | fs.constants.O_NONBLOCK);
	} catch {
		return undefined;
	}
};

/**
Writes to the terminal at once, for the moments after which nobody may write any more. Never throws; gives up after a quarter of a second.
*/
export const writeLast = (text: string): void => {
	const own = openWithoutWaiting();
	const descriptor = own ?? 1;
	const bytes = new TextEncoder().encode(text);
	const end = performance.now() + patience;
	let written = 0;
	while (written < bytes.length && performance.now() < end) {
		try {
			written += fs.writeSync(descriptor, bytes, written);
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EINTR'))) {
				break;
			}

			sleep(pause);
		}
	}

	if (own !== undefined) {
		fs.closeSync(own);
	}
};

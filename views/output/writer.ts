import {Buffer} from 'node:buffer';

/**
What the writer stands on; a test gives its own.
*/
export type WriterPorts = {
	/**
	Writes what the terminal takes now, at once, and says how many bytes that were. Throws `EAGAIN` when it takes none.
	*/
	readonly writeNow: (bytes: Uint8Array) => number;
	/**
	Calls back later, once; for trying again.
	*/
	readonly later: (retry: () => void, milliseconds: number) => void;
	/**
	The terminal took everything that had to wait.
	*/
	readonly onDrain: () => void;
	/**
	Nobody is at the other end of the line any more.
	*/
	readonly onGone: () => void;
};

export type Writer = {
	/**
	True while bytes wait for the terminal: then write no frame, but remember the newest one until `onDrain`.
	*/
	readonly isBlocked: boolean;
	write(text: string): void;
	/**
	Forgets what waits, and everything that comes.
	*/
	close(): void;
};

/**
Errors that say: not now.
*/
const passing: ReadonlySet<string | undefined> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);

const firstPause = 2;
const longestPause = 100;

/**
A sequence of one's own (a text for the clipboard) may wait behind a frame, but not without end.
*/
const waitingLimit = 262_144;

const codeOf = (error: unknown): string | undefined =>
	typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
Writes to a terminal without ever waiting for it. A line that is slower than the screen, or a terminal that was stopped with ctrl-s,
takes a part or nothing: the rest of that one write is kept, so that no escape sequence is torn, and tried again with growing pauses.
*/
export const createWriter = ({writeNow, later, onDrain, onGone}: WriterPorts): Writer => {
	let waiting: Uint8Array = new Uint8Array();
	let isClosed = false;
	let isRetrying = false;
	let pause = firstPause;

	/**
	Gives what did not go.
	*/
	const attempt = (bytes: Uint8Array): Uint8Array => {
		let written = 0;
		try {
			while (written < bytes.length) {
				const count = writeNow(bytes.subarray(written));
				if (count === 0) {
					break;
				}

				written += count;
			}
		} catch (error) {
			if (passing.has(codeOf(error))) {
				return bytes.subarray(written);
			}

			isClosed = true;
			onGone();
			return new Uint8Array();
		}

		return bytes.subarray(written);
	};

	const retry = (): void => {
		isRetrying = false;
		const before = waiting.length;
		waiting = attempt(waiting);
		if (waiting.length > 0) {
			pause = waiting.length < before ? firstPause : Math.min(longestPause, pause * 2);
			retryLater();
		} else if (!isClosed) {
			pause = firstPause;
			onDrain();
		}
	};

	const retryLater = (): void => {
		if (isRetrying) {
			return;
		}

		isRetrying = true;
		later(retry, pause);
	};

	return {
		get isBlocked() {
			return waiting.length > 0;
		},
		write(text) {
			if (isClosed) {
				return;
			}

			const bytes = Buffer.from(text);
			if (waiting.length > 0) {
				if (waiting.length + bytes.length <= waitingLimit) {
					waiting = Buffer.concat([waiting, bytes]);
				}

				return;
			}

			waiting = attempt(bytes);
			if (waiting.length > 0) {
				retryLater();
			}
		},
		close() {
			isClosed = true;
			waiting = new Uint8Array();
		},
	};
};

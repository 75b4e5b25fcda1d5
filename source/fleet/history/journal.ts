import {isMissing} from '../keep/set-aside.js';
import type {Line} from './line.js';
import {compactHistory, historyBounds} from './compact-history.js';
import {appendHistory, writeHistory} from './write-history.js';

/**
The file of a history, as one process writes it.
*/
export type Journal = {
	/**
	Takes what is new; it is written as soon as what is being written is done.
	*/
	readonly add: (lines: readonly Line[]) => void;
	/**
	Resolves when everything that was taken is written, or could not be. Never rejects.
	*/
	readonly flush: () => Promise<void>;
};

const day = 86_400_000;

/**
Makes the one that writes a history's file, one batch after the other, and makes it smaller when it has grown or aged.

@param whole Everything that is remembered, for a file that is not there any more.
@param isThere Whether the file was there when the program started, and how large it was, bytes.
@param onError Called once when it cannot be written; the session goes on without.
*/
export const createJournal = ({file, isThere, size, now, whole, onError}: {
	readonly file: string;
	readonly isThere: boolean;
	readonly size: number;
	/**
	Milliseconds since 1970.
	*/
	readonly now: () => number;
	readonly whole: () => readonly Line[];
	readonly onError: (error: unknown) => void;
}): Journal => {
	let waiting: Line[] = [];
	let writing: Promise<void> | undefined;
	let mustMake = !isThere;
	let compactAt = size > 0 ? now() : now() + day;
	let hasFailed = false;

	const write = async (lines: readonly Line[]): Promise<void> => {
		if (mustMake) {
			// The first look tells of everything.
			await writeHistory(file, lines);
			mustMake = false;
			return;
		}

		let length: number;
		try {
			length = await appendHistory(file, lines);
		} catch (error) {
			if (!isMissing(error)) {
				throw error;
			}

			// Somebody has removed it: it begins anew.
			await writeHistory(file, whole());
			return;
		}

		if (!(length > historyBounds.size || now() >= compactAt)) {
			return;
		}

		compactAt = now() + day;
		await compactHistory(file, now());
	};

	const writeAll = async (): Promise<void> => {
		while (!hasFailed && waiting.length > 0) {
			const lines = waiting;
			waiting = [];
			try {
				// eslint-disable-next-line no-await-in-loop -- one after the other is the point
				await write(lines);
			} catch (error) {
				hasFailed = true;
				onError(error);
			}
		}

		writing = undefined;
	};

	return {
		add(lines) {
			if (hasFailed || lines.length === 0) {
				return;
			}

			waiting.push(...lines);
			writing ??= writeAll();
		},
		flush: async () => writing,
	};
};

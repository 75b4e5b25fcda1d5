import {writeKept} from './write-kept.js';
import type {Kept} from './kept.js';

/**
All sources of the first round are in by then.
*/
const firstDelay = 3000;

const shortestGap = 60_000;

export type Keeper = {
	/**
	Tells what is known now; it is written at most once a minute.
	*/
	readonly remember: (kept: Kept) => void;
	/**
	Writes what is newest, if it was not written yet, and ends.
	*/
	readonly stop: (signal: AbortSignal) => Promise<void>;
};

const isSameData = (one: Kept | undefined, other: Kept): boolean => {
	const names = Object.keys(other) as Array<keyof Kept>;
	return one !== undefined && names.every(name => one[name]?.data === other[name]?.data);
};

/**
Keeps the file up to date. Data that did not change is not written again during the session, only its new age at the end.

`onError` is called once when the file cannot be written; the session goes on without.
*/
export const createKeeper = (file: string, now: () => number, onError: (error: unknown) => void): Keeper => {
	let newest: Kept | undefined;
	let written: Kept | undefined;
	let lastWrite: number | undefined;
	let timer: NodeJS.Timeout | undefined;
	let writing: Promise<void> | undefined;
	let hasFailed = false;
	const abort = new AbortController();

	const write = async (signal: AbortSignal): Promise<void> => {
		const kept = newest!;
		lastWrite = now();
		try {
			await writeKept(file, kept, signal);
			written = kept;
		} catch (error) {
			if (!hasFailed && !signal.aborted) {
				hasFailed = true;
				onError(error);
			}
		}
	};

	const writeAndSchedule = async (): Promise<void> => {
		writing = write(abort.signal);
		await writing;
		writing = undefined;
		schedule();
	};

	function schedule(): void {
		const isBusy = timer !== undefined || writing !== undefined;
		if (newest === undefined || isBusy || abort.signal.aborted || isSameData(written, newest)) {
			return;
		}

		const wait = lastWrite === undefined ? firstDelay : Math.max(0, lastWrite + shortestGap - now());
		timer = setTimeout(() => {
			timer = undefined;
			void writeAndSchedule();
		}, wait);
		timer.unref();
	}

	return {
		remember(kept) {
			newest = kept;
			schedule();
		},
		async stop(signal) {
			clearTimeout(timer);
			abort.abort();
			await writing;
			if (newest !== undefined && newest !== written && !signal.aborted) {
				await write(signal);
			}
		},
	};
};

import {
	open,
	rm,
	stat,
	type FileHandle,
} from 'node:fs/promises';
import {openOwnFile} from '../keep/open-own-file.js';
import type {Line} from './line.js';
import {readLines} from './read-lines.js';
import {appendHistory, largestHistory, writeHistory} from './write-history.js';

const day = 86_400_000;

/**
How far back it is remembered, milliseconds, and how much is kept, bytes.
*/
export type HistoryBounds = {readonly age: number; readonly size: number};

export const historyBounds: HistoryBounds = {age: 30 * day, size: 20_000_000};

/**
Not only where the memory begins, and not only how lines are to be read.
*/
const isNews = (line: Line): line is Exclude<Line, {readonly type: 'shape'}> => line.type !== 'shape' && !(line.type === 'resource' && line.isFirst);

type Read = {readonly line: Line; readonly length: number};

/**
Takes the oldest lines together: what each resource was like at `cutoff` without the way there, and the newest of the scores
and runs before it.
*/
const fold = (lines: readonly Read[], cutoff: number): Line[] => {
	const records = new Map<string, Line>();
	const kinds = new Set<string>();
	const later: Line[] = [];
	let score: Line | undefined;
	let start: (Line & {readonly type: 'start'}) | undefined;
	let end: Line | undefined;

	const takeOld = (line: Line): void => {
		switch (line.type) {
			case 'resource': {
				records.set(line.key, {...line, isFirst: true});
				break;
			}

			case 'gone': {
				records.delete(line.key);
				break;
			}

			case 'score': {
				score = line;
				break;
			}

			case 'start': {
				start = line;
				end = undefined;
				break;
			}

			case 'end': {
				end = line.run === start?.run ? line : end;
				break;
			}

			case 'shape': {
				break;
			}
		}
	};

	for (const {line} of lines) {
		for (const kind of line.type === 'start' ? line.kinds : []) {
			kinds.add(kind);
		}

		if (isNews(line) && line.at >= cutoff) {
			later.push(line);
		} else {
			takeOld(line);
		}
	}

	const first = start ?? later.find(line => line.type === 'start');
	return [
		...(first && kinds.size > 0 ? [{...first, kinds: [...kinds]}] : []),
		...(score ? [score] : []),
		...(end ? [end] : []),
		...records.values(),
		...later.filter(line => line !== first),
	];
};

/**
The time from which on lines fit into so many bytes, newest first; the age at least.
*/
const cutoffOf = (lines: readonly Read[], now: number, {age, size}: HistoryBounds): number => {
	const cutoff = now - age;
	const sizes = new Map<string, number>();
	for (const {line, length} of lines) {
		if (line.type === 'resource') {
			sizes.set(line.key, length);
		}
	}

	// What every resource is like now stays, however much it is; half of the rest is given back, so that this is seldom done.
	const base = sizes.values().reduce((sum, length) => sum + length, 0);
	const news = lines.reduce((sum, {line, length}) => sum + (isNews(line) && line.at >= cutoff ? length : 0), 0);
	let left = news + base <= size ? news : Math.max(0, (size - base) / 2);
	for (const {line, length} of lines.toReversed()) {
		if (!isNews(line) || line.at < cutoff) {
			continue;
		}

		left -= length;
		if (left < 0) {
			return line.at + 1;
		}
	}

	return cutoff;
};

const lockedFor = 10 * 60_000;

const lock = async (file: string): Promise<boolean> => {
	const lockFile = `${file}.lock`;
	try {
		const {mtimeMs} = await stat(lockFile);
		if (Date.now() - mtimeMs > lockedFor) {
			await rm(lockFile, {force: true});
		}
	} catch {
		// It is not locked.
	}

	try {
		const handle = await open(lockFile, 'wx', 0o600);
		await handle.close();
		return true;
	} catch {
		return false;
	}
};

const collect = async (handle: FileHandle, now: number): Promise<Read[]> => {
	const all: Read[] = [];
	for await (const {line, length} of readLines(handle, now)) {
		all.push({line, length});
	}

	return all;
};

/**
Makes a history smaller: what is older than the bounds allow is taken together, what is newer stays. A process that is killed
in the middle leaves the old file whole; what another process appends meanwhile is taken over. Does nothing while another
process does it. `now` is in milliseconds since 1970.

@throws What the file system says.
*/
export const compactHistory = async (file: string, now: number, bounds: HistoryBounds = historyBounds): Promise<void> => {
	const isLocked = await lock(file);
	if (!isLocked) {
		return;
	}

	try {
		const handle = await openOwnFile(file, largestHistory);
		try {
			const lines = await collect(handle, now);
			await writeHistory(file, fold(lines, cutoffOf(lines, now, bounds)));
			// The old file goes on to be written to by whoever had opened it.
			const all = await collect(handle, now);
			const missed = all.slice(lines.length).map(({line}) => line);
			if (missed.length > 0) {
				await appendHistory(file, missed);
			}
		} finally {
			await handle.close();
		}
	} finally {
		await rm(`${file}.lock`, {force: true});
	}
};

import {constants, type Stats} from 'node:fs';
import {
	open,
	readdir,
	rename,
	rm,
	stat,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {largestFile, temporaryEnd} from './format.js';
import type {Kept} from './kept.js';
import {KeptFileError, parseKept} from './parse-kept.js';

export type ReadKept = {
	/**
	Absent where there is no file, or none that may be used.
	*/
	readonly kept: Kept | undefined;
	/**
	One sentence when a file was there and was set aside.
	*/
	readonly notice: string | undefined;
};

const writableByOthers = 0o022;

/**
A temporary file that is older belongs to a process that was killed.
*/
const staleAfter = 3_600_000;

// Neither a link to elsewhere nor a pipe that never answers; Windows has neither flag.
// eslint-disable-next-line no-bitwise -- flags are bits
const safeReading = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const checkOwner = (stats: Stats): void => {
	if (!stats.isFile()) {
		throw new KeptFileError('it is not a file');
	}

	// Windows has neither owner numbers nor these modes.
	if (process.getuid && stats.uid !== process.getuid()) {
		throw new KeptFileError('it belongs to somebody else');
	}

	// eslint-disable-next-line no-bitwise -- a mode is bits
	if (process.getuid && (stats.mode & writableByOthers) !== 0) {
		throw new KeptFileError('others may write to it');
	}

	if (stats.size > largestFile) {
		throw new KeptFileError('it is too large');
	}
};

const read = async (file: string, now: number): Promise<Kept> => {
	const handle = await open(file, safeReading);
	try {
		checkOwner(await handle.stat());
		return await parseKept(handle.readLines({autoClose: false}), now);
	} finally {
		await handle.close();
	}
};

const removeStale = async (file: string, now: number): Promise<void> => {
	const folder = path.dirname(file);
	const start = `${path.basename(file)}.`;
	const names = await readdir(folder);
	await Promise.all(names.filter(name => name.startsWith(start) && name.endsWith(temporaryEnd)).map(async name => {
		const left = path.join(folder, name);
		const {mtimeMs} = await stat(left);
		if (now - mtimeMs > staleAfter) {
			await rm(left, {force: true});
		}
	}));
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
What O_NOFOLLOW and the file's mode say.
*/
const reasons: ReadonlyMap<unknown, string> = new Map([['ELOOP', 'it is a link'], ['EACCES', 'it may not be read']]);

const reasonOf = (error: unknown): string =>
	error instanceof KeptFileError ? error.message : reasons.get(codeOf(error)) ?? 'it could not be read';

const missing: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

const setAside = async (file: string, now: number): Promise<string> => {
	const aside = `${file}.damaged-${now}`;
	try {
		await rename(file, aside);
		return `It was set aside as ${path.basename(aside)}.`;
	} catch {
		return 'It was left where it is.';
	}
};

/**
Reads the last known fleet. A file that is damaged, foreign or open to others is renamed to `.damaged-TIME` and told of once. `now` is in milliseconds since 1970. Never throws.
*/
export const readKept = async (file: string, now: number): Promise<ReadKept> => {
	try {
		await removeStale(file, Date.now());
	} catch {
		// A folder that is not there yet holds nothing stale, and what cannot be tidied does no harm.
	}

	try {
		return {kept: await read(file, now), notice: undefined};
	} catch (error) {
		const notice = missing.has(codeOf(error)) ? undefined : `The kept fleet was not used: ${reasonOf(error)}. ${await setAside(file, now)}`;
		return {kept: undefined, notice};
	}
};

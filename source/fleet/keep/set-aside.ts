import {readdir, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {KeptFileError} from './kept-file-error.js';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
What O_NOFOLLOW and the file's mode say.
*/
const reasons: ReadonlyMap<unknown, string> = new Map([['ELOOP', 'it is a link'], ['EACCES', 'it may not be read']]);

const missing: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR']);

/**
Whether an error says that there is no such file.
*/
export const isMissing = (error: unknown): boolean => missing.has(codeOf(error));

/**
Why a file could not be used, as the end of a sentence.
*/
export const unusedBecause = (error: unknown): string =>
	error instanceof KeptFileError ? error.message : reasons.get(codeOf(error)) ?? 'it could not be read';

/**
So many files that were set aside are kept for a person to look into; what was there before them tells nothing new.
*/
const mostAside = 3;

/**
Removes the oldest of the files that were set aside. Never throws: what cannot be tidied does no harm.
*/
const tidyAside = async (file: string): Promise<void> => {
	try {
		const folder = path.dirname(file);
		const start = `${path.basename(file)}.damaged-`;
		const names = await readdir(folder);
		const times = names.filter(name => name.startsWith(start)).map(name => name.slice(start.length)).filter(time => /^\d+$/v.test(time));
		const old = times.toSorted((one, other) => Number(other) - Number(one)).slice(mostAside);
		await Promise.all(old.map(async time => rm(path.join(folder, `${start}${time}`), {force: true})));
	} catch {
		// See above.
	}
};

/**
Renames a file that is not used to `.damaged-TIME`, keeps the newest three of them, and says in a sentence what became of it. Never throws.
*/
export const setAside = async (file: string, now: number): Promise<string> => {
	const aside = `${file}.damaged-${now}`;
	try {
		await rename(file, aside);
		await tidyAside(file);
		return `It was set aside as ${path.basename(aside)}.`;
	} catch {
		return 'It was left where it is.';
	}
};

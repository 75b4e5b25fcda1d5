import {rename} from 'node:fs/promises';
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
Renames a file that is not used to `.damaged-TIME`, and says in a sentence what became of it. Never throws.
*/
export const setAside = async (file: string, now: number): Promise<string> => {
	const aside = `${file}.damaged-${now}`;
	try {
		await rename(file, aside);
		return `It was set aside as ${path.basename(aside)}.`;
	} catch {
		return 'It was left where it is.';
	}
};

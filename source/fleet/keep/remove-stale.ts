import {readdir, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {temporaryEnd} from './format.js';

/**
A temporary file that is older belongs to a process that was killed.
*/
const staleAfter = 3_600_000;

/**
Removes what processes that were killed have left beside a file. `now` is in milliseconds since 1970. Never throws: a folder
that is not there yet holds nothing stale, and what cannot be tidied does no harm.
*/
export const removeStale = async (file: string, now: number): Promise<void> => {
	try {
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
	} catch {
		// See above.
	}
};

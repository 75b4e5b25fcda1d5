import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {sanitize} from './sanitize.js';

export type Saved =
	| {readonly name: string; readonly folder: string; readonly problem?: undefined}
	/**
	One sentence.
	*/
	| {readonly problem: string};

/**
Names are tried in turn; more files of one minute than this are no accident.
*/
const most = 100;

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'the folder is gone',
	EACCES: 'this folder may not be written',
	EPERM: 'this folder may not be written',
	EROFS: 'the file system is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'your quota of the disk is used up',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
Writes a text into a new file that only its owner may read and write. A file, or a link, that is there is never touched:
the next free name is taken (`NAME-2.sh`).

@returns Where it stands now, or why it does not. Never throws.
*/
export const saveFile = async (folder: string, name: string, extension: string, text: string): Promise<Saved> => {
	for (let number = 1; number <= most; number++) {
		const file = `${name}${number === 1 ? '' : `-${number}`}.${extension}`;
		try {
			// eslint-disable-next-line no-await-in-loop
			await writeFile(path.join(folder, file), text, {mode: 0o600, flag: 'wx'});
			return {name: file, folder: sanitize(folder, 200)};
		} catch (error) {
			const code = codeOf(error);
			if (code !== 'EEXIST') {
				return {problem: `Not written: ${reasons[code] ?? `the file system says ${sanitize(code === '' ? 'no' : code, 40)}`} (${sanitize(folder, 200)})`};
			}
		}
	}

	return {problem: `Not written: ${name}.${extension} and ${most - 1} like it are there already (${sanitize(folder, 200)})`};
};

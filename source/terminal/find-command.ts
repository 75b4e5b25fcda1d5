import {constants} from 'node:fs';
import {access, stat} from 'node:fs/promises';
import path from 'node:path';

/**
Whether a file is there that this person may run.
*/
const isExecutable = async (file: string): Promise<boolean> => {
	try {
		await access(file, constants.X_OK);
		const stats = await stat(file);
		return stats.isFile();
	} catch {
		return false;
	}
};

/**
Looks for a command in the folders of PATH, in their order, without holding up anything else: those of Windows are slow to ask from its Linux.

@returns its absolute path; `undefined` where it is not there. What PATH says relative to the present folder does not count: there, anybody could have put it.
*/
export const findCommand = async (name: string, {env, platform}: {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
}): Promise<string | undefined> => {
	const {delimiter, isAbsolute, join} = platform === 'win32' ? path.win32 : path.posix;
	const folders = (env.PATH ?? '').split(delimiter).filter(folder => isAbsolute(folder));
	for (const folder of folders) {
		const file = join(folder, name);
		// eslint-disable-next-line no-await-in-loop -- the first that has it counts
		if (await isExecutable(file)) {
			return file;
		}
	}

	return undefined;
};

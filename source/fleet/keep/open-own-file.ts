import {constants, type Stats} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import process from 'node:process';
import {KeptFileError} from './kept-file-error.js';

const writableByOthers = 0o022;

// Neither a link to elsewhere nor a pipe that never answers; Windows has neither flag.
// eslint-disable-next-line no-bitwise -- flags are bits
const safely = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const checkOwner = (stats: Stats, largest: number): void => {
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

	if (stats.size > largest) {
		throw new KeptFileError('it is too large');
	}
};

/**
Opens a file that must be there, must be ours and no larger than `largest` bytes; to read, or to append to.

@throws {KeptFileError} for a file that may not be trusted; else what the file system says.
*/
export const openOwnFile = async (file: string, largest: number, access: 'read' | 'append' = 'read'): Promise<FileHandle> => {
	// eslint-disable-next-line no-bitwise -- flags are bits
	const handle = await open(file, safely | (access === 'read' ? constants.O_RDONLY : constants.O_WRONLY | constants.O_APPEND));
	try {
		checkOwner(await handle.stat(), largest);
		return handle;
	} catch (error) {
		await handle.close();
		throw error;
	}
};

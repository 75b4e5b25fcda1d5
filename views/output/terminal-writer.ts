import fs from 'node:fs';
import process from 'node:process';
import {createWriter, type Writer} from './writer.js';

/**
Ways to a descriptor of the terminal that is ours alone: only there may writes be told not to wait, because the descriptor that a program
inherits is shared with the shell that started it.
*/
const ownPaths = ['/proc/self/fd/1', '/dev/tty'];

const openOwn = (): number | undefined => {
	if (process.platform === 'win32') {
		return undefined;
	}

	for (const path of ownPaths) {
		try {
			// eslint-disable-next-line no-bitwise
			return fs.openSync(path, fs.constants.O_WRONLY | fs.constants.O_NOCTTY | fs.constants.O_NONBLOCK);
		} catch {}
	}

	return undefined;
};

/**
A writer on the terminal that `process.stdout` is. Where no descriptor of our own can be had (Windows, a terminal of another user),
writes go through the stream, which tells itself when it wants no more.
*/
export const openTerminalWriter = ({onDrain, onGone}: {readonly onDrain: () => void; readonly onGone: () => void}): Writer => {
	const descriptor = openOwn();
	const again = new Error('The terminal takes no more for now.');
	Object.assign(again, {code: 'EAGAIN'});
	return createWriter({
		onDrain,
		onGone,
		writeNow(bytes) {
			if (descriptor !== undefined) {
				return fs.writeSync(descriptor, bytes);
			}

			if (process.stdout.writableNeedDrain) {
				throw again;
			}

			process.stdout.write(bytes);
			return bytes.length;
		},
		later(retry, milliseconds) {
			setTimeout(retry, milliseconds);
		},
	});
};

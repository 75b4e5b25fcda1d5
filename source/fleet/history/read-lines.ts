import type {FileHandle} from 'node:fs/promises';
import {KeptFileError} from '../keep/kept-file-error.js';
import {createPace} from '../slices.js';
import {historyHeader, parseLine, type Line} from './line.js';
import type {Shape} from './record.js';

/**
No single line comes near this.
*/
const longestLine = 256 * 1024;

/**
A clock that was set back leaves lines of the future: they would never grow old.
*/
const tolerance = 60_000;

const checkHeader = (text: string): void => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new KeptFileError('it is not a history of crowsnest');
	}

	const {format, version} = (value ?? {}) as Readonly<Record<string, unknown>>;
	if (format !== historyHeader.format) {
		throw new KeptFileError('it is not a history of crowsnest');
	}

	if (version !== historyHeader.version) {
		throw new KeptFileError('another version of crowsnest wrote it');
	}
};

/**
Reads the lines of a history, with the length of each in bytes. What is torn or changed is left out: a process may have been
killed while it wrote. `now` is in milliseconds since 1970. Gives the event loop back every few milliseconds.

@yields each line that can be read, in order

@throws {KeptFileError} for a file that is not a history.
*/
export const readLines = async function * (handle: FileHandle, now: number): AsyncGenerator<{readonly line: Line; readonly length: number}> {
	const pace = createPace();
	const shapes = new Map<string, Shape>();
	let isHeader = true;
	for await (const text of handle.readLines({autoClose: false, start: 0})) {
		// Each batch begins with an empty line, which ends what a killed process left.
		if (text === '') {
			continue;
		}

		if (isHeader) {
			checkHeader(text);
			isHeader = false;
			continue;
		}

		const line = text.length > longestLine ? undefined : parseLine(text, shapes);
		if (line && !('at' in line && line.at > now + tolerance)) {
			yield {line, length: text.length + 1};
		}

		await pace();
	}
};

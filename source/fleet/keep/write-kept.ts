import {
	mkdir,
	open,
	rename,
	rm,
	type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {createPace} from '../slices.js';
import type {SourceName} from '../snapshot.js';
import {sourceNames} from '../sources.js';
import {codecs} from './codecs.js';
import {header, temporaryEnd} from './format.js';
import type {Kept} from './kept.js';

const chunkSize = 256 * 1024;

const ownerOnlyFile = 0o600;

const ownerOnlyFolder = 0o700;

// The file line by line: a header, then for each source a head and its records, and a last line with the count, which
// tells a whole file from a cut one.
const lines = function * (kept: Kept): Generator<string> {
	let count = 2;
	yield JSON.stringify(header);
	for (const name of sourceNames) {
		const source = kept[name];
		if (!source) {
			continue;
		}

		const {head, items} = codecs[name].split(source.data as never);
		count++;
		yield JSON.stringify({source: name satisfies SourceName, readAt: source.readAt, head});
		for (const item of items) {
			count++;
			yield JSON.stringify(item);
		}
	}

	yield JSON.stringify({lines: count});
};

const writeLines = async (file: FileHandle, kept: Kept, signal: AbortSignal | undefined): Promise<void> => {
	const pace = createPace(signal);
	let chunk: string[] = [];
	let length = 0;
	for (const line of lines(kept)) {
		chunk.push(line, '\n');
		length += line.length;
		if (length >= chunkSize) {
			// eslint-disable-next-line no-await-in-loop -- one after the other is the point
			await file.write(chunk.join(''));
			signal?.throwIfAborted();
			chunk = [];
			length = 0;
		}

		const pause = pace();
		if (pause) {
			// eslint-disable-next-line no-await-in-loop -- one after the other is the point
			await pause;
		}
	}

	await file.write(chunk.join(''));
};

/**
Writes the last known fleet for its owner only: into a file beside, flushed to the disk, then put in the place of the
old one in one step. A process that is killed in the middle leaves the old file whole. The event loop is given back every few milliseconds.

@throws What the file system says, or the signal's reason; the file beside is gone then.
*/
export const writeKept = async (file: string, kept: Kept, signal?: AbortSignal): Promise<void> => {
	await mkdir(path.dirname(file), {recursive: true, mode: ownerOnlyFolder});
	const temporary = `${file}.${process.pid}${temporaryEnd}`;
	await rm(temporary, {force: true});
	const handle = await open(temporary, 'wx', ownerOnlyFile);
	try {
		try {
			await writeLines(handle, kept, signal);
			await handle.sync();
		} finally {
			await handle.close();
		}

		await rename(temporary, file);
	} catch (error) {
		await rm(temporary, {force: true});
		throw error;
	}
};

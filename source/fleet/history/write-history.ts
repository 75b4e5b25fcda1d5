import {
	mkdir,
	open,
	rename,
	rm,
	type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {temporaryEnd} from '../keep/format.js';
import {openOwnFile} from '../keep/open-own-file.js';
import {createPace} from '../slices.js';
import {historyHeader, type Line} from './line.js';
import {createLinePrinter} from './print-lines.js';

/**
Bytes; far more is not ours.
*/
export const largestHistory = 128 * 1024 * 1024;

const ownerOnlyFile = 0o600;

const ownerOnlyFolder = 0o700;

const chunkSize = 256 * 1024;

const writeAll = async (handle: FileHandle, lines: Iterable<Line>): Promise<void> => {
	const pace = createPace();
	const print = createLinePrinter();
	let chunk = `${JSON.stringify(historyHeader)}\n`;
	for (const line of lines) {
		chunk += `${print(line)}\n`;
		if (chunk.length >= chunkSize) {
			// eslint-disable-next-line no-await-in-loop -- one after the other is the point
			await handle.writeFile(chunk);
			chunk = '';
		}

		// eslint-disable-next-line no-await-in-loop -- one after the other is the point
		await pace();
	}

	await handle.writeFile(chunk);
};

/**
Writes a whole history for its owner only: into a file beside, flushed to the disk, then put in its place in one step.

@throws What the file system says; the file beside is gone then.
*/
export const writeHistory = async (file: string, lines: Iterable<Line>): Promise<void> => {
	await mkdir(path.dirname(file), {recursive: true, mode: ownerOnlyFolder});
	const temporary = `${file}.${process.pid}${temporaryEnd}`;
	await rm(temporary, {force: true});
	const handle = await open(temporary, 'wx', ownerOnlyFile);
	try {
		try {
			await writeAll(handle, lines);
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

const appendOnce = async (file: string, text: string): Promise<{readonly size: number; readonly isReplaced: boolean}> => {
	const handle = await openOwnFile(file, largestHistory, 'append');
	try {
		// One write: what another process appends at the same time stands before or after it, never in it.
		await handle.appendFile(text);
		const {size, ino} = await handle.stat({bigint: true});
		const inPlace = await openOwnFile(file, largestHistory);
		try {
			const {ino: now} = await inPlace.stat({bigint: true});
			return {size: Number(size), isReplaced: now !== ino};
		} finally {
			await inPlace.close();
		}
	} finally {
		await handle.close();
	}
};

/**
How often a file is put in place of another while one appends to it.
*/
const mostTries = 5;

/**
Appends lines to a history that is there, whole or not at all as far as a kill can tell: what it leaves torn ends with the
next batch's first byte. Where another process has just put a new file in its place, they are appended to that as well.

@returns The size of the file, bytes.
@throws What the file system says.
*/
export const appendHistory = async (file: string, lines: readonly Line[]): Promise<number> => {
	const print = createLinePrinter();
	const text = `\n${lines.map(line => `${print(line)}\n`).join('')}`;
	for (let tries = 1; ; tries++) {
		// eslint-disable-next-line no-await-in-loop -- again only if it was in vain
		const {size, isReplaced} = await appendOnce(file, text);
		if (!isReplaced || tries === mostTries) {
			return size;
		}
	}
};

import {openOwnFile} from '../keep/open-own-file.js';
import {removeStale} from '../keep/remove-stale.js';
import {isMissing, setAside, unusedBecause} from '../keep/set-aside.js';
import type {Line} from './line.js';
import {readLines} from './read-lines.js';
import {largestHistory} from './write-history.js';

export type LoadedHistory = {
	/**
	Absent where there is no file that may be used.
	*/
	readonly lines: readonly Line[] | undefined;
	/**
	Bytes.
	*/
	readonly size: number;
	/**
	One sentence when a file was there and was set aside.
	*/
	readonly notice: string | undefined;
};

const read = async (file: string, now: number): Promise<LoadedHistory> => {
	const handle = await openOwnFile(file, largestHistory);
	try {
		const {size} = await handle.stat();
		const lines: Line[] = [];
		for await (const {line} of readLines(handle, now)) {
			lines.push(line);
		}

		return {lines, size, notice: undefined};
	} finally {
		await handle.close();
	}
};

/**
Reads what is remembered. A file that is foreign or open to others is renamed to `.damaged-TIME` and told of once. `now` is
in milliseconds since 1970. Never throws.
*/
export const loadHistory = async (file: string, now: number): Promise<LoadedHistory> => {
	await removeStale(file, Date.now());
	try {
		return await read(file, now);
	} catch (error) {
		const notice = isMissing(error) ? undefined : `What was found before is not remembered: ${unusedBecause(error)}. ${await setAside(file, now)}`;
		return {lines: undefined, size: 0, notice};
	}
};

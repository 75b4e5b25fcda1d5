import {largestFile} from './format.js';
import type {Kept} from './kept.js';
import {openOwnFile} from './open-own-file.js';
import {parseKept} from './parse-kept.js';
import {removeStale} from './remove-stale.js';
import {isMissing, setAside, unusedBecause} from './set-aside.js';

export type ReadKept = {
	/**
	Absent where there is no file, or none that may be used.
	*/
	readonly kept: Kept | undefined;
	/**
	One sentence when a file was there and was set aside.
	*/
	readonly notice: string | undefined;
};

const read = async (file: string, now: number): Promise<Kept> => {
	const handle = await openOwnFile(file, largestFile);
	try {
		return await parseKept(handle.readLines({autoClose: false}), now);
	} finally {
		await handle.close();
	}
};

/**
Reads the last known fleet. A file that is damaged, foreign or open to others is renamed to `.damaged-TIME` and told of once. `now` is in milliseconds since 1970. Never throws.
*/
export const readKept = async (file: string, now: number): Promise<ReadKept> => {
	await removeStale(file, Date.now());
	try {
		return {kept: await read(file, now), notice: undefined};
	} catch (error) {
		const notice = isMissing(error) ? undefined : `The kept fleet was not used: ${unusedBecause(error)}. ${await setAside(file, now)}`;
		return {kept: undefined, notice};
	}
};

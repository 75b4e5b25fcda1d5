import {readFileSync} from 'node:fs';
import {sourceNames} from '../../source/fleet/sources.js';
import {rest} from './program.js';

const patience = 120_000;

const pause = 50;

/**
How often each source was read so far, from the program's own log.
*/
export const countPolls = (file: string): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return counts;
	}

	for (const line of text.split('\n').slice(0, -1)) {
		const {event, source} = JSON.parse(line) as {readonly event: string; readonly source?: string};
		if (event === 'poll' && source !== undefined) {
			counts.set(source, (counts.get(source) ?? 0) + 1);
		}
	}

	return counts;
};

/**
Waits until every source was read at least so many times.

@throws naming those that were not.
*/
export const waitForPolls = async (file: string, times: number): Promise<void> => {
	const end = performance.now() + patience;
	for (;;) {
		const counts = countPolls(file);
		const missing = sourceNames.filter(name => (counts.get(name) ?? 0) < times);
		if (missing.length === 0) {
			return;
		}

		if (performance.now() > end) {
			throw new Error(`Not read ${times} times within ${patience / 1000} s: ${missing.join(', ')}.`);
		}

		// eslint-disable-next-line no-await-in-loop
		await rest(pause);
	}
};

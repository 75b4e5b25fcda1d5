import type {Ledger} from './ledger.js';
import type {Line} from './line.js';
import {createRuns, lastSessionEnd} from './runs.js';
import type {Span} from './span.js';

export type Replayed = {
	/**
	When the last session ended, milliseconds since 1970; absent where none is remembered.
	*/
	readonly lastSessionEnd: number | undefined;
	/**
	Kinds of resources that were judged before.
	*/
	readonly kinds: ReadonlySet<string>;
	/**
	Oldest first.
	*/
	readonly scores: readonly number[];
	/**
	When the last session ended.
	*/
	readonly lastSessionScore: number | undefined;
};

/**
Takes the lines of a history into a ledger; what happened after the last session (in another terminal that is still open) is
noted in `session`. Yields after each line.
*/
export const replay = function * (lines: readonly Line[], {ledger, session, now, isAlive}: {
	readonly ledger: Ledger;
	readonly session: Span;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
	readonly isAlive: (process: number) => boolean;
}): Generator<void, Replayed, void> {
	const runs = createRuns();
	const scores: number[] = [];
	for (const line of lines) {
		runs.take(line);
	}

	const end = lastSessionEnd(runs, now, isAlive);
	let lastSessionScore: number | undefined;
	let isWatching = false;

	const take = (line: Line): void => {
		switch (line.type) {
			case 'resource': {
				ledger.apply(line.key, line.record, line.at, line.isFirst);
				break;
			}

			case 'gone': {
				ledger.apply(line.key, undefined, line.at, false);
				break;
			}

			case 'score': {
				scores.push(line.score);
				lastSessionScore = end !== undefined && line.at <= end ? line.score : lastSessionScore;
				break;
			}

			case 'shape':
			case 'start':
			case 'end': {
				break;
			}
		}
	};

	for (const line of lines) {
		if (!isWatching && end !== undefined && 'at' in line && line.at > end) {
			isWatching = true;
			ledger.watch([session]);
		}

		take(line);
		yield;
	}

	return {
		lastSessionEnd: end, kinds: runs.kinds, scores, lastSessionScore,
	};
};

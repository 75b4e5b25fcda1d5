import {mapConcurrently} from '../map-concurrently.js';

export type RecentAnswersOptions<A> = {
	/**
	Milliseconds for which an answer is good enough: who asks again before, because some are new or missing, asks for those alone.
	*/
	readonly goodFor: number;
	readonly mostAtOnce: number;
	/**
	What is asked again at the next opportunity.
	*/
	readonly isHole: (answer: A) => boolean;
	readonly now?: () => number;
};

/**
Asks each of many things one question of its own, and remembers for a while what it answered.

@returns a function that takes the things and how to ask one, and gives the answers by key. Rejects as soon as one question does.
*/
export const createRecentAnswers = <T, A>(keyOf: (thing: T) => string, {goodFor, mostAtOnce, isHole, now = Date.now}: RecentAnswersOptions<A>) => {
	let before: ReadonlyMap<string, {readonly answer: A; readonly until: number}> = new Map();
	return async (things: readonly T[], ask: (thing: T) => Promise<A>): Promise<ReadonlyMap<string, A>> => {
		const found = await mapConcurrently(things, mostAtOnce, async thing => {
			const key = keyOf(thing);
			const kept = before.get(key);
			if (kept !== undefined && kept.until > now()) {
				return [key, kept] as const;
			}

			const answer = await ask(thing);
			return [key, {answer, until: isHole(answer) ? 0 : now() + goodFor}] as const;
		});
		before = new Map(found);
		return new Map(found.map(([key, {answer}]) => [key, answer]));
	};
};

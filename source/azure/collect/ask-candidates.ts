import type {Fact} from '../../model/known.js';
import {isGone, unknownOf} from './unknown-of.js';

/**
So many candidates are asked before a fact is unknown.
*/
const mostCandidates = 3;

/**
Asks one candidate after the other until one is there to answer. A refusal is the answer: it would be the same for the next.
*/
export const askCandidates = async <C, T>(candidates: readonly C[], ask: (candidate: C) => Promise<Fact<T>>): Promise<Fact<T>> => {
	let lastError: unknown;
	for (const candidate of candidates.slice(0, mostCandidates)) {
		try {
			// eslint-disable-next-line no-await-in-loop -- the next one only if this one is gone
			return await ask(candidate);
		} catch (error) {
			if (!isGone(error)) {
				return unknownOf(error);
			}

			lastError = error;
		}
	}

	return unknownOf(lastError);
};

import type {PollStates} from './polls.js';

const judged = ['clusters', 'registries', 'defenderPlans'] as const;

/**
Makes the function that tells once of each full poll: everything that is judged was read anew since the last one, apart from
what fails.
*/
export const createFullPoll = (): ((states: PollStates) => boolean) => {
	const seen = new Map<string, number>();
	return states => {
		const fresh = judged.filter(name => states[name].readAt !== undefined && states[name].readAt !== seen.get(name));
		const isFull = fresh.length > 0 && judged.every(name => fresh.includes(name) || states[name].error !== undefined);
		if (isFull) {
			for (const name of judged) {
				seen.set(name, states[name].readAt ?? -1);
			}
		}

		return isFull;
	};
};

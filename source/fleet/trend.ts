import type {PollStates} from './polls.js';

/**
As many as the header's line could ever draw.
*/
const mostPoints = 60;

const judged = ['clusters', 'registries', 'defenderPlans'] as const;

/**
Makes the function that gives the score at each full poll of this session, oldest first. A poll is full when
everything that is judged was read anew, apart from what fails.
*/
export const createTrend = (): ((states: PollStates, score: number | undefined) => readonly number[]) => {
	let trend: readonly number[] = [];
	const seen = new Map<string, number>();
	return (states, score) => {
		const fresh = judged.filter(name => states[name].readAt !== undefined && states[name].readAt !== seen.get(name));
		const isFull = fresh.length > 0 && judged.every(name => fresh.includes(name) || states[name].error !== undefined);
		if (isFull && score !== undefined) {
			trend = [...trend.slice(1 - mostPoints), score];
			for (const name of judged) {
				seen.set(name, states[name].readAt ?? -1);
			}
		}

		return trend;
	};
};

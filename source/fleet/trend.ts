/**
As many as the header's line could ever draw.
*/
const mostPoints = 60;

/**
Makes the function that gives the score at each full poll, oldest first: of earlier sessions, then of this one. `score` is
given when a poll is full, and absent otherwise.
*/
export const createTrend = (): ((score: number | undefined, earlier: readonly number[]) => readonly number[]) => {
	let own: readonly number[] = [];
	let known: readonly number[] = [];
	let trend: readonly number[] = [];
	return (score, earlier) => {
		if (score === undefined && earlier === known) {
			return trend;
		}

		known = earlier;
		own = score === undefined ? own : [...own, score].slice(-mostPoints);
		const all = [...earlier, ...own].slice(-mostPoints);
		trend = all.length === 0 && trend.length === 0 ? trend : all;
		return trend;
	};
};

import type {Glyphs} from '../../theme.js';

/**
A change smaller than this many points does not fill the whole height, so that noise does not look like drama.
*/
const smallestSpan = 10;

/**
A row of bars, one cell for each number, oldest first; scaled from the lowest to the highest of them. What is no finite
number leaves its cell blank.
*/
export const sparkline = (values: readonly number[], glyphs: Pick<Glyphs, 'spark'>): string => {
	const known = values.filter(value => Number.isFinite(value));
	let low = Infinity;
	let high = -Infinity;
	for (const value of known) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}

	const missing = Math.max(0, smallestSpan - (high - low));
	const bottom = low - (missing / 2);
	const span = high - low + missing;
	const steps = glyphs.spark.length;
	return values
		.map(value => Number.isFinite(value) ? glyphs.spark[Math.min(steps - 1, Math.floor((value - bottom) / span * steps))]! : ' ')
		.join('');
};

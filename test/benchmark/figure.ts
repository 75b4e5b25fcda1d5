export type Goal = {readonly limit: number; readonly is: 'at most' | 'at least'};

export type Figure = {
	readonly name: string;
	readonly unit: 'ms' | 'B' | 'MB' | '%' | 'requests' | 'findings' | 'rows' | 'clusters';
	/**
	What is held against the goal: a median, unless the name says otherwise.
	*/
	readonly value: number;
	/**
	In words: between which bounds, or of how many.
	*/
	readonly spread: string;
	/**
	Absent: told for information only.
	*/
	readonly goal?: Goal;
};

export type Suite = {
	readonly name: string;
	/**
	How it is measured, in one sentence.
	*/
	readonly about: string;
	readonly measure: () => Promise<readonly Figure[]>;
};

export const atMost = (limit: number): Goal => ({limit, is: 'at most'});

export const atLeast = (limit: number): Goal => ({limit, is: 'at least'});

/**
The value below which a share (0 to 1) of the samples lies, by nearest rank.

@throws RangeError without samples: a figure of nothing would look like a good one.
*/
export const quantile = (samples: readonly number[], share: number): number => {
	if (samples.length === 0) {
		throw new RangeError('Nothing was measured.');
	}

	const sorted = samples.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
};

export const median = (samples: readonly number[]): number => {
	const sorted = samples.toSorted((one, other) => one - other);
	const middle = sorted.length / 2;
	return Number.isSafeInteger(middle) && middle > 0 ? (sorted[middle - 1]! + sorted[middle]!) / 2 : quantile(samples, 0.5);
};

/**
Enough digits to compare, none that mean nothing.
*/
export const shown = (value: number): string => {
	const size = Math.abs(value);
	return value.toFixed(Number.isSafeInteger(value) || size >= 100 ? 0 : (size >= 1 ? 1 : 2));
};

/**
The middle half of the samples and the two ends.
*/
export const spreadOf = (samples: readonly number[]): string => {
	const [least, low, high, most] = [0, 0.25, 0.75, 1].map(share => shown(quantile(samples, share)));
	return `${low}–${high} (${least}–${most}, n ${samples.length})`;
};

/**
A figure whose value is the median of its samples.
*/
export const medianFigure = (name: string, unit: Figure['unit'], samples: readonly number[], goal?: Goal): Figure => ({
	name, unit, value: median(samples), spread: spreadOf(samples), ...(goal && {goal}),
});

export const isMet = ({value, goal}: Figure): boolean | undefined =>
	goal && (goal.is === 'at most' ? value <= goal.limit : value >= goal.limit);

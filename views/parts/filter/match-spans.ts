/**
Where a text matches, as UTF-16 positions.
*/
export type Span = readonly [start: number, end: number];

/**
Every place of a word in a text, without regard to case. None where small letters change the length of the text, as positions would be wrong.
*/
export const occurrences = (text: string, word: string): readonly Span[] => {
	const small = text.toLowerCase();
	const wanted = word.toLowerCase();
	if (wanted === '' || small.length !== text.length) {
		return [];
	}

	const spans: Span[] = [];
	for (let at = small.indexOf(wanted); at !== -1; at = small.indexOf(wanted, at + wanted.length)) {
		spans.push([at, at + wanted.length]);
	}

	return spans;
};

/**
Sorts spans and joins those that overlap or touch.
*/
export const joinSpans = (spans: readonly Span[]): readonly Span[] => {
	const joined: Span[] = [];
	for (const [start, end] of spans.toSorted((left, right) => left[0] - right[0])) {
		const last = joined.at(-1);
		if (last && start <= last[1]) {
			joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
		} else {
			joined.push([start, end]);
		}
	}

	return joined;
};

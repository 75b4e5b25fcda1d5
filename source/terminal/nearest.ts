/**
Longer words are never a slip of the hand, and the distance of two long texts is quadratic work.
*/
const longest = 40;

const distance = (left: string, right: string): number => {
	let row = Array.from({length: [...right].length + 1}, (_, index) => index);
	for (const [leftIndex, character] of [...left].entries()) {
		const next = [leftIndex + 1];
		for (const [index, other] of [...right].entries()) {
			next.push(Math.min(
				next[index]! + 1,
				row[index + 1]! + 1,
				row[index]! + (character === other ? 0 : 1),
			));
		}

		row = next;
	}

	return row.at(-1)!;
};

/**
The word that was probably meant: the one with the fewest changed letters, if no more than a third of it differs
or it begins with what was typed.

@param word What a person typed.
@param words What would have been right.
@returns `undefined` when none is close. Case does not count.
*/
export const nearest = (word: string, words: readonly string[]): string | undefined => {
	const typed = word.toLowerCase();
	if (typed.length === 0 || typed.length > longest) {
		return undefined;
	}

	const ranked = words
		.map(candidate => ({
			candidate,
			changes: typed.length >= 3 && candidate.toLowerCase().startsWith(typed) ? 0.5 : distance(typed, candidate.toLowerCase()),
		}))
		.filter(({candidate, changes}) => changes <= Math.max(1, Math.floor(candidate.length / 3)))
		.toSorted((left, right) => left.changes - right.changes);
	return ranked[0]?.candidate;
};

/**
` Did you mean X?` with a leading blank, or nothing: to be put behind a sentence.
*/
export const didYouMean = (word: string, words: readonly string[]): string => {
	const meant = nearest(word, words);
	return meant === undefined ? '' : ` Did you mean ${meant}?`;
};

/**
Something that `:` can go to or do.
*/
export type Candidate = {
	/**
	What is typed and shown: a short name, a resource's name, a command.
	*/
	readonly label: string;
	/**
	What it is, behind the label: `cluster in westeurope`.
	*/
	readonly hint: string;
	/**
	What the caller acts on.
	*/
	readonly value: string;
	/**
	True for what is seldom meant: it comes behind everything else, unless its whole name is typed.
	*/
	readonly isAside?: boolean;
};

const wordStarts = new Set('-_./: @');

/**
How far characters of the query lie apart in the label; `undefined` where they are not all there in order.
*/
const spreadOf = (label: string, query: string): number | undefined => {
	let at = label.indexOf(query.charAt(0));
	if (at === -1) {
		return undefined;
	}

	const first = at;
	for (let index = 1; index < query.length; index++) {
		at = label.indexOf(query.charAt(index), at + 1);
		if (at === -1) {
			return undefined;
		}
	}

	return at - first;
};

/**
Tiers: the label itself, its beginning, the beginning of a word in it, anywhere in it, its characters in order.
*/
const tiers = {
	exact: 5e6, prefix: 4e6, word: 3e6, inside: 2e6, scattered: 1e6,
} as const;
const largestPenalty = 999_999;

/**
How well a label answers a query, both in small letters; the higher the better, `undefined` for not at all.
*/
export const scoreOf = (label: string, query: string): number | undefined => {
	const at = label.indexOf(query);
	if (at === -1) {
		const spread = spreadOf(label, query);
		return spread === undefined ? undefined : tiers.scattered - Math.min(spread, largestPenalty);
	}

	if (at === 0) {
		return label.length === query.length ? tiers.exact : tiers.prefix;
	}

	let start = at;
	while (start !== -1 && !wordStarts.has(label.charAt(start - 1))) {
		start = label.indexOf(query, start + 1);
	}

	return start === -1 ? tiers.inside - Math.min(at, largestPenalty) : tiers.word - Math.min(start, largestPenalty);
};

const smallLabels = new WeakMap<readonly Candidate[], readonly string[]>();

const smallLabelsOf = (candidates: readonly Candidate[]): readonly string[] => {
	const known = smallLabels.get(candidates) ?? candidates.map(({label}) => label.toLowerCase());
	smallLabels.set(candidates, known);
	return known;
};

type Found = {readonly index: number; readonly score: number; readonly length: number};

const byFit = (a: Found, b: Found): number => {
	if (a.score !== b.score) {
		return b.score - a.score;
	}

	return a.length === b.length ? a.index - b.index : a.length - b.length;
};

const keepBest = (best: Found[], found: Found, limit: number) => {
	const last = best.at(-1);
	if (best.length >= limit && (last === undefined || byFit(found, last) > 0)) {
		return;
	}

	const at = best.findLastIndex(kept => byFit(kept, found) < 0) + 1;
	best.splice(at, 0, found);
	best.length = Math.min(best.length, limit);
};

/**
The candidates that answer a text, best first, what is aside last, at most `limit`; among equals the shorter label, then the order in which they
were given. An empty text takes all in their order. Blanks around the text and the case do not matter.
*/
export const rank = (candidates: readonly Candidate[], text: string, limit: number): readonly Candidate[] => {
	const query = text.trim().toLowerCase();
	if (query === '') {
		return candidates.slice(0, limit);
	}

	// Only the best are kept in order: sorting all names of a large fleet would take longer than a frame.
	const best: Found[] = [];
	for (const [index, label] of smallLabelsOf(candidates).entries()) {
		const score = scoreOf(label, query);
		if (score === undefined) {
			continue;
		}

		const isBehind = candidates[index]!.isAside === true && score < tiers.exact;
		keepBest(best, {index, score: isBehind ? score - tiers.exact : score, length: label.length}, limit);
	}

	return best.map(({index}) => candidates[index]!);
};

import type {Line, Segment, Tone} from '../../theme.js';

/**
Where a searched text stands: the row, and the range of UTF-16 units in the row's text.
*/
export type Match = {readonly row: number; readonly start: number; readonly end: number};

/**
Small letters without changing the length, so that a place in the one text is the same place in the other
(`İ` has two units in small letters).
*/
const folded = (text: string): string => {
	const lower = text.toLowerCase();
	return lower.length === text.length
		? lower
		: Array.from(text, character => {
			const small = character.toLowerCase();
			return small.length === character.length ? small : character;
		}).join('');
};

const lastSearch = new WeakMap<readonly Line[], {readonly search: string; readonly matches: readonly Match[]}>();

/**
Every place where a text stands in rows, from top to bottom, without regard to case; none for an empty text. A match lies
within one row.
*/
export const findMatches = (rows: readonly Line[], search: string): readonly Match[] => {
	if (search === '') {
		return [];
	}

	const known = lastSearch.get(rows);
	if (known?.search === search) {
		return known.matches;
	}

	const wanted = folded(search);
	const matches: Match[] = [];
	for (const [row, line] of rows.entries()) {
		const text = folded(line.map(segment => segment.text).join(''));
		for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + wanted.length)) {
			matches.push({row, start, end: start + wanted.length});
		}
	}

	lastSearch.set(rows, {search, matches});
	return matches;
};

export type TonedRange = {readonly start: number; readonly end: number; readonly tone: Tone};

const toneSegment = (segment: Segment, at: number, ranges: readonly TonedRange[]): Line => {
	const pieces: Segment[] = [];
	let from = at;
	for (const {start, end, tone} of ranges) {
		if (start > from) {
			pieces.push({...segment, text: segment.text.slice(from - at, start - at)});
		}

		pieces.push({text: segment.text.slice(Math.max(start, from) - at, end - at), tone, bold: segment.bold});
		from = Math.min(end, at + segment.text.length);
	}

	return [...pieces, {...segment, text: segment.text.slice(from - at)}].filter(({text}) => text !== '');
};

/**
Gives ranges of a line another tone; the text stays the same. The ranges stand in order and do not overlap.
*/
export const toneRanges = (line: Line, ranges: readonly TonedRange[]): Line => {
	let end = 0;
	return line.flatMap(segment => {
		const start = end;
		end += segment.text.length;
		return toneSegment(segment, start, ranges.filter(range => range.start < start + segment.text.length && range.end > start));
	});
};

import {
	listIn,
	placesIn,
	rowsFrom,
	type RowPlaces,
} from './row-places.js';

export type KnownAnswer = {
	readonly text: string;
	readonly body: unknown;
	/**
	Absent where nobody has looked for them yet.
	*/
	readonly places?: RowPlaces | undefined;
};

/**
What is compared at once: as much as is found different within microseconds.
*/
const stride = 4096;

type Position = {readonly text: string; readonly at: number};

/**
Characters that two texts have in common, from one position in each on (`step` 1) or up to it (-1).
*/
const commonLength = (one: Position, other: Position, most: number, step: 1 | -1): number => {
	const part = ({text, at}: Position, from: number, length: number): string =>
		(step === 1 ? text.slice(at + from, at + from + length) : text.slice(at - from - length, at - from));
	let length = 0;
	for (let size = stride; size >= 1;) {
		const next = Math.min(size, most - length);
		if (next > 0 && part(one, length, next) === part(other, length, next)) {
			length += next;
		} else {
			size = size === 1 ? 0 : Math.ceil(size / 4);
		}
	}

	return length;
};

/**
How many rows stay as they were at the beginning of the list, and from which on they do at its end.

@param text the new text, in which the list stands from `head` to `end`
*/
const rowsThatStay = (known: string, places: RowPlaces, text: string, {head, end}: {readonly head: number; readonly end: number}): {readonly kept: number; readonly keptBehind: number} => {
	const {rows} = places;
	const most = Math.min(places.end - places.head, end - head);
	const before = commonLength({text: known, at: places.head}, {text, at: head}, most, 1);
	const firstOther = rows.findIndex(([, rowEnd]) => rowEnd > places.head + before);
	const kept = firstOther === -1 ? rows.length : firstOther;
	const taken = kept === 0 ? 0 : rows[kept - 1]![1] - places.head;
	const behind = commonLength({text: known, at: places.end}, {text, at: end}, most - taken, -1);
	const firstBehind = rows.findIndex(([start], index) => index >= kept && start >= places.end - behind);
	return {kept, keptBehind: firstBehind === -1 ? rows.length : firstBehind};
};

/**
What stands between the rows that stay, without the commas that part it from them; absent where it cannot be a part of a list.
*/
const between = (text: string, hasBefore: boolean, hasBehind: boolean): string | undefined => {
	if (!hasBefore && !hasBehind) {
		return text;
	}

	if (text === (hasBefore && hasBehind ? ',' : '')) {
		return '';
	}

	const isParted = (!hasBefore || text.startsWith(',')) && (!hasBehind || text.endsWith(','));
	const bare = text.slice(hasBefore ? 1 : 0, hasBehind ? -1 : undefined);
	return isParted && bare.trim() !== '' ? bare : undefined;
};

/**
Plain members only, and none that could be the list again.
*/
const isPlainTail = (tail: string, member: string): boolean => /^\](?:,"[\w$]+":(?:\d+|"[^"\\]*"|\[\]))*\}$/v.test(tail) && !tail.includes(`"${member}":`);

const tryParse = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

/**
Parses an answer of which an earlier one is known, and of it only the rows that are others: the rest are the very same objects. Where a
thousand clusters are polled and one has changed, one is parsed, and one is mapped.

@returns absent where the two are not alike enough, or the text is no JSON: it is to be parsed whole
*/
export const parseChanged = (known: KnownAnswer, text: string): KnownAnswer | undefined => {
	const places = known.places ?? placesIn(known.text);
	const list = listIn(text);
	if (!places || list?.member !== places.member) {
		return undefined;
	}

	const {member, rows} = places;
	const tail = known.text.slice(places.end);
	const oldRows = (known.body as Readonly<Record<string, unknown>>)[member];
	if (!text.endsWith(tail) || !isPlainTail(tail, member) || !Array.isArray(oldRows) || oldRows.length !== rows.length) {
		return undefined;
	}

	const end = text.length - tail.length;
	if (end < list.head) {
		return undefined;
	}

	const {kept, keptBehind} = rowsThatStay(known.text, places, text, {head: list.head, end});
	const shift = list.head - places.head;
	const shiftBehind = end - places.end;
	const start = kept === 0 ? list.head : rows[kept - 1]![1] + shift;
	const stop = keptBehind === rows.length ? end : rows[keptBehind]![0] + shiftBehind;
	const bare = between(text.slice(start, stop), kept > 0, keptBehind < rows.length);
	const parsed = bare === undefined ? undefined : tryParse(`[${bare}]`);
	const body = tryParse(`${text.slice(0, list.head)}${tail}`);
	if (body === null || typeof body !== 'object' || !Array.isArray(parsed)) {
		return undefined;
	}

	const found = rowsFrom(text, kept > 0 ? start + 1 : start, parsed.length);
	return {
		text,
		body: {...body, [member]: [...oldRows.slice(0, kept) as unknown[], ...parsed as unknown[], ...oldRows.slice(keptBehind) as unknown[]]},
		places: found.length === parsed.length
			? {
				member,
				head: list.head,
				end,
				rows: [
					...rows.slice(0, kept).map(([from, to]) => [from + shift, to + shift] as const),
					...found,
					...rows.slice(keptBehind).map(([from, to]) => [from + shiftBehind, to + shiftBehind] as const),
				],
			}
			: undefined,
	};
};

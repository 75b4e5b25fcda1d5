/**
Where the rows of an answer stand in its text.
*/
export type RowPlaces = {
	/**
	Which member of the answer is the list.
	*/
	readonly member: string;
	/**
	Offset of the first row, behind the list's bracket, and that of the bracket that closes it.
	*/
	readonly head: number;
	readonly end: number;
	/**
	Offsets of each row's first character, and of the one behind its last.
	*/
	readonly rows: ReadonlyArray<readonly [start: number, end: number]>;
};

/**
Members with plain values, then the list: Resource Graph's `data` (resources, 2024-04-01) and Azure Resource Manager's `value`.
*/
const headPattern = /^\{(?:"\w+":(?:\d+|"[^"\\]*"),)*"(?<member>data|value)":\[/v;

/* eslint-disable unicorn/prefer-code-point -- a megabyte is looked through, and all that is looked for is one unit long */
const [quote, backslash, opening, closing, comma] = ['"', '\\', '{', '}', ','].map(character => character.charCodeAt(0)) as [number, number, number, number, number];

/**
The offset behind a string that begins at `start`.
*/
const behindString = (text: string, start: number): number => {
	let end = text.indexOf('"', start + 1);
	for (; end !== -1; end = text.indexOf('"', end + 1)) {
		let before = end - 1;
		while (text.charCodeAt(before) === backslash) {
			before--;
		}

		if ((end - before) % 2 === 1) {
			return end + 1;
		}
	}

	return text.length;
};

const behindObject = (text: string, start: number): number => {
	let depth = 0;
	let at = start;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === quote) {
			at = behindString(text, at);
			continue;
		}

		at++;
		if (code === opening) {
			depth++;
		} else if (code === closing) {
			depth--;
			if (depth === 0) {
				return at;
			}
		}
	}

	return at;
};

/**
Finds objects that stand side by side, with a comma and nothing else between them.

@param text valid JSON from `start` on, as far as it is looked at
@param most of them
*/
export const rowsFrom = (text: string, start: number, most = Infinity): RowPlaces['rows'] => {
	const rows: Array<readonly [number, number]> = [];
	let at = start;
	while (rows.length < most && text.charCodeAt(at) === opening) {
		const end = behindObject(text, at);
		rows.push([at, end]);
		if (text.charCodeAt(end) !== comma) {
			break;
		}

		at = end + 1;
	}

	return rows;
};

/**
The list's name and where it begins; absent for an answer of another shape.
*/
export const listIn = (text: string): {readonly member: string; readonly head: number} | undefined => {
	const match = headPattern.exec(text);
	return match ? {member: match.groups!.member!, head: match[0].length} : undefined;
};

/**
Finds the rows of an answer that is valid JSON; absent where it is no list of objects, written without blanks between them.
*/
export const placesIn = (text: string): RowPlaces | undefined => {
	const list = listIn(text);
	if (!list) {
		return undefined;
	}

	const rows = rowsFrom(text, list.head);
	const end = rows.at(-1)?.[1] ?? list.head;
	return text[end] === ']' ? {...list, end, rows} : undefined;
};
/* eslint-enable unicorn/prefer-code-point */

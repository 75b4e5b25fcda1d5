import type {
	Filter,
	FilterError,
	FilterOperator,
	FilterTerm,
	FilterTest,
} from './filter.js';

/**
Longer than any filter of a person: what follows would only cost time.
*/
export const longestFilter = 1000;

const blanks = /\s*/vy;
const word = /\S*/vy;
const columnTest = /(?<column>[a-z][\w\-]*)(?<operator>>=|<=|[:<=>~])/ivy;

const readAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
};

/**
A text in quotes from `at` on. A quote that is not closed yet reaches to the end, as it does while one types.
*/
const readQuoted = (text: string, at: number): {readonly value: string; readonly end: number} => {
	let value = '';
	let index = at + 1;
	for (; index < text.length && text[index] !== '"'; index++) {
		if (text[index] === '\\' && (text[index + 1] === '"' || text[index + 1] === '\\')) {
			index++;
		}

		value += text[index]!;
	}

	return {value, end: Math.min(index + 1, text.length)};
};

const readValue = (text: string, at: number): {readonly value: string; readonly end: number} => {
	if (text[at] === '"') {
		return readQuoted(text, at);
	}

	const value = readAt(word, text, at)?.[0] ?? '';
	return {value, end: at + value.length};
};

const readTest = (text: string, at: number): {readonly test: FilterTest; readonly end: number} => {
	const match = readAt(columnTest, text, at);
	if (match) {
		const {column, operator} = match.groups!;
		const {value, end} = readValue(text, at + match[0].length);
		return {
			test: {
				type: 'column', column: column!.toLowerCase(), operator: operator as FilterOperator, value,
			},
			end,
		};
	}

	const {value, end} = readValue(text, at);
	return {test: {type: 'word', text: value}, end};
};

/**
Reads a filter: words, `"quoted words"`, `column:value`, `column=value`, `column>=value` (also `>`, `<`, `<=`), `column~pattern`,
`tag:name=value`, each with `!` in front for its opposite. Never throws.

@returns The terms in order, or one sentence that says what is wrong and where. Whether columns exist is for `compileFilter` to say.
*/
export const parseFilter = (text: string): FilterError | {readonly ok: true; readonly filter: Filter} => {
	if (text.length > longestFilter) {
		return {ok: false, error: `A filter has at most ${longestFilter} characters.`, at: longestFilter};
	}

	const filter: FilterTerm[] = [];
	let at = readAt(blanks, text, 0)![0].length;
	while (at < text.length) {
		const start = at;
		while (text[at] === '!') {
			at++;
		}

		if (at === text.length || /\s/v.test(text[at]!)) {
			return {ok: false, error: 'A word or column:value must follow the !.', at: start};
		}

		const {test, end} = readTest(text, at);
		filter.push({isNegated: (at - start) % 2 === 1, test, at: start});
		at = end + readAt(blanks, text, end)![0].length;
	}

	return {ok: true, filter};
};

import {entriesOfPart, type Part} from './part.js';

/**
What stands before a list in flow style (JSON is a case of it): comments, then the member, or a brace and the member.
*/
const beginning = /^(?:\s|#[^\n]*\n)*(?:decisions[\t ]*:|(?<brace>\{)\s*"?decisions"?\s*:)\s*\[/v;

/**
Characters that are looked at in one go: less than a millisecond.
*/
const charactersOfStep = 65_536;

const blanks: ReadonlySet<string | undefined> = new Set([' ', '\t', '\n', '\r']);

const isBlank = (character: string | undefined): boolean => blanks.has(character);

const brackets: ReadonlyMap<string, number> = new Map([['[', 1], ['{', 1], [']', -1], ['}', -1]]);

/**
A colon behind a quoted key, or before a blank.
*/
const endsKey = (text: string, at: number): boolean => text[at] === ':' && (text[at - 1] === '"' || isBlank(text[at + 1]));

/**
The place behind a quoted text: in double quotes a backslash takes the next character along, in single ones a quote is doubled.
*/
const behindQuote = (text: string, start: number): number => {
	const quote = text[start];
	for (let at = start + 1; at < text.length; at++) {
		if (quote === '"' && text[at] === '\\') {
			at++;
		} else if (text[at] === quote) {
			if (quote === '\'' && text[at + 1] === quote) {
				at++;
			} else {
				return at + 1;
			}
		}
	}

	return text.length;
};

const countLines = (text: string, from: number, to: number): number => {
	let lines = 0;
	for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
		lines++;
	}

	return lines;
};

/**
Finds the commas between entries: those that stand in no bracket, quoted text or comment. A plain text may hold quotes, and
holds no bracket or comma (YAML 1.2, plain scalars in flow collections).
*/
const commasOf = function * (text: string, start: number): Generator<void, readonly number[], void> {
	const commas: number[] = [];
	let depth = 0;
	let isInPlain = false;
	let next = start + charactersOfStep;
	for (let at = start; at < text.length && depth >= 0;) {
		const character = text[at]!;
		if (at >= next) {
			next = at + charactersOfStep;
			yield;
		}

		if (!isInPlain && (character === '"' || character === '\'')) {
			at = behindQuote(text, at);
			isInPlain = true;
			continue;
		}

		if (character === '#' && isBlank(text[at - 1])) {
			const end = text.indexOf('\n', at);
			at = end === -1 ? text.length : end;
			continue;
		}

		const change = brackets.get(character) ?? 0;
		depth += change;
		if (depth === 0 && character === ',') {
			commas.push(at);
		}

		// Only where a text begins is a quote one.
		isInPlain = change === 0 && character !== ',' && !endsKey(text, at) && (isInPlain || !isBlank(character));
		at++;
	}

	return commas;
};

/**
Cuts a long list in flow style between entries. The last part has all that is left, with what ends or breaks the file.

@yields Between steps of less than a millisecond.
@returns Nothing where the file is in another style, or short.
*/
export const splitFlow = function * (text: string): Generator<void, readonly Part[] | undefined, void> {
	const head = beginning.exec(text);
	if (!head) {
		return undefined;
	}

	const [opening] = head;
	const [open, close] = head.groups?.brace === undefined ? ['decisions: [', ']'] : ['{decisions: [', ']}'];
	const commas = yield * commasOf(text, opening.length);
	const parts: Part[] = [];
	let start = opening.length;
	let before = countLines(text, 0, start);
	for (let index = entriesOfPart - 1; index < commas.length; index += entriesOfPart) {
		const end = commas[index]!;
		parts.push({text: `${open}${text.slice(start, end)}${close}`, before, isList: false});
		before += countLines(text, start, end + 1);
		start = end + 1;
		yield;
	}

	return parts.length === 0 ? undefined : [...parts, {text: `${open}${text.slice(start)}`, before, isList: false}];
};

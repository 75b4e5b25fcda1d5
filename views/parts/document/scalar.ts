import type {Segment} from '../../theme.js';

const unprintable = /[\p{Line_Separator}\p{Other}\p{Paragraph_Separator}]/gv;
const plain = /^[\p{Letter}\p{Number}\/_][\p{Letter}\p{Mark}\p{Number} \(\)+\-.\/:;=@_~]*$/v;
const looksLikeNumberOrDate = /^(?:[+\-]?[\d.][\d.:_]*(?:e[+\-]?\d*)?|0[box][\da-f_]*|\d{4}-\d.*)$/iv;
const otherValue = /^(?:null|true|false|yes|no|y|n|on|off|\.inf|\.nan)$/iv;

/**
UTF-16 units as `\uXXXX`: the one escape that JSON and YAML share.
*/
const escapeUnprintable = (character: string): string =>
	Array.from({length: character.length}, (_, index) => String.raw`\u${character.slice(index, index + 1).codePointAt(0)!.toString(16).padStart(4, '0')}`).join('');

/**
A text in double quotes in which nothing moves the cursor, turns the writing direction or hides: such characters are
written as escapes, also those that JSON would let through. Valid in JSON and in YAML.
*/
export const quoted = (text: string): string => JSON.stringify(text).replaceAll(unprintable, character => escapeUnprintable(character));

/**
A text as YAML writes it: plain where every YAML reader takes it for a text, else in double quotes.
*/
export const yamlText = (text: string): string =>
	plain.test(text) && !looksLikeNumberOrDate.test(text) && !otherValue.test(text) && !/: |:$| $/v.test(text)
		? text
		: quoted(text);

/**
A value that has no members, in the calm tones of a document. `undefined` where the value is an array or an object.
*/
export const scalarSegment = (value: unknown, writeText: (text: string) => string): Segment | undefined => {
	if (typeof value === 'string') {
		return {text: writeText(value)};
	}

	if (typeof value === 'boolean') {
		return {text: String(value), tone: 'medium'};
	}

	if (typeof value === 'bigint' || Number.isFinite(value)) {
		return {text: String(value), tone: 'low'};
	}

	if (value instanceof Date && !Number.isNaN(value.getTime())) {
		return {text: quoted(value.toISOString())};
	}

	return typeof value === 'object' && value !== null && !(value instanceof Date) ? undefined : {text: 'null', tone: 'dim'};
};

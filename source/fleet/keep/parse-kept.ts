import {sanitize, sanitizeText} from '../../terminal/sanitize.js';
import type {SourceName} from '../snapshot.js';
import {sources} from '../sources.js';
import {createPace} from '../slices.js';
import {codecs} from './codecs.js';
import {header, longestLine} from './format.js';
import type {Kept} from './kept.js';
import {KeptFileError} from './kept-file-error.js';
import {
	isNumber,
	isShallow,
	isText,
	shape,
} from './shape.js';

const longestText = 8192;

/**
Texts of several lines; every other text of the model is one line.
*/
const proseMembers: ReadonlySet<string> = new Set(['description', 'remediation', 'reason']);

/**
What we wrote was clean. A line with an escape or a character beyond ASCII may have been changed since, and is cleaned again.
*/
// eslint-disable-next-line regexp/no-obscure-range
const needsCleaning = /[^ -~]|\\[^"\\]/v;

const clean = (member: string, value: unknown): unknown =>
	typeof value === 'string' ? (proseMembers.has(member) ? sanitizeText(value, longestText) : sanitize(value, longestText)) : value;

const parseLine = (line: string): unknown => {
	if (line.length > longestLine) {
		throw new KeptFileError('a line is too long');
	}

	try {
		const value: unknown = needsCleaning.test(line) ? JSON.parse(line, clean) : JSON.parse(line);
		if (isShallow(value)) {
			return value;
		}
	} catch {
		throw new KeptFileError('a line is not JSON');
	}

	throw new KeptFileError('a record nests too deeply');
};

const isHeader = shape<{readonly format: string; readonly version: number}>({format: isText, version: isNumber});

const isEnd = shape<{readonly lines: number}>({lines: isNumber});

const isSection = shape<{readonly source: string; readonly readAt: number; readonly head: unknown}>({
	source: isText, readAt: isNumber, head: (value): value is unknown => value !== undefined,
});

const checkHeader = (value: unknown): void => {
	if (!isHeader(value) || value.format !== header.format) {
		throw new KeptFileError('it is not a file of crowsnest');
	}

	if (value.version !== header.version) {
		throw new KeptFileError('another version of crowsnest wrote it');
	}
};

type Section = {readonly name: SourceName; readonly readAt: number; readonly head: unknown; readonly items: unknown[]};

const openSection = (value: unknown, now: number): Section | undefined => {
	if (!isSection(value)) {
		return undefined;
	}

	const {source, readAt, head} = value;
	const isKnown = Object.hasOwn(sources, source);
	// A time in the future would never grow old.
	if (!isKnown || readAt < 0 || readAt > now || !codecs[source as SourceName].isHead(head)) {
		throw new KeptFileError('a part of it does not fit');
	}

	return {
		name: source as SourceName, readAt, head, items: [],
	};
};

/**
Reads the lines of a kept file, checking each. What comes out has the shapes of the model, whatever the file held, and texts that are safe to draw.

`now` is in milliseconds since 1970.

@throws {KeptFileError} for a file that is cut, foreign, of another version, or changed.
*/
export const parseKept = async (lines: AsyncIterable<string>, now: number): Promise<Kept> => {
	const pace = createPace();
	const sections: Section[] = [];
	let count = 0;
	let end: number | undefined;
	for await (const line of lines) {
		const value = parseLine(line);
		count++;
		if (end !== undefined) {
			throw new KeptFileError('something follows its end');
		}

		if (count === 1) {
			checkHeader(value);
		} else if (isEnd(value)) {
			end = value.lines;
		} else {
			const section = openSection(value, now);
			const current = sections.at(-1);
			if (section) {
				sections.push(section);
			} else if (current && codecs[current.name].isItem(value)) {
				current.items.push(value);
			} else {
				throw new KeptFileError('a record does not fit');
			}
		}

		await pace();
	}

	if (end !== count) {
		throw new KeptFileError('its end is missing');
	}

	return Object.fromEntries(sections.map(({name, readAt, head, items}) => [name, {readAt, data: codecs[name].join(head, items)}]));
};

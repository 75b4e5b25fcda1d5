import {mostLogLines, type LogLine, type LogPart} from '../../model/log-line.js';
import {sanitize} from '../../terminal/sanitize.js';
import {breathe} from '../wait.js';
import {mask, maskSecretsIn} from './secrets.js';

const longestLine = 2000;

/**
Lines are read in slices of this many milliseconds.
*/
const slice = 6;

/* eslint-disable no-bitwise -- 32-bit arithmetic is what this hash is */

/**
FNV-1a over a line as it was sent: as much as is kept of it.
*/
const codeOf = (line: string): number => {
	let code = 0x81_1C_9D_C5;
	for (let index = 0; index < line.length; index++) {
		code = Math.imul(code ^ line.charCodeAt(index), 0x01_00_01_93); // eslint-disable-line unicorn/prefer-code-point -- units are what is compared
	}

	return code >>> 0;
};

/* eslint-enable no-bitwise */

/**
How many of the last known lines the next ones begin with: the longest end of the one that is a beginning of the other
(Knuth, Morris and Pratt's failure function).
*/
export const overlapOf = (known: readonly number[], next: readonly number[]): number => {
	const end = known.slice(-next.length);
	const failure = new Uint32Array(next.length);
	let length = 0;
	const advance = (code: number): void => {
		while (length > 0 && (length === next.length || next[length] !== code)) {
			length = failure[length - 1]!;
		}

		if (next[length] === code) {
			length++;
		}
	};

	for (let index = 1; index < next.length; index++) {
		advance(next[index]!);
		failure[index] = length;
	}

	length = 0;
	for (const code of end) {
		advance(code);
	}

	return length;
};

const timeBefore = /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+\-]\d\d:\d\d)) ?/v;

const begins = /-----BEGIN [ A-Z]{0,40}PRIVATE KEY/v;
const ends = /-----END [ A-Z]{0,40}PRIVATE KEY/v;

/**
A line of nothing but base64 may be one of a key whose beginning lies further back than what was asked for.
*/
const isKeyLine = (text: string): boolean => text.length >= 40 && /^[\d+\/=A-Za-z]+$/v.test(text.trim());

type Sent = {readonly raw: string; readonly code: number};

const createReader = (lines: readonly Sent[]): ((line: Sent) => LogLine) => {
	// What begins inside a key ends where one ends that has not begun.
	const firstEnd = lines.findIndex(({raw}) => ends.test(raw));
	let isInKey = firstEnd !== -1 && lines.slice(0, firstEnd + 1).every(({raw}) => !begins.test(raw));
	return ({raw, code}) => {
		const time = timeBefore.exec(raw);
		const at = time ? Date.parse(time.groups!.time!) : NaN;
		const text = sanitize(raw.slice(time?.[0].length ?? 0), longestLine);
		isInKey ||= begins.test(text);
		const isSecret = isInKey || isKeyLine(text);
		if (ends.test(text)) {
			isInKey = false;
		}

		return {at: Number.isNaN(at) ? undefined : at, text: isSecret ? mask : maskSecretsIn(text), code};
	};
};

/**
Reads what a container wrote: lines of their own, sanitised and masked, only those behind what is known. Gives the event loop back in between,
however much there is.

@param content as the service sent it, each line with a time before it
@param known codes of the lines that are known, the last one last
@param asked so many lines were asked for
*/
export const readLogLines = async (content: string, known: readonly number[], asked: number, signal: AbortSignal): Promise<LogPart> => {
	const pieces = content.split('\n');
	const isOpen = pieces.at(-1) !== '';
	const all = isOpen ? pieces : pieces.slice(0, -1);
	const raws = all.slice(-mostLogLines);
	const sent: Sent[] = [];
	let began = performance.now();
	const pause = async (): Promise<void> => {
		if (!(performance.now() - began > slice)) {
			return;
		}

		await breathe(signal);
		began = performance.now();
	};

	for (const raw of raws) {
		sent.push({raw, code: codeOf(raw)});
		// eslint-disable-next-line no-await-in-loop -- a pause is the point
		await pause();
	}

	const overlap = overlapOf(known, sent.map(({code}) => code));
	const read = createReader(sent);
	const lines: LogLine[] = [];
	for (const line of sent.slice(overlap)) {
		lines.push(read(line));
		// eslint-disable-next-line no-await-in-loop
		await pause();
	}

	return {
		lines, overlap, isOpen: isOpen && lines.length > 0, isWhole: all.length < asked,
	};
};

import type {Line, Segment} from '../../theme.js';
import {cellWidth} from '../text/cells.js';
import {lineWidth, splitText} from './cells.js';

/**
A line cannot be wrapped into less than a wide character.
*/
const narrowest = 2;

const blanksAndWords = / +|[^ ]+/gv;

const indentOf = (line: Line): number => {
	let indent = 0;
	for (const {text} of line) {
		const blanks = text.length - text.trimStart().length;
		indent += blanks;
		if (blanks < text.length) {
			break;
		}
	}

	return indent;
};

type Atom = {readonly segment: Segment; readonly cells: number; readonly isBlank: boolean};

/**
A text in pieces of at most `room` cells. A cluster that is wider than a whole line cannot be drawn at all.
*/
const piecesOf = (text: string, room: number): readonly string[] => {
	const pieces: string[] = [];
	let rest = text;
	while (rest !== '') {
		const [head, tail] = splitText(rest, room);
		pieces.push(head);
		rest = head === '' ? '' : tail;
	}

	return pieces;
};

/**
Words and the blanks between them; a word that is wider than `room` comes in pieces.
*/
const atomsOf = (line: Line, room: number): readonly Atom[] =>
	line.flatMap(segment => segment.text.matchAll(blanksAndWords).flatMap(([token]) =>
		piecesOf(token, room).map(text => ({segment: {...segment, text}, cells: cellWidth(text), isBlank: token.startsWith(' ')}))).toArray());

const isBlankSegment = ({text}: Segment): boolean => text.trim() === '';

/**
Wraps a line between words into lines of at most `width` cells; a word that is longer than a line is taken apart, so that
nothing is lost but the blanks at which lines break. All lines but the first are indented by `hanging` cells, by default as
far as the first begins with blanks.
*/
export const wrapLine = (line: Line, width: number, hanging = indentOf(line)): readonly Line[] => {
	const room = Math.max(width, narrowest);
	if (lineWidth(line) <= room) {
		return [line];
	}

	const indent = Math.min(hanging, Math.floor(room / 2), room - narrowest);
	const lines: Line[] = [];
	let current: Segment[] = [];
	let used = 0;
	const breakLine = () => {
		lines.push(current.slice(0, current.findLastIndex(segment => !isBlankSegment(segment)) + 1));
		current = indent > 0 ? [{text: ' '.repeat(indent)}] : [];
		used = indent;
	};

	for (const atom of atomsOf(line, room - indent)) {
		const isFitting = used + atom.cells <= room;
		if (!isFitting) {
			breakLine();
		}

		// Blanks at which a line was broken are dropped; those that the first line begins with stay.
		const isAtStart = lines.length > 0 && used === indent;
		if ((atom.isBlank && (isAtStart || !isFitting))) {
			continue;
		}

		current.push(atom.segment);
		used += atom.cells;
	}

	if (lines.length === 0 || current.some(segment => !isBlankSegment(segment))) {
		lines.push(current);
	}

	return lines;
};

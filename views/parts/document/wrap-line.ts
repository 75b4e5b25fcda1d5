import type {Line, Segment} from '../../theme.js';
import {clustersOf, isSimple} from '../text/cells.js';
import {lineWidth} from './cells.js';

/**
A line cannot be wrapped into less than a wide character.
*/
const narrowest = 2;

/**
Resource ids and links may break behind a slash.
*/
const blanksAndWords = / +|\/+|[^ \/]+\/*/gv;

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

type Piece = {readonly text: string; readonly cells: number};

/**
A text in pieces of at most `room` cells, in one pass. A character that is wider than a whole line cannot be drawn at all.
*/
const piecesOf = (text: string, room: number): readonly Piece[] => {
	if (isSimple(text)) {
		return Array.from({length: Math.ceil(text.length / room)}, (_, index) => {
			const piece = text.slice(index * room, (index + 1) * room);
			return {text: piece, cells: piece.length};
		});
	}

	const pieces: Piece[] = [];
	let piece = '';
	let cells = 0;
	for (const cluster of clustersOf(text)) {
		if (cells + cluster.width > room) {
			pieces.push({text: piece, cells});
			piece = '';
			cells = 0;
		}

		if (!(cluster.width <= room)) {
			continue;
		}

		piece += cluster.text;
		cells += cluster.width;
	}

	return [...pieces, {text: piece, cells}].filter(({text: kept}) => kept !== '');
};

/**
Words and the blanks between them; a word that is wider than `room` comes in pieces.
*/
const atomsOf = (line: Line, room: number): readonly Atom[] =>
	line.flatMap(segment => segment.text.matchAll(blanksAndWords).flatMap(([token]) =>
		piecesOf(token, room).map(({text, cells}) => ({segment: {...segment, text}, cells, isBlank: token.startsWith(' ')}))).toArray());

const isBlankSegment = ({text}: Segment): boolean => text.trim() === '';

/**
Texts of a cloud may have several lines.
*/
const splitAtBreaks = (line: Line): readonly Line[] => {
	const lines: Segment[][] = [[]];
	for (const segment of line) {
		for (const [index, text] of segment.text.split('\n').entries()) {
			if (index > 0) {
				lines.push([]);
			}

			lines.at(-1)!.push({...segment, text});
		}
	}

	return lines;
};

/**
Wraps a line between words into lines of at most `width` cells; a word that is longer than a line is taken apart, so that
nothing is lost but the blanks at which lines break. All lines but the first are indented by `hanging` cells, by default as
far as the first begins with blanks.
*/
export const wrapLine = (line: Line, width: number, hanging = indentOf(line)): readonly Line[] => {
	if (line.some(({text}) => text.includes('\n'))) {
		const [first = [], ...others] = splitAtBreaks(line);
		const start: Line = [{text: ' '.repeat(Math.min(hanging, Math.floor(width / 2)))}];
		return [first, ...others.map(other => [...start, ...other])].flatMap(part => wrapLine(part, width, hanging));
	}

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

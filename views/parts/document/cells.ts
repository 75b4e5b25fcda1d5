import type {Line, Segment} from '../../theme.js';
import {cellWidth, clustersOf, isSimple} from '../text/cells.js';

/**
Cells that a line takes on the screen.
*/
export const lineWidth = (line: Line): number => {
	let width = 0;
	for (const {text} of line) {
		width += cellWidth(text);
	}

	return width;
};

/**
Takes a text apart after at most `cells` cells, never inside a character. The head may be a cell shorter where a wide
character would not fit.
*/
export const splitText = (text: string, cells: number): readonly [head: string, tail: string] => {
	if (isSimple(text)) {
		return [text.slice(0, Math.max(0, cells)), text.slice(Math.max(0, cells))];
	}

	let used = 0;
	let end = 0;
	for (const cluster of clustersOf(text)) {
		used += cluster.width;
		if (used > cells) {
			break;
		}

		end = cluster.start + cluster.text.length;
	}

	return [text.slice(0, end), text.slice(end)];
};

/**
The part of a line from cell `from`, at most `width` cells. Half of a wide character that is cut through becomes a blank.
*/
export const sliceLine = (line: Line, from: number, width: number): Line => {
	const slice: Segment[] = [];
	let skipped = 0;
	let used = 0;
	for (const segment of line) {
		if (used >= width) {
			break;
		}

		let {text} = segment;
		if (skipped < from) {
			const segmentWidth = cellWidth(text);
			if (skipped + segmentWidth <= from) {
				skipped += segmentWidth;
				continue;
			}

			const wanted = from - skipped;
			const [head, tail] = splitText(text, wanted);
			const cut = wanted - cellWidth(head);
			const [, rest] = cut > 0 ? splitText(tail, 2) : ['', tail];
			text = ' '.repeat(cut) + rest;
			skipped = from;
		}

		const [shown] = splitText(text, width - used);
		used += cellWidth(shown);
		slice.push({...segment, text: shown});
		if (shown.length < text.length) {
			break;
		}
	}

	return slice;
};

/**
A line of exactly `width` cells: filled up with blanks, or cut with the mark of what is cut.
*/
export const padLine = (line: Line, width: number, ellipsis: string): Line => {
	const all = lineWidth(line);
	if (all <= width) {
		return all === width ? line : [...line, {text: ' '.repeat(width - all)}];
	}

	const kept = sliceLine(line, 0, Math.max(0, width - 1));
	const gap = Math.max(0, width - 1 - lineWidth(kept));
	return [...kept, {text: ' '.repeat(gap) + (width > 0 ? ellipsis : ''), tone: 'dim'}];
};

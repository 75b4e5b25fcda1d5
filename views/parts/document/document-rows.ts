import type {Line} from '../../theme.js';
import {lineWidth} from './cells.js';
import {wrapLine} from './wrap-line.js';

/**
The lines of a text as rows of a screen that is `width` cells wide.
*/
export type DocumentRows = {
	readonly rows: readonly Line[];
	/**
	The line that each row is part of.
	*/
	readonly sources: readonly number[];
	/**
	Cells of each row, and of the longest.
	*/
	readonly widths: readonly number[];
	readonly longest: number;
};

const laidOut = new WeakMap<readonly Line[], Map<string, DocumentRows>>();

const layOut = (lines: readonly Line[], width: number, isWrapped: boolean): DocumentRows => {
	const rows: Line[] = [];
	const sources: number[] = [];
	const widths: number[] = [];
	let longest = 0;
	for (const [index, line] of lines.entries()) {
		for (const row of isWrapped ? wrapLine(line, width) : [line]) {
			rows.push(row);
			sources.push(index);
			const cells = lineWidth(row);
			widths.push(cells);
			longest = Math.max(longest, cells);
		}
	}

	return {
		rows, sources, widths, longest,
	};
};

/**
Lays a text out. The same lines at the same width give the same rows, so that moving in a long document costs nothing.
*/
export const documentRows = (lines: readonly Line[], width: number, isWrapped: boolean): DocumentRows => {
	const known = laidOut.get(lines) ?? new Map<string, DocumentRows>();
	const name = isWrapped ? String(width) : 'whole';
	const found = known.get(name);
	if (found) {
		return found;
	}

	// A window that is dragged wider goes through many widths; only the last few are worth keeping.
	if (known.size > 2) {
		known.clear();
	}

	const rows = layOut(lines, width, isWrapped);
	known.set(name, rows);
	laidOut.set(lines, known);
	return rows;
};

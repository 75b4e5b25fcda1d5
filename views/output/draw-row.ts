import {hasCertainWidth} from './certain-width.js';
import type {Pen} from './pen.js';
import {isSameCell, type Row} from './row.js';
import {defaultStyle, isSameOnBlanks} from './style.js';

const widthAt = (row: Row, column: number): number => {
	let width = 1;
	while (row.glyphs[column + width] === '') {
		width++;
	}

	return width;
};

/**
The first column from which on the row is blank to its end.
*/
const blankFrom = (row: Row): number => {
	let column = row.glyphs.length;
	while (column > 0 && row.glyphs[column - 1] === ' ' && isSameOnBlanks(row.styles[column - 1]!, defaultStyle)) {
		column--;
	}

	return column;
};

const changedFrom = (before: Row, after: Row, start: number): number => {
	let changed = 0;
	for (let column = start; column < after.glyphs.length; column++) {
		changed += isSameCell(before, after, column) ? 0 : 1;
	}

	return changed;
};

/**
Length of `CSI K`.
*/
const eraseCost = 3;

/**
Draws what differs between the cells on the screen and those that shall be there. Rows count from 0.
*/
export const drawRow = (pen: Pen, index: number, before: Row, after: Row): void => {
	const columns = after.glyphs.length;
	const blankStart = blankFrom(after);
	let isSpoilt = false;
	for (let column = 0; column < columns; column++) {
		// The first cell of a wide character draws the cells that it covers.
		if (after.glyphs[column] === '' || (!isSpoilt && isSameCell(before, after, column))) {
			continue;
		}

		pen.moveWithin(index, column, after);
		if (column >= blankStart && changedFrom(before, after, column) > eraseCost + pen.plainCost()) {
			pen.eraseToEnd();
			return;
		}

		pen.draw(after.glyphs[column]!, after.styles[column]!, {width: widthAt(after, column), columns});
		// A terminal that draws it wider than string-width says has overwritten the next cell.
		isSpoilt = !hasCertainWidth(after.glyphs[column]!);
	}
};

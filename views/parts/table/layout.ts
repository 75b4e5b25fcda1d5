import type {Column} from '../../columns/column.js';

/**
Cells before the first column: one for the cursor, one for the mark.
*/
export const gutterWidth = 2;

/**
Cells between two columns.
*/
export const gapWidth = 2;

/**
What a growing column takes in wide mode, where nothing has to give way.
*/
const wideWidth = 40;

export type PlacedColumn<Row> = {readonly column: Column<Row>; readonly width: number};

export type TableLayout<Row> = {
	readonly columns: ReadonlyArray<PlacedColumn<Row>>;
	/**
	Columns out of sight to the left of the scrolling ones.
	*/
	readonly hiddenBefore: number;
	/**
	Columns out of sight elsewhere: dropped for want of room, or to the right.
	*/
	readonly hiddenAfter: number;
	/**
	The greatest useful column offset.
	*/
	readonly scrollLimit: number;
	/**
	Cells of the whole table.
	*/
	readonly width: number;
};

const isFixed = <Row>(column: Column<Row>): boolean => column.priority === 0;

const widthOf = (widths: readonly number[]): number =>
	widths.reduce((sum, width) => sum + width, gutterWidth + (Math.max(0, widths.length - 1) * gapWidth));

const clip = <Row>(columns: ReadonlyArray<PlacedColumn<Row>>, width: number): ReadonlyArray<PlacedColumn<Row>> => {
	const placed: Array<PlacedColumn<Row>> = [];
	let used = gutterWidth;
	for (const {column, width: wanted} of columns) {
		const start = used + (placed.length === 0 ? 0 : gapWidth);
		const room = width - start;
		if (room <= 0) {
			break;
		}

		placed.push({column, width: Math.min(wanted, room)});
		used = start + Math.min(wanted, room);
	}

	return placed;
};

/**
Every column at its least, then to its wish in the order of priority; what is left goes to those that grow.
*/
const distribute = <Row>(columns: ReadonlyArray<Column<Row>>, width: number, hasAll: boolean): ReadonlyArray<PlacedColumn<Row>> => {
	const widths = new Map(columns.map(column => [column, column.minWidth]));
	let spare = width - widthOf(columns.map(({minWidth}) => minWidth));
	// The last cell is kept free for the ellipsis that tells of hidden columns, so that it covers no title.
	if (!hasAll && spare > 0) {
		spare--;
	}

	const give = (column: Column<Row>, cells: number): void => {
		const given = Math.max(0, Math.min(cells, spare));
		widths.set(column, widths.get(column)! + given);
		spare -= given;
	};

	for (const column of columns.toSorted((left, right) => left.priority - right.priority)) {
		give(column, column.width - column.minWidth);
	}

	const growing = columns.filter(({grows}) => grows);
	for (const [index, column] of growing.entries()) {
		give(column, Math.floor(spare / (growing.length - index)));
	}

	return clip(columns.map(column => ({column, width: widths.get(column)!})), width);
};

/**
The columns whose least widths fit; those with the highest priority number go first.
*/
const chooseColumns = <Row>(columns: ReadonlyArray<Column<Row>>, width: number): ReadonlyArray<Column<Row>> => {
	let chosen = columns;
	while (widthOf(chosen.map(({minWidth}) => minWidth)) > width) {
		const lowest = chosen.toSorted((left, right) => left.priority - right.priority).at(-1);
		if (!lowest || isFixed(lowest)) {
			break;
		}

		chosen = chosen.filter(column => column !== lowest);
	}

	return chosen;
};

/**
How many columns fit from the left, each at its wish (the last at least at its least).
*/
const countFitting = <Row>(columns: ReadonlyArray<PlacedColumn<Row>>, width: number): number => {
	let used = gutterWidth - gapWidth;
	for (const [index, {column, width: wanted}] of columns.entries()) {
		if (used + gapWidth + column.minWidth > width) {
			return index;
		}

		used += gapWidth + wanted;
	}

	return columns.length;
};

const scrolled = <Row>(columns: ReadonlyArray<Column<Row>>, width: number, offset: number, isWide: boolean): TableLayout<Row> => {
	const place = (column: Column<Row>): PlacedColumn<Row> =>
		({column, width: isWide && column.grows ? Math.max(column.width, wideWidth) : column.width});
	const fixed = columns.filter(column => isFixed(column)).map(column => place(column));
	const scrolling = columns.filter(column => !isFixed(column)).map(column => place(column));
	let limit = 0;
	while (limit < scrolling.length - 1 && countFitting([...fixed, ...scrolling.slice(limit)], width) < fixed.length + scrolling.length - limit) {
		limit++;
	}

	const hiddenBefore = Math.min(offset, limit);
	const candidates = [...fixed, ...scrolling.slice(hiddenBefore)];
	const fitting = Math.max(1, countFitting(candidates, width));
	const placed = clip(candidates.slice(0, fitting), width);
	return {
		columns: placed, hiddenBefore, hiddenAfter: candidates.length - placed.length, scrollLimit: limit, width,
	};
};

/**
Which columns stand where. At rest the most important ones that fit are shown; scrolled or wide, all of them in their order
from the offset on. Columns of priority 0 (the name) always stay.

@param columns All columns of the table.
@param width Cells of the table.
*/
export const layoutTable = <Row>(
	columns: ReadonlyArray<Column<Row>>,
	width: number,
	{isWide, columnOffset}: {readonly isWide: boolean; readonly columnOffset: number},
): TableLayout<Row> => {
	const all = scrolled(columns, width, columnOffset, isWide);
	if (isWide) {
		return all;
	}

	const chosen = chooseColumns(columns, width);
	const hasAll = chosen.length === columns.length;
	if (!hasAll && columnOffset > 0) {
		return all;
	}

	return {
		columns: distribute(chosen, width, hasAll),
		hiddenBefore: 0,
		hiddenAfter: columns.length - chosen.length,
		scrollLimit: hasAll ? 0 : Math.max(1, all.scrollLimit),
		width,
	};
};

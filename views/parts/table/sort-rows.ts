import type {CellContext, Column} from '../../columns/column.js';

type SortValue = string | number | undefined;

const valueOfRow = <Row>(column: Column<Row>, row: Row, context: CellContext): SortValue => {
	const value = column.sortBy ? column.sortBy(row, context) : column.cell(row, context).text;
	return typeof value === 'string' ? value.toLowerCase() : (Number.isNaN(value) ? undefined : value);
};

/**
By code units rather than by a locale's rules: the same on every machine, and many times faster. Numbers come before texts.
*/
const compareValues = (left: string | number, right: string | number): number => {
	if (typeof left !== typeof right) {
		return typeof left === 'number' ? -1 : 1;
	}

	return left < right ? -1 : (left > right ? 1 : 0);
};

/**
Sorts rows by a column. Rows that are equal keep their order; what is unknown comes last both ways.
*/
export const sortRows = <Row>(rows: readonly Row[], column: Column<Row>, isDescending: boolean, context: CellContext): readonly Row[] => {
	const known: Array<{readonly row: Row; readonly value: string | number}> = [];
	const unknown: Row[] = [];
	for (const row of rows) {
		const value = valueOfRow(column, row, context);
		if (value === undefined) {
			unknown.push(row);
		} else {
			known.push({row, value});
		}
	}

	const direction = isDescending ? -1 : 1;
	known.sort((left, right) => direction * compareValues(left.value, right.value));
	return [...known.map(({row}) => row), ...unknown];
};

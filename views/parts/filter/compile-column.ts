import type {CellContext, Column, Measure} from '../../columns/column.js';
import type {CompiledTest} from './compile-filter.js';
import type {FilterTest} from './filter.js';
import {occurrences} from './match-spans.js';
import {createPattern} from './pattern.js';
import {columnText} from './row-texts.js';

type ColumnTest = Extract<FilterTest, {type: 'column'}>;
type Result<Row> = {readonly ok: true; readonly test: CompiledTest<Row>} | {readonly ok: false; readonly error: string};

const parseNumber = (text: string): number | undefined => (/^-?\d+(?:\.\d+)?$/v.test(text) ? Number(text) : undefined);

/**
How a column compares that says nothing of it: as plain numbers.
*/
const plainMeasure = <Row>(column: Column<Row>): Measure<Row> => ({
	of(row, context) {
		const value = column.sortBy?.(row, context) ?? parseNumber(column.cell(row, context).text);
		return typeof value === 'number' ? value : undefined;
	},
	parse: parseNumber,
	example: 'a number',
});

const comparisons = {
	'>': (left: number, right: number) => left > right,
	'>=': (left: number, right: number) => left >= right,
	'<': (left: number, right: number) => left < right,
	'<=': (left: number, right: number) => left <= right,
} as const;

const compileComparison = <Row>(column: Column<Row>, operator: keyof typeof comparisons, value: string): Result<Row> => {
	const measure = column.measure ?? plainMeasure(column);
	const limit = measure.parse(value);
	if (limit === undefined) {
		return {ok: false, error: `${column.id}${operator} needs ${measure.example}.`};
	}

	const compare = comparisons[operator];
	return {
		ok: true,
		test: {
			matches(row, context) {
				const measured = measure.of(row, context);
				return measured !== undefined && compare(measured, limit);
			},
			spans: () => [],
		},
	};
};

const compilePattern = <Row>(column: Column<Row>, source: string): Result<Row> => {
	const compiled = createPattern(source);
	if (!compiled.ok) {
		return {ok: false, error: `${column.id}~ ${compiled.error}.`};
	}

	const {pattern} = compiled;
	return {
		ok: true,
		test: {
			matches: (row, context) => pattern.test(columnText(column, row, context)),
			spans(columnId, text) {
				const found = columnId === column.id ? pattern.find(text) : undefined;
				return found ? [found] : [];
			},
		},
	};
};

const compileText = <Row>(column: Column<Row>, value: string, isExact: boolean): Result<Row> => {
	const wanted = value.toLowerCase();
	const limit = isExact ? column.measure?.parse(value) : undefined;
	const isEqual = (row: Row, context: CellContext): boolean =>
		columnText(column, row, context).toLowerCase() === wanted
		|| column.cell(row, context).text.toLowerCase() === wanted
		|| (limit !== undefined && column.measure?.of(row, context) === limit);
	return {
		ok: true,
		test: {
			matches: (row, context) => (isExact ? isEqual(row, context) : columnText(column, row, context).toLowerCase().includes(wanted)),
			spans: (columnId, text) => (columnId === column.id ? occurrences(text, value) : []),
		},
	};
};

/**
Makes the test of one column ready. `error` says what is wrong with the value, in one sentence.
*/
export const compileColumn = <Row>(column: Column<Row>, {operator, value}: ColumnTest): Result<Row> => {
	switch (operator) {
		case ':':
		case '=': {
			return compileText(column, value, operator === '=');
		}

		case '~': {
			return compilePattern(column, value);
		}

		case '>':
		case '>=':
		case '<':
		case '<=': {
			return compileComparison(column, operator, value);
		}
	}
};

import {didYouMean} from '../../../source/terminal/nearest.js';
import type {CellContext, Column} from '../../columns/column.js';
import {compileColumn} from './compile-column.js';
import type {Filter, FilterError} from './filter.js';
import {joinSpans, occurrences, type Span} from './match-spans.js';
import {createRowTexts, type RowTexts} from './row-texts.js';
import {hasTag} from './has-tag.js';

/**
One condition, ready to be asked.
*/
export type CompiledTest<Row> = {
	readonly matches: (row: Row, context: CellContext) => boolean;
	/**
	Where it matches in the drawn text of a column.
	*/
	readonly spans: (columnId: string, text: string) => readonly Span[];
};

export type CompiledFilter<Row> = CompiledTest<Row> & {
	readonly isEmpty: boolean;
};

const noSpans = (): readonly Span[] => [];

const compileWord = <Row>(text: string, texts: RowTexts<Row>): CompiledTest<Row> => {
	const wanted = text.toLowerCase();
	return {
		matches: (row, context) => texts.whole(row, context).includes(wanted),
		spans: (_columnId, shown) => occurrences(shown, text),
	};
};

const findColumn = <Row>(name: string, columns: ReadonlyArray<Column<Row>>): Column<Row> | undefined =>
	columns.find(({id}) => id === name) ?? columns.find(({aliases}) => aliases?.includes(name));

const unknownColumn = <Row>(name: string, columns: ReadonlyArray<Column<Row>>): string => {
	const ids = [...columns.map(({id}) => id), 'tag'];
	const names = [...ids, ...columns.flatMap(({aliases}) => aliases ?? [])];
	const meant = didYouMean(name, names);
	return `There is no column ${name} here.${meant === '' ? ` There are ${ids.join(', ')}.` : meant}`;
};

/**
Makes a filter ready for rows with these columns.

`texts` are the rows' texts, where the caller keeps them from one filter to the next.

@returns A predicate with the spans that it matches, or one sentence that says which column or value makes no sense, and where. Comparisons never match what is unknown.
*/
export const compileFilter = <Row extends Record<string, unknown>>(
	filter: Filter,
	columns: ReadonlyArray<Column<Row>>,
	texts: RowTexts<Row> = createRowTexts(columns),
): FilterError | {readonly ok: true; readonly filter: CompiledFilter<Row>} => {
	const terms: Array<{readonly isNegated: boolean; readonly test: CompiledTest<Row>}> = [];
	for (const {test, isNegated, at} of filter) {
		if (test.type === 'word') {
			terms.push({isNegated, test: compileWord(test.text, texts)});
			continue;
		}

		const column = findColumn(test.column, columns);
		if (!column && test.column === 'tag' && (test.operator === ':' || test.operator === '=')) {
			const {value, operator} = test;
			terms.push({isNegated, test: {matches: row => hasTag(row, value, operator === '='), spans: noSpans}});
			continue;
		}

		if (!column) {
			return {ok: false, error: test.column === 'tag' ? 'A tag is asked for with tag:name=value.' : unknownColumn(test.column, columns), at};
		}

		const compiled = compileColumn(column, test);
		if (!compiled.ok) {
			return {ok: false, error: compiled.error, at};
		}

		terms.push({isNegated, test: compiled.test});
	}

	return {
		ok: true,
		filter: {
			isEmpty: terms.length === 0,
			matches: (row, context) => terms.every(({isNegated, test}) => test.matches(row, context) !== isNegated),
			spans: (columnId, text) => joinSpans(terms.flatMap(({isNegated, test}) => (isNegated ? [] : test.spans(columnId, text)))),
		},
	};
};

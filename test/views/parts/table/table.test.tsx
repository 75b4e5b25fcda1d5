/* eslint-disable unicorn/max-nested-calls -- a frame is compared where it is drawn */
import {stripVTControlCharacters} from 'node:util';
import {renderToString, Text} from 'ink';
import fc from 'fast-check';
import test from 'ava';
import stringWidth from 'string-width';
import type {CellContext, Column} from '../../../../views/columns/column.js';
import {compileFilter, type CompiledFilter} from '../../../../views/parts/filter/compile-filter.js';
import {parseFilter} from '../../../../views/parts/filter/parse-filter.js';
import {createDerive} from '../../../../views/parts/table/derive.js';
import {drawHeader} from '../../../../views/parts/table/header-row.js';
import {layoutTable} from '../../../../views/parts/table/layout.js';
import {positionHint} from '../../../../views/parts/table/position-hint.js';
import {drawRow, type RowLook} from '../../../../views/parts/table/row.js';
import {useTableLines, type TableDrawing} from '../../../../views/parts/table/use-table-lines.js';
import {useTable} from '../../../../views/parts/table/use-table.js';
import type {SavedTable} from '../../../../views/parts/table/state.js';
import {createTheme} from '../../../../views/theme.js';

const Table = <R extends {readonly key: string}>(drawing: TableDrawing<R>) => <Text>{useTableLines(drawing).join('\n')}</Text>;

type Row = {key: string; name: string; score: number | undefined; note: string};

const columns: ReadonlyArray<Column<Row>> = [
	{
		id: 'name', title: 'NAME', minWidth: 6, width: 10, grows: true, priority: 0, cell: row => ({text: row.name}),
	},
	{
		id: 'score',
		title: 'SCORE',
		align: 'right',
		minWidth: 5,
		width: 6,
		priority: 1,
		cell: row => ({text: String(row.score ?? '?'), tone: row.score === undefined ? 'unknown' : 'plain'}),
		sortBy: row => row.score,
	},
	{
		id: 'note', title: 'NOTE', minWidth: 8, width: 12, priority: 2, cell: row => ({text: row.note, tone: 'high', glyph: 'bullet'}),
	},
];

const context = {snapshot: {}, now: 0} as unknown as CellContext;
const colours = createTheme({isAscii: false, hasColour: true});
const oneColour = createTheme({isAscii: false, hasColour: false});
const ascii = createTheme({isAscii: true, hasColour: false});
const rest: RowLook = {isSelected: false, isFocused: true, isMarked: false};
const noSpans = () => [];
const row = (name: string, score?: number, note = 'n'): Row => ({
	key: name, name, score, note,
});

const rows: readonly Row[] = [row('prod-weu', 42, 'bad'), row('prod-neu', 90), row('test-weu'), row('dev', 7)];

const compile = (text: string): CompiledFilter<Row> => {
	const parsed = parseFilter(text);
	const compiled = parsed.ok ? compileFilter(parsed.filter, columns) : parsed;
	if (!compiled.ok) {
		throw new Error(compiled.error);
	}

	return compiled.filter;
};

const atRest = {isWide: false, columnOffset: 0};

test('columns give way by priority, and the name takes what is left', t => {
	const widths = (width: number, view = atRest) => layoutTable(columns, width, view).columns.map(({column, width: cells}) => `${column.id} ${cells}`);
	t.deepEqual(widths(50), ['name 26', 'score 6', 'note 12']);
	t.deepEqual(widths(25), ['name 6', 'score 5', 'note 8']);
	t.deepEqual(widths(24), ['name 13', 'score 6']);
	t.deepEqual(widths(14), ['name 11']);
	t.deepEqual(widths(6), ['name 4']);
	t.deepEqual(widths(24, {isWide: false, columnOffset: 1}), ['name 10', 'note 10']);
	t.is(layoutTable(columns, 24, atRest).scrollLimit, 1);
	t.is(layoutTable(columns, 50, atRest).scrollLimit, 0);
});

test('every layout and row is exactly as wide as the table', t => {
	const isExact = fc.property(fc.nat(140), fc.boolean(), fc.nat(4), fc.string({unit: 'grapheme'}), fc.boolean(), (width, isWide, columnOffset, name, isSelected) => {
		const layout = layoutTable(columns, width, {isWide, columnOffset});
		const drawing = {
			layout, context, theme: colours, spans: compile('a').spans,
		};
		t.is(stringWidth(drawRow(row(name, 1, name), {isSelected, isFocused: true, isMarked: isSelected}, drawing)), width);
		t.is(stringWidth(drawHeader(layout, {column: 'score', isDescending: true}, oneColour)), width);
	});
	fc.assert(isExact, {numRuns: 500});
});

test('the title of the column that sorts has an arrow, and hidden columns show', t => {
	const layout = layoutTable(columns, 30, atRest);
	t.is(stripVTControlCharacters(drawHeader(layout, {column: 'score', isDescending: true}, oneColour)), '  NAME        SCORE↓  NOTE    ');
	t.is(stripVTControlCharacters(drawHeader(layoutTable(columns, 24, atRest), {column: 'name', isDescending: false}, ascii)), '  NAME^           SCORE~');
});

test('in one colour a selected row, another pane\'s, a mark and a match are four different things', t => {
	const layout = layoutTable(columns.slice(0, 1), 12, atRest);
	const draw = (look: Partial<RowLook>, filter = '', theme = oneColour) => drawRow(rows[0]!, {...rest, ...look}, {
		layout, context, theme, spans: filter === '' ? noSpans : compile(filter).spans,
	});
	t.is(draw({}), '  prod-weu  ');
	t.is(draw({isSelected: true}), '\u{1B}[1m▌\u{1B}[0m \u{1B}[1mprod-weu\u{1B}[0m  ');
	t.is(draw({isSelected: true, isFocused: false}), '\u{1B}[2m▌\u{1B}[0m prod-weu  ');
	t.is(draw({isMarked: true}), ' \u{1B}[1m◆\u{1B}[0mprod-weu  ');
	t.is(draw({}, 'weu'), '  prod-\u{1B}[4mweu\u{1B}[0m  ');
	t.is(stripVTControlCharacters(draw({isSelected: true, isMarked: true}, '', ascii)), '>*prod-weu  ');
});

test('a cut cell shows it, and a match behind the cut is not drawn', t => {
	const layout = layoutTable(columns.slice(0, 1), 9, atRest);
	const drawing = {
		layout, context, theme: oneColour, spans: compile('weu').spans,
	};
	t.is(drawRow(row('prod-weu'), rest, drawing), '  prod-w…'.replace('w…', '\u{1B}[4mw\u{1B}[0m…'));
	t.is(drawRow(row('prod-east-weu'), rest, drawing), '  prod-e…');
	t.is(drawRow(row('日本語日本'), rest, drawing), '  日本語…');
});

test('a severity has a glyph besides its colour', t => {
	const layout = layoutTable(columns, 40, atRest);
	const drawn = drawRow(rows[0]!, rest, {
		layout, context, theme: ascii, spans: noSpans,
	});
	t.is(drawn, '  prod-weu              42  * bad       ');
});

test('sorting is stable, without a locale, and puts what is unknown last both ways', t => {
	const derive = createDerive(columns);
	const keys = (column: string, isDescending: boolean, list = rows) => derive({
		rows: list, sort: {column, isDescending}, filter: undefined, condition: undefined, context,
	}).keys;
	t.deepEqual(keys('score', false), ['dev', 'prod-weu', 'prod-neu', 'test-weu']);
	t.deepEqual(keys('score', true), ['prod-neu', 'prod-weu', 'dev', 'test-weu']);
	t.deepEqual(keys('name', false), ['dev', 'prod-neu', 'prod-weu', 'test-weu']);
	const equal = [row('b', 1), row('a', 1), row('c', 1)];
	t.deepEqual(keys('score', false, equal), ['b', 'a', 'c']);
	t.deepEqual(keys('score', true, equal), ['b', 'a', 'c']);
	t.deepEqual(keys('gone', true, equal), ['b', 'a', 'c']);
});

test('nothing is derived again for the same input, and an equal order keeps its identity', t => {
	const derive = createDerive(columns);
	const input = {
		rows, sort: {column: 'score', isDescending: false}, filter: compile('weu'), condition: undefined, context,
	};
	const first = derive(input);
	t.deepEqual(first.keys, ['prod-weu', 'test-weu']);
	t.is(derive(input).keys, first.keys);
	t.is(derive({...input, rows: [...rows]}).keys, first.keys);
	t.deepEqual(derive({...input, condition: (one: Row) => one.score === undefined}).keys, ['test-weu']);
});

test('two rows of one key are one row', t => {
	const derived = createDerive(columns)({
		rows: [row('a', 1), row('b', 2), row('a', 3)], sort: {column: 'name', isDescending: false}, filter: undefined, condition: undefined, context,
	});
	t.deepEqual(derived.keys, ['a', 'b']);
	t.is(derived.byKey.get('a')?.score, 3);
});

test('the hint for a pane\'s title', t => {
	t.is(positionHint(11, 5000, 5000), '12/5000');
	t.is(positionHint(2, 40, 5000), '3/40 of 5000');
	t.is(positionHint(0, 0, 0), '0');
	t.is(positionHint(3, 0, 9), '0 of 9');
});

const Screen = ({memory, list = rows, height = 4}: {readonly memory?: Map<string, SavedTable>; readonly list?: readonly Row[]; readonly height?: number}) => {
	const {view} = useTable({
		id: 'test', memory, rows: list, columns, context, defaultSort: {column: 'score', isDescending: true}, width: 40, height, now: () => 5000,
	});
	return <Table isFocused view={view} theme={ascii} empty={[[{text: 'nothing matches '}, {text: 'x', bold: true}]]}/>;
};

const frame = (element: React.ReactElement): string[] => stripVTControlCharacters(renderToString(element, {columns: 40})).split('\n').map(line => line.trimEnd());

test('the frame: titles, and the rows that fit', t => {
	t.deepEqual(frame(<Screen/>), [
		'  NAME              SCOREv  NOTE',
		'> prod-neu              90  * n',
		'  prod-weu              42  * bad',
		'  dev                    7  * n',
	]);
});

test('the frame of a table without rows says why', t => {
	t.deepEqual(frame(<Screen list={[]}/>).slice(1), [' nothing matches x']);
});

test('a table that was left comes back with its row, filter, sort and scroll', t => {
	const saved: SavedTable = {
		cursorKey: 'prod-weu',
		cursorIndex: 1,
		offset: 0,
		sort: {column: 'name', isDescending: true},
		filter: 'prod',
		isFilterPinned: false,
		isOnlyWrong: false,
		columnOffset: 0,
		isWide: false,
		marks: ['prod-neu'],
	};
	t.deepEqual(frame(<Screen memory={new Map([['test', saved]])}/>), [
		'  NAMEv              SCORE  NOTE',
		'> prod-weu              42  * bad',
		' *prod-neu              90  * n',
	]);
});

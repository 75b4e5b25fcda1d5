/* eslint-disable unicorn/max-nested-calls -- a state reads best as what was done to it, from the inside out */
import fc from 'fast-check';
import test from 'ava';
import type {CommandContext, TableAction, TableCommand} from '../../../../views/parts/table/actions.js';
import {tableReducer} from '../../../../views/parts/table/reducer.js';
import {
	createTable,
	restoreTable,
	saveTable,
	selectedKey,
	type TableState,
} from '../../../../views/parts/table/state.js';

const sort = {column: 'name', isDescending: false};
const keysOf = (count: number): string[] => Array.from({length: count}, (_, index) => `k${index}`);

const start = (count: number, height = 10): TableState =>
	tableReducer(tableReducer(createTable(sort), {type: 'resize', height}), {type: 'rows-changed', keys: keysOf(count), at: 0});

const press = (state: TableState, command: TableCommand, context: Partial<CommandContext> = {}): TableState =>
	tableReducer(state, {
		type: 'command',
		command,
		context: {
			at: 10_000, columns: ['name', 'score', 'age'], scrollLimit: 3, isFilterValid: true, ...context,
		},
	});

const bring = (state: TableState, keys: readonly string[], at = 20_000): TableState => tableReducer(state, {type: 'rows-changed', keys, at});

test('the cursor stays on its resource, and the resource on its line, when rows come before it', t => {
	const state = press(start(50), {type: 'move-by', by: 25});
	const line = state.cursorIndex - state.offset;
	const next = bring(state, ['new1', 'new2', ...keysOf(50)]);
	t.is(selectedKey(next), 'k25');
	t.is(next.cursorIndex - next.offset, line);
});

test('the cursor stays on its resource when rows are reordered', t => {
	const state = press(start(50), {type: 'move-by', by: 7});
	const next = bring(state, keysOf(50).toReversed());
	t.is(selectedKey(next), 'k7');
	t.true(next.cursorIndex >= next.offset && next.cursorIndex < next.offset + next.height);
});

test('if the resource is gone the cursor goes to the nearest neighbour, below before above', t => {
	const state = press(start(10), {type: 'move-by', by: 5});
	t.is(selectedKey(bring(state, keysOf(10).filter(key => key !== 'k5'))), 'k6');
	t.is(selectedKey(bring(state, ['k0', 'k3', 'x'])), 'k3');
	t.is(selectedKey(bring(state, ['a', 'b'])), 'b');
});

test('an empty moment does not lose the resource', t => {
	const state = press(start(10), {type: 'move-by', by: 5});
	const empty = bring(state, []);
	t.is(selectedKey(empty), undefined);
	t.is(selectedKey(bring(empty, keysOf(10))), 'k5');
});

test('until a hand moves the cursor it stays on the first row', t => {
	t.is(selectedKey(bring(start(10), ['worst', ...keysOf(10)])), 'worst');
	const held = press(start(10), {type: 'hold-cursor'});
	t.is(selectedKey(bring(held, ['worst', ...keysOf(10)])), 'k0');
});

test('no row moves within a second of a key, and does afterwards', t => {
	const state = press(start(10), {type: 'move-by', by: 1}, {at: 10_000});
	const other = keysOf(10).toReversed();
	t.is(bring(state, other, 10_999), state);
	t.deepEqual(bring(state, other, 11_000).order, other);
});

test('an order that the hand asked for is taken at once', t => {
	const commands: TableCommand[] = [
		{type: 'set-filter', text: 'k1'}, {type: 'turn-sort-order'}, {type: 'sort-by-next'}, {type: 'toggle-only-wrong'}, {type: 'set-sort', sort},
	];
	for (const command of commands) {
		t.deepEqual(bring(press(start(10), command, {at: 10_000}), ['k1'], 10_001).order, ['k1'], command.type);
	}
});

test('at an edge the window scrolls by half a page', t => {
	const bottom = press(start(100), {type: 'move-by', by: 9});
	t.is(bottom.offset, 0);
	const over = press(bottom, {type: 'move-by', by: 1});
	t.is(over.cursorIndex, 10);
	t.is(over.offset, 5);
	t.is(press(over, {type: 'move-by', by: -6}).offset, 0);
});

test('pages, ends and half pages', t => {
	const page = press(press(start(100), {type: 'move-by', by: 3}), {type: 'page', by: 1});
	t.like(page, {cursorIndex: 13, offset: 10});
	t.like(press(page, {type: 'page', by: -1}), {cursorIndex: 3, offset: 0});
	t.like(press(page, {type: 'half-page', by: 1}), {cursorIndex: 18, offset: 15});
	t.like(press(page, {type: 'page', by: 20}), {cursorIndex: 99, offset: 90});
	t.like(press(page, {type: 'move-to-bottom'}), {cursorIndex: 99, offset: 90});
	t.like(press(page, {type: 'move-to-top'}), {cursorIndex: 0, offset: 0});
});

test('marks stay on their resources', t => {
	const marked = press(press(start(20), {type: 'move-by', by: 2}), {type: 'toggle-mark'});
	const range = press(press(marked, {type: 'move-by', by: 3}), {type: 'mark-range'});
	t.deepEqual([...range.marks].toSorted(), ['k2', 'k3', 'k4', 'k5']);
	const reordered = bring(range, keysOf(20).toReversed());
	t.deepEqual(reordered.marks, range.marks);
	t.deepEqual([...press(range, {type: 'toggle-mark'}).marks].toSorted(), ['k2', 'k3', 'k4']);
	t.is(press(range, {type: 'clear-marks'}).marks.size, 0);
});

test('the sort walks through the columns in a circle', t => {
	const next = press(start(3), {type: 'sort-by-next'});
	t.deepEqual(next.sort, {column: 'score', isDescending: false});
	t.is(press(start(3), {type: 'sort-by-previous'}).sort.column, 'age');
	t.true(press(next, {type: 'turn-sort-order'}).sort.isDescending);
});

test('a filter that cannot be understood yet leaves the last one standing', t => {
	const good = press(start(3), {type: 'set-filter', text: 'k1'});
	const bad = press(good, {type: 'set-filter', text: 'k1 !'}, {isFilterValid: false});
	t.like(bad, {filter: 'k1 !', appliedFilter: 'k1'});
	const pinned = press(good, {type: 'toggle-filter-pin'});
	t.true(pinned.isFilterPinned);
	t.false(press(pinned, {type: 'set-filter', text: ''}).isFilterPinned);
	t.false(press(start(3), {type: 'toggle-filter-pin'}).isFilterPinned);
});

test('what is kept brings back the same row, filter, sort and scroll', t => {
	const left = press(press(press(start(100), {type: 'set-filter', text: 'k'}), {type: 'move-by', by: 42}), {type: 'toggle-mark'});
	// Through JSON on purpose: that is how it would lie in a file.
	// eslint-disable-next-line unicorn/prefer-structured-clone
	const saved = JSON.parse(JSON.stringify(saveTable(left))) as ReturnType<typeof saveTable>;
	const back = bring(tableReducer(restoreTable(saved), {type: 'resize', height: 10}), keysOf(100));
	t.like(back, {
		cursorIndex: left.cursorIndex, offset: left.offset, filter: 'k', sort: left.sort,
	});
	t.is(selectedKey(back), 'k42');
	t.deepEqual([...back.marks], ['k42']);
});

test('a resource that is gone to before its row is there is found when it comes', t => {
	t.is(selectedKey(bring(press(start(0), {type: 'move-to', key: 'k3'}), keysOf(5), 10_001)), 'k3');
	t.is(selectedKey(press(start(50), {type: 'move-to', key: 'k33'})), 'k33');
});

test('whatever happens, the cursor is on a row and visible, and the window inside the table', t => {
	const command: fc.Arbitrary<TableCommand> = fc.oneof(
		fc.record({type: fc.constant('move-by' as const), by: fc.integer({min: -30, max: 30})}),
		fc.record({type: fc.constant('page' as const), by: fc.constantFrom(1, -1)}),
		fc.record({type: fc.constant('half-page' as const), by: fc.constantFrom(1, -1)}),
		fc.record({type: fc.constant('move-to' as const), key: fc.constantFrom(...keysOf(60))}),
		fc.constantFrom<TableCommand>(
			{type: 'move-to-top'},
			{type: 'move-to-bottom'},
			{type: 'toggle-mark'},
			{type: 'mark-range'},
			{type: 'hold-cursor'},
			{type: 'turn-sort-order'},
			{type: 'scroll-columns', by: 1},
		),
	);
	const action: fc.Arbitrary<TableAction> = fc.oneof(
		fc.record({
			type: fc.constant('command' as const),
			command,
			context: fc.record({
				at: fc.nat(5000), columns: fc.constant(['name']), scrollLimit: fc.nat(3), isFilterValid: fc.boolean(),
			}),
		}),
		fc.record({type: fc.constant('resize' as const), height: fc.integer({min: -2, max: 40})}),
		fc.record({type: fc.constant('rows-changed' as const), keys: fc.shuffledSubarray(keysOf(60)), at: fc.nat(9000)}),
	);
	const holds = fc.property(fc.array(action, {maxLength: 40}), actions => {
		let state = createTable(sort);
		for (const next of actions) {
			state = tableReducer(state, next);
			const {order, cursorIndex, offset, height} = state;
			const isEmpty = order.length === 0;
			t.true(height >= 1 && offset >= 0 && (isEmpty || offset <= Math.max(0, order.length - height)), 'window');
			t.true(isEmpty || (cursorIndex >= offset && cursorIndex < Math.min(order.length, offset + height)), 'cursor');
		}
	});
	fc.assert(holds, {numRuns: 500});
});

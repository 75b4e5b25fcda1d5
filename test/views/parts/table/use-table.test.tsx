import {EventEmitter} from 'node:events';
import {stripVTControlCharacters} from 'node:util';
import {render, Text} from 'ink';
import test from 'ava';
import type {CellContext, Column} from '../../../../views/columns/column.js';
import type {TableCommand} from '../../../../views/parts/table/actions.js';
import type {SavedTable} from '../../../../views/parts/table/state.js';
import {useTableLines, type TableDrawing} from '../../../../views/parts/table/use-table-lines.js';
import {useTable, type TableView} from '../../../../views/parts/table/use-table.js';
import {createTheme} from '../../../../views/theme.js';

const Table = <R extends {readonly key: string}>(drawing: TableDrawing<R>) => <Text>{useTableLines(drawing).join('\n')}</Text>;

type Row = {key: string; name: string};

const columns: ReadonlyArray<Column<Row>> = [{
	id: 'name', title: 'NAME', minWidth: 6, width: 10, grows: true, priority: 0, cell: ({name}) => ({text: name}),
}];
const context = {snapshot: {}, now: 0} as unknown as CellContext;
const theme = createTheme({isAscii: true, hasColour: false});
const rowsOf = (...names: string[]): Row[] => names.map(name => ({key: name, name}));

// Ink wants a Node stream, whose events are these.
// eslint-disable-next-line unicorn/prefer-event-target
class Screen extends EventEmitter {
	columns = 20;
	rows = 10;
	frames = 0;
	frame: string[] = [];

	write(text: string): boolean {
		const plain = stripVTControlCharacters(text);
		if (plain.trim() !== '') {
			this.frame = plain.trimEnd().split('\n').map(line => line.trimEnd());
			this.frames++;
			this.emit('frame');
		}

		return true;
	}
}

/**
A table on a screen of its own, with a clock that only the test moves.
*/
const open = (first: readonly Row[], id = 'a', memory = new Map<string, SavedTable>()) => {
	const screen = new Screen();
	const clock = {now: 100_000};
	const now = () => clock.now;
	let view: TableView<Row> | undefined;
	let press: (command: TableCommand) => void = () => undefined;
	const App = ({rows, tableId}: {readonly rows: readonly Row[]; readonly tableId: string}) => {
		const table = useTable({
			id: tableId, memory, rows, columns, context, defaultSort: {column: 'name', isDescending: false}, width: 20, height: 5, now,
		});
		({view} = table);
		press = table.dispatch;
		return <Table isFocused view={table.view} theme={theme} empty={[[{text: 'nothing'}]]}/>;
	};

	const instance = render(<App rows={first} tableId={id}/>, {
		stdout: screen as unknown as NodeJS.WriteStream, debug: true, patchConsole: false, exitOnCtrlC: false,
	});
	const shows = async (...lines: string[]): Promise<void> => {
		const wanted = lines.join('\n');
		while (screen.frame.slice(1).join('\n') !== wanted) {
			// eslint-disable-next-line no-await-in-loop
			await new Promise(resolve => {
				screen.once('frame', resolve);
			});
		}
	};

	return {
		screen,
		clock,
		shows,
		view: () => view!,
		press(command: TableCommand) {
			press(command);
		},
		bring(rows: readonly Row[], tableId = id) {
			instance.rerender(<App rows={rows} tableId={tableId}/>);
		},
		close() {
			instance.unmount();
		},
	};
};

test('no row moves under the hand, Enter opens what is drawn, and afterwards the new order comes', async t => {
	const table = open(rowsOf('b', 'c', 'd'));
	await table.shows('> b', '  c', '  d');
	table.press({type: 'move-by', by: 1});
	await table.shows('  b', '> c', '  d');
	table.clock.now += 990;
	// A new first row, the selected resource gone: nothing of it may show yet.
	table.bring(rowsOf('a', 'b', 'd'));
	await table.shows('  b', '> c', '  d');
	t.is(table.view().selected?.name, 'c');
	table.clock.now += 20;
	await table.shows('  a', '  b', '> d');
	t.is(table.view().selected?.name, 'd');
	table.close();
});

test('new data of the same rows show while the order is held', async t => {
	const table = open(rowsOf('b', 'c'));
	table.press({type: 'move-by', by: 1});
	await table.shows('  b', '> c');
	table.bring([{key: 'a', name: 'a'}, {key: 'b', name: 'b2'}, {key: 'c', name: 'c'}]);
	await table.shows('  b2', '> c');
	t.is(table.view().count, 2);
	table.close();
});

test('a filter applies with the key that types it, and says when it cannot be understood', async t => {
	const table = open(rowsOf('prod', 'test', 'proxy'));
	table.press({type: 'set-filter', text: 'pro'});
	await table.shows('> prod', '  proxy');
	table.press({type: 'set-filter', text: 'pro !'});
	table.press({type: 'move-by', by: 1});
	await table.shows('  prod', '> proxy');
	t.is(table.view().filterError?.error, 'A word or column:value must follow the !.');
	table.press({type: 'set-filter', text: 'nomatch'});
	await table.shows(' nothing');
	t.is(table.view().selected, undefined);
	table.press({type: 'set-filter', text: ''});
	await table.shows('  prod', '> proxy', '  test');
	table.close();
});

test('another table takes its own state, and the first comes back as it was left', async t => {
	const table = open(rowsOf('a', 'b', 'c'));
	table.press({type: 'move-by', by: 2});
	table.press({type: 'toggle-mark'});
	await table.shows('  a', '  b', '>*c');
	table.bring(rowsOf('x', 'y'), 'other');
	await table.shows('> x', '  y');
	table.bring(rowsOf('a', 'b', 'c'), 'a');
	await table.shows('  a', '  b', '>*c');
	t.deepEqual(table.view().marked.map(({name}) => name), ['c']);
	table.close();
});

test('moving the cursor draws one frame', async t => {
	const table = open(rowsOf('a', 'b', 'c'));
	await table.shows('> a', '  b', '  c');
	const before = table.screen.frames;
	table.press({type: 'move-by', by: 1});
	await table.shows('  a', '> b', '  c');
	t.is(table.screen.frames, before + 1);
	table.close();
});

test('a table of many rows is sorted in slices: nothing is drawn of an order that is not finished, and the cursor stays on its row', async t => {
	const many = Array.from({length: 20_000}, (_, index): Row => {
		const name = `row-${(index * 7919) % 20_000}`;
		return {key: name, name};
	});
	const sorted = many.map(({name}) => name).toSorted();
	const table = open(many);
	await table.shows(...sorted.slice(0, 4).map((name, index) => `${index === 0 ? '>' : ' '} ${name}`));
	table.press({type: 'move-by', by: 1});
	await table.shows(...sorted.slice(0, 4).map((name, index) => `${index === 1 ? '>' : ' '} ${name}`));
	table.press({type: 'turn-sort-order'});
	table.press({type: 'move-to-top'});
	await table.shows(...sorted.toReversed().slice(0, 4).map((name, index) => `${index === 0 ? '>' : ' '} ${name}`));
	t.is(table.view().count, 20_000);
});


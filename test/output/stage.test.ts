import test from 'ava';
import {createStage} from './fake-terminal.js';

const columns = 120;
const rows = 40;

const row = (index: number, isSelected: boolean): string => {
	const text = `${isSelected ? '▌' : ' '} aks-shop-prod-${String(index).padStart(4, '0')}   1.35.${index % 9}  ranges  \u{1B}[31mC${index % 7}\u{1B}[39m`;
	return isSelected ? `\u{1B}[1m${text}\u{1B}[22m` : text;
};

const list = (cursor: number, from = 0): string => `${Array.from({length: rows - 1}, (_, index) => row(from + index, index === cursor)).join('\n')}\n`;

const bytesOf = (texts: readonly string[]): number => new TextEncoder().encode(texts.join('')).length;

test('the first frame clears the screen once and is one write', async t => {
	const {stage, terminal} = createStage(20, 3);
	stage.write('one\ntwo\n');
	t.deepEqual(terminal.writes.slice(1), []);
	t.deepEqual(terminal.writes, ['\u{1B}[m\u{1B}[H\u{1B}[2Jone\u{1B}[Etwo']);
	t.deepEqual(await terminal.lines(), ['one', 'two', '']);
});

test('a small change costs its own bytes', t => {
	const {stage, terminal} = createStage(20, 3);
	stage.write('one\ntwo\n');
	terminal.writes.length = 0;

	stage.write('one\ntwa\n');
	stage.write('ine\ntwa\n');
	stage.write('ine\n\u{1B}[1mtwa\u{1B}[22m\n');
	stage.write('ine\n');
	t.deepEqual(terminal.writes, ['\ba', '\u{1B}[Hi', '\u{1B}[E\u{1B}[1mtwa', '\r   ']);
});

test('what is blank to the end is erased where that is shorter', async t => {
	const {stage, terminal} = createStage(40, 2);
	stage.write('a long line of text\n');
	terminal.writes.length = 0;
	stage.write('a\n');
	t.deepEqual(terminal.writes, ['\u{1B}[3G\u{1B}[K']);
	t.deepEqual(await terminal.lines(), ['a', '']);
});

test('nothing is written when nothing changes', t => {
	const {stage, terminal} = createStage(columns, rows);
	stage.write(list(0));
	terminal.writes.length = 0;
	stage.write(list(0));
	stage.write('\u{1B}[?2026h');
	stage.write('\u{1B}[?25l');
	stage.write(`\u{1B}[2K\u{1B}[1A\u{1B}[2K\u{1B}[G${list(0)}`);
	stage.write('\u{1B}[?2026l');
	// Another way to write the same look.
	stage.write(list(0).replaceAll('\u{1B}[39m', '\u{1B}[0m').replace('\u{1B}[22m', ''));
	t.deepEqual(terminal.writes, []);
});

test('an arrow and a page cost what they may, and as one write', t => {
	const {stage, terminal} = createStage(columns, rows);
	stage.write(list(0));
	terminal.writes.length = 0;
	stage.write(list(1));
	t.is(terminal.writes.length, 1);
	t.true(bytesOf(terminal.writes) <= 200, `${bytesOf(terminal.writes)} bytes`);

	terminal.writes.length = 0;
	stage.write(list(1, rows));
	t.is(terminal.writes.length, 1);
	t.true(bytesOf(terminal.writes) <= 2000, `${bytesOf(terminal.writes)} bytes`);
	t.true(terminal.writes[0]!.startsWith('\u{1B}[?2026h') && terminal.writes[0]!.endsWith('\u{1B}[?2026l'));
});

test('a frame that is too tall or too wide is cut, and the last cell does not scroll', async t => {
	const {stage, terminal} = createStage(4, 3);
	stage.write('1234\n2345678\n345日\n4\n5\n');
	t.deepEqual(await terminal.lines(), ['1234', '2345', '345']);
	stage.write('abcd\nabcd\nabcd\nabcd\n');
	t.deepEqual(await terminal.lines(), ['abcd', 'abcd', 'abcd']);
});

test('an early frame is not drawn again', async t => {
	const {stage, terminal} = createStage(20, 3);
	terminal.write('\u{1B}[H\u{1B}[2Jhead\r\n╭──╮');
	stage.seed(['head', '╭──╮']);
	terminal.writes.length = 0;
	stage.write('head\n╭──╮\nrows\n');
	t.deepEqual(terminal.writes, ['\u{1B}[3Hrows']);
	t.deepEqual(await terminal.lines(), ['head', '╭──╮', 'rows']);
});

test('a resize clears once and draws what the views drew last', async t => {
	const {stage, terminal} = createStage(20, 3);
	stage.write('one\ntwo\n');
	terminal.writes.length = 0;
	stage.on('resize', () => {
		// Ink draws the old views at the new width first.
		stage.write('old\nviews\n');
		stage.write('new\nviews\n');
	});
	terminal.resize(10, 2);
	stage.resize({columns: 10, rows: 2});
	t.deepEqual(terminal.writes, ['\u{1B}[m\u{1B}[H\u{1B}[2Jnew\u{1B}[Eviews']);
	t.deepEqual(await terminal.lines(), ['new', 'views']);
});

test('after a pause everything is drawn again', async t => {
	const {stage, terminal} = createStage(20, 2);
	stage.write('one\n');
	stage.pause();
	stage.write('two\n');
	stage.send('\u{1B}]52;c;\u{7}');
	terminal.write('\u{1B}[2Jshell');
	terminal.writes.length = 0;
	stage.resume();
	t.deepEqual(terminal.writes, ['\u{1B}[m\u{1B}[H\u{1B}[2Jtwo']);
	t.deepEqual(await terminal.lines(), ['two', '']);
});

test('the cursor goes where a view puts it', async t => {
	const {stage, terminal} = createStage(20, 3);
	stage.write('name: \nx\n\u{1B}[2A\u{1B}[7G\u{1B}[?25h');
	t.deepEqual(await terminal.cursor(), {row: 0, column: 6});
	t.true(terminal.writes.at(-1)!.endsWith('\u{1B}[?25h'));
	terminal.writes.length = 0;
	// The cursor alone, as Ink sends it.
	stage.write('\u{1B}[?25l\u{1B}[2B\u{1B}[1G\u{1B}[1A\u{1B}[2G\u{1B}[?25h');
	t.deepEqual(await terminal.cursor(), {row: 1, column: 1});
	stage.write('name: \ny\n');
	t.true(terminal.writes.at(-1)!.endsWith('\u{1B}[?25l'));
});

test('after a character whose width terminals dispute, the line still stands where it should', async t => {
	const {stage, terminal} = createStage(20, 2);
	// This terminal draws it in one cell, string-width says two.
	stage.write('👩‍👩‍👧 │ end│\n');
	const cells = await terminal.cells();
	t.is(cells[0]![3]!.text, '│');
	t.is(cells[0]![8]!.text, '│');
	stage.write('👩‍👩‍👧 │ new│\n');
	const after = await terminal.cells();
	t.is(after[0]!.slice(3, 9).map(cell => cell.text).join(''), '│ new│');
});

test('only looks and links come through: no other sequence of a text reaches the terminal', t => {
	const {stage, terminal} = createStage(40, 2);
	stage.write('a\u{1B}[2Jb\u{1B}]0;title\u{7}c\u{1B}Pq\u{1B}\\d\u{1B}ce\u{1B}]8;;https://example.com/\u{1B}\\link\u{1B}]8;;\u{1B}\\\u{1B}[>4;2mf\u{9B}31mg\u{1B}\n');
	t.deepEqual(terminal.writes, ['\u{1B}[m\u{1B}[H\u{1B}[2Jabcde\u{1B}]8;;https://example.com/\u{1B}\\link\u{1B}]8;;\u{1B}\\f31mg']);
});

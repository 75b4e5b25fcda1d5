import type {ExecutionContext} from 'ava';
import type {TerminalDriver} from './terminal.js';

/**
Texts that would do something to a terminal, or to the lines that they stand in.
*/
export const hostileNames = [
	'\u{1B}[31mred\u{1B}[0m\u{1B}[2J\u{1B}[H',
	'\u{1B}]0;title\u{7}\u{1B}]52;c;aGFja2Vk\u{7}\u{1B}P+q\u{1B}\\\u{9B}31m',
	'\u{202E}drow-thgir\u{2066}\u{200F}\u{61C}',
	'漢字クラスタ한국어',
	'e\u{301}\u{327}\u{308}combining\u{489}\u{A670}',
	'👩‍🚀👨‍👩‍👧‍👦🇩🇪1️⃣☂️',
	'line\nbreak\r\ttab\u{8}\u{8}\u{0}\u{2028}\u{2029}\u{85}',
	'x'.repeat(10_000),
	'नमस्ते ﷽ ｆｕｌｌ\u{FEFF}\u{AD}\u{200B}',
];

const borders = /^[│├┤]$/v;

/**
Asserts that the sides of every box stand in one column each, all the way down, and that the screen has no more lines than it has.
*/
export const assertAligned = (t: ExecutionContext, dashboard: TerminalDriver, columns: number, where: string): void => {
	const rows = dashboard.screen().length;
	const grid = Array.from({length: rows}, (_, row) => dashboard.cells(row).map(({text}) => text));
	const corners = grid.flatMap((cells, row) => cells.flatMap((cell, column) => cell === '╭' || cell === '╮' ? [{cell, row, column}] : []));
	for (const {cell, row, column} of corners) {
		const below = grid.slice(row + 1).map(cells => cells[column] ?? '');
		const end = below.findIndex(side => !borders.test(side));
		t.is(below[end], cell === '╭' ? '╰' : '╯', `${where}: column ${column}, line ${row + 1 + end}\n${dashboard.screen().join('\n')}`);
	}

	t.true(grid.some(cells => cells[0] === '╭' && cells[columns - 1] === '╮'), where);
};

/**
Asserts that nothing of a hostile text has reached the terminal.
*/
export const assertHarmless = (t: ExecutionContext, dashboard: TerminalDriver): void => {
	const written = dashboard.chunks.map(({data}) => data).join('');
	for (const forbidden of ['\u{1B}]0;', '\u{1B}]52', '\u{1B}P', '\u{9B}', '\u{7}', '\u{202E}', '\u{2066}', '\u{200F}', '\u{61C}', '\u{2028}', '\u{FEFF}']) {
		t.false(written.includes(forbidden), JSON.stringify(forbidden));
	}
};

import test from 'ava';
import {bindings} from '../../views/keymap.js';
import {helpEntries} from '../../views/parts/help/help-entries.js';
import {boxTitled} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';
import type {TerminalDriver} from '../support/terminal.js';

const words = (lines: readonly string[]): string => lines.join(' ').replaceAll(/\s+/gv, ' ');

/**
The screen without what a clock moves.
*/
const body = (dashboard: TerminalDriver): string => dashboard.screen().slice(1).join('\n').replaceAll(/ {1,6}\d+ d /gv, ' ');

test.serial('help lists every key of the table of keys, filters them, and typed letters never act', async t => {
	const dashboard = await openDemo(t, {columns: 80, rows: 60});
	dashboard.press('?');
	await dashboard.waitFor(screen => boxTitled(screen, 'Keys') !== undefined);
	let seen = words(boxTitled(dashboard.screen(), 'Keys')!.lines);
	dashboard.press('G');
	await dashboard.waitFor(screen => /-(?<last>\d+) of \k<last>$/v.test(boxTitled(screen, 'Keys')!.foot));
	seen += words(boxTitled(dashboard.screen(), 'Keys')!.lines);
	for (const {keys, label} of helpEntries(bindings, false)) {
		t.true(seen.includes(`${keys.join(' ')} ${label}`), `${keys.join(' ')} ${label}`);
	}

	dashboard.press('/');
	await dashboard.waitFor(/^ \/\W*$/mv);
	// Each of these is a key that does something elsewhere.
	dashboard.press('q', 'R', 'p', 'c', '!', '?');
	await dashboard.waitFor('No key answers "qRpc!?".');
	dashboard.press(...Array.from({length: 6}, () => 'backspace'), 'portal');
	await dashboard.waitFor(screen => words(boxTitled(screen, 'Keys')?.lines ?? []).includes('Open in the portal') && !body(dashboard).includes('Quit'));
	t.false(body(dashboard).includes('paused'));
	dashboard.press('enter');
	await dashboard.waitFor('esc back');
	dashboard.press('esc');
	await dashboard.waitFor('Quit');
	dashboard.press('esc');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters') !== undefined);
});

test.serial('a paste acts as nothing outside a line, and as text inside one', async t => {
	const dashboard = await openDemo(t);
	const before = body(dashboard);
	const text = 'q\n\rjjj:q\r\u{1B}[B\u{1B}[31mz\u{1B}';
	dashboard.paste(text);
	dashboard.press('/');
	await dashboard.waitFor(/^ \/\W*$/mv);
	dashboard.paste(text);
	await dashboard.waitFor(/^ \/q +jjj:q +z/mv);
	dashboard.press('esc');
	await dashboard.waitFor('⏎ open');
	t.is(body(dashboard), before);
	t.is(dashboard.exited, undefined);
});

test.serial('rubbish from the terminal changes nothing', async t => {
	const dashboard = await openDemo(t);
	const before = body(dashboard);
	const rubbish = [
		'\u{1B}[<0;10;10M\u{1B}[<0;10;10m',
		'\u{1B}[32;10;10M',
		'\u{1B}[99;5:3u',
		'\u{1B}[?62;4c',
		'\u{1B}[12;40R',
		'\u{1B}[I\u{1B}[O',
		'\u{1B}[200z',
		'\u{1B}O}',
		'\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\',
		'\u{1B}P1$r0m\u{1B}\\',
		'\u{FFFD}\u{1F469}\u{200D}\u{1F680}',
		'qjz'.repeat(3334),
	];
	for (const bytes of rubbish) {
		// A key that is no text: drawn, it proves that the program has read so far.
		dashboard.press(bytes, 'end');
		// eslint-disable-next-line no-await-in-loop -- one after the other
		await dashboard.waitFor(' 24/24 ');
		dashboard.press('home');
		// eslint-disable-next-line no-await-in-loop
		await dashboard.waitFor(' 1/24 ');
		// eslint-disable-next-line no-await-in-loop
		await dashboard.waitForQuiet();
		t.is(body(dashboard), before, JSON.stringify(bytes.slice(0, 40)));
	}
});

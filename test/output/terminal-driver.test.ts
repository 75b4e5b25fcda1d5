import test from 'ava';
import {startInTerminal} from '../support/terminal.js';

const echo = String.raw`
process.stdin.setRawMode(true);
process.stdout.write('\u{1B}[?1049hready');
process.stdin.on('data', data => {
	if (String(data) === 'q') {
		process.stdout.write('\u{1B}[?1049l');
		process.exit(3);
	}
	process.stdout.write('\u{1B}[1mgot ' + JSON.stringify(String(data)));
});
process.stdout.on('resize', () => process.stdout.write('size ' + process.stdout.columns));
`;

test('presses keys, waits for what they draw, and tells how the program ended', async t => {
	const terminal = startInTerminal({args: ['-e', echo], columns: 60, rows: 10});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor('ready');
	t.true(terminal.isAlternateScreen);

	terminal.press('down');
	await terminal.waitFor(/got "\\u001b\[B"/v);
	t.true(terminal.cells(0)[5]!.isBold);
	t.false(terminal.cells(0)[0]!.isBold);

	const {bytes, latency} = await terminal.measureKey('ctrl+c');
	t.is(bytes, String.raw`${'\u{1B}'}[1mgot "\u0003"`.length);
	t.true(latency < 500);

	terminal.resize(40, 8);
	await terminal.waitFor('size 40');
	t.is(terminal.screen().length, 8);

	terminal.press('q');
	t.deepEqual(await terminal.waitForExit(), {code: 3, signal: 0});
	t.false(terminal.isAlternateScreen);
});

test('a text that never comes is told with the screen', async t => {
	const terminal = startInTerminal({args: ['-e', echo]});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor('ready');
	const error = await t.throwsAsync(terminal.waitFor('never', {deadline: 100}));
	t.regex(error.message, /ready/v);
});

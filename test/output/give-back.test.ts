import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {startInTerminal, type TerminalDriver} from '../support/terminal.js';

const fixture = fileURLToPath(new URL('fixtures/full-screen.tsx', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = `"${process.execPath}" --import=tsx "${fixture}"`;

/**
The program below a shell that tells the terminal's settings before and after it.
*/
const start = async (t: ExecutionContext): Promise<{terminal: TerminalDriver; pid: number}> => {
	const terminal = startInTerminal({
		command: '/bin/sh', args: ['-c', `echo before=$(stty -g); ${program}; echo code=$?; echo after=$(stty -g)`], cwd: root, columns: 100, rows: 12,
	});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor(/pid=\d+ size=100x12/v);
	return {terminal, pid: Number(/pid=(?<pid>\d+)/v.exec(terminal.screen()[0]!)!.groups!.pid)};
};

const assertGivenBack = async (t: ExecutionContext, terminal: TerminalDriver, {code, since}: {readonly code: number; readonly since: number}): Promise<string> => {
	await terminal.waitForExit();
	const text = terminal.screen().join('\n');
	const before = /before=(?<settings>\S+)/v.exec(text)?.groups?.settings;
	const after = /after=(?<settings>\S+)/v.exec(text)?.groups?.settings;
	t.truthy(before);
	t.is(after, before);
	t.true(text.includes(`code=${code}\n`), text);
	t.false(terminal.isAlternateScreen);
	t.false(terminal.isBracketedPaste);
	t.true(terminal.isAutowrap);
	const all = terminal.chunks.map(({data}) => data).join('');
	t.true(all.lastIndexOf('\u{1B}[?25h') > all.lastIndexOf('\u{1B}[?25l'), 'the cursor is shown');
	t.true(terminal.elapsed() - since < 1500, 'gone within a second');
	return text;
};

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
	test.serial(`${signal} gives the terminal back while calls hang`, async t => {
		const {terminal, pid} = await start(t);
		const since = terminal.elapsed();
		process.kill(pid, signal);
		await assertGivenBack(t, terminal, {code, since});
	});
}

// One after the other: how long the end takes is measured.
test.serial('quitting gives the terminal back', async t => {
	const {terminal} = await start(t);
	t.true(terminal.isAlternateScreen);
	t.true(terminal.isBracketedPaste);
	t.is(terminal.screen().at(-1), '='.repeat(100), 'the last cell is used');
	terminal.press('a', 'w', 'b');
	await terminal.waitFor('keys=awb');
	t.false(terminal.screen().join('\n').includes('complains'));
	const since = terminal.elapsed();
	terminal.press('q');
	await assertGivenBack(t, terminal, {code: 0, since});
});

test.serial('ctrl-c gives the terminal back', async t => {
	const {terminal} = await start(t);
	const since = terminal.elapsed();
	terminal.press('ctrl+c');
	await assertGivenBack(t, terminal, {code: 130, since});
});

test.serial('an error in a view is one sentence, after the terminal was given back', async t => {
	const {terminal} = await start(t);
	const since = terminal.elapsed();
	terminal.press('x');
	const text = await assertGivenBack(t, terminal, {code: 1, since});
	t.regex(text, /^crowsnest: a view broke$/mv);
	t.notRegex(text, /\bat View\b/v);
});

test.serial('a rejection that nobody caught is one sentence without its escape codes', async t => {
	const {terminal} = await start(t);
	const since = terminal.elapsed();
	terminal.press('r');
	const text = await assertGivenBack(t, terminal, {code: 1, since});
	t.regex(text, /^crowsnest: nobody caught it$/mv);
});

test.serial('a dropped line ends the program', async t => {
	const terminal = startInTerminal({
		args: ['--import=tsx', fixture], cwd: root, columns: 100, rows: 12,
	});
	await terminal.waitFor(/pid=\d+ size=100x12/v);
	const since = terminal.elapsed();
	terminal.hangUp();
	const {code} = await terminal.waitForExit();
	t.is(code, 129);
	t.true(terminal.elapsed() - since < 1500);
});

test.serial('ctrl-z stops the program and its wrapper, fg brings the screen back', async t => {
	const terminal = startInTerminal({
		command: '/bin/bash', args: ['--norc', '--noprofile', '-i'], env: {PS1: 'ready> '}, cwd: root, columns: 100, rows: 12,
	});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor('ready>');
	// `npm run` is such a wrapper too.
	terminal.press(`/bin/sh -c '${program}; exit $?'`, 'enter');
	await terminal.waitFor(/size=100x12 keys=$/mv);
	terminal.press('z');
	await terminal.waitFor(screen => screen.some(line => line.includes('Stopped')) && screen.findLast(line => line !== '')?.trimEnd() === 'ready>');
	t.false(terminal.isAlternateScreen);
	t.true(terminal.isAutowrap);

	terminal.resize(90, 10);
	terminal.press('fg', 'enter');
	await terminal.waitFor(/size=90x10 keys=z$/mv);
	t.true(terminal.isAlternateScreen);
	t.is(terminal.screen().at(-1), '='.repeat(90));
	terminal.press('a');
	await terminal.waitFor('keys=za');
	terminal.press('q');
	await terminal.waitFor(screen => screen.findLast(line => line !== '')?.trimEnd() === 'ready>');
	terminal.press('exit', 'enter');
	await terminal.waitForExit();
});

test.serial('a paste is no keys', async t => {
	const {terminal} = await start(t);
	terminal.paste('q\rx');
	terminal.press('a');
	await terminal.waitFor('keys=a');
	t.is(terminal.exited, undefined);
});

test.serial('a resize draws everything anew, once', async t => {
	const {terminal} = await start(t);
	await terminal.waitForQuiet();
	const count = terminal.chunks.length;
	terminal.resize(60, 8);
	await terminal.waitFor(/size=60x8/v);
	await terminal.waitForQuiet();
	t.is(terminal.screen().at(-1), '='.repeat(60));
	const written = terminal.chunks.slice(count).map(({data}) => data).join('');
	t.is(written.split('\u{1B}[2J').length - 1, 1);
});

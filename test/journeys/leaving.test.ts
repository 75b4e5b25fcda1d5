import {execFileSync} from 'node:child_process';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {makeHome, program} from '../support/dashboard.js';
import {startLive, type Live} from '../support/live.js';
import {startInTerminal, type TerminalDriver} from '../support/terminal.js';
import {until} from '../support/until.js';

/**
Gone within a second, and what a busy machine adds to it.
*/
const patience = 1800;

const quoted = (argument: string): string => `'${argument}'`;

const commandOf = (args: readonly string[]): string => [process.execPath, program, ...args].map(argument => quoted(argument)).join(' ');

/**
The dashboard below a shell that tells the terminal's settings before and after it.
*/
const open = async (t: ExecutionContext, {args, env}: Pick<Live, 'args' | 'env'>, shown: string | RegExp): Promise<TerminalDriver> => {
	const terminal = startInTerminal({
		command: '/bin/sh', args: ['-c', `echo before=$(stty -g); ${commandOf(args)}; echo code=$?; echo after=$(stty -g)`], env, columns: 120, rows: 40, deadline: 30_000,
	});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor(shown);
	return terminal;
};

const openDemo = async (t: ExecutionContext): Promise<TerminalDriver> => {
	const home = makeHome();
	t.teardown(home.remove);
	const terminal = await open(t, {args: ['--demo'], env: home.env}, /posture \d/v);
	await terminal.waitForQuiet();
	return terminal;
};

/**
Every request of it hangs.
*/
const openHanging = async (t: ExecutionContext): Promise<TerminalDriver> => {
	const live = await startLive(t, {faults: [{when: () => true, give: 'drop', after: 600_000}]});
	const terminal = await open(t, live, '1 Clusters');
	await until(() => live.server.requests.length > 0);
	await terminal.waitForQuiet();
	return terminal;
};

const childOf = (pid: number): number => {
	const line = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], {encoding: 'utf8'}).split('\n').find(text => text.trim().split(/\s+/v, 2)[1] === String(pid));
	return Number(line!.trim().split(/\s+/v, 1)[0]);
};

const assertGivenBack = async (t: ExecutionContext, terminal: TerminalDriver, leave: () => void, code: number): Promise<void> => {
	t.true(terminal.isAlternateScreen);
	const since = terminal.elapsed();
	leave();
	await terminal.waitForExit();
	const took = terminal.elapsed() - since;
	const text = terminal.screen().join('\n');
	const [before, after] = ['before', 'after'].map(name => new RegExp(String.raw`^${name}=(\S+)$`, 'mv').exec(text)?.[1]);
	t.truthy(before);
	t.is(after, before, 'the terminal\'s settings');
	t.regex(text, new RegExp(`code=${code}$`, 'mv'));
	t.false(terminal.isAlternateScreen);
	t.false(terminal.isBracketedPaste);
	t.true(terminal.isAutowrap);
	const all = terminal.chunks.map(({data}) => data).join('');
	t.true(all.lastIndexOf('\u{1B}[?25h') > all.lastIndexOf('\u{1B}[?25l'), 'the cursor is shown');
	t.true(took < patience, `took ${Math.round(took)} ms`);
};

test.serial('q on the overview', async t => {
	const terminal = await openDemo(t);
	await assertGivenBack(t, terminal, () => {
		terminal.press('q');
	}, 0);
});

test.serial(':q from a drill', async t => {
	const terminal = await openDemo(t);
	terminal.press('enter');
	await terminal.waitFor('[1 Overview]');
	await assertGivenBack(t, terminal, () => {
		terminal.press(':q\r');
	}, 0);
});

test.serial('esc on the overview never quits', async t => {
	const terminal = await openDemo(t);
	terminal.press('esc');
	await terminal.waitForQuiet();
	terminal.press('esc');
	await terminal.waitForQuiet();
	terminal.press('G');
	await terminal.waitFor('24/24');
	t.is(terminal.exited, undefined);
});

test.serial('ctrl-c while every request hangs', async t => {
	const terminal = await openHanging(t);
	await assertGivenBack(t, terminal, () => {
		terminal.press('ctrl+c');
	}, 0);
});

test.serial('ctrl-c while a filter is typed', async t => {
	const terminal = await openDemo(t);
	terminal.press('/');
	await terminal.waitFor(/^ \//mv);
	await assertGivenBack(t, terminal, () => {
		terminal.press('ctrl+c');
	}, 0);
});

for (const [signal, code] of [['SIGTERM', 143], ['SIGHUP', 129], ['SIGINT', 130]] as const) {
	test.serial(`${signal} while every request hangs`, async t => {
		const terminal = await openHanging(t);
		await assertGivenBack(t, terminal, () => {
			process.kill(childOf(terminal.pid), signal);
		}, code);
	});
}

test.serial('ctrl-z hands the terminal to the shell, and fg brings back the same place', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const terminal = startInTerminal({
		command: '/bin/bash', args: ['--norc', '--noprofile', '-i'], env: {...home.env, PS1: 'ready> '}, columns: 120, rows: 40, deadline: 30_000,
	});
	t.teardown(() => {
		terminal.stop();
	});
	await terminal.waitFor('ready>');
	terminal.press(`${commandOf(['--demo'])}\r`);
	await terminal.waitFor(/posture \d/v);
	await terminal.waitForQuiet();
	terminal.press('enter');
	await terminal.waitFor('[1 Overview]');
	await terminal.waitForQuiet();
	const before = terminal.screen().slice(1, 2);
	terminal.press('ctrl+z');
	await terminal.waitFor(screen => screen.some(line => line.includes('Stopped')) && screen.findLast(line => line !== '')?.trimEnd() === 'ready>');
	t.false(terminal.isAlternateScreen);
	t.true(terminal.isAutowrap);
	terminal.press('fg\r');
	await terminal.waitFor('[1 Overview]');
	await terminal.waitForQuiet();
	t.true(terminal.isAlternateScreen);
	t.deepEqual(terminal.screen().slice(1, 2), before);
	terminal.press('2');
	await terminal.waitFor(/\[2 Posture \d+\]/v);
	terminal.press(':q\r');
	await terminal.waitFor(screen => screen.findLast(line => line !== '')?.trimEnd() === 'ready>');
	terminal.press('exit\r');
	await terminal.waitForExit();
	t.false(terminal.isAlternateScreen);
});

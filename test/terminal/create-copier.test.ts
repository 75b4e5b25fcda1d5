import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {
	createCopier,
	describeOutcome,
	routeOf,
	type CopierOptions,
	type CopyOutcome,
} from '../../source/terminal/create-copier.js';

const here = {isRemote: false, multiplexer: 'none'} as const;

/**
A machine whose PATH is one folder, with the commands that are given as shell scripts. `taken` is what a script wrote to `$OUT`.
*/
const machine = (t: ExecutionContext, scripts: Readonly<Record<string, string>>, options: Partial<CopierOptions> = {}) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'crowsnest-clipboard-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	for (const [name, script] of Object.entries(scripts)) {
		writeFileSync(path.join(folder, name), `#!/bin/sh\nPATH=/bin:/usr/bin\n${script}\n`, {mode: 0o755});
	}

	const out = path.join(folder, 'out');
	const sent: string[] = [];
	const copy = createCopier({
		way: 'auto',
		capabilities: here,
		env: {PATH: folder, DISPLAY: ':0', OUT: out},
		platform: 'linux',
		send(sequence) {
			sent.push(sequence);
		},
		...options,
	});
	return {
		copy, sent, folder, taken: () => readFileSync(out, 'utf8'),
	};
};

const ended = async (outcome: CopyOutcome): Promise<string | undefined> =>
	typeof outcome === 'object' ? outcome.later : outcome;

const takes = 'cat > "$OUT"';

test('auto: OSC 52 over SSH, in a multiplexer and where no command could be; else either', t => {
	t.is(routeOf('auto', here, true), 'either');
	t.is(routeOf('auto', here, false), 'osc52');
	t.is(routeOf('auto', {...here, isRemote: true}, true), 'osc52');
	t.is(routeOf('auto', {...here, multiplexer: 'tmux'}, true), 'osc52');
	t.is(routeOf('auto', {...here, multiplexer: 'screen'}, true), 'osc52');
	t.is(routeOf('native', {...here, isRemote: true}, false), 'native');
});

test('a command of this machine gets the text, byte for byte, with no shell between', async t => {
	const {copy, sent, taken} = machine(t, {xclip: `echo "$@" > "$OUT.arguments"; ${takes}`});
	const text = '/subscriptions/$(touch x)`y`;"é"\'\n%PATH%';
	const outcome = copy(text);
	t.is(typeof outcome === 'object' && outcome.now, `Copying ${text.length} characters`);
	t.is(await ended(outcome), `${text.length} characters by xclip`);
	t.is(taken(), text);
	t.deepEqual(sent, []);
});

test('a command that goes on behind is not waited for', async t => {
	// It would be killed if it were: it stays longer than it may take.
	const {copy, taken, folder} = machine(t, {xclip: `${takes}; sleep 60 & echo $! > "$OUT.behind"`}, {limit: 20_000});
	t.is(await ended(copy('x')), '1 character by xclip');
	t.is(taken(), 'x');
	const behind = Number(readFileSync(path.join(folder, 'out.behind'), 'utf8'));
	// It is still there, and answers to being ended.
	t.true(process.kill(behind, 'SIGKILL'));
});

test('the next command where one fails; OSC 52, with the reason, where all do', async t => {
	const fails = 'echo "Error: Can\'t open display: :0\n(more)" >&2; exit 1';
	const second = machine(t, {xclip: fails, xsel: takes});
	t.is(await ended(second.copy('x')), '1 character by xsel');

	const none = machine(t, {xclip: fails, xsel: 'kill -TERM $$'});
	t.is(await ended(none.copy('x')), '1 character by OSC 52 (xclip: Error: Can\'t open display: :0; xsel: it ended by SIGTERM)');
	t.deepEqual(none.sent, ['\u{1B}]52;c;eA==\u{7}']);
});

test('what a failing command says reaches the footer without its escape sequences', async t => {
	const {copy} = machine(t, {xclip: String.raw`printf '\033[2Jbad\007\n' >&2; exit 3`}, {way: 'native'});
	t.is(await ended(copy('x')), 'Not copied: xclip: bad');
});

test('auto: no command is there, so OSC 52 says nothing of one', async t => {
	const {copy, sent, folder} = machine(t, {});
	mkdirSync(path.join(folder, 'xclip'));
	writeFileSync(path.join(folder, 'xsel'), '', {mode: 0o644});
	t.is(await ended(copy('x')), '1 character by OSC 52');
	t.is(sent.length, 1);
});

test('native: why not, and nothing is sent to the terminal', async t => {
	const empty = machine(t, {}, {way: 'native'});
	t.is(await ended(empty.copy('x')), 'Not copied: none of xclip, xsel is here');
	const dark = machine(t, {}, {way: 'native', env: {}});
	t.is(dark.copy('x'), 'Not copied: neither WAYLAND_DISPLAY nor DISPLAY is set');
	const silent = machine(t, {xclip: 'exit 4'}, {way: 'native'});
	t.is(await ended(silent.copy('x')), 'Not copied: xclip: it ended with code 4');
	const deaf = machine(t, {xclip: 'exec <&-; exit 0'}, {way: 'native'});
	const long = 'x'.repeat(1_000_000);
	t.is(await ended(deaf.copy(long)), '1000000 characters by xclip');
	t.deepEqual([...empty.sent, ...dark.sent, ...silent.sent], []);
});

test('a command that hangs is killed, with what it started', async t => {
	const {copy} = machine(t, {xclip: 'sleep 30; echo late > "$OUT"'}, {way: 'native', limit: 300});
	t.is(await ended(copy('x')), 'Not copied: xclip: it did not end within 0.3 s');
});

test('a newer copy stops the one before it, which then says nothing', async t => {
	const {copy, taken} = machine(t, {xclip: 'read first; if [ "$first" = slow ]; then sleep 30; fi; echo "$first" > "$OUT"'}, {limit: 20_000});
	const slow = copy('slow\n');
	const quick = copy('quick\n');
	t.is(await ended(slow), undefined);
	t.is(await ended(quick), '6 characters by xclip');
	t.is(taken(), 'quick\n');
});

test('a command in the present folder, or in one named from there, is not run', async t => {
	const {folder} = machine(t, {xclip: takes});
	const relative = path.relative(process.cwd(), folder);
	const {copy} = machine(t, {}, {way: 'native', env: {PATH: `.:${relative}:`, DISPLAY: ':0', OUT: '/dev/null'}});
	t.is(await ended(copy('x')), 'Not copied: none of xclip, xsel is here');
});

test('screen: no clipboard at all; osc52: none but the terminal\'s', t => {
	const bare = machine(t, {xclip: takes}, {way: 'screen'});
	t.is(bare.copy('x'), undefined);
	t.deepEqual(bare.sent, []);
	const terminal = machine(t, {xclip: takes}, {way: 'osc52'});
	t.is(terminal.copy('x'), '1 character by OSC 52');
	t.is(terminal.sent.length, 1);
});

test('other words for an outcome, whenever it is known', async t => {
	const shout = (message: string): string => `${message}!`;
	t.is(describeOutcome(undefined, shout), undefined);
	t.is(describeOutcome('a', shout), 'a!');
	const later = describeOutcome({now: 'b', later: Promise.resolve('c')}, shout);
	t.is(typeof later === 'object' && later.now, 'b');
	t.is(await ended(later), 'c!');
	const replaced = describeOutcome({now: 'b', later: Promise.resolve(undefined)}, shout);
	t.is(await ended(replaced), undefined);
});

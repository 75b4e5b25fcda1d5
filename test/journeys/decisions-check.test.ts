/* eslint-disable unicorn/max-nested-calls -- a story of files that are written */
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {makeHome} from '../support/dashboard.js';
import {entry, fileOf} from '../support/decisions.js';
import {runProgram, type Ended} from '../support/run-program.js';

const day = (offset: number): string => new Date(Date.now() + (offset * 86_400_000)).toISOString().slice(0, 10);

/**
Checks a file with the built program.
*/
const checked = async (t: ExecutionContext, text: string): Promise<Ended & {readonly file: string}> => {
	const {folder, remove} = makeHome();
	t.teardown(remove);
	const file = path.join(folder, 'risks.yaml');
	writeFileSync(file, text);
	return {...await runProgram(t, ['decisions', 'check', '--decisions', file]), file};
};

test('a sound file: exit code 0, how many entries stand, what ends soon, and what was not checked', async t => {
	const {code, stdout, stderr, file} = await checked(t, fileOf(entry({until: day(60)}), entry({tag: 'env=dev', until: day(5)})));
	t.deepEqual([code, stderr], [0, '']);
	const [summary, ending, rest, ...others] = stdout.split('\n');
	t.is(summary, `${file}: 2 entries stand, 1 of them ends within 14 days:`);
	t.regex(ending!, /^ {2}line 7: .+ ends in 5 d, on \d{4}-\d\d-\d\d\.$/v);
	t.regex(rest!, /^Not checked without a fleet: whether each entry matches a resource/v);
	t.deepEqual(others, ['']);
});

test('each fault is one sentence with its line: exit code 2', async t => {
	const {code, stdout, stderr, file} = await checked(t, fileOf(
		entry({until: '2026-02-30'}),
		entry({check: 'aks-local-account-enabled'}),
		entry({reasn: 'x', tag: 'a=b'}),
		entry({tag: 'env=dev', until: day(-1)}),
	));
	t.deepEqual([code, stderr], [2, '']);
	const lines = stdout.split('\n');
	t.is(lines[0], `${file}:6: until: "2026-02-30" is not a day of the calendar, such as 2026-12-31.`);
	t.is(lines[1], `${file}:8: check: there is no check "aks-local-account-enabled". Did you mean aks-local-accounts-enabled?`);
	t.regex(lines[2]!, /:\d+: "reasn" is no member of a decision;/v);
	t.regex(lines[3]!, /:\d+: the decision about .+ expired on /v);
	t.is(lines[4], `${file}: 4 faults; 0 entries stand.`);
});

test('what is not YAML, and 10,000 faults: one sentence each', async t => {
	const [broken, many] = await Promise.all([
		checked(t, 'decisions: [\n'),
		checked(t, fileOf(...Array.from({length: 10_000}, (_, index) => entry({tag: `x=${index}`, until: 'never'})))),
	]);
	t.is(broken.code, 2);
	t.regex(broken.stdout, /risks\.yaml:\d+: this is not YAML \([^\n]+\)\.\nNothing of this file counts\.\n$/v);
	t.is(many.code, 2);
	const faults = many.stdout.split('\n').filter(line => line.includes(': until: "never" is not a day'));
	t.is(faults.length, 10_000);
	t.true(many.stdout.includes(': 10000 faults; 0 entries stand.\n'));
});

test('without a flag the usual place is looked at; what cannot be meant is one sentence', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const absent = await runProgram(t, ['decisions', 'check'], home.env);
	t.deepEqual([absent.code, absent.stdout], [2, '']);
	t.regex(absent.stderr, /^crowsnest: \S+crowsnest\.decisions\.yaml: there is no such file; name a decisions file with --decisions FILE\.\n$/v);

	const folder = path.join(home.folder, 'config', 'crowsnest');
	mkdirSync(folder, {recursive: true});
	writeFileSync(path.join(folder, 'crowsnest.decisions.yaml'), 'decisions: []\n');
	const there = await runProgram(t, ['decisions', 'check'], home.env);
	t.is(there.code, 0);
	t.regex(there.stdout, /crowsnest\.decisions\.yaml: 0 entries stand\.\n/v);

	for (const [argv, sentence] of [
		[['decisions'], 'decisions: it is to be said what to do with them; write crowsnest decisions check [--decisions FILE].'],
		[['decisions', 'chek'], 'decisions: "chek": there is nothing of that name to do with them; write crowsnest decisions check [--decisions FILE].'],
		[['decisions', 'check', '--decision', 'x'], 'decisions: --decision: it takes no such flag. Did you mean --decisions?'],
		[['decisions', 'check', '--decisions'], '--decisions: its value is missing; write --decisions FILE.'],
	] as const) {
		// eslint-disable-next-line no-await-in-loop
		const {code, stdout, stderr} = await runProgram(t, argv, home.env);
		t.deepEqual([code, stdout], [2, '']);
		t.is(stderr.split('\n', 1)[0], `crowsnest: ${sentence}`);
	}
});

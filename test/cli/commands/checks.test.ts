import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import test, {type ExecutionContext} from 'ava';
import {build} from 'esbuild';
import {checksCommand} from '../../../source/cli/commands/checks.js';
import {UsageError} from '../../../source/model/usage-error.js';
import {checks} from '../../../source/posture/checks/index.js';
import {crowsnest} from '../command.js';

// eslint-disable-next-line @typescript-eslint/strict-void-return -- `execFile` gives its process; `promisify` knows.
const run: (command: string, arguments_: readonly string[]) => Promise<{readonly stdout: string; readonly stderr: string}> = promisify(execFile);

const printed = async (argv: readonly string[], columns?: number): Promise<string> => {
	let text = '';
	await checksCommand(argv, {
		columns,
		async out(part) {
			text += part;
		},
	});
	return text;
};

const problems = async (t: ExecutionContext, argv: readonly string[]): Promise<readonly string[]> => {
	const error = await t.throwsAsync(printed(argv), {instanceOf: UsageError});
	return error.problems;
};

test('every check is a row, with its kind, severity and whole title where nothing limits the width', async t => {
	const text = await printed([]);
	const lines = text.split('\n');
	for (const {id, kind, severity, title} of checks) {
		t.deepEqual(lines.find(line => line.startsWith(`${id} `))?.split(/ {2,}/v), [id, kind, severity, title]);
	}

	t.true(lines.includes(`${checks.length} checks; crowsnest checks ID tells one in full`));
});

test('the table fits the terminal, however narrow, and keeps every row', async t => {
	for (const columns of [200, 120, 80, 60, 40]) {
		// eslint-disable-next-line no-await-in-loop
		const text = await printed([], columns);
		const lines = text.split('\n');
		t.true(lines.every(line => line.length <= columns), String(columns));
		t.is(lines.length, checks.length + 4);
	}

	const narrow = await printed([], 80);
	t.true(checks.every(({id}) => narrow.includes(`\n${id} `)), 'an id is what one types next');
	t.notRegex(narrow, /KIND/v);
	t.regex(await printed([], 120), /KIND/v);
});

test('one check in full: why, what decides it, the fix with placeholders, its effect, the references', async t => {
	const text = await printed(['aks-local-accounts-enabled'], 80);
	const check = checks.find(({id}) => id === 'aks-local-accounts-enabled')!;
	const joined = text.replaceAll(/\s+/gv, ' ');
	for (const part of [check.title, check.id, check.why, check.decidedBy, 'az aks update --subscription SUBSCRIPTION --resource-group GROUP --name CLUSTER --disable-local-accounts', ...check.references.azurePolicy ?? []]) {
		t.true(joined.includes(part), `not in the text: ${part}`);
	}

	t.true(text.split('\n').filter(line => !line.startsWith('  az ')).every(line => line.length <= 80));
});

test('each check can be told in full, as text and as JSON', async t => {
	for (const {id, why} of checks) {
		// eslint-disable-next-line no-await-in-loop
		const [text, json] = await Promise.all([printed([id]), printed([id, '--json'])]);
		t.true(text.includes(`${id}  `));
		t.notRegex(text, /undefined|\[object/v, id);
		t.is((JSON.parse(json) as {readonly why: string}).why, why);
	}
});

test('the JSON has members that a script can count on', async t => {
	const {version, count, checks: list} = JSON.parse(await printed(['--json'])) as {version: number; count: number; checks: ReadonlyArray<Record<string, unknown>>};
	t.is(version, 1);
	t.is(count, checks.length);
	t.is(list.length, count);
	for (const entry of list) {
		t.deepEqual(Object.keys(entry), ['id', 'kind', 'severity', 'title', 'why', 'decidedBy', 'fix', 'references']);
		t.deepEqual(Object.keys(entry.fix as Record<string, unknown>), ['command', 'effect']);
		t.deepEqual(Object.keys(entry.references as Record<string, unknown>), ['cisAks', 'mcsb', 'azurePolicy', 'defender']);
	}
});

test('what cannot be meant is one sentence each', async t => {
	t.deepEqual(await problems(t, ['aks-local-accounts']), ['checks: there is no check "aks-local-accounts". Did you mean aks-local-accounts-enabled?']);
	t.deepEqual(await problems(t, ['\u{1B}[31mzzz']), ['checks: there is no check "zzz". crowsnest checks lists them all.']);
	t.deepEqual(await problems(t, ['a', 'b']), ['checks: it takes one id, and here are 2; without an id it prints all.']);
	t.deepEqual(await problems(t, ['--jsn', '--demo']), [
		'checks: --jsn: checks takes no such flag. Did you mean --json?',
		'checks: --demo: checks takes no such flag. It takes --json only.',
	]);
	const text = await printed(['AKS-Local-Accounts-Enabled']);
	t.true(text.includes('aks-local-accounts-enabled'));
});

test('from the front door: exit codes, and a reader that has seen enough is no error', async t => {
	const [all, unknown] = await Promise.all([crowsnest(['checks']), crowsnest(['checks', 'aks-private-clusters'])]);
	t.deepEqual([all.code, all.stderr], [0, '']);
	t.is(all.stdout, await printed([]));
	t.is(unknown.code, 2);
	t.is(unknown.stdout, '');
	t.regex(unknown.stderr, /^crowsnest: checks: there is no check "aks-private-clusters"\.[^\n]*\n$/v);
	const cli = fileURLToPath(new URL('../../../source/cli.ts', import.meta.url));
	const {stdout, stderr} = await run('sh', ['-c', `'${process.execPath}' --import=tsx '${cli}' checks --json | head -n 1`]);
	t.deepEqual([stdout, stderr], ['{\n', '']);
});

test('neither the SDK nor the screen nor the demo is loaded for it', async t => {
	const outdir = await mkdtemp(path.join(tmpdir(), 'crowsnest-checks-'));
	t.teardown(async () => rm(outdir, {recursive: true, force: true}));
	const {metafile} = await build({
		entryPoints: [fileURLToPath(new URL('../../../source/cli/commands/checks.ts', import.meta.url))],
		bundle: true, format: 'esm', platform: 'node', splitting: true, outdir, metafile: true, logLevel: 'error',
	});
	const loaded = Object.keys(metafile.inputs);
	t.true(loaded.some(file => file.endsWith('source/posture/checks/index.ts')));
	t.deepEqual(loaded.filter(file => /(?:^|\/)(?:views|demo)\/|node_modules\/(?:@azure|ink|react|@tanstack|zod|yaml|meow)(?:\/|$)|source\/(?:fleet|settings)\//v.test(file)), []);
});

import {execFileSync} from 'node:child_process';
import {
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync,
} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {makeHome, openDemo} from '../support/dashboard.js';

test.serial('three marked rows become one script, which a shell reads and nobody has run', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const folder = path.join(home.folder, 'work');
	mkdirSync(folder);
	const dashboard = await openDemo(t, {home, cwd: folder});
	for (const key of ['space', 'j', 'space', 'j', 'space']) {
		dashboard.press(key);
		// eslint-disable-next-line no-await-in-loop
		await dashboard.waitForQuiet();
	}

	dashboard.press('W');
	await dashboard.waitFor(/Wrote crowsnest-fixes-\d{4}-\d\d-\d\dT\d\d-\d\d\.sh to review: \d+ commands for 3 resources/v);
	const [name, ...others] = readdirSync(folder);
	t.deepEqual(others, []);
	const file = path.join(folder, name!);
	t.is(statSync(file).mode % 0o1000, 0o600);
	execFileSync('sh', ['-n', file]);

	const lines = readFileSync(file, 'utf8').split('\n');
	t.is(lines[0], '#!/bin/sh');
	t.true(lines.includes('set -eu'));
	const headings = lines.filter(line => line.startsWith('# ---- Cluster '));
	t.is(headings.length, 3);
	const commands = lines.filter(line => line.startsWith('az '));
	t.true(lines[1]!.startsWith(`# ${commands.length} commands for 3 resources, written by crowsnest `));
	t.deepEqual(lines.filter((line, index) => line.startsWith('az ') && !lines[index - 1]!.startsWith('#   effect: ')), []);

	// The same again touches nothing that is there.
	dashboard.press('W');
	await dashboard.waitFor(/Wrote crowsnest-fixes-[\d\-T]+\.sh to review/v);
	await dashboard.waitForQuiet();
	t.is(readdirSync(folder).length, 2);
	t.deepEqual(readFileSync(file, 'utf8').split('\n'), lines);
});

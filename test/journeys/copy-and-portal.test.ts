import {Buffer} from 'node:buffer';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {makeHome, openDemo} from '../support/dashboard.js';
import type {TerminalDriver} from '../support/terminal.js';

/**
What was sent to the clipboard by OSC 52, in order.
*/
const copied = (dashboard: TerminalDriver): readonly string[] => {
	const [, ...sent] = dashboard.chunks.map(({data}) => data).join('').split('\u{1B}]52;c;');
	return sent.map(text => Buffer.from(text.slice(0, text.indexOf('\u{7}')), 'base64').toString());
};

test.serial('over SSH: the id, the fix and the link go to the clipboard, and the footer says so', async t => {
	const dashboard = await openDemo(t, {env: {CROWSNEST_CLIPBOARD: 'auto', SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22', DISPLAY: ':0'}});
	dashboard.press('c');
	await dashboard.waitFor(/^ \d+ characters by OSC 52; c again shows it alone/mv);
	const id = copied(dashboard)[0]!;
	t.regex(id, /^\/subscriptions\/[\d\-a-f]{36}\/resourceGroups\/[\w\-]+\/providers\/Microsoft\.ContainerService\/managedClusters\/[\w\-]+$/v);
	t.true(dashboard.screen().at(-1)!.includes(` ${id.length} characters`));

	dashboard.press('c');
	await dashboard.waitFor('any key goes back');
	t.is(dashboard.screen().slice(0, 3).join(''), id);
	t.false(dashboard.screen().join('\n').includes('│'));
	dashboard.press('j');
	await dashboard.waitFor('1 Clusters');
	t.is(copied(dashboard).length, 1);

	dashboard.press('F');
	await dashboard.waitFor(/^ \d+ characters by OSC 52: az aks /mv);
	t.regex(copied(dashboard)[1]!, /^az aks update --subscription \S+ --resource-group \S+ --name \S+ /v);

	dashboard.press('o');
	await dashboard.waitFor(/^ \d+ characters by OSC 52: https:/mv);
	t.true(copied(dashboard)[2]!.endsWith(`/#@/resource${id}`));
	t.true(copied(dashboard)[2]!.startsWith('https://'));
});

test.serial('marked rows are copied together', async t => {
	const dashboard = await openDemo(t);
	dashboard.press('space');
	await dashboard.waitForQuiet();
	dashboard.press('j', 'space');
	await dashboard.waitFor('2/24');
	await dashboard.waitForQuiet();
	dashboard.press('c');
	await dashboard.waitFor('by OSC 52');
	t.is(copied(dashboard)[0]!.split('\n').length, 2);
});

test.serial('where a person sits at the machine, its own clipboard command is fed, and the terminal is asked for nothing', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const file = path.join(home.folder, 'clipboard');
	for (const name of ['xclip', 'pbcopy']) {
		writeFileSync(path.join(home.folder, name), `#!/bin/sh\ncat > '${file}'\n`, {mode: 0o755});
	}

	const dashboard = await openDemo(t, {
		home,
		env: {
			CROWSNEST_CLIPBOARD: 'auto',
			SSH_CLIENT: undefined,
			WSL_DISTRO_NAME: undefined,
			WSL_INTEROP: undefined,
			WAYLAND_DISPLAY: undefined,
			DISPLAY: ':0',
			PATH: `${home.folder}:${process.env.PATH!}`,
		},
	});
	dashboard.press('c');
	await dashboard.waitFor(/^ \d+ characters by (?:xclip|pbcopy); c again shows it alone/mv);
	const id = readFileSync(file, 'utf8');
	t.regex(id, /^\/subscriptions\/.+\/managedClusters\/[\w\-]+$/v);
	t.true(dashboard.screen().at(-1)!.includes(` ${id.length} characters`));
	t.deepEqual(copied(dashboard), []);
});

import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {boxTitled} from '../support/boxes.js';
import {openLive, startLive, type Live} from '../support/live.js';
import {makeHome, openDashboard} from '../support/dashboard.js';
import {until} from '../support/until.js';
import type {TerminalDriver} from '../support/terminal.js';
import type {Document, ServerFleet} from '../support/azure-server/fleet.js';

const isWhole = (screen: readonly string[]): boolean => /posture \d/v.test(screen[0]!) && boxTitled(screen, '1 Clusters')?.title.endsWith('1/4') === true;

const folderOf = ({home}: Live): string => path.join(home.folder, 'state', 'crowsnest');

const historyFiles = (live: Live): readonly string[] => {
	try {
		return readdirSync(folderOf(live)).filter(name => name.startsWith('history-') && name.endsWith('.jsonl')).map(name => path.join(folderOf(live), name));
	} catch {
		return [];
	}
};

const textOf = (live: Live): string => historyFiles(live).map(file => readFileSync(file, 'utf8')).join('');

const quit = async (dashboard: TerminalDriver): Promise<void> => {
	dashboard.press(':q\r');
	await dashboard.waitForExit();
};

/**
The same fleet with another value at a path of one cluster's properties.
*/
const withCluster = (fleet: ServerFleet, name: string, change: Readonly<Record<string, unknown>>): ServerFleet => ({
	...fleet,
	clusters: fleet.clusters.map(cluster => cluster.name === name ? {...cluster, properties: {...(cluster.properties as Document), ...change}} : cluster),
});

test.serial('what changes while one looks, and what changed since the last session, with why the score moved', async t => {
	const live = await startLive(t);
	const good = live.server.fleet;
	const {name} = good.clusters[1]!;
	const first = openLive(t, live, {columns: 160, rows: 45, args: ['--interval', '10']});
	await first.waitFor(isWhole);
	await until(() => textOf(live).includes('"score"'));
	t.deepEqual(historyFiles(live).map(file => (statSync(file).mode % 0o1000).toString(8)), ['600']);

	live.server.fleet = withCluster(good, String(name), {enableRBAC: false});
	first.press('R');
	await first.waitFor(/score −\d+: \d+ newly failing/v);
	first.press('w');
	await first.waitFor('Changes since');
	await first.waitFor(screen => screen.some(line => line.includes('+ new') && line.includes(String(name))));
	await quit(first);

	live.server.fleet = good;
	const second = openLive(t, live, {columns: 160, rows: 45, args: ['--interval', '10']});
	await second.waitFor(isWhole);
	second.press('w');
	await second.waitFor('[last session]');
	await second.waitFor(screen => screen.some(line => line.includes('− fixed') && line.includes(String(name))));
	await second.waitFor(/score \d+, \+\d+: .*fixed/v);
	second.press('b');
	await second.waitFor('[last poll]');
	second.press('b');
	await second.waitFor('Nothing has changed since the start');
	second.press('b');
	await second.waitFor(screen => screen.some(line => line.includes('− fixed')));

	// Once more: what was fixed fails again.
	live.server.fleet = withCluster(good, String(name), {enableRBAC: false});
	second.press('R');
	await second.waitFor(/score −\d+: \d+ reopened/v);
	second.press('esc');
	await second.waitFor(screen => boxTitled(screen, '1 Clusters') !== undefined);
	second.press('/');
	second.press(String(name));
	await second.waitFor(screen => boxTitled(screen, '1 Clusters')!.lines.filter(line => line.includes('aks-')).length === 1);
	second.press('enter');
	await second.waitFor(screen => screen.at(-1)!.includes('go to'));
	second.press('T');
	await second.waitFor('Time line');
	await second.waitFor(screen => ['+ new', '− fixed', '↺ reopened'].every(word => screen.some(line => line.includes(word))));
	await quit(second);
	t.notRegex(textOf(live), /apiServerAccessProfile|a-secret-of-a-test/v, 'nothing but names, checks and how they stand');
});

test.serial('the demo changes within a minute, and its own history is apart', async t => {
	const home = makeHome();
	t.teardown(home.remove);
	const dashboard = openDashboard(t, {columns: 140, rows: 40, home});
	await dashboard.waitFor(/posture \d/v);
	dashboard.press('w');
	await dashboard.waitFor('Changes since');
	await dashboard.waitFor(screen => screen.some(line => /[+?~↺−] (?:new|fixed|reopened|worse|milder)/v.test(line)), {deadline: 60_000});
	await quit(dashboard);
	const files = readdirSync(path.join(home.folder, 'state', 'crowsnest'));
	t.is(files.filter(name => /^history-demo-[\da-f]{16}\.jsonl$/v.test(name)).length, 1);
	t.is(files.filter(name => name.endsWith('.tmp') || name.endsWith('.lock')).length, 0);
});

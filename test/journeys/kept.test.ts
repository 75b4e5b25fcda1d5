import {readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {boxTitled, boxesOf} from '../support/boxes.js';
import {openLive, startLive, type Live} from '../support/live.js';
import type {TerminalDriver} from '../support/terminal.js';

const keptFiles = ({home}: Live): readonly string[] => {
	const folder = path.join(home.folder, 'cache', 'crowsnest');
	return readdirSync(folder).filter(name => name.endsWith('.jsonl')).map(name => path.join(folder, name));
};

const isWhole = (screen: readonly string[]): boolean =>
	/posture \d/v.test(screen[0]!) && ['1 Clusters', '2 Node pools', '3 Registries', '4 Defender findings'].every(title => / 1\/\d+(?:, \d+ counted)?$/v.test(boxTitled(screen, title)?.title ?? ''));

const readOnce = async (dashboard: TerminalDriver): Promise<void> => {
	await dashboard.waitFor(isWhole);
	await dashboard.waitFor(screen => boxesOf(screen).every(({foot}) => foot === ''));
	await dashboard.waitForQuiet({quiet: 500});
	dashboard.press(':q\r');
	await dashboard.waitForExit();
};

test.serial('the last known fleet is there at once, marked with its age, though nobody answers any more', async t => {
	const live = await startLive(t);
	await readOnce(openLive(t, live, {columns: 160, rows: 45}));
	const [file, ...others] = keptFiles(live);
	t.deepEqual(others, []);
	t.is(statSync(file!).mode % 0o1000, 0o600);

	// From now on every request hangs: what is shown was kept.
	live.server.faults.push({when: () => true, give: 'drop', after: 600_000});
	const dashboard = openLive(t, live, {columns: 160, rows: 45});
	await dashboard.waitFor(isWhole);
	const clusters = boxTitled(dashboard.screen(), '1 Clusters')!;
	t.true(clusters.lines.some(line => line.includes('aks-old')));
	await dashboard.waitFor(screen => ['1 Clusters', '3 Registries', '4 Defender findings'].every(title => boxTitled(screen, title)!.foot.includes('old, from the last run')));
});

test.serial('a server that is gone: the kept fleet stays, with its age and why, until R finds it again', async t => {
	const live = await startLive(t);
	await readOnce(openLive(t, live, {columns: 160, rows: 45}));
	await live.server.close();
	const dashboard = openLive(t, live, {columns: 160, rows: 45});
	await dashboard.waitFor(isWhole);
	await dashboard.waitFor(screen => /old .*refuses/v.test(boxTitled(screen, '1 Clusters')!.foot));
	t.true(boxTitled(dashboard.screen(), '1 Clusters')!.lines.some(line => line.includes('aks-old')));
	dashboard.press('enter');
	await dashboard.waitFor('Clusters › aks-old');

	await live.server.reopen();
	dashboard.press('esc');
	await dashboard.waitFor(isWhole);
	dashboard.press('R');
	await dashboard.waitFor(screen => isWhole(screen) && boxesOf(screen).every(({foot}) => foot === ''));
});

test.serial('a damaged kept file is set aside with one notice', async t => {
	const live = await startLive(t);
	await readOnce(openLive(t, live, {columns: 160, rows: 45}));
	const [file] = keptFiles(live);
	writeFileSync(file!, '{"not": "a fleet"\n\u{0}\u{1}');
	const dashboard = openLive(t, live, {columns: 160, rows: 45});
	await dashboard.waitFor(isWhole);
	dashboard.press('!');
	await dashboard.waitFor('Notices of this session');
	const lines = boxTitled(dashboard.screen(), 'Notices and sources')!.lines.join('\n');
	t.true(lines.split(/\b(?:kept|set aside)\b/v).length > 1, lines);
	t.is(lines.match(/^ {2}\d\d:\d\d:\d\d (?:info|warning|error) .*(?:kept|aside|last known)/gmv)?.length, 1, lines);
});

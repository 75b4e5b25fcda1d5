import test from 'ava';
import {checks} from '../../source/posture/checks/index.js';
import {boxesOf, boxTitled, selectedIn} from '../support/boxes.js';
import {openApp} from '../support/app.js';
import {judgedSnapshotOf} from '../support/judged.js';
import {
	automaticCluster,
	hardenedCluster,
	snapshotOf,
	weakCluster,
} from '../support/models.js';

const clustersOf = (screen: readonly string[]) => boxTitled(screen, '1 Clusters');

/**
The name under the cursor of a pane.
*/
const nameIn = (screen: readonly string[], title: string): string | undefined => selectedIn(boxTitled(screen, title))?.split(' ', 1)[0];
const poolIn = (screen: readonly string[]): string | undefined => nameIn(screen, '2 Node pools');

test('enter opens the row under the cursor, esc comes back to it', async t => {
	const app = await openApp(t);
	const before = await app.press('j');
	const drill = await app.press('enter');
	t.true(boxesOf(drill)[0]!.title.startsWith('Clusters › aks-pay'));
	t.deepEqual(await app.press('esc'), before);
});

test('keys that a slow line hands over at once open the row that they went to', async t => {
	const app = await openApp(t);
	const drill = await app.pressTogether('down', 'down', 'enter');
	t.true(boxesOf(drill)[0]!.title.startsWith('Clusters › aks-auto'), drill.join('\n'));
});

test('the cursor stays on its resource when rows are reordered, and enter opens what is drawn', async t => {
	const app = await openApp(t);
	await app.press('j', 'O');
	const name = selectedIn(clustersOf(await app.lines()))!.split(' ', 1)[0]!;
	app.pass(5000);
	const worse = {...automaticCluster, name: 'aaa-new', key: '/subscriptions/1/aaa-new'};
	const changed = await app.change({clusters: [worse, automaticCluster, hardenedCluster, weakCluster]});
	t.true(selectedIn(clustersOf(changed))!.startsWith(name));
	const drill = await app.press('enter');
	t.true(boxesOf(drill)[0]!.title.startsWith(`Clusters › ${name}`));
});

test('within a second of a key no row moves, and enter opens what is drawn', async t => {
	const app = await openApp(t);
	const before = clustersOf(await app.press('j', 'k'))!.lines;
	const changed = await app.change({clusters: [automaticCluster, hardenedCluster, {...weakCluster, key: '/subscriptions/1/other', name: 'aaa'}]});
	t.deepEqual(clustersOf(changed)!.lines, before);
	const name = before.find(line => line.startsWith('▌'))!.slice(2).split(' ', 1)[0]!;
	const [box] = boxesOf(await app.press('enter'));
	t.true(box!.title.startsWith(`Clusters › ${name}`), box!.title);
	t.true(box!.lines.some(line => line.includes('not in what was read')));
});

test('what was opened with the first key is under the cursor on the way back, whatever came in meanwhile', async t => {
	const app = await openApp(t);
	const name = selectedIn(clustersOf(await app.lines()))!.split(' ', 1)[0]!;
	await app.press('enter');
	app.pass(5000);
	const others = Array.from({length: 3}, (_, index) => ({...automaticCluster, name: `aaa-${index}`, key: `/subscriptions/1/aaa-${index}`}));
	await app.change({clusters: [...others, weakCluster, hardenedCluster, automaticCluster]});
	t.is(nameIn(await app.press('esc'), '1 Clusters'), name);
});

test('filter, sort, scroll and marks are found again on the way back', async t => {
	const app = await openApp(t);
	const before = await app.press('/', ...'aks', 'enter', '>', 'O', 'space', 'j', 'l');
	await app.press('enter');
	t.deepEqual(await app.press('esc'), before);
});

test('a verdict opens its resource\'s checks at the check, each of them, and esc comes back to the list', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	const list = await app.press(':', ...'high', 'enter');
	const [box] = boxesOf(list);
	t.true(box!.title.startsWith('Failed checks: high'));
	const rows = box!.lines.filter(line => line.slice(1).trim() !== '').slice(1, 4);
	t.is(rows.length, 3);
	for (const [index, row] of rows.entries()) {
		const {title} = checks.find(check => row.includes(check.title.slice(0, 16)))!;
		// eslint-disable-next-line no-await-in-loop
		const drill = await app.press('enter');
		t.true(selectedIn(boxesOf(drill)[0])!.includes(title.slice(0, 16)), `${title}\n${drill.join('\n')}`);
		// The cursor goes on to another check; the next verdict is opened at its own nevertheless.
		// eslint-disable-next-line no-await-in-loop
		const back = await app.press('j', 'esc');
		t.true(boxesOf(back)[0]!.title.startsWith('Failed checks: high'));
		t.true(selectedIn(boxesOf(back)[0])!.startsWith(row.slice(1).trim().slice(0, 30)), String(index));
		// eslint-disable-next-line no-await-in-loop
		await app.press('j');
	}
});

test('a pool opened from its cluster comes back to the cluster\'s pools', async t => {
	const app = await openApp(t);
	const pools = await app.press('j', 'enter', '3', 'j');
	const pool = await app.press('enter');
	t.regex(boxesOf(pool)[0]!.title, /^Clusters › aks-pay › \w+$/v);
	const [back] = boxesOf(await app.press('esc'));
	t.is(back!.title, boxesOf(pools)[0]!.title);
	t.is(selectedIn(back), back!.lines.filter(line => /system|apps|win25/v.test(line))[1]!.slice(1).trim());
	t.true(boxesOf(await app.press('esc'))[0]!.title.startsWith('1 Clusters'));
});

test('a resource that goes while it is open stays to be read, and says so', async t => {
	const app = await openApp(t);
	await app.press('enter');
	const [box] = boxesOf(await app.change({clusters: []}));
	t.true(box!.title.includes('no longer there'));
	t.true(box!.lines.some(line => line.includes('Kubernetes')));
	t.true(boxesOf(await app.press('esc'))[0]!.title.startsWith('1 Clusters'));
});

test('history goes back to the drill, forward again, and - changes places', async t => {
	const app = await openApp(t);
	const drill = await app.press('enter');
	const home = await app.press('esc');
	t.deepEqual(await app.press('['), drill);
	t.deepEqual(await app.press(']'), home);
	t.deepEqual(await app.press('-'), drill);
	t.deepEqual(await app.press('-'), home);
});

test('f shows the pane on the whole screen with the same cursor, and goes back', async t => {
	const app = await openApp(t);
	const before = await app.press('2', 'j', 'j');
	const whole = await app.press('f');
	t.is(boxesOf(whole).length, 1);
	t.is(poolIn(whole), poolIn(before));
	t.deepEqual(await app.press('f'), before);
	await app.press('f');
	t.deepEqual(await app.press('esc'), before);
});

test('number keys go to a pane from help, notices, a list of verdicts and the header', async t => {
	for (const keys of [['?'], ['!'], [':', ...'low', 'enter'], ['shift+tab']]) {
		// eslint-disable-next-line no-await-in-loop
		const app = await openApp(t, {columns: 80, rows: 24});
		// eslint-disable-next-line no-await-in-loop
		const screen = await app.press(...keys, '3');
		t.true(boxesOf(screen)[0]!.title.startsWith('3 Registries'), keys.join(' '));
	}
});

test('the header stands in the round of the panes, in both directions', async t => {
	const app = await openApp(t, {columns: 80, rows: 24, snapshot: snapshotOf()});
	const isInHeader = ([header]: readonly string[]): boolean => header!.includes('▌');
	t.true(isInHeader(await app.press('shift+tab')));
	t.true(boxesOf(await app.press('shift+tab'))[0]!.title.startsWith('4 Defender findings'));
	t.true(isInHeader(await app.press('tab')));
	const home = await app.press('tab');
	t.true(boxesOf(home)[0]!.title.startsWith('1 Clusters'));
	t.false(isInHeader(home));
});

test('a number of the header opens as many rows as it says', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf(), columns: 200});
	const [header] = await app.press('shift+tab', 'l');
	const count = /▌. (?<count>\d+) high/v.exec(header!)!.groups!.count!;
	const [box] = boxesOf(await app.press('enter'));
	t.true(box!.title.startsWith('Failed checks: high'));
	t.true(box!.title.endsWith(`1/${count}`), box!.title);
	t.true(boxesOf(await app.press('esc')).length === 4);
});

for (const place of ['help', 'notices', 'drill', 'list']) {
	test(`a resize on the way keeps place and cursor: ${place}`, async t => {
		const app = await openApp(t, {snapshot: judgedSnapshotOf()});
		const ways: Readonly<Record<string, readonly string[]>> = {
			help: ['?', 'j'], notices: ['!'], drill: ['j', 'enter', '2', 'j', 'j'], list: [':', ...'high', 'enter', 'j', 'j'],
		};
		const before = await app.press(...ways[place]!);
		await app.resize(60, 15);
		const [sorry] = await app.resize(59, 14);
		t.regex(sorry!, /needs 60/v);
		await app.resize(60, 15);
		t.deepEqual(await app.resize(120, 40), before);
	});
}

test('a resize to one pane and back keeps the pane, its cursor and those of the others', async t => {
	const app = await openApp(t);
	const before = await app.press('j', '2', 'j', 'j', 'j');
	const small = await app.resize(60, 15);
	t.is(boxesOf(small).length, 1);
	t.is(poolIn(small), poolIn(before));
	t.deepEqual(await app.resize(120, 40), before);
});

import test from 'ava';
import {boxesOf, boxTitled, selectedIn} from '../support/boxes.js';
import {openApp, type AppDriver} from '../support/app.js';
import {automaticCluster, snapshotOf, weakCluster} from '../support/models.js';

const rowsOf = (screen: readonly string[], title = '1 Clusters'): readonly string[] =>
	boxTitled(screen, title)!.lines.slice(1).map(line => line.slice(2).split(' ', 1)[0]!).filter(name => name !== '');

const bottom = async (app: AppDriver): Promise<string> => {
	const lines = await app.lines();
	return lines.at(-1)!;
};

test('a filter works while it is typed', async t => {
	const app = await openApp(t);
	t.is(rowsOf(await app.lines()).length, 3);
	t.deepEqual(rowsOf(await app.press('/', 'p', 'a', 'y')), ['aks-pay']);
	t.is(await bottom(app), ' /pay▌');
	t.is(rowsOf(await app.press('backspace', 'backspace', 'backspace')).length, 3);
	await app.press('o', 'l', 'd', 'enter');
	t.deepEqual(rowsOf(await app.lines()), ['aks-old']);
	t.true(boxTitled(await app.lines(), '1 Clusters')!.title.includes('/old'));
	t.regex(await bottom(app), /open.*help/v);
});

test('esc while typing brings back the filter that was there; esc after it clears', async t => {
	const app = await openApp(t);
	const before = await app.press('/', 'o', 'l', 'd', 'enter');
	await app.press('/', 'x', 'y');
	t.deepEqual(await app.press('esc'), before);
	t.is(rowsOf(await app.press('esc')).length, 3);
});

test('arrows move the cursor of the table while a filter is typed; letters and digits are text', async t => {
	const app = await openApp(t);
	const screen = await app.press('/', 'a', 'k', 's', 'down', 'down');
	t.true(selectedIn(boxTitled(screen, '1 Clusters'))!.startsWith('aks-auto'));
	const above = await app.press('up', '1', 'q', 'backspace', 'backspace');
	t.true(selectedIn(boxTitled(above, '1 Clusters'))!.startsWith('aks-pay'));
	t.is(await bottom(app), ' /aks▌');
});

test('a filter that cannot be understood says why', async t => {
	const app = await openApp(t);
	const screen = await app.press('/', ...'nosuch:x');
	t.regex(boxTitled(screen, '1 Clusters')!.foot, /nosuch/v);
});

test('a paste is text of the line, never keys, and its line breaks do not enter', async t => {
	const app = await openApp(t);
	const home = await app.lines();
	t.deepEqual(await app.paste('q\rjj'), home);
	await app.press('/');
	await app.paste('pay\r\n');
	t.is(await bottom(app), ' /pay ▌');
	t.deepEqual(app.told, []);
});

test('help is filtered by what is typed, a text is searched', async t => {
	const app = await openApp(t);
	const [help] = boxesOf(await app.press('?', '/', ...'portal', 'enter'));
	t.true(help!.lines.some(line => line.includes('Open in the portal')));
	t.false(help!.lines.some(line => line.includes('Page down')));
	const [drill] = boxesOf(await app.press('esc', 'esc', 'enter', '/', ...'tier', 'enter'));
	t.regex(drill!.foot, /1\/\d+/v);
});

test('nothing to filter says so', async t => {
	const app = await openApp(t);
	await app.press('enter', '2', '/');
	t.is(await bottom(app), ' Nothing to filter here');
});

test(': completes, and enter goes to what is chosen', async t => {
	const app = await openApp(t);
	const screen = await app.press(':', ...'aks-p');
	t.is(screen.at(-1), ' :aks-p▌ay');
	t.true(screen.some(line => line.includes('cluster in germanywestcentral')));
	await app.press('tab');
	t.is(await bottom(app), ' :aks-pay▌');
	t.true(boxesOf(await app.press('enter'))[0]!.title.startsWith('Clusters › aks-pay'));
});

test('what was chosen with the arrows counts before what was typed', async t => {
	const twins = [{...weakCluster, name: 'prod', key: '/subscriptions/1/prod'}, {...automaticCluster, name: 'prod-2', key: '/subscriptions/1/prod-2'}];
	const app = await openApp(t, {snapshot: snapshotOf({clusters: twins, nodePools: []})});
	t.regex(boxesOf(await app.press(':', ...'prod', 'enter'))[0]!.title, /› prod\b(?!-)/v);
	t.regex(boxesOf(await app.press(':', ...'prod', 'down', 'enter'))[0]!.title, /› prod-2/v);
});

test('a command of the palette goes there, and stays where it is already', async t => {
	const app = await openApp(t);
	t.true(boxesOf(await app.press(':', ...'help', 'enter'))[0]!.title.startsWith('Keys'));
	t.true(boxesOf(await app.press(':', ...'help', 'enter'))[0]!.title.startsWith('Keys'));
	t.true(boxesOf(await app.press(':', ...'notices', 'enter'))[0]!.title.startsWith('Notices'));
	await app.press(':', ...'pause', 'enter');
	t.true(app.store.getSnapshot().isPaused);
	await app.press(':', ...'refresh', 'enter');
	t.deepEqual(app.store.refreshed, ['all']);
});

test('what is called nothing is told, and one stays where one is', async t => {
	const app = await openApp(t);
	const before = await app.lines();
	const after = await app.press(':', ...'zzzz', 'enter');
	t.is(after.at(-1), ' There is nothing called zzzz here');
	t.deepEqual(after.slice(0, -1), before.slice(0, -1));
	t.deepEqual(await app.press(':', 'enter'), before);
});

test('↑ brings back where one went before, esc forgets what is typed', async t => {
	const app = await openApp(t);
	await app.press(':', ...'aks-old', 'enter', ':', ...'acr', 'enter', ':', ...'thrown away', 'esc', ':');
	for (const [key, line] of [['up', ' :acr▌'], ['up', ' :aks-old▌'], ['down', ' :acr▌']] as const) {
		// eslint-disable-next-line no-await-in-loop
		await app.press(key);
		// eslint-disable-next-line no-await-in-loop
		t.is(await bottom(app), line);
	}
});

test('keys that come together: what : opens gets the letters that follow', async t => {
	const app = await openApp(t);
	await app.pressTogether(':', 'q', 'enter');
	t.deepEqual(app.told, ['quit']);
});

test('a burst that types a line and enters it does what its keys do one by one', async t => {
	const single = await openApp(t);
	const expected = await single.press(':', ...'aks-pay', 'enter');
	t.true(boxesOf(expected)[0]!.title.startsWith('Clusters › aks-pay'));
	const whole = await openApp(t);
	t.deepEqual(await whole.pressTogether(':aks-pay\r'), expected);
	const cut = await openApp(t);
	await cut.pressTogether(':ak');
	t.is(await bottom(cut), ' :ak▌s');
	t.deepEqual(await cut.pressTogether('s-pay\r'), expected);
	const completed = await openApp(t);
	t.deepEqual(await completed.pressTogether(':aks-p\t\r'), expected);
	const pasted = await openApp(t);
	await pasted.paste('q');
	t.deepEqual(await pasted.pressTogether(':', '\u{1B}[200~aks-pay\u{1B}[201~', '\r'), expected);
});

test('a burst that types a filter: enter keeps it, esc throws it away, what follows are keys again', async t => {
	const app = await openApp(t);
	t.deepEqual(rowsOf(await app.pressTogether('/aks-old\r')), ['aks-old']);
	t.regex(await bottom(app), /open.*help/v);
	t.is(rowsOf(await app.press('esc')).length, 3);
	await app.pressTogether('/aks-old', 'esc');
	t.is(rowsOf(await app.lines()).length, 3);
	await app.pressTogether('/aks-old\u{1B}j');
	t.is(rowsOf(await app.lines()).length, 3);
	t.true(boxTitled(await app.lines(), '1 Clusters')!.title.endsWith('2/3'));
});

test('ctrl-c leaves while a line is typed, ctrl-z goes to the shell', async t => {
	const app = await openApp(t);
	await app.press('/', 'a', 'ctrl+z');
	await app.press('ctrl+c');
	t.deepEqual(app.told, ['suspend', 'quit']);
});

test('before any answer keys work: help, typing, leaving', async t => {
	const nothing = snapshotOf({
		clusters: [], nodePools: [], registries: [], findings: [], subscriptions: [], tenant: undefined, readAt: undefined, nextAt: undefined,
	});
	const {sources} = nothing;
	const waiting = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, {
		...source, status: 'reading', readAt: undefined, nextAt: undefined, isReading: true,
	}])) as unknown as typeof sources;
	const app = await openApp(t, {snapshot: {...nothing, sources: waiting}});
	t.true(boxTitled(await app.lines(), '1 Clusters')!.lines.some(line => line.includes('Reading clusters')));
	t.true(boxesOf(await app.press('?'))[0]!.title.startsWith('Keys'));
	await app.press('esc', 'j', 'enter', 'G', 'space', 'c', 'F', 'o', 'd', 'y', 'f', 'f', 'P', 'z', 'z');
	await app.press(':', 'q', 'enter', 'ctrl+c');
	t.deepEqual(app.told, ['quit', 'quit']);
});

test('q leaves from the overview only, esc never', async t => {
	const app = await openApp(t);
	await app.press('esc', 'esc', 'enter', 'q');
	t.deepEqual(app.told, []);
	await app.press('q');
	t.deepEqual(app.told, ['quit']);
});

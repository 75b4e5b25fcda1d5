import test from 'ava';
import type {SourceState} from '../../../source/fleet/snapshot.js';
import {boxTitled} from '../../support/boxes.js';
import {openApp} from '../../support/app.js';
import {judgedSnapshotOf} from '../../support/judged.js';
import {
	now,
	snapshotOf,
	weakCluster,
	hardenedCluster,
} from '../../support/models.js';

const titleOf = (screen: readonly string[], start: string): string => boxTitled(screen, start)!.title;
const panes = ['1 Clusters', '2 Node pools', '3 Registries', '4 Defender findings'] as const;

test('a pinned filter stays for every kind, says so, and esc twice clears it everywhere', async t => {
	const app = await openApp(t);
	const before = await app.lines();
	const pinned = await app.press('/', ...'pay', 'enter', 'P');
	for (const pane of panes) {
		t.true(titleOf(pinned, pane).includes('pinned /pay'), pane);
	}

	t.regex(pinned.at(-1)!, /Pinned: pay/v);
	const warned = await app.press('esc');
	t.regex(warned.at(-1)!, /pinned: esc again clears it/v);
	t.true(titleOf(warned, '1 Clusters').includes('pinned /pay'));
	const cleared = await app.press('esc');
	for (const pane of panes) {
		t.false(titleOf(cleared, pane).includes('/pay'), pane);
	}

	t.deepEqual(cleared.slice(0, 3), before.slice(0, 3));
});

test('the first esc on a pinned filter warns, also when the key before it was esc', async t => {
	const app = await openApp(t);
	await app.press('/', ...'pay', 'enter', 'P', 'enter', 'esc');
	const warned = await app.press('esc');
	t.true(titleOf(warned, '1 Clusters').includes('pinned /pay'));
	t.false(titleOf(await app.press('esc'), '1 Clusters').includes('/pay'));
});

test('P lets the filter go: it stays where one is, and nowhere else', async t => {
	const app = await openApp(t);
	const loose = await app.press('/', ...'pay', 'enter', 'P', 'P');
	t.regex(titleOf(loose, '1 Clusters'), / \/pay/v);
	t.notRegex(loose.join('\n'), /pinned \//v);
	for (const pane of panes.slice(1)) {
		t.false(titleOf(loose, pane).includes('/pay'), pane);
	}

	t.regex(titleOf(await app.press('f', 'f'), '1 Clusters'), / \/pay/v);
});

test('on a screen with one pane, a filter that was pinned and cleared is gone from the others too', async t => {
	const app = await openApp(t, {columns: 80, rows: 24});
	await app.press('/', ...'pay', 'enter', 'P', 'tab');
	t.true(titleOf(await app.press('tab'), '3 Registries').includes('pinned /pay'));
	t.false(titleOf(await app.press('esc', 'esc'), '3 Registries').includes('/pay'));
	t.false(titleOf(await app.press('1'), '1 Clusters').includes('/pay'));
	t.false(titleOf(await app.press('2'), '2 Node pools').includes('/pay'));
});

test('another filter typed over the pinned one is the pinned one', async t => {
	const app = await openApp(t);
	const screen = await app.press('/', ...'pay', 'enter', 'P', '/', 'ctrl+u', ...'old', 'enter');
	for (const pane of panes) {
		t.true(titleOf(screen, pane).includes('pinned /old'), titleOf(screen, pane));
	}
});

test('a pinned filter leaves the facets of a resource alone', async t => {
	const app = await openApp(t);
	const [box] = [boxTitled(await app.press('/', ...'rg-pay', 'enter', 'P', 'enter', '3'), 'Clusters ›')];
	t.false(box!.title.includes('rg-pay'));
});

test('without a filter there is nothing to pin', async t => {
	const app = await openApp(t);
	const lines = await app.press('P');
	t.regex(lines.at(-1)!, /Nothing to pin/v);
});

test('c copies the id and says so; again it stands alone on a bare screen, and any key goes back', async t => {
	const app = await openApp(t);
	const before = await app.lines();
	const copied = await app.press('c');
	t.deepEqual(app.told, [`copy ${weakCluster.id}`]);
	t.regex(copied.at(-1)!, /Copied \d+ characters; c again/v);
	const bare = await app.press('c');
	t.is(bare.slice(0, 3).join('').replace('any key goes back', ''), weakCluster.id);
	t.false(bare.some(line => line.includes('│')));
	t.deepEqual(await app.press('j'), before);
	t.is(app.told.length, 1);
});

test('what happened in between makes the second c a first one', async t => {
	const app = await openApp(t);
	const lines = await app.press('c', 'p', 'c');
	t.regex(lines.at(-1)!, /c again/v);
	t.is(app.told.length, 2);
});

test('c copies the ids of every marked row', async t => {
	const app = await openApp(t);
	await app.press('space', 'j', 'space', 'G', 'c');
	t.deepEqual(app.told, [`copy ${weakCluster.id}\n${hardenedCluster.id}`]);
});

test('F copies the command that fixes the worst, in a list of verdicts that of the verdict', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press('F');
	t.regex(app.told[0]!, /^copy az aks /v);
	await app.press(':', ...'critical', 'enter', 'F');
	t.regex(app.told[1]!, /^copy az /v);
});

test('o opens the portal\'s page of what the cursor stands on', async t => {
	const app = await openApp(t);
	await app.press('o');
	t.deepEqual(app.told, [`open https://portal.azure.com/#@/resource${weakCluster.id}`]);
});

test('d and y open the resource of a verdict, at its overview and its document', async t => {
	const app = await openApp(t, {snapshot: judgedSnapshotOf()});
	await app.press(':', ...'high', 'enter');
	t.true(boxTitled(await app.press('d'), 'Failed checks: high ›')!.lines[0]!.includes('[1 Overview]'));
	t.true(boxTitled(await app.press('esc', 'y'), 'Failed checks: high ›')!.lines[0]!.includes('Document]'));
});

const throttled = (source: SourceState): SourceState => ({
	...source,
	status: 'old',
	readAt: now - 600_000,
	error: {
		cause: 'throttled', reason: 'Resource Graph asks to slow down', remedy: undefined, retryAt: now + 30_000,
	},
});

test('a refused pane says who, until when and how old it is, and R asks again; the others are as they were', async t => {
	const {sources} = snapshotOf();
	const app = await openApp(t, {snapshot: snapshotOf({sources: {...sources, registries: throttled(sources.registries)}})});
	const lines = await app.lines();
	t.regex(boxTitled(lines, '3 Registries')!.foot, /10 min old · Resource Graph asks to … {2}again at/v);
	t.is(boxTitled(lines, '1 Clusters')!.foot, '');
	const whole = await app.press('3', 'f');
	t.regex(boxTitled(whole, '3 Registries')!.foot, /Resource Graph asks to slow down +again at \d\d:\d\d:30/v);
	await app.press('R', 'ctrl+r');
	t.deepEqual(app.store.refreshed, ['registries', 'registries'], 'R reads what failed and leaves alone what was read well');
	await app.change({sources});
	await app.press('R');
	t.is(app.store.refreshed.at(-1), 'all');
});

test('a narrow pane that is refused keeps the time of the next try', async t => {
	const {sources} = snapshotOf();
	const app = await openApp(t, {columns: 100, rows: 30, snapshot: snapshotOf({sources: {...sources, registries: throttled(sources.registries)}})});
	t.regex(boxTitled(await app.lines(), '3 Registries')!.foot, /again at \d\d:\d\d:30/v);
});

test('p pauses polling and goes on', async t => {
	const app = await openApp(t);
	const [header] = await app.press('p');
	t.true(app.store.getSnapshot().isPaused);
	t.regex(header!, /paused/v);
	await app.press('p');
	t.false(app.store.getSnapshot().isPaused);
});

test('while signing in, c copies the code and o opens the page', async t => {
	const app = await openApp(t, {
		snapshot: snapshotOf({
			signIn: {
				state: 'device-code', url: 'https://microsoft.com/devicelogin', code: 'ABCD-1234', expiresAt: now + 600_000,
			},
		}),
	});
	await app.press('c', 'o');
	t.deepEqual(app.told, ['copy ABCD-1234', 'open https://microsoft.com/devicelogin']);
});

test('the last known fleet stays on the screen while signing in needs a person', async t => {
	const app = await openApp(t, {
		snapshot: snapshotOf({
			signIn: {
				state: 'device-code', url: 'https://microsoft.com/devicelogin', code: 'ABCD1234', expiresAt: now + 900_000,
			},
		}),
	});
	const lines = await app.lines();
	t.regex(lines[1]!, /Sign in: enter ABCD1234 at https:\/\/microsoft\.com\/devicelogin/v);
	t.regex(boxTitled(lines, '1 Clusters')!.title, /1 Clusters/v);
	t.is(lines.length, 40);
	await app.press('c');
	t.true(app.told.some(told => told.includes('ABCD1234')));

	await app.change({signIn: {state: 'failed', attempts: [{method: 'azure-cli', reason: 'az is not installed', remedy: 'az login'}]}});
	const refused = await app.lines();
	t.regex(refused[1]!, /Not signed in: az is not installed/v);
	const notices = await app.press('!');
	t.true(notices.some(line => line.includes('az login')));
});

import test from 'ava';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {valueOf} from '../../source/model/known.js';
import {openApp, type AppDriver, type Cell} from '../support/app.js';
import {judgedSnapshotOf} from '../support/judged.js';
import {
	automaticCluster,
	basicRegistry,
	findings,
	hardenedCluster,
	now,
	snapshotOf,
	weakCluster,
} from '../support/models.js';
import {asciiTheme, plainTheme} from '../support/theme.js';

/**
Every kind of screen, by the keys that lead there from the overview.
*/
const screens: Readonly<Record<string, readonly string[]>> = {
	overview: [],
	'header focus': ['shift+tab'],
	'sorted, marked, filtered': ['>', 'O', 'space', 'j', '/', 'a', 'enter'],
	'a pane': ['2', 'f'],
	'findings, wide, scrolled': ['4', 'f', 'ctrl+w', 'l'],
	filter: ['/', 'a', 'b', 'left'],
	palette: [':', 'a'],
	'palette without an answer': [':', '#', '#'],
	help: ['?'],
	'help filtered': ['?', '/', 'c', 'o', 'p', 'y', 'enter'],
	notices: ['!'],
	'list of verdicts': [':', ...'high', 'enter'],
	'cluster overview': ['enter'],
	'cluster checks': ['enter', '2'],
	'cluster checks below': ['enter', '2', 'G'],
	'cluster pools': ['enter', '3'],
	'cluster patching': ['enter', '4'],
	'cluster findings': ['enter', '5'],
	'cluster document': ['enter', 'y'],
	'cluster JSON': ['enter', 'y', 'y'],
	'pool overview': ['2', 'enter'],
	'pool patching': ['2', 'enter', '3'],
	'registry overview': ['3', 'enter'],
	'registry network': ['3', 'enter', '3'],
	'registry roles': ['3', 'enter', '4'],
	'finding overview': ['4', 'enter'],
	'finding document': ['4', 'enter', '2'],
	'a message': ['c'],
};

const hostile = '\u{202E}evil \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} 日本語クラスタ e\u{301}\u{300}\u{301} ﷽ 𒐫 \u{FEFF}\u{200B}x'.repeat(3);

/**
A fleet in which every name that a person can choose is full of what breaks lines.
*/
const hostileSnapshot = (): Snapshot => {
	const cluster = {
		...weakCluster, name: hostile, tags: {[hostile]: hostile}, resourceGroup: hostile,
	};
	const pools = valueOf(weakCluster.nodePools)!.map(pool => ({...pool, name: hostile.slice(0, 30), clusterName: hostile}));
	return judgedSnapshotOf({
		tenant: hostile,
		clusters: [cluster, {...hardenedCluster, region: hostile}, automaticCluster],
		nodePools: pools,
		registries: [{...basicRegistry, name: hostile, resourceGroup: hostile}],
		findings: findings.map(finding => ({
			...finding, name: hostile, title: hostile, resourceName: hostile, description: hostile,
		})),
		subscriptions: [{...snapshotOf().subscriptions[0]!, name: hostile, coverage: {state: 'denied', reason: hostile}}],
		notices: [{at: now, level: 'error', text: hostile}],
	});
};

/**
Each line is as wide as the screen, and what stands in the columns of frames is a frame.
*/
const isAligned = (cells: readonly Cell[][]): boolean => {
	const body = cells.slice(1, -1);
	const framed = /^[+\|│╭╰]/v;
	const ends = /^[+\|│╮╯]/v;
	return body.every(row => framed.test(row[0]!.text) === ends.test(row.at(-1)!.text));
};

for (const [name, keys] of Object.entries(screens)) {
	test(`only ASCII on an ASCII terminal: ${name}`, async t => {
		const app = await openApp(t, {snapshot: hostileSnapshot(), theme: asciiTheme, isAscii: true});
		const lines = await app.press(...keys);

		t.deepEqual(lines.filter(line => /[^\u{20}-\u{7E}]/v.test(line)), []);
	});

	test(`hostile names leave every line in its place: ${name}`, async t => {
		for (const [columns, rows] of [[120, 40], [60, 15]] as const) {
			// eslint-disable-next-line no-await-in-loop
			const app = await openApp(t, {snapshot: hostileSnapshot(), columns, rows});
			// eslint-disable-next-line no-await-in-loop
			const lines = await app.press(...keys);
			// eslint-disable-next-line no-await-in-loop
			t.true(isAligned(await app.cells()), lines.join('\n'));
		}
	});
}

test('screens of an ASCII terminal that wait, that are too small or that ask to sign in are ASCII', async t => {
	const foreign = (lines: readonly string[]): readonly string[] => lines.filter(line => /[^\u{20}-\u{7E}]/v.test(line));
	const ascii = {theme: asciiTheme, isAscii: true} as const;
	const {sources} = snapshotOf();
	const waiting = await openApp(t, {...ascii, snapshot: snapshotOf({clusters: [], nodePools: [], sources: {...sources, clusters: {...sources.clusters, status: 'reading', readAt: undefined}}})});
	t.deepEqual(foreign(await waiting.lines()), []);
	t.deepEqual(foreign(await waiting.resize(59, 15)), []);
	const signIn = await openApp(t, {
		...ascii, snapshot: snapshotOf({
			signIn: {
				state: 'device-code', url: 'https://microsoft.com/devicelogin', code: 'ABCD-1234', expiresAt: now + 600_000,
			},
		}),
	});
	t.deepEqual(foreign(await signIn.lines()), []);
});

test('60×15 is enough, one column or one row less is not', async t => {
	for (const [columns, rows, isEnough] of [[60, 15, true], [59, 15, false], [60, 14, false], [20, 5, false], [1, 1, false]] as const) {
		// eslint-disable-next-line no-await-in-loop
		const app = await openApp(t, {columns, rows});
		// eslint-disable-next-line no-await-in-loop
		const lines = await app.lines();
		t.is(lines.some(line => line.includes('│')), isEnough, `${columns}×${rows}`);
		t.true(isEnough || columns < 40 || lines[0]!.includes(`${columns}×${rows}`));

		// eslint-disable-next-line no-await-in-loop
		await app.press(':', 'q', 'enter');
		t.deepEqual(app.told, ['quit']);
	}
});

test('the open tab is in sight however narrow the screen', async t => {
	for (const [keys, title] of [[['4'], /\[4 Defender findings.*\]/v], [['j', 'enter', 'y'], /\[\d+ Document.*\]/v], [['j', 'enter', '7'], /\[7 Control plane.*\]/v]] as const) {
		// eslint-disable-next-line no-await-in-loop
		const app = await openApp(t, {columns: 60, rows: 15, snapshot: judgedSnapshotOf()});
		// eslint-disable-next-line no-await-in-loop
		const lines = await app.press(...keys);
		t.true(lines.slice(0, 3).some(line => title.test(line)), lines.slice(0, 3).join('\n'));
	}
});

const find = async (app: AppDriver, text: string): Promise<readonly Cell[]> => {
	const rows = await app.cells();
	for (const row of rows) {
		const at = row.map(({text: cell}) => cell).join('').indexOf(text);
		if (at !== -1) {
			return row.slice(at, at + text.length);
		}
	}

	return [];
};

const styleOf = (cells: readonly Cell[]): string => [...new Set(cells.map(({style}) => style))].join(' + ');

for (const [name, theme] of [['with our glyphs', plainTheme], ['with ASCII', asciiTheme]] as const) {
	test(`without colour the focused pane, the selected row, the sort column, a match and a mark are five things: ${name}`, async t => {
		const app = await openApp(t, {theme, isAscii: theme === asciiTheme});
		const lines = await app.press('space', '/', ...'aks', 'enter', 'j');
		const {cursor, mark, sortDown} = theme.glyphs;
		const [marked, selected] = lines.slice(3);
		t.true(marked!.slice(1).startsWith(` ${mark}aks-`));
		t.true(selected!.slice(1).startsWith(`${cursor} aks-`));
		const looks = {
			focused: styleOf(await find(app, '1 Clusters')),
			sorted: styleOf(await find(app, `!${sortDown}`)),
			match: styleOf(await find(app, 'aks')),
			plain: styleOf(await find(app, '1.29.9')),
		};
		// The sort column is told by its arrow, which no other title has.
		t.is(lines[2]!.slice(0, 60).split(sortDown).length, 2);
		t.not(looks.focused, styleOf(await find(app, '2 Node pools')));
		t.not(looks.sorted, styleOf(await find(app, 'VERSION')));
		t.is(new Set([looks.focused, looks.match, looks.plain]).size, 3);
		const cells = await app.cells();
		// The frame with the focus stands out as well; the attributes do it all, no colour does.
		t.not(cells[1]![0]!.style, cells[1]![119]!.style);
		t.is(new Set(cells.flat().map(({style}) => style.slice(style.indexOf(' ')))).size, 1);
	});
}

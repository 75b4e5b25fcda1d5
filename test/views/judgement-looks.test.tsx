import test from 'ava';
import type {Change} from '../../source/fleet/history/change.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import {openApp, type AppDriver, type Cell} from '../support/app.js';
import {judgedSnapshotOf} from '../support/judged.js';
import {now, weakCluster} from '../support/models.js';
import {asciiTheme, colours, plainTheme} from '../support/theme.js';

const common = {
	at: now - 60_000, key: weakCluster.key, name: weakCluster.name, kind: 'cluster',
} as const;

const sinceStart: readonly Change[] = [
	{
		...common, change: 'new', checkId: 'aks-kubernetes-rbac-off', severity: 'critical',
	},
	{
		...common, change: 'fixed', checkId: 'aks-run-command-enabled', severity: 'medium',
	},
];

const changedSnapshot = (): Snapshot => {
	const judged = judgedSnapshotOf();
	return {...judged, changes: {...judged.changes, sinceStart}};
};

const open = async (t: Parameters<typeof openApp>[0], look: keyof typeof looks, size: readonly [columns: number, rows: number] = [120, 40]): Promise<AppDriver> => {
	const app = await openApp(t, {
		snapshot: changedSnapshot(), theme: looks[look], isAscii: look === 'ascii', columns: size[0], rows: size[1],
	});
	app.store.timeline = sinceStart;
	return app;
};

const looks = {colours, plain: plainTheme, ascii: asciiTheme} as const;

/**
The screens of the judgement: the keys that lead there, and what their frame must say.
*/
const screens = {
	worklist: {keys: ['6'], says: ['6 Worklist', 'RANK', 'WHAT', 'RESOURCE', 'Kubernetes RBAC is disabled']},
	'worklist by check': {keys: ['6', 'b'], says: ['6 Worklist by check', 'COUNT', 'EXPOSED']},
	'worklist by resource': {keys: ['6', 'b', 'b'], says: ['6 Worklist by resource', 'COUNT', 'aks-old']},
	checks: {keys: [':', ...'checks', 'enter'], says: ['Checks', 'FAIL', 'UNKNOWN', 'PASS', 'Node image is behind']},
	explain: {keys: ['enter', '2', 'X'], says: ['Explain', 'Evidence 1 of 3', 'disableLocalAccounts = false', 'Why it counts', 'critical costs 40']},
	changes: {keys: ['w'], says: ['Changes since', '[start]', 'CHANGE', 'new', 'fixed', 'Kubernetes RBAC is']},
	'time line': {keys: ['T'], says: ['Time line: aks-old', 'Kubernetes RBAC is disabled', 'Run command is allowed']},
	score: {keys: [':', ...'score', 'enter'], says: ['Score 63', 'what would raise it most', 'Registry answers any network']},
} as const satisfies Readonly<Record<string, {readonly keys: readonly string[]; readonly says: readonly string[]}>>;

/**
Colours of the terminal, behind which there is nothing but the default without any.
*/
const coloursIn = (cells: readonly Cell[][]): ReadonlySet<string> => new Set(cells.flat().map(({style}) => style.slice(style.indexOf(' '))));

for (const [name, {keys, says}] of Object.entries(screens)) {
	for (const size of [[80, 24], [120, 40]] as const) {
		test(`${name} at ${size.join('×')} says the same in colours, without, and in ASCII`, async t => {
			const [coloured, plain, ascii] = await Promise.all((['colours', 'plain', 'ascii'] as const).map(async look => open(t, look, size))) as [AppDriver, AppDriver, AppDriver];
			const lines = await coloured.press(...keys);
			const text = lines.join('\n');
			t.is(lines.length, size[1]);
			t.deepEqual(says.filter(words => !text.includes(words)), [], text);
			t.deepEqual(await plain.press(...keys), lines, 'nothing is told by colour alone');
			const inAscii = await ascii.press(...keys);
			t.deepEqual(inAscii.filter(line => /[^\u{20}-\u{7E}]/v.test(line)), []);
			t.deepEqual(says.filter(words => !inAscii.join('\n').includes(words)), []);
			// The hints name a key in more letters.
			t.deepEqual(inAscii.slice(0, -1).map(line => line.length), lines.slice(0, -1).map(line => [...line].length), 'cell for cell');
			t.is(coloursIn(await plain.cells()).size, 1);
			t.true(coloursIn(await coloured.cells()).size > 1);
		});
	}
}

for (const [look, grave, mild] of [['plain', '●', '◦'], ['ascii', String.raw`\*`, 'o']] as const) {
	for (const name of ['worklist', 'worklist by check', 'checks', 'changes'] as const) {
		test(`severity has its letter and its glyph without colour: ${name}, ${look}`, async t => {
			const app = await open(t, look);
			const lines = await app.press(...screens[name].keys);
			const rows = lines.slice(2, -2).map(line => line.slice(1, -1)).filter(line => /[CHLM] {2}|[CHLM] /v.test(line) && /[a-z]/v.test(line) && !/[A-Z]{4}/v.test(line.replaceAll(/\b(?:RBAC|CNI|SSH|API|FIPS|CSI|DNS|TLS)\b/gv, '')));
			t.true(rows.length >= 2, lines.join('\n'));
			const severity = new RegExp(String.raw`(?:^|\s)(?:${grave} [CH]|${mild} [MLi?])(?:\s|$)`, 'v');
			t.deepEqual(rows.filter(row => !severity.test(row)), []);
		});
	}
}

for (const [look, grave, mild] of [['plain', '●', '◦'], ['ascii', '*', 'o']] as const) {
	const told: ReadonlyArray<readonly [name: string, keys: readonly string[], marks: readonly string[]]> = [
		['Posture tab', ['enter', '2'], [`${grave} C `, `${grave} H `, `${mild} M `, `${mild} ? `]],
		['Overview of a cluster', ['enter'], [`${grave} C 2 critical`, `${mild} L `]],
		['score', screens.score.keys, [`${grave} H aks-old`]],
		['time line', screens['time line'].keys, [`${grave} C Kubernetes RBAC`, `${mild} M Run command`]],
	];
	for (const [name, keys, marks] of told) {
		test(`severity has its letter and its glyph without colour: ${name}, ${look}`, async t => {
			const app = await open(t, look);
			const lines = await app.press(...keys);
			const text = lines.join('\n');
			t.deepEqual(marks.filter(mark => !text.includes(mark)), [], text);
		});
	}
}

const find = (rows: readonly Cell[][], text: string, from = 0): readonly Cell[] => {
	for (const row of rows.slice(from)) {
		const at = row.map(({text: cell}) => cell).join('').indexOf(text);
		if (at !== -1) {
			return row.slice(at, at + text.length);
		}
	}

	return [];
};

const styleOf = (cells: readonly Cell[]): string => [...new Set(cells.map(({style}) => style))].join(' + ');

for (const look of ['plain', 'ascii'] as const) {
	for (const [name, keys] of [['worklist', ['6']], ['worklist by check', ['6', 'b']], ['checks', [':', ...'checks', 'enter']], ['changes', ['w']]] as const) {
		test(`without colour the focused frame, the selected row, the sort column, a match and a mark are five things: ${name}, ${look}`, async t => {
			const app = await open(t, look);
			const lines = await app.press(...keys, 'space', '/', 'e', 'enter', 'j');
			const cells = await app.cells();
			const {cursor, mark, sortUp, sortDown} = looks[look].glyphs;
			const header = lines.findIndex(line => line.includes(sortUp) && /[A-Z]{4}/v.test(line));
			const arrows = lines[header]!.split('').filter(character => character === sortUp);
			t.is(arrows.length, 1, lines[header]);
			t.true(lines[header + 1]!.slice(1).startsWith(` ${mark}`), lines[header + 1]);
			t.true(lines.slice(header + 1).some(line => line.slice(1).startsWith(cursor)));
			t.not(cursor, mark);
			t.false(lines[header]!.includes(` ${sortDown} `));
			const sorted = styleOf(find([cells[header]!], sortUp));
			const match = styleOf(find(cells, 'e', header + 1));
			const others = styleOf(cells[header + 1]!.slice(2, 6));
			t.not(match, '');
			t.not(match, others, 'a match stands out from its row');
			t.not(match, sorted);
			// With nothing behind it, the frame with the focus is bold.
			t.not(styleOf([cells[header - 1]![0]!]), others);
			t.is(coloursIn(cells).size, 1);
		});
	}
}

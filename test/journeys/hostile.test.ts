import test, {type ExecutionContext} from 'ava';
import {
	documentFleet,
	move,
	type Document,
	type ServerFleet,
} from '../support/azure-server/fleet.js';
import {openLive, startLive} from '../support/live.js';
import type {TerminalDriver} from '../support/terminal.js';

const names = [
	'\u{1B}[31mred\u{1B}[0m\u{1B}[2J\u{1B}[H',
	'\u{1B}]0;title\u{7}\u{1B}]52;c;aGFja2Vk\u{7}\u{1B}P+q\u{1B}\\\u{9B}31m',
	'\u{202E}drow-thgir\u{2066}\u{200F}\u{61C}',
	'漢字クラスタ한국어',
	'e\u{301}\u{327}\u{308}combining\u{489}\u{A670}',
	'👩‍🚀👨‍👩‍👧‍👦🇩🇪1️⃣☂️',
	'line\nbreak\r\ttab\u{8}\u{8}\u{0}\u{2028}\u{2029}\u{85}',
	'x'.repeat(10_000),
	'नमस्ते ﷽ ｆｕｌｌ\u{FEFF}\u{AD}\u{200B}',
];

const evil = (document: Document, name: string): Document => {
	const {properties} = document as unknown as {readonly properties: {readonly agentPoolProfiles?: ReadonlyArray<Readonly<Record<string, unknown>>>}};
	return {
		...document,
		location: name,
		tags: {[name]: name},
		properties: {
			...properties,
			dnsPrefix: name,
			fqdn: name,
			nodeResourceGroup: name,
			...(properties.agentPoolProfiles && {agentPoolProfiles: properties.agentPoolProfiles.map(pool => ({...pool, vmSize: name, nodeLabels: {[name]: name}}))}),
		},
	};
};

/**
Every name, region, tag and description of it is hostile.
*/
const hostileFleet = (): ServerFleet => {
	const fleet = documentFleet();
	const [subscription] = fleet.subscriptions;
	const withNames = (documents: readonly Document[]): readonly Document[] =>
		names.map((name, index) => evil(move(documents[index % documents.length], subscription!.id, name), name));
	return {
		...fleet,
		subscriptions: [{...subscription!, name: names.join(' ')}, {...fleet.subscriptions[2]!, name: names[5]!}],
		clusters: withNames(fleet.clusters.slice(0, 3)),
		registries: withNames(fleet.registries.slice(0, 2)),
		assessments: fleet.assessments.filter(({id}) => id.includes(subscription!.id)).map((document, index) => {
			const name = names[index % names.length]!;
			const {properties} = document as unknown as {readonly properties: Readonly<Record<string, unknown>> & {readonly metadata?: Record<string, unknown>}};
			return {...document, properties: {...properties, displayName: name, metadata: {...properties.metadata, description: name, remediationDescription: name}}};
		}),
	};
};

const borders = /^[│├┤]$/v;

/**
Asserts that the sides of every box stand in one column each, all the way down, and that the screen has no more lines than it has.
*/
const assertAligned = (t: ExecutionContext, dashboard: TerminalDriver, columns: number, where: string): void => {
	const rows = dashboard.screen().length;
	const grid = Array.from({length: rows}, (_, row) => dashboard.cells(row).map(({text}) => text));
	const corners = grid.flatMap((cells, row) => cells.flatMap((cell, column) => cell === '╭' || cell === '╮' ? [{cell, row, column}] : []));
	for (const {cell, row, column} of corners) {
		const below = grid.slice(row + 1).map(cells => cells[column] ?? '');
		const end = below.findIndex(side => !borders.test(side));
		t.is(below[end], cell === '╭' ? '╰' : '╯', `${where}: column ${column}, line ${row + 1 + end}\n${dashboard.screen().join('\n')}`);
	}

	t.true(grid.some(cells => cells[0] === '╭' && cells[columns - 1] === '╮'), where);
};

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: hostile documents are drawn in line, and nothing of them reaches the terminal`, async t => {
		const live = await startLive(t, {fleet: hostileFleet()});
		const dashboard = openLive(t, live, {columns, rows});
		await dashboard.waitFor(/posture \d/v);
		await dashboard.waitForQuiet({quiet: 2000});
		assertAligned(t, dashboard, columns, 'overview');

		const press = async (key: string): Promise<void> => {
			await dashboard.measureKey(key, {patience: 400, quiet: 100});
		};

		/* eslint-disable no-await-in-loop -- one step after the other */
		for (const pane of ['1', '2', '3', '4']) {
			await press(pane);
			await press('f');
			for (let row = 0; row < 8; row++) {
				await press('enter');
				await dashboard.waitFor('[1 Overview]');
				assertAligned(t, dashboard, columns, `pane ${pane}, row ${row}, overview`);
				await press('y');
				await dashboard.waitFor(/\[\d+ Document/v);
				await dashboard.waitForQuiet({quiet: 150});
				assertAligned(t, dashboard, columns, `pane ${pane}, row ${row}, document`);
				await press('esc');
				await dashboard.waitFor(screen => screen.every(line => !line.includes('[1 Overview]') && !/\[\d+ Document/v.test(line)));
				await press('down');
			}

			await press('esc');
		}
		/* eslint-enable no-await-in-loop */

		dashboard.press('!');
		await dashboard.waitFor('Notices of this session');
		assertAligned(t, dashboard, columns, 'notices');
		const written = dashboard.chunks.map(({data}) => data).join('');
		for (const forbidden of ['\u{1B}]0;', '\u{1B}]52', '\u{1B}P', '\u{9B}', '\u{7}', '\u{202E}', '\u{2066}', '\u{200F}', '\u{61C}', '\u{2028}', '\u{FEFF}']) {
			t.false(written.includes(forbidden), JSON.stringify(forbidden));
		}
	});
}

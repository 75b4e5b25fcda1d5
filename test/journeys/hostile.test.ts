import test from 'ava';
import {
	documentFleet,
	move,
	type Document,
	type ServerFleet,
} from '../support/azure-server/fleet.js';
import {assertAligned, assertHarmless, hostileNames as names} from '../support/hostile.js';
import {openLive, startLive} from '../support/live.js';

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
		assertHarmless(t, dashboard);
	});
}

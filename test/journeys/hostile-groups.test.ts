import test from 'ava';
import {
	documentFleet,
	move,
	type Document,
	type ServerFleet,
} from '../support/azure-server/fleet.js';
import {assertAligned, assertHarmless, hostileNames} from '../support/hostile.js';
import {openLive, startLive} from '../support/live.js';
import {documentOf} from '../support/models.js';

const a1 = '00000000-0000-0000-0000-0000000000a1';

/**
Every text of it is hostile but what the program asks by.
*/
const evil = (name: string, index: number): Document => {
	const text = JSON.stringify(documentOf('aci/container-group-full-composed'), (key, value: unknown) => (typeof value === 'string' && !['id', 'type'].includes(key) ? name : value));
	return move(JSON.parse(text), a1, `aci-${index}`);
};

const plain = move(documentOf('aci/container-group-full-composed'), a1, 'aci-logs');

const fleet = (): ServerFleet => ({
	...documentFleet(),
	containerGroups: [...hostileNames.map((name, index) => evil(name, index)), plain],
	containerLogs: {[`${plain.id.toLowerCase()}/containers/worker/logs`]: `${hostileNames.map(name => `2026-08-21T06:40:01Z ${name}`).join('\n')}\nthe end\n`},
});

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: hostile container groups and logs are drawn in line, and nothing of them reaches the terminal`, async t => {
		const live = await startLive(t, {fleet: fleet()});
		const dashboard = openLive(t, live, {columns, rows});
		await dashboard.waitFor(/posture \d/v);
		dashboard.press(':', ...'aci', 'enter');
		await dashboard.waitFor(/Container instances .*1\/10/v);
		await dashboard.waitForQuiet({quiet: 500});
		assertAligned(t, dashboard, columns, 'list');
		/* eslint-disable no-await-in-loop -- one step after the other */
		for (let row = 0; row < hostileNames.length; row++) {
			dashboard.press('enter');
			await dashboard.waitFor('[1 Overview]');
			for (const tab of ['3', '4', '5', '7', '9']) {
				dashboard.press(tab);
				await dashboard.waitFor(new RegExp(String.raw`\[${tab}`, 'v'));
				await dashboard.waitForQuiet({quiet: 60});
				assertAligned(t, dashboard, columns, `row ${row}, tab ${tab}`);
			}

			dashboard.press('esc');
			await dashboard.waitFor('Container instances ─');
			dashboard.press('down');
			await dashboard.waitForQuiet({quiet: 60});
		}
		/* eslint-enable no-await-in-loop */

		dashboard.press('/', ...'aci-logs', 'enter');
		await dashboard.waitForQuiet({quiet: 100});
		dashboard.press('enter');
		await dashboard.waitFor('[1 Overview]');
		dashboard.press('4');
		await dashboard.waitFor('the end');
		assertAligned(t, dashboard, columns, 'logs');
		assertHarmless(t, dashboard);
	});
}

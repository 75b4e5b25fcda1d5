import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const selected = (screen: Screen, name: string): string => selectedIn(boxTitled(screen, name)) ?? '';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: from :hosts to a machine that cannot isolate, what it lacks, and the fix`, async t => {
		const dashboard = await openDemo(t, {columns, rows});
		dashboard.press(':', ...'hosts', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Hosts').includes(' 1/12'));
		dashboard.press('/', ...'hyperv:no win-edge', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Hosts').includes('/hyperv:no win-edge') && selected(screen, 'Hosts').includes('win-edge-'));
		dashboard.press('p');
		await dashboard.waitFor('paused');

		dashboard.press('enter');
		await dashboard.waitFor(/Hyper-V isolation +no/v);
		dashboard.press('2');
		await dashboard.waitFor(/\[2 Containers\]/v);
		await dashboard.waitFor(/With Hyper-V isolation: no/v);
		await dashboard.waitFor(/not met +/v);
		dashboard.press('3');
		await dashboard.waitFor(/\[3 Posture [1-9]\d*\]/v);
		dashboard.press('F');
		await dashboard.waitFor(/characters by OSC 52/v);
		dashboard.press('4');
		await dashboard.waitFor('agentVersion');
		dashboard.press('/', ...'availablePatch', 'enter');
		await dashboard.waitFor('availablePatchCountByClassification:');
		// The first leaves the search.
		dashboard.press('esc');
		await dashboard.waitForQuiet();
		dashboard.press('esc');
		await dashboard.waitFor(screen => titleOf(screen, 'Hosts').includes('/hyperv:no win-edge'));
		t.regex(selected(dashboard.screen(), 'Hosts'), /win-edge-/v);
	});
}

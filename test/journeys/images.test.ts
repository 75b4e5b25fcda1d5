import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const selected = (screen: Screen, name: string): string => selectedIn(boxTitled(screen, name)) ?? '';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: from :images to the worst that runs, its CVE, the cluster that runs it, and the fix`, async t => {
		const dashboard = await openDemo(t, {columns, rows, args: ['--inside', '--images']});
		dashboard.press(':', ...'images', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Images').includes(' 1/'));
		dashboard.press('/', ...'cves:critical runs:running', 'enter');
		await dashboard.waitFor(screen => /C\d/v.test(selected(screen, 'Images')));
		// Rows come as clusters and registries are read.
		dashboard.press('p');
		await dashboard.waitFor('paused');
		await dashboard.waitForQuiet();

		dashboard.press('enter');
		await dashboard.waitFor(/Found +C \d+ critical/v);
		await dashboard.waitFor(/A clean tag|az acr build/v);
		dashboard.press('3');
		await dashboard.waitFor(/\[3 CVEs [1-9]\d*\]/v);
		await dashboard.waitFor(/C +CVE-\d{4}-\d+ +\d+\.\d/v);
		dashboard.press('4');
		await dashboard.waitFor(/\[4 Runs in [1-9]\d*\]/v);
		dashboard.press('2');
		await dashboard.waitFor(/\[2 Posture [1-9]\d*\]/v);
		dashboard.press('F');
		await dashboard.waitFor(/characters by OSC 52/v);
		dashboard.press('4');
		await dashboard.waitFor(/\[4 Runs in [1-9]\d*\]/v);
		dashboard.press('enter');
		await dashboard.waitFor(screen => titleOf(screen, '').includes('aks-'));
		dashboard.press('esc');
		await dashboard.waitFor(/\[4 Runs in [1-9]\d*\]/v);
		dashboard.press('esc');
		await dashboard.waitFor(screen => titleOf(screen, 'Images').includes('/cves:critical runs:running'));
		t.regex(selected(dashboard.screen(), 'Images'), /C\d/v);
	});
}

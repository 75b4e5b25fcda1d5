import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const selected = (screen: Screen, name: string): string => selectedIn(boxTitled(screen, name)) ?? '';

for (const size of [{columns: 80, rows: 24}, {columns: 120, rows: 40}] as const) {
	test.serial(`from the Exposure view to a Service on the internet, the way to it, and the fix, at ${size.columns}×${size.rows}`, async t => {
		const dashboard = await openDemo(t, {...size, args: ['--inside']});
		dashboard.press(':', ...'exposure', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Exposure').includes(' 1/'));
		dashboard.press('/', ...'who:internet port:22', 'enter');
		await dashboard.waitFor(screen => selected(screen, 'Exposure').includes('sftp') && selected(screen, 'Exposure').includes('the internet'));
		// Rows come as clusters are looked into.
		dashboard.press('p');
		await dashboard.waitFor('paused');
		await dashboard.waitForQuiet();

		dashboard.press('enter');
		await dashboard.waitFor(/Who can reach it +the internet/v);
		t.regex(titleOf(dashboard.screen(), 'Exposure › '), /\/sftp/v);
		await dashboard.waitFor(/internet . public IP [\d.]+ . load balancer/v);

		dashboard.press('2');
		await dashboard.waitFor(/\[2 Posture [1-9]\d*\]/v);
		await dashboard.waitFor('Administration or database port');
		dashboard.press('F');
		await dashboard.waitFor(/characters by OSC 52/v);
		dashboard.press('esc');
		await dashboard.waitFor(screen => titleOf(screen, 'Exposure').includes('/who:internet port:22'));
	});
}

test.serial('a cluster that nobody reaches says why, which ways exist, and what the run command costs before it is used', async t => {
	const dashboard = await openDemo(t, {columns: 120, rows: 40, args: ['--inside']});
	dashboard.press(':', ...'aks-payments-terminals-prod-neu/services', 'enter');
	// What Azure gives away is shown, and marked as inferred.
	await dashboard.waitFor(/\[5 Services \d+\]/v);
	await dashboard.waitFor('inferred');
	dashboard.press('4');
	await dashboard.waitFor(/Its nodes are unknown: The cluster is private, and there is no line to it/v);

	dashboard.press(':', ...'aks-payments-terminals-prod-neu/control-plane', 'enter');
	await dashboard.waitFor('[7 Control plane]');
	dashboard.press('G');
	await dashboard.waitFor(/peered network/v);
	await dashboard.waitFor(/runcommand\/action/v);
	await dashboard.waitFor(/activity log/v);

	dashboard.press(':', ...'run-command aks-payments-terminals-prod-neu', 'enter');
	await dashboard.waitFor(/by the run command: a pod in the cluster/v);
	dashboard.press('4');
	await dashboard.waitFor(/\[4 Nodes [1-9]\d*\]/v);
	t.regex(dashboard.screen().join('\n'), /vmss0000/v);
});

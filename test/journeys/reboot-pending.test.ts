import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const selected = (screen: Screen, name: string): string => selectedIn(boxTitled(screen, name)) ?? '';
const waits = /r [1-9]\d*(?:\+\?)? reboot pending/v;

for (const size of [{columns: 80, rows: 24}, {columns: 120, rows: 40}] as const) {
	test.serial(`from a finding that a node waits for a restart to the node and back, at ${size.columns}×${size.rows}`, async t => {
		const dashboard = await openDemo(t, {...size, args: ['--inside']});
		// Clusters are looked into while their patching is watched.
		dashboard.press(':', ...'patch', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Patching').includes(' 1/'));
		dashboard.press('/', ...'reboot>0', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Patching ').includes('/reboot>0') && selected(screen, 'Patching ') !== '');

		dashboard.press('6');
		await dashboard.waitFor(screen => titleOf(screen, '6 Worklist').includes(' 1/'));
		dashboard.press('/', ...'restart', 'enter');
		await dashboard.waitFor(screen => selected(screen, '6 Worklist').includes('Node waits for a rest'));
		await dashboard.waitForQuiet();
		const row = selected(dashboard.screen(), '6 Worklist');

		dashboard.press('enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Worklist › ') !== '' && screen.some(line => line.includes('Node waits for a rest')));
		t.regex(titleOf(dashboard.screen(), 'Worklist › '), /vmss/v);

		dashboard.press('d');
		await dashboard.waitFor(/reboot pending: it waits for a restart for \d+ d/v);
		t.regex(dashboard.screen().join('\n'), /Restart +needed, for \d+/v);

		dashboard.press('esc');
		await dashboard.waitFor(screen => titleOf(screen, '6 Worklist') !== '');
		await dashboard.waitForQuiet();
		t.is(selected(dashboard.screen(), '6 Worklist'), row);
	});
}

test.serial('from the patching view to the pool, its nodes and the one that waits', async t => {
	const dashboard = await openDemo(t, {columns: 120, rows: 40, args: ['--inside']});
	dashboard.press(':', ...'patch', 'enter');
	await dashboard.waitFor(waits);
	dashboard.press('/', ...'reboot>0', 'enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Patching ').includes('/reboot>0') && selected(screen, 'Patching ') !== '');
	await dashboard.waitForQuiet();
	dashboard.press('enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Patching: aks-') !== '');
	dashboard.press('/', ...'reboot>0', 'enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Patching: aks-').includes('/reboot>0'));
	await dashboard.waitForQuiet();
	dashboard.press('enter');
	await dashboard.waitFor(/\[3 Nodes \d/v);
	dashboard.press('/', ...'state:reboot', 'enter');
	await dashboard.waitFor(screen => screen.some(line => line.startsWith('│▌') && line.includes(' reboot ')));
	dashboard.press('enter');
	await dashboard.waitFor(/State +reboot pending/v);
	t.regex(dashboard.screen().join('\n'), /Kured +runs on \d+ of \d+ nodes/v);
});

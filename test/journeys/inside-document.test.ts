import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const selected = (screen: Screen, name: string): string => selectedIn(boxTitled(screen, name)) ?? '';

test.serial('why a Service fails is one key away from the member of its document', async t => {
	const dashboard = await openDemo(t, {columns: 120, rows: 40, args: ['--inside']});
	dashboard.press(':', ...'exposure', 'enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Exposure').includes(' 1/'));
	dashboard.press('/', ...'who:internet port:22', 'enter');
	await dashboard.waitFor(screen => selected(screen, 'Exposure').includes('sftp') && selected(screen, 'Exposure').includes('the internet'));
	dashboard.press('p');
	await dashboard.waitFor('paused');
	dashboard.press('enter');
	await dashboard.waitFor('[1 Overview]');
	dashboard.press('2');
	await dashboard.waitFor('Administration or database port');
	dashboard.press('X');
	await dashboard.waitFor(/Evidence 1 of \d/v);
	await dashboard.waitFor('spec.type = LoadBalancer');
	dashboard.press('enter');
	await dashboard.waitFor('[3 Document]');
	await dashboard.waitFor(/kind: Service/v);
	await dashboard.waitFor(screen => screen.some(line => line.includes('type: LoadBalancer')));
	t.regex(titleOf(dashboard.screen(), 'Exposure › '), /sftp/v);
	dashboard.press('esc');
	await dashboard.waitFor(/Evidence 1 of \d/v);
});

test.serial('why a node waits for a restart is one key away from Kured\'s annotation', async t => {
	const dashboard = await openDemo(t, {columns: 120, rows: 40, args: ['--inside']});
	dashboard.press(':', ...'patch', 'enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Patching').includes(' 1/'));
	dashboard.press('/', ...'reboot>0', 'enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Patching ').includes('/reboot>0') && selected(screen, 'Patching ') !== '');
	dashboard.press('6');
	await dashboard.waitFor(screen => titleOf(screen, '6 Worklist').includes(' 1/'));
	dashboard.press('/', ...'restart', 'enter');
	await dashboard.waitFor(screen => selected(screen, '6 Worklist').includes('Node waits for a rest'));
	dashboard.press('p');
	await dashboard.waitFor('paused');
	await dashboard.waitForQuiet();
	dashboard.press('enter');
	await dashboard.waitFor(screen => titleOf(screen, 'Worklist › ') !== '' && screen.some(line => line.includes('Node waits for a rest')));
	dashboard.press('X');
	await dashboard.waitFor(/metadata\.annotations\["[^"]*kured[^"]*"\] = /v);
	dashboard.press('enter');
	await dashboard.waitFor('[3 Document]');
	await dashboard.waitFor(/▌ +weave\.works\/kured-reboot-in-progress: "/v);
	t.notRegex(dashboard.screen().join('\n'), /is absent/v);
});

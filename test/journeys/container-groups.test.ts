import test from 'ava';
import {boxTitled, selectedIn} from '../support/boxes.js';
import {openDemo} from '../support/dashboard.js';

type Screen = readonly string[];

const titleOf = (screen: Screen, name: string): string => boxTitled(screen, name)?.title ?? '';
const selected = (screen: Screen, name: string): string => selectedIn(boxTitled(screen, name)) ?? '';

for (const [columns, rows] of [[80, 24], [120, 40]] as const) {
	test.serial(`at ${columns}×${rows}: from :aci to a group that fails again and again, its secret, its logs as they are written, and the board of the fleet`, async t => {
		const dashboard = await openDemo(t, {columns, rows});
		dashboard.press(':', ...'aci', 'enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Container instances').includes('1/12'));
		dashboard.press('/', ...'aci-mailer', 'enter');
		await dashboard.waitFor(screen => selected(screen, 'Container instances').includes('aci-mailer'));
		t.regex(selected(dashboard.screen(), 'Container instances'), /H2/v);
		dashboard.press('enter');
		await dashboard.waitFor(/State +Running/v);
		dashboard.press('2');
		await dashboard.waitFor(/A plain environment variable looks like a secret/v);
		dashboard.press('3');
		await dashboard.waitFor(/worker 2 plain secrets/v);
		await dashboard.waitFor(/Restarts +2\d\d/v);

		dashboard.press('4');
		await dashboard.waitFor(/worker +followed/v);
		await dashboard.waitFor(/FATAL leaves with exit code 1/v);
		const before = dashboard.screen().findLast(line => /\d\d:\d\d:\d\d /v.test(line));
		await dashboard.waitFor(screen => screen.findLast(line => /\d\d:\d\d:\d\d /v.test(line)) !== before);
		dashboard.press('g');
		await dashboard.waitFor(/held, G follows/v);
		dashboard.press('/', ...'535', 'enter');
		await dashboard.waitFor(/match 1\/\d+/v);
		dashboard.press('p');
		await dashboard.waitFor(/paused, p goes on/v);
		dashboard.press('p', 'G');
		await dashboard.waitFor(/worker +followed/v);

		// The first esc ends the search.
		dashboard.press('esc');
		await dashboard.waitFor(screen => screen.every(line => !line.includes('match ')));
		dashboard.press('esc');
		await dashboard.waitFor(screen => selected(screen, 'Container instances').includes('aci-mailer'));
		dashboard.press(':', ...'recommendations', 'enter');
		await dashboard.waitFor(/Protect credentials +[1-9]/v);
		dashboard.press('enter');
		await dashboard.waitFor(screen => titleOf(screen, 'Recommendations: ').includes('1/12'));
		dashboard.press('enter');
		await dashboard.waitFor(/Decided by/v);

		const written = dashboard.chunks.map(({data}) => data).join('');
		t.false(written.includes('not-a-real'), 'no value of a secret is drawn');
	});
}

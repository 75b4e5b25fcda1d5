import test from 'ava';
import {unknown} from '../../source/model/known.js';
import {openApp} from '../support/app.js';
import {boxTitled} from '../support/boxes.js';
import {
	groupFrom,
	groupList,
	groupOf,
	groupStateOf,
} from '../support/container-groups.js';
import {hostileNames} from '../support/hostile.js';
import {documentOf, snapshotOf} from '../support/models.js';
import {asciiTheme, plainTheme} from '../support/theme.js';

const full = groupOf('container-group-full-composed');

const groups = [full, ...groupList().slice(1).map(document => groupFrom(document))];

const snapshot = snapshotOf({containerGroups: groups, groupStates: new Map([[full.key, groupStateOf('container-group-full-composed')]])});

for (const [columns, rows, theme, isAscii] of [[120, 40, plainTheme, false], [80, 24, asciiTheme, true]] as const) {
	test(`container groups at ${columns}×${rows}${isAscii ? ', in ASCII' : ''}: a list, and of one its containers, network, volumes and recommendations`, async t => {
		const app = await openApp(t, {
			snapshot, columns, rows, theme, isAscii,
		});
		const listLines = await app.press(':', ...'aci', 'enter');
		const list = listLines.join('\n');
		t.regex(list, new RegExp(`Container instances.* 1/${groups.length} `, 'v'));
		t.regex(list, /aci-worker +\? +Running +public/v);
		t.regex(list, /private/v);

		const found = await app.press('/', ...'aci-worker', 'enter');
		t.true(found.join('\n').includes('aci-worker'));
		const overview = await app.press('enter');
		const text = overview.join('\n');
		t.regex(text, /State +Running/v);
		t.regex(text, /Restart policy +OnFailure/v);

		const containers = await app.press('3', 'down');
		t.regex(containers.join('\n'), /worker 1 plain secret/v);
		const whole = await openApp(t, {
			snapshot, columns, rows: 80, theme, isAscii,
		});
		await whole.press(':', ...'aci', 'enter', '/', ...'aci-worker', 'enter', 'enter');
		const page = await whole.press('3', 'down');
		const all = page.join('\n');
		t.regex(all, /State +Waiting: CrashLoopBackOff/v);
		t.regex(all, /Restarts +12/v);
		t.regex(all, /LOG_LEVEL +plain/v);
		t.regex(all, /DB_PASSWORD +plain, and looks like a secret/v);
		t.regex(all, /API_TOKEN +secure/v);
		t.false(all.includes('placeholder-in-plain-text'));
		const network = await whole.press('5');
		t.regex(network.join('\n'), /Open ports +443\/TCP, 8080\/TCP, 5353\/UDP/v);
		t.regex(network.join('\n'), /Label may be taken +Unsecure/v);
		const volumes = await whole.press('6');
		t.regex(volumes.join('\n'), /share +Azure file share: share data of stshop/v);
		const pulled = await whole.press('7');
		t.regex(pulled.join('\n'), /acrshop\.azurecr\.io +by the admin user/v);
		t.regex(pulled.join('\n'), /docker\.io +by identity/v);
		const board = await whole.press('9');
		t.regex(board.join('\n'), /Use a private registry +unknown/v, 'what was not judged is unknown');
	});
}

test('the board of the fleet counts groups, and a row opens exactly those', async t => {
	const app = await openApp(t, {snapshot, theme: plainTheme});
	const board = await app.press(':', ...'recommendations', 'enter');
	t.regex(board.join('\n'), new RegExp(`Protect credentials +- +${groups.length} +-`, 'v'));
	const one = await app.press('enter');
	t.true(boxTitled(one, 'Recommendations')?.title.endsWith(`1/${groups.length}`), one.join('\n'));
	const tab = await app.press('enter');
	t.regex(tab.join('\n'), /Decided by/v);
	const back = await app.press('esc', 'esc');
	t.truthy(boxTitled(back, 'Recommendations for container instances'));
});

test('until it was opened, how a group is just now is unknown with its reason', async t => {
	const groupStates = new Map([[full.key, unknown('denied', 'the identity lacks the right')]]);
	const app = await openApp(t, {snapshot: snapshotOf({containerGroups: groups, groupStates}), theme: plainTheme});
	const list = await app.press(':', ...'aci', 'enter');
	t.regex(list.join('\n'), /aci-worker +\? +deployed +public +\S+ +\?/v);
	const page = await app.press('/', ...'aci-worker', 'enter', 'enter');
	t.regex(page.join('\n'), /State +unknown: the identity lacks the right/v);
});

test('hostile names stay in line', async t => {
	const hostile = hostileNames.map((name, index) => {
		const text = JSON.stringify(documentOf('aci/container-group-full-composed'), (key, value: unknown) => (typeof value === 'string' && key !== 'id' ? name : value));
		return groupFrom(JSON.parse(text.replace('aci-worker', () => `aci-${index}`)));
	});
	const app = await openApp(t, {snapshot: snapshotOf({containerGroups: hostile}), theme: plainTheme});
	await app.press(':', ...'aci', 'enter', 'enter');
	for (const tab of ['1', '3', '4', '5', '6', '7', '8', '9']) {
		// eslint-disable-next-line no-await-in-loop -- one tab after the other
		const lines = await app.press(tab);
		t.notRegex(lines.join(''), /[\p{Control}\u{202E}\u{2066}]/v);
		t.true(lines.length <= 40);
	}
});

test('without any, the list says so, and why where they could not be read', async t => {
	const app = await openApp(t, {snapshot: snapshotOf(), theme: plainTheme});
	const empty = await app.press(':', ...'container-groups', 'enter');
	t.regex(empty.join('\n'), /There is no container group in the subscriptions that could be read/v);
});

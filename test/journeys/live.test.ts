import test from 'ava';
import {boxTitled, boxesOf} from '../support/boxes.js';
import {openLive, startLive} from '../support/live.js';
import {until} from '../support/until.js';
import type {Fault} from '../support/azure-server/server.js';
import {documentFleet} from '../support/azure-server/fleet.js';

const asksGraph = (body: string, text: string): boolean => body.toLowerCase().includes(text);

const throttled: Fault = {
	when: ({body}) => asksGraph(body, 'microsoft.containerservice/managedclusters'),
	times: 1,
	give: {status: 429, headers: {'retry-after': '1'}, body: {error: {code: 'RateLimiting', message: 'Please provide below info when asking for support.'}}},
};

const dropped: Fault = {when: ({body}) => asksGraph(body, 'microsoft.containerregistry/registries'), times: 1, give: 'drop'};

const cut: Fault = {when: ({url}) => /\/providers\/microsoft\.security\/alerts$/iv.test(url.pathname), times: 1, give: 'cut'};

test.serial('the fleet of a cloud of one\'s own is shown, the gap is named, and what failed on the way is made good', async t => {
	const live = await startLive(t, {faults: [throttled, dropped, cut], fleet: {...documentFleet(), graphPageSize: 1}});
	const dashboard = openLive(t, live, {columns: 160, rows: 45});
	const titles = (screen: readonly string[]): readonly string[] => boxesOf(screen).map(({title}) => title.replaceAll(/ +/gv, ' '));
	await dashboard.waitFor(screen => titles(screen).join(', ') === '1 Clusters 1/4, 2 Node pools 1/8, 3 Registries 1/3, 4 Defender findings 1/14, 0 counted');
	await dashboard.waitFor(/2 of 3 (?:subscriptions|subs) · 1 denied/v);
	for (const name of ['aks-old', 'aks-windows', 'aks-test', 'aks-pay']) {
		t.true(boxTitled(dashboard.screen(), '1 Clusters')!.lines.some(line => line.includes(` ${name} `)), `${name} is shown`);
	}

	// Nothing is left of the faults: no pane has anything to say.
	await dashboard.waitFor(screen => /posture \d/v.test(screen[0]!) && boxesOf(screen).every(({foot}) => foot === ''));
	t.true(live.server.requests.some(({body}) => body.includes('$skipToken')));

	dashboard.press('!');
	await dashboard.waitFor('Subscriptions: 2 of 3 read');
	await dashboard.waitFor(/Old lab \S+ +denied: The identity lacks/v);
	await dashboard.waitFor(/Shop test \S+ +read by list calls/v);
	dashboard.press('esc');
	await dashboard.waitFor(screen => boxTitled(screen, '4 Defender findings') !== undefined);
	dashboard.press(':aks\r');
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.lines.length === 41);
	dashboard.press('enter');
	await dashboard.waitFor('Clusters › aks-old');
	dashboard.press('y');
	await dashboard.waitFor(/\[\d+ Document\]/v);
	await dashboard.waitFor(/kubernetesVersion: /v);
	t.true(live.server.requests.every(({method, url}) => method === 'GET' || /\/resources$|\/token$/v.test(url.pathname)));
});

test.serial('a service that fails says so in its pane, with the time of the next try, harms no other, and recovers', async t => {
	const isRegistries = ({body}: {readonly body: string}): boolean => asksGraph(body, 'microsoft.containerregistry/registries');
	const down: Fault = {when: isRegistries, give: {status: 503, headers: {'content-type': 'text/html'}, body: '<html><body>The service is unavailable.</body></html>'}};
	const live = await startLive(t, {faults: [down]});
	const dashboard = openLive(t, live, {columns: 160, rows: 45, args: ['--interval', '10']});
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.title.endsWith('1/4') === true && boxTitled(screen, '3 Registries')!.lines.join('').includes('again at '));
	const said = boxTitled(dashboard.screen(), '3 Registries')!.lines.join(' ');
	t.regex(said, /503|unavailable|failed/iv);
	t.notRegex(said, /</v);

	live.server.faults.length = 0;
	await dashboard.waitFor(screen => boxTitled(screen, '3 Registries')?.title.endsWith('1/3') === true);
	await dashboard.waitFor(screen => boxTitled(screen, '3 Registries')!.foot === '');
});

test.serial('a line that is lost leaves the last known fleet, marked with its age, and comes back', async t => {
	const live = await startLive(t);
	const dashboard = openLive(t, live, {columns: 160, rows: 45, args: ['--interval', '10']});
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')?.title.endsWith('1/4') === true && /posture \d/v.test(screen[0]!));
	live.server.faults.push({when: () => true, give: 'drop'});
	await dashboard.waitFor(screen => boxTitled(screen, '1 Clusters')!.foot.includes('dropped the connection'), {deadline: 60_000});
	t.true(boxTitled(dashboard.screen(), '1 Clusters')!.title.endsWith('1/4'));
	t.true(boxTitled(dashboard.screen(), '1 Clusters')!.lines.some(line => line.includes('aks-old')));
	t.regex(boxTitled(dashboard.screen(), '1 Clusters')!.foot, /old/v);
	live.server.faults.length = 0;
	const asked = live.server.requests.length;
	dashboard.press('R');
	await until(() => live.server.requests.length > asked);
	await dashboard.waitFor(screen => boxesOf(screen).every(({foot}) => foot === ''));
});

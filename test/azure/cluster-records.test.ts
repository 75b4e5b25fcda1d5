import test from 'ava';
import type {Cluster} from '../../source/model/cluster.js';
import {
	documentFleet,
	loadDocument,
	move,
	type Document,
} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import {cluster as clusterNamed} from '../fleet/fleet-fakes.js';

const a1 = '00000000-0000-0000-0000-0000000000a1';

const id = `/subscriptions/${a1}/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop`;

const shop: Cluster = clusterNamed('aks-shop', {
	id, key: id.toLowerCase(), subscriptionId: a1, resourceGroup: 'rg-shop',
});

const listOf = (path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value;

/**
The events as if they had been yesterday and all of this cluster, the newest first.
*/
const activity = (): readonly Document[] => listOf('monitor/activity-log-aks-composed.json').map((event, index) => ({
	...event, resourceId: id, eventTimestamp: new Date(Date.now() - 86_400_000 - (index * 60_000)).toISOString(),
}));

const recorded = () => ({
	...documentFleet(),
	activity: activity(),
	diagnosticSettings: listOf('monitor/diagnostic-setting-list-aks-composed.json'),
	maintenanceConfigurations: listOf('aks/maintenance-configuration-list-composed.json'),
});

test('what Azure tells of one cluster is read part by part, page by page', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	const records = await collectors.clusterRecords(signal, shop);
	t.is(records.clusterKey, shop.key);
	t.like(records.diagnosticSettings, {
		0: {name: 'to-law', categories: ['cluster-autoscaler', 'guard', 'kube-apiserver', 'kube-audit-admin'], destinations: ['workspace law']},
		1: {name: 'archive', destinations: ['storage starchive']},
	});
	t.like(records.maintenance, {length: 2, 0: {name: 'aksManagedAutoUpgradeSchedule'}, 1: {name: 'aksManagedNodeOSUpgradeSchedule', schedule: 'daily, 22:00 for 8 h, UTC'}});
	const actions = records.activity as ReadonlyArray<Record<string, unknown>>;
	t.deepEqual(actions.map(({operation}) => String(operation).split('/').slice(-2).join('/')), ['listClusterAdminCredential/action', 'runCommand/action', 'managedClusters/write', 'managedClusters/write', 'roleAssignments/write']);
	t.like(actions[0], {
		title: 'List clusterAdmin credential', status: 'Succeeded', caller: 'user1@contoso.com', address: '198.51.100.7',
	});
	t.is(actions[1]!.status, 'Succeeded', 'how it ended');
	t.true(Date.parse(String(actions[0]!.at)) > Date.parse(String(actions[1]!.at)));
	t.notRegex(JSON.stringify(records), /\\u001b|\u{202E}|authnmethodsreferences/v, 'no escape, no claim of a token');
	const asked = server.requests.filter(({url}) => url.pathname.includes('eventtypes'));
	t.true(asked.length > 1, 'the log goes on');
});

test('the begin of an action tells when it was, its end how it ended', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	const {activity: events} = await collectors.clusterRecords(signal, shop);
	const run = (events as ReadonlyArray<{readonly operation: string; readonly at: string}>).find(({operation}) => operation.includes('runCommand'))!;
	const begin = server.fleet.activity!.find(event => (event.operationName as {value: string}).value.includes('runCommand') && (event.eventName as {value: string}).value === 'BeginRequest')!;
	t.is(run.at, begin.eventTimestamp as string);
});

test('a refusal makes one part unknown, with the right that it needs', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	const refusals = [['diagnosticSettings', 'Microsoft.Insights/diagnosticSettings/read'], ['eventtypes', 'Microsoft.Insights/eventtypes/values/read'], ['maintenanceConfigurations', 'maintenanceConfigurations/read']] as const;
	for (const [path, right] of refusals) {
		server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.includes(path), give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}});
		// eslint-disable-next-line no-await-in-loop -- each with its own fault
		const {diagnosticSettings, activity: events, maintenance} = await collectors.clusterRecords(signal, shop);
		const parts = [diagnosticSettings, events, maintenance];
		const lost = parts.filter(part => 'unknown' in part);
		t.is(lost.length, 1, path);
		t.like(lost[0], {unknown: 'denied'});
		t.regex((lost[0] as {reason: string}).reason, new RegExp(right.replaceAll('.', String.raw`\.`), 'v'));
	}
});

test('what is throttled is waited for, what is broken is asked again or unknown', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	server.faults.push(
		{when: ({url}) => url.pathname.includes('diagnosticSettings'), times: 1, give: {status: 429, headers: {'retry-after': '0'}, body: {error: {code: 'TooManyRequests', message: 'slow'}}}},
		{when: ({url}) => url.pathname.includes('maintenanceConfigurations'), times: 1, give: 'drop'},
		{when: ({url}) => url.pathname.includes('eventtypes'), give: {status: 200, body: '<html>'}},
	);
	const records = await collectors.clusterRecords(signal, shop);
	t.true(Array.isArray(records.diagnosticSettings));
	t.true(Array.isArray(records.maintenance));
	t.like(records.activity, {unknown: 'malformed'});
});

test('an answer of which a part cannot be read is unknown, never a cluster without audit log', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	const [setting] = recorded().diagnosticSettings;
	const hostile = [null, 7, {...setting, properties: {logs: 'all'}}, {...setting, properties: {logs: [null]}}, {...setting, properties: {logs: [{category: 'kube-audit', enabled: 'True'}]}}];
	for (const document of hostile) {
		server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.includes('diagnosticSettings'), give: {status: 200, body: {value: [setting, document]}}});
		// eslint-disable-next-line no-await-in-loop -- each with its own fault
		const {diagnosticSettings} = await collectors.clusterRecords(signal, shop);
		t.like(diagnosticSettings, {unknown: 'malformed'}, JSON.stringify(document));
	}

	server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.includes('diagnosticSettings'), give: {status: 200, body: {}}});
	const {diagnosticSettings} = await collectors.clusterRecords(signal, shop);
	t.like(diagnosticSettings, {unknown: 'malformed'});
	server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.includes('eventtypes'), give: {status: 200, body: {value: [null, 'x', {eventTimestamp: 'soon'}, {eventTimestamp: 7}]}}});
	const {activity: none} = await collectors.clusterRecords(signal, shop);
	t.deepEqual(none, []);
});

test('an event hub is told by its name, not by the rule that holds its keys', async t => {
	const pay = id.replaceAll('shop', 'pay');
	const server = await startFor(t, {fleet: {...documentFleet(), diagnosticSettings: listOf('monitor/diagnostic-setting-list-category-group-composed.json')}});
	const {collectors, signal} = openFleet(server);
	const settings = await collectors.diagnosticSettings(signal, [pay]);
	t.deepEqual(settings.get(pay.toLowerCase()), [{name: 'siem', categories: ['group:audit'], destinations: ['event hub evh/insights-logs']}]);
	t.notRegex(JSON.stringify([...settings]), /SharedAccessKey/v);
});

test('registries and subscriptions have diagnostic settings too, and one refusal is theirs alone', async t => {
	const registry = `/subscriptions/${a1}/resourceGroups/clitest.rg000001/providers/Microsoft.ContainerRegistry/registries/clireg000002`;
	const other = `${registry}x`;
	const subscription = `/subscriptions/${a1}`;
	const server = await startFor(t, {
		fleet: {
			...documentFleet(),
			diagnosticSettings: [
				move(loadDocument('monitor/recorded-registry-diagnostic-setting.json'), a1),
				{...loadDocument('monitor/recorded-subscription-diagnostic-setting.json') as Document, id: `/subscriptions/${a1}/providers/microsoft.insights/diagnosticSettings/export`},
			],
		}, faults: [{when: ({url}) => url.pathname.includes('clireg000002x'), give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}}],
	});
	const {collectors, signal} = openFleet(server);
	const settings = await collectors.diagnosticSettings(signal, [registry, other, subscription]);
	t.like(settings.get(registry.toLowerCase()), {0: {categories: ['ContainerRegistryLoginEvents', 'ContainerRegistryRepositoryEvents'], destinations: ['workspace wprkspace000003']}});
	t.like(settings.get(other.toLowerCase()), {unknown: 'denied'});
	t.true((settings.get(subscription) as ReadonlyArray<{readonly categories: readonly string[]}>)[0]!.categories.includes('Administrative'));
});

test('a quote in a cluster\'s name ends no filter, and an aborted signal ends the reading', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	const odd = {...shop, id: `${id}'x`};
	const {activity: none} = await collectors.clusterRecords(signal, odd);
	t.deepEqual(none, []);
	const abort = new AbortController();
	abort.abort(new Error('left'));
	await t.throwsAsync(async () => collectors.clusterRecords(abort.signal, shop), {message: 'left'});
});

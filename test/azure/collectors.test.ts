import test from 'ava';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {SourceError} from '../../source/model/source-error.js';
import {findOperation} from '../../source/azure/operation-of.js';
import {readGraph} from '../../source/azure/pages.js';
import {queries} from '../../source/azure/queries.js';
import {readCluster} from '../../source/azure/read/cluster.js';
import {
	documentFleet,
	largeFleet,
	loadDocument,
	move,
} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import type {AzureServer} from '../support/azure-server/server.js';

const [a1, a2, a3] = ['a1', 'a2', 'a3'].map(letters => `00000000-0000-0000-0000-0000000000${letters}`) as [string, string, string];

const paths = (server: AzureServer): readonly string[] => server.requests
	.filter(({url}) => /^\/(?:subscriptions|providers)/v.test(url.pathname))
	.map(({method, url}) => `${method} ${url.pathname}`);

const failureOf = async (run: Promise<unknown>): Promise<SourceError['detail']> => {
	try {
		await run;
	} catch (error) {
		if (error instanceof SourceError) {
			return error.detail;
		}

		throw error;
	}

	throw new Error('It did not fail.');
};

test('subscriptions that Resource Graph leaves out in silence are found out', async t => {
	const server = await startFor(t);
	const {collectors, signal} = openFleet(server);
	const {tenant, subscriptions} = await collectors.subscriptions(signal);
	t.is(tenant, server.fleet.tenantId);
	t.deepEqual(subscriptions.map(({name, coverage}) => [name, coverage.state]), [['Old lab', 'listed'], ['Shop production', 'answered'], ['Shop test', 'listed']]);
});

test('what Resource Graph leaves out is read by list calls, and what is denied is named', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items, coverage} = await collectors.clusters(signal, await subscriptions());
	t.deepEqual(items.map(({name}) => name).toSorted(), ['aks-old', 'aks-pay', 'aks-test', 'aks-windows']);
	t.is(coverage.get(a1)?.state, 'answered');
	t.is(coverage.get(a2)?.state, 'listed');
	const denied = coverage.get(a3);
	t.is(denied?.state, 'denied');
	t.is(denied?.state === 'denied' ? denied.reason : '', `The identity lacks Microsoft.ContainerService/managedClusters/read on /subscriptions/${a3}.`);
});

test('what Resource Graph gave is handed on before the list calls have answered', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const asked = server.requests.length;
	const partial: string[][] = [];
	const {items} = await collectors.clusters(signal, all, ({items: known, coverage}) => {
		partial.push(known.map(({name}) => name).toSorted());
		t.is(coverage.get(a1)?.state, 'answered');
		t.false(coverage.has(a2), 'what is still being read is not answered');
		t.false(server.requests.slice(asked).some(({url}) => url.pathname.includes('managedClusters')));
	});
	t.deepEqual(partial.at(-1), ['aks-old', 'aks-pay', 'aks-windows'].filter(name => items.some(item => item.name === name && item.subscriptionId === a1)));
	t.true(items.length > partial.at(-1)!.length);
});

test('where somebody waits, the first page is a small one, and the pages after it leave out what it gave', async t => {
	const server = await startFor(t, {fleet: largeFleet(250)});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const partial: number[] = [];
	const waited = await collectors.clusters(signal, all, ({items}) => {
		partial.push(items.length);
	});
	const quiet = await collectors.clusters(signal, all);
	t.deepEqual(partial, [40]);
	t.deepEqual(waited.items.map(({key}) => key), quiet.items.map(({key}) => key));
	t.is(waited.items.length, 250);
});

test('registries, plans and findings come both ways', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const registries = await collectors.registries(signal, all);
	t.deepEqual(registries.items.map(({subscriptionId}) => subscriptionId).toSorted(), [a1, a1, a2]);

	const plans = await collectors.defenderPlans(signal, all);
	const containers = plans.items.filter(({name}) => name === 'Containers');
	t.deepEqual(containers.map(({subscriptionId}) => subscriptionId).toSorted(), [a1, a2]);
	t.deepEqual(containers[0]?.extensions, containers[1]?.extensions);
	t.true(Object.keys(valueOf(containers[1]!.extensions) ?? {}).length > 3, 'the list call asks for a version that knows extensions');

	const findings = await collectors.findings(signal, all, 100);
	t.true(findings.isComplete);
	const ofA1 = findings.items.filter(({subscriptionId}) => subscriptionId === a1);
	const ofA2 = findings.items.filter(({subscriptionId}) => subscriptionId === a2);
	t.is(ofA1.length, 7);
	t.deepEqual(ofA1.map(({status}) => status === 'not-applicable'), [false, false, false, false, false, false, true], 'what somebody has exempted comes last');
	t.deepEqual(ofA1.map(({title}) => title), ofA2.map(({title}) => title), 'the same findings in the same order');
	t.is(findings.coverage.get(a3)?.state, 'denied');

	const totals = await collectors.findingTotals(signal, all);
	const open = findings.items.filter(({status}) => status !== 'not-applicable');
	t.is(totals.total, open.length);
	for (const severity of ['critical', 'high', 'medium', 'low', 'info'] as const) {
		t.is(totals.bySeverity[severity], open.filter(finding => finding.severity === severity).length);
	}
});

test('which subscriptions Defender assesses comes both ways, and none is called unassessed that could not be asked', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const assessed = await collectors.assessedSubscriptions(signal, all);
	t.deepEqual([assessed.get(a1), assessed.get(a2)], [true, true]);
	t.like(assessed.get(a3), {unknown: 'denied'});

	const bare = await startFor(t, {fleet: {...documentFleet(), assessments: []}});
	const other = openFleet(bare);
	const none = await other.collectors.assessedSubscriptions(other.signal, await other.subscriptions());
	t.deepEqual([none.get(a1), none.get(a2)], [false, false]);

	// It refuses between two readings: each is asked by its list call.
	const refusal = loadDocument('resource-graph/error-403-authorization-failed-composed.json') as {status: number; body: unknown};
	bare.faults.push(
		{when: ({url}) => url.pathname.includes('ResourceGraph'), give: refusal},
		{when: ({url}) => url.pathname.includes(`${a2}/providers/Microsoft.Security/assessments`), give: {status: 200, body: {}}},
	);
	const refused = await other.collectors.assessedSubscriptions(other.signal, all);
	t.false(refused.get(a1));
	t.like(refused.get(a2), {unknown: 'malformed'});
});

test('where Resource Graph refuses, everything comes from list calls', async t => {
	const refused = loadDocument('resource-graph/error-403-authorization-failed-composed.json') as {status: number; body: unknown};
	const fleet = documentFleet();
	const server = await startFor(t, {fleet: {...fleet, subscriptions: fleet.subscriptions.filter(({isDenied}) => isDenied !== true)}});
	const whole = openFleet(server);
	const before = await whole.collectors.clusters(whole.signal, await whole.subscriptions());
	server.faults.push({when: ({url}) => url.pathname.includes('ResourceGraph'), give: refused});

	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	t.deepEqual(all.map(({coverage}) => coverage.state), ['listed', 'listed']);
	const after = await collectors.clusters(signal, all);
	t.deepEqual(after.items, before.items, 'a list call gives the same model as a row of Resource Graph');
	t.true(after.coverage.values().every(({state}) => state === 'listed'));

	// It refuses between two readings.
	const later = await collectors.clusters(signal, all.map(subscription => ({...subscription, coverage: {state: 'answered'}})));
	t.deepEqual(later.items, before.items);
	const totals = await collectors.findingTotals(signal, all);
	t.is(totals.total, 12);
});

test('row, list and get of one cluster give the same model', async t => {
	const server = await startFor(t);
	const {collectors, session, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.clusters(signal, await subscriptions());
	const cluster = items.find(({name}) => name === 'aks-pay')!;
	const document = server.fleet.clusters.find(({id}) => id === cluster.id);
	t.deepEqual(cluster, readCluster(document)!);
	const client = await session.containerService(a1);
	const direct = await client.managedClusters.get('rg-pay', 'aks-pay');
	t.is(direct.name, 'aks-pay', 'outside of a reading the clients work as ever');
	const opened = await collectors.document(signal, cluster.key);
	const shown = opened.document as {readonly id: string; readonly properties: {readonly agentPoolProfiles: readonly unknown[]}};
	t.is(shown.id, cluster.id);
	t.is(shown.properties.agentPoolProfiles.length, 3);
});

test('a document is read fresh, whatever it is of, and through Resource Graph where its service refuses', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const clusters = await collectors.clusters(signal, all);
	const registries = await collectors.registries(signal, all);
	const [cluster] = clusters.items;
	const [registry] = registries.items;
	const {items: findings} = await collectors.findings(signal, all, 100);
	const pool = (valueOf(cluster!.nodePools) ?? [])[0]!;
	const keys = [cluster!.key, pool.key, registry!.key, findings.find(({source}) => source === 'alert')!.key, findings.find(({source}) => source === 'assessment')!.key];
	for (const key of keys) {
		// eslint-disable-next-line no-await-in-loop
		const {document} = await collectors.document(signal, key);
		t.is((document as {readonly id: string}).id.toLowerCase(), key);
	}

	server.faults.push({when: ({url}) => url.pathname.endsWith(`/managedClusters/${cluster!.name}`) || url.pathname.endsWith(`/managedclusters/${cluster!.name}`), give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}});
	const {document} = await collectors.document(signal, cluster!.key);
	t.is((document as {readonly id: string}).id.toLowerCase(), cluster!.key);

	const gone = await failureOf(collectors.document(signal, `${registry!.key}x`));
	t.is(gone.cause, 'not-found');
	const foreign = await failureOf(collectors.document(signal, '/subscriptions/x/providers/y/z'));
	t.is(foreign.cause, 'not-found');
});

test('findings of one resource come both ways, and of a resource with a longer name not at all', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	await subscriptions();
	const key = (id: string, name: string): string => `/subscriptions/${id}/resourcegroups/rg-shop/providers/microsoft.containerservice/managedclusters/${name}`;
	const inGraph = await collectors.findingsOf(signal, key(a1, 'aks-shop'));
	const listed = await collectors.findingsOf(signal, key(a2, 'aks-shop'));
	t.true(inGraph.length > 3);
	t.deepEqual(listed.map(({title}) => title), inGraph.map(({title}) => title));
	t.deepEqual(await collectors.findingsOf(signal, key(a1, 'aks-sho')), []);
	t.deepEqual(await collectors.findingsOf(signal, key(a2, 'aks-sho')), []);
});

test('a fleet of 1,000 clusters and 5,000 pools takes few requests, and none for each cluster', async t => {
	const server = await startFor(t, {fleet: largeFleet(1000)});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const {items} = await collectors.clusters(signal, all);
	t.is(items.length, 1000);
	const pools = items.flatMap(({nodePools}) => valueOf(nodePools) ?? []);
	t.is(pools.length, 5000);
	const beforeImages = paths(server).length;
	t.true(beforeImages <= 12, `${beforeImages} requests`);

	const images = await collectors.nodeImages(signal, pools);
	t.is(images.size, 12, 'three families in four regions');
	t.is(paths(server).length - beforeImages, 12);
	t.true(images.values().every(image => !isUnknown(image)));

	const versions = await collectors.kubernetesVersions(signal, items);
	t.is(versions.size, 4);
	t.is(paths(server).length - beforeImages, 16);
	t.true(paths(server).every(line => findOperation(line.split(' ', 1)[0]!, decodeURIComponent(line.split(' ', 2)[1]!)) !== undefined), 'nothing that is not on the list');
	t.true(server.requests.every(({headers, url}) => url.pathname.includes('oauth2') || url.pathname.includes('openid') || String(headers['user-agent']).startsWith('crowsnest/0.0.0')));
});

test('what has not changed keeps its identity, and what has changed alone gets a new one', async t => {
	const server = await startFor(t, {fleet: largeFleet(30)});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const first = await collectors.clusters(signal, all);
	const {fleet} = server;
	server.fleet = {...fleet, clusters: fleet.clusters.map((cluster, index) => (index === 7 ? {...cluster, tags: {changed: 'yes'}} : cluster))};
	const second = await collectors.clusters(signal, all);
	const changed = second.items.filter((cluster, index) => cluster !== first.items[index]);
	t.deepEqual(changed.map(({name, tags}) => [name, tags.changed]), [['aks-0007', 'yes']]);
});

test('a node image that is refused is unknown with its reason; a pool that is gone is not asked again for its family', async t => {
	const server = await startFor(t);
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.clusters(signal, await subscriptions());
	const pools = items.flatMap(({nodePools}) => valueOf(nodePools) ?? []);
	const gone = {...pools[0]!, id: `${pools[0]!.id}-gone`};
	server.faults.push({
		when: ({url}) => url.pathname.includes('win19'),
		give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: `The client 'x' with object id 'y' does not have authorization to perform action 'Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles/read' over scope '/subscriptions/${a1}' or the scope is invalid.`}}},
	});
	const images = await collectors.nodeImages(signal, [gone, ...pools]);
	const ubuntu = images.get('aksubuntu-2204containerd@westeurope');
	t.false(isUnknown(ubuntu), 'another pool of the family answers');
	const windows = images.get('akswindows-2019-containerd@westeurope');
	t.true(isUnknown(windows));
	t.like(windows, {unknown: 'denied'});
	t.regex(isUnknown(windows) ? windows.reason : '', /upgradeProfiles\/read on .*az role assignment create/v);
});

test('subscriptions may be named by id and by name, and what is not there is named', async t => {
	const server = await startFor(t);
	const scope = {subscriptions: ['shop TEST', a1.toUpperCase()], managementGroup: undefined, tenant: undefined};
	const chosen = await openFleet(server, {scope}).subscriptions();
	t.deepEqual(chosen.map(({id}) => id), [a1, a2]);
	const missing = await failureOf(openFleet(server, {scope: {...scope, subscriptions: ['Shop prodution']}}).subscriptions());
	t.is(missing.cause, 'not-found');
	t.is(missing.reason, 'There is no subscription "Shop prodution" that this identity can see. Did you mean Shop production?');
});

test('a management group gives its subscriptions, and one that is not there is named', async t => {
	const server = await startFor(t);
	const scope = {subscriptions: [], managementGroup: 'mg-shop', tenant: undefined};
	const below = await openFleet(server, {scope}).subscriptions();
	t.deepEqual(below.map(({id}) => id), [a1]);
	const missing = await failureOf(openFleet(server, {scope: {...scope, managementGroup: 'mg-none'}}).subscriptions());
	t.is(missing.cause, 'not-found');
	t.is(missing.reason, 'There is no management group "mg-none" with subscriptions that this identity can see.');
});

test('hostile documents reach the model as unknown facts, and what can be read is shown', async t => {
	const fleet = documentFleet();
	const hostile = [
		null,
		42,
		'text',
		[],
		{},
		{id: 7},
		{id: '/subscriptions/x'},
		{...move(loadDocument('aks/managed-cluster-weak-composed.json'), a1, 'aks-\u{1B}[31mred'), properties: {agentPoolProfiles: 'none', powerState: 3}},
	];
	const server = await startFor(t, {fleet});
	server.faults.push(
		{when: ({url, body}) => url.pathname.includes('ResourceGraph') && body.includes('managedclusters'), give: right => ({...right, body: {...right.body as Record<string, unknown>, data: hostile}})},
		{when: ({url}) => url.pathname.endsWith('/managedClusters'), give: {status: 200, body: {value: hostile}}},
	);
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.clusters(signal, await subscriptions());
	const red = items.filter(({name}) => name === 'aks-red');
	t.true(red.length > 0);
	t.true(isUnknown(red[0]!.nodePools));
});

test('a first page that is shorter than asked and leads nowhere is a fault, never the whole answer', async t => {
	const server = await startFor(t, {fleet: documentFleet()});
	server.faults.push({
		when: ({url}) => url.pathname.toLowerCase().endsWith('/microsoft.resourcegraph/resources'),
		give(right) {
			const {data, $skipToken: _token, ...rest} = right.body as {readonly data: readonly unknown[]; readonly $skipToken?: string};
			return {
				...right, body: {
					...rest, data: data.slice(0, 1), count: 1, totalRecords: 3,
				},
			};
		},
	});
	const {session, signal} = openFleet(server);
	const pages = readGraph(session, {signal, onWait: undefined}, queries.clusters, {subscriptions: [a1]});
	await t.throwsAsync(async () => pages.next(), {instanceOf: SourceError, message: /gave 1 of 3 rows and does not say how to read the others/v});
});

test('image scans and what runs are read, and an empty answer is none', async t => {
	const server = await startFor(t, {fleet: documentFleet()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	for (const collect of [collectors.imageScans, collectors.runningScans]) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {items, coverage} = await collect(signal, all);
		t.deepEqual(items, []);
		t.is(coverage.get(a1)?.state, 'answered');
	}
});

import type {HttpClient} from '@azure/core-rest-pipeline';
import test from 'ava';
import {createDemoCredential, createDemoTransport, demoCloud} from '../../demo/index.js';
import {createCollectors} from '../../source/azure/create-collectors.js';
import {createSession} from '../../source/azure/session.js';
import {createInside} from '../../source/kubernetes/create-inside.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {Inside} from '../../source/model/inside.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {quiet} from './harness.js';

const {signal} = new AbortController();

const grants = {userCredential: true, localAccounts: true, runCommand: false} as const;

const open = (transport: HttpClient) => {
	const session = createSession({
		cloud: demoCloud, credential: createDemoCredential(), transport, scope: {subscriptions: [], managementGroup: undefined, tenant: undefined},
	});
	const inside = createInside(session, {
		runCommand: {pollInterval: 1, deadline: 10_000, mark: () => '@@mark'},
	});
	return createCollectors(session, {inside: inside.look, insideDocument: inside.readDocument});
};

const clustersOf = async (collectors: ReturnType<typeof open>): Promise<readonly Cluster[]> => {
	const {subscriptions} = await collectors.subscriptions(signal);
	const {items} = await collectors.clusters(signal, subscriptions);
	return items;
};

/**
Everything of a look that could not be read, by its path.
*/
const unreadIn = (value: unknown, path = ''): readonly string[] => {
	if (isUnknown(value)) {
		return [path];
	}

	return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, member]) => unreadIn(member, `${path}.${name}`)) : [];
};

test('every cluster that can be reached is read without a fact that is malformed, and the others say why', async t => {
	const collectors = open(quiet());
	const looks: Inside[] = [];
	for (const cluster of await clustersOf(collectors)) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		looks.push(await collectors.inside(signal, cluster, grants));
	}

	t.is(looks.length, 24);
	const ways = Map.groupBy(looks, ({reach}) => reach.way ?? 'none');
	t.log(Object.fromEntries(ways.entries().map(([way, found]) => [way, found.length])));
	t.is(ways.get('local-account')?.length, 2);
	t.is(ways.get('none')?.length, 5);
	t.is(ways.get('entra')?.length, 17);
	for (const {reach} of ways.get('none')!) {
		t.true(reach.attempts.some(({way, cause}) => way === 'entra' && cause === 'unreachable'), JSON.stringify(reach));
	}

	const read = looks.filter(({reach}) => reach.way !== undefined);
	const unread = read.flatMap(({clusterKey, reach: _reach, ...parts}) => unreadIn(parts).map(path => `${clusterKey.split('/').at(-1)} ${path}`));
	t.deepEqual(unread, [
		'aks-data-prod-weu .clusterAdmins',
		'aks-platform-ingress-prod-eus2 .nodes',
		'aks-platform-ingress-prod-eus2 .storageClasses',
		'aks-platform-ingress-prod-eus2 .clusterAdmins',
	]);

	const nodes = read.flatMap(look => valueOf(look.nodes) ?? []);
	const states = Map.groupBy(nodes, ({reboot}) => valueOf(reboot)?.state);
	t.log(Object.fromEntries(states.entries().map(([state, found]) => [state, found.length])));
	t.true((states.get('needed')?.length ?? 0) > 3 && (states.get('none')?.length ?? 0) > 3 && (states.get('not-reported')?.length ?? 0) > 3);
	t.true(read.some(({kured}) => valueOf(kured)?.locks.some(({isManual}) => isManual)));
	t.true(read.some(({routes}) => (valueOf(routes) ?? []).some(({kind}) => kind === 'HTTPRoute')) && read.some(({routes}) => (valueOf(routes) ?? []).some(({kind}) => kind === 'Ingress')));
	const denied = new Set(read.flatMap(({namespacePolicies}) => valueOf(namespacePolicies) ?? []).map(({ingress}) => ingress));
	t.true(denied.has('default-deny') && denied.has('some'));
});

test('every node and Service has its document, and one that is none is not there', async t => {
	const collectors = open(quiet());
	const clusters = await clustersOf(collectors);
	const cluster = clusters.find(({name}) => name === 'aks-data-prod-weu')!;
	const look = await collectors.inside(signal, cluster, grants);
	for (const {key, name, kind} of [...valueOf(look.nodes)!.slice(0, 3), ...valueOf(look.services)!.slice(0, 3)]) {
		// eslint-disable-next-line no-await-in-loop
		const {document} = await collectors.insideDocument(signal, cluster, grants, key);
		t.like(document, {kind: kind === 'node' ? 'Node' : 'Service', apiVersion: 'v1', metadata: {name: name.split('/').at(-1)!}});
	}

	await t.throwsAsync(collectors.insideDocument(signal, cluster, grants, `${cluster.key}/nodes/nobody`), {message: 'The cluster does not have it any more (404).'});
});

test('without being asked for more, certificates that everybody shares are not used', async t => {
	const collectors = open(quiet());
	const clusters = await clustersOf(collectors);
	const old = clusters.find(({name}) => name === 'aks-logistics-warehouse-prod-weu')!;
	const {reach} = await collectors.inside(signal, old, {...grants, localAccounts: false});
	t.is(reach.way, undefined);
	t.true(reach.attempts.some(({way}) => way === 'local-account'));
});

test('a private cluster is read by the run command, to the same as by its own API', async t => {
	const transport = createDemoTransport({seed: 1, now: () => Date.UTC(2026, 10, 25, 12) + (performance.now() * 100), story: false});
	const collectors = open(transport);
	const clusters = await clustersOf(collectors);
	const cluster = clusters.find(({name}) => name === 'aks-payments-terminals-prod-neu')!;
	const look = await collectors.inside(signal, cluster, {...grants, runCommand: true});
	t.is(look.reach.way, 'run-command');
	t.deepEqual(unreadIn({...look, reach: undefined}), []);
	t.is(valueOf(look.nodes)?.length, 7);
	t.true((valueOf(look.services) ?? []).length > 20);
	t.true((valueOf(look.nodes) ?? []).every(({livePatch}) => valueOf(livePatch)?.applied !== undefined));

	const disabled = clusters.find(({name}) => name === 'aks-payments-prod-gwc')!;
	const {reach} = await collectors.inside(signal, disabled, {...grants, runCommand: true});
	t.is(reach.way, undefined);
	t.true(reach.attempts.some(({way}) => way === 'run-command'));
});

test('what Azure tells of one cluster can be read whole: logs, actions, windows', async t => {
	const collectors = open(createDemoTransport({seed: 1, now: Date.now, story: false}));
	const clusters = await clustersOf(collectors);
	const all = [];
	for (const cluster of clusters) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		all.push(await collectors.clusterRecords(signal, cluster));
	}

	t.deepEqual(all.flatMap(records => unreadIn(records)), []);
	const settings = all.map(({diagnosticSettings}) => valueOf(diagnosticSettings)!);
	t.true(settings.some(({length}) => length === 0) && settings.some(({length}) => length === 2));
	t.true(settings.flat().some(({categories}) => categories.includes('kube-audit-admin')) && settings.flat().some(({categories}) => categories.every(name => !name.includes('audit'))));
	const operations = new Set(all.flatMap(({activity}) => valueOf(activity)!.map(({operation}) => operation.split('/').slice(-2).join('/'))));
	t.true(new Set(['listClusterAdminCredential/action', 'runCommand/action', 'agentPools/write', 'roleAssignments/write']).isSubsetOf(operations));

	t.true(all.flatMap(({activity}) => valueOf(activity)!).some(({status}) => status === 'Failed'));
	t.true(all.every(({activity}) => valueOf(activity)!.every(({at, caller}) => Date.parse(at) > Date.now() - (7 * 86_400_000) && caller !== undefined)));
	const windows = all.map(({maintenance}) => valueOf(maintenance)!);
	t.log(new Set(windows.flat().map(({schedule}) => schedule)));
	t.true(windows.some(({length}) => length === 0) && windows.flat().every(({opensNext}) => opensNext !== undefined));
});

test('keys in use are of several ages, with and without rotation', async t => {
	const collectors = open(quiet());
	const {subscriptions} = await collectors.subscriptions(signal);
	const {items: vaults} = await collectors.keyVaults(signal, subscriptions);
	const keys = await collectors.vaultKeys(signal, vaults.map(vault => ({vault, keyNames: ['disks']})));
	t.is(keys.size, vaults.length);
	const all = keys.values().flatMap(fact => valueOf(fact)!).toArray();
	t.true(all.length > 3);
	t.deepEqual(all.flatMap(key => unreadIn(key)), []);
	t.true(all.some(({rotation}) => valueOf(rotation)!.length > 0) && all.some(({rotation}) => valueOf(rotation)!.length === 0));
});

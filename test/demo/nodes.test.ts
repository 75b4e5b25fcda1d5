import type {HttpClient} from '@azure/core-rest-pipeline';
import test from 'ava';
import {createDemoTransport} from '../../demo/index.js';
import {
	ask,
	clusterNamed,
	clustersOf,
	listAll,
	type KubernetesBody,
	type KubernetesItem,
} from './inside-harness.js';
import {
	createClock,
	noon,
	parsed,
	quiet,
	type Row,
} from './harness.js';

const nodesPath = '/api/v1/nodes';

/**
Nodes of every cluster that answers, by the cluster's name.
*/
const everyNode = async (client: HttpClient, given?: readonly Row[]): Promise<ReadonlyMap<Row, readonly KubernetesItem[]>> => {
	const found = new Map<Row, readonly KubernetesItem[]>();
	const clusters = given ?? await clustersOf(client);
	for (const cluster of clusters) {
		try {
			// eslint-disable-next-line no-await-in-loop -- one client answers in order
			found.set(cluster, await listAll(client, cluster, nodesPath));
		} catch {
			// Out of reach, or not allowed: other tests tell.
		}
	}

	return found;
};

type Pool = {readonly name: string; readonly count?: number; readonly nodeImageVersion: string; readonly currentOrchestratorVersion: string; readonly osType: string; readonly powerState: {readonly code: string}};

test('nodes are those of the pools: as many, of their images, versions and systems', async t => {
	const found = await everyNode(quiet());
	t.true(found.size >= 16, `${found.size}`);
	for (const [cluster, nodes] of found) {
		const pools = (cluster.properties.agentPoolProfiles ?? []) as readonly Pool[];
		t.is(new Set(nodes.map(({metadata}) => metadata.name)).size, nodes.length, 'each name once');
		for (const pool of pools) {
			const own = nodes.filter(({metadata}) => metadata.labels?.['kubernetes.azure.com/agentpool'] === pool.name);
			t.is(own.length, pool.powerState.code === 'Stopped' ? 0 : (pool.count ?? 4), `${cluster.name} ${pool.name}`);
			for (const {metadata, status} of own) {
				const info = status.nodeInfo as Readonly<Record<string, string>>;
				t.is(metadata.labels?.['kubernetes.azure.com/node-image-version'], pool.nodeImageVersion);
				t.is(info.kubeletVersion, `v${pool.currentOrchestratorVersion}`);
				t.is(info.operatingSystem, pool.osType.toLowerCase());
				t.is(metadata.labels?.['kubernetes.azure.com/cluster'], String(cluster.properties.nodeResourceGroup));
				t.regex(metadata.name, /^aks-?[0-9a-z]+(?:-\d{8}-(?:vmss[0-9a-z]{6}|vms\d+)|[0-9a-z]{6})$/v);
				t.true(Date.parse(metadata.creationTimestamp) < noon);
			}
		}
	}
});

test('nodes are good and bad, as in a real company', async t => {
	for (const seed of [1, 7]) {
		// eslint-disable-next-line no-await-in-loop -- one seed after the other
		const found = await everyNode(quiet({seed}));
		const nodes = found.values().toArray().flat();
		const withMark = (mark: string) => nodes.filter(({metadata}) => Object.keys(metadata.annotations ?? {}).some(key => key.endsWith(mark)));
		const conditions = (node: KubernetesItem) => node.status.conditions as ReadonlyArray<{type: string; status: string}>;
		const amounts = {
			all: nodes.length,
			waiting: withMark('/kured-reboot-in-progress').length,
			lost: nodes.filter(node => conditions(node).some(({type, status}) => type === 'Ready' && status !== 'True')).length,
			cordoned: nodes.filter(({spec}) => spec.unschedulable === true).length,
			troubled: nodes.filter(node => conditions(node).some(({type, status}) => type !== 'Ready' && status === 'True')).length,
			windows: nodes.filter(({metadata}) => metadata.labels?.['kubernetes.io/os'] === 'windows').length,
			outside: nodes.filter(({status}) => (status.addresses as ReadonlyArray<{type: string}>).some(({type}) => type === 'ExternalIP')).length,
			ofNoPool: nodes.filter(({metadata}) => metadata.labels?.agentpool === undefined).length,
		};
		t.log(seed, amounts);
		t.true(Object.values(amounts).every(amount => amount > 0));
		t.true(amounts.waiting < amounts.all / 4 && amounts.lost < amounts.all / 20 && amounts.troubled < amounts.all / 20);
	}
});

test('pages of any size give the same nodes in the same order', async t => {
	const client = quiet();
	const cluster = await clusterNamed(client, 'aks-shop-prod-weu');
	const all = await listAll(client, cluster, nodesPath);
	t.true(all.length > 20);
	const names = all.map(({metadata}) => metadata.name);
	t.deepEqual(names, names.toSorted());
	for (const limit of [1, 7, all.length - 1, all.length, all.length + 1]) {
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		t.deepEqual(await listAll(client, cluster, nodesPath, limit), all);
	}

	const first = parsed<KubernetesBody>(await ask(client, cluster, `${nodesPath}?limit=5`));
	t.is(first.metadata.remainingItemCount, all.length - 5);
	t.is(first.kind, 'NodeList');
});

test('clusters that cannot be reached or entered fail as real ones do', async t => {
	const client = quiet();
	for (const name of ['aks-payments-prod-gwc', 'aks-logistics-staging-weu']) {
		// eslint-disable-next-line no-await-in-loop -- one client answers in order
		const cluster = await clusterNamed(client, name);
		// eslint-disable-next-line no-await-in-loop
		await t.throwsAsync(ask(client, cluster, '/version'), {name: 'RestError', code: 'ENOTFOUND'});
	}

	const refused = await ask(client, await clusterNamed(client, 'aks-platform-ingress-prod-eus2'), nodesPath);
	t.is(refused.status, 403);
	t.like(parsed(refused), {kind: 'Status', reason: 'Forbidden', code: 403});
	t.regex(refused.bodyAsText!, /cannot list resource \\"nodes\\" in API group \\"\\" at the cluster scope: User does not have access/v);

	const oldOne = await clusterNamed(client, 'aks-logistics-warehouse-prod-weu');
	t.is(oldOne.properties.aadProfile, undefined);
	const statusOf = async (cluster: Row, way: 'token' | 'certificate' | 'nothing') => {
		const {status} = await ask(client, cluster, '/version', way);
		return status;
	};

	t.is(await statusOf(oldOne, 'token'), 401);
	t.is(await statusOf(oldOne, 'certificate'), 200);
	t.is(await statusOf(await clusterNamed(client, 'aks-shop-prod-weu'), 'nothing'), 401);
	t.is(await statusOf(await clusterNamed(client, 'aks-shop-prod-weu'), 'certificate'), 401);
	const nowhere = await ask(client, oldOne, '/apis/example.org/v1/things');
	t.is(nowhere.status, 404);
	t.is(nowhere.bodyAsText, '404 page not found\n');
});

test('a node waits, is drained, restarts and is back, while one watches', async t => {
	const clock = createClock();
	const client = createDemoTransport({seed: 1, now: clock.now, story: true});
	const cluster = await clusterNamed(client, 'aks-data-prod-weu');
	const facts = ({metadata, spec, status}: KubernetesItem): string => [
		...(Object.keys(metadata.annotations ?? {}).some(key => key.endsWith('kured-reboot-in-progress')) ? ['marked'] : []),
		...(spec.unschedulable === true ? ['cordoned'] : []),
		(status.conditions as ReadonlyArray<{status: string}>).at(-1)!.status,
	].join(' ');
	const nodesAtRest = await listAll(quiet(), cluster, nodesPath);
	const still = new Map(nodesAtRest.map(node => [node.metadata.name, facts(node)]));
	const seen = new Set<string>();
	let actor = '';
	for (let second = 0; second < 200; second += 5) {
		clock.advance(5);
		// eslint-disable-next-line no-await-in-loop -- one moment after the other
		const nodes = await listAll(client, cluster, nodesPath);
		// What is scaled up or upgraded besides is none of those at rest.
		const changed = nodes.filter(node => still.has(node.metadata.name) && still.get(node.metadata.name) !== facts(node));
		t.true(changed.length <= 1, changed.map(({metadata}) => metadata.name).join(' '));
		actor = changed[0]?.metadata.name ?? actor;
		const byName = new Map(nodes.map(node => [node.metadata.name, node]));
		const node = byName.get(actor);
		if (node) {
			seen.add(facts(node));
		}
	}

	t.deepEqual([...seen], ['marked True', 'marked cordoned True', 'marked cordoned Unknown', 'True']);
});

test('the same seed and the same time give the same bytes', async t => {
	const run = async (seed: number) => {
		const clock = createClock();
		const client = createDemoTransport({seed, now: clock.now, story: true});
		clock.advance(101);
		const clusters = await clustersOf(quiet({seed}));
		const found = await everyNode(client, clusters);
		return JSON.stringify([...found]);
	};

	const first = await run(3);
	t.is(await run(3), first);
	t.not(await run(4), first);
});

test('a fleet for measuring has twenty nodes a cluster and more', async t => {
	const client = quiet({size: 120});
	const found = await everyNode(client);
	t.true(found.size > 100 && found.size < 120, `${found.size}`);
	const counts = found.values().map(({length}) => length).toArray();
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	t.true(mean >= 20 && mean < 30, `${mean}`);
});

test('where a person holds Kured\'s lock, nodes wait and none restarts', async t => {
	const clock = createClock();
	const client = createDemoTransport({seed: 1, now: clock.now, story: true});
	const cluster = await clusterNamed(client, 'aks-data-reporting-prod-neu');
	const isWaiting = ({metadata}: KubernetesItem): boolean => metadata.annotations?.['weave.works/kured-reboot-in-progress'] !== undefined;
	const first = await listAll(client, cluster, nodesPath);
	t.true(first.some(node => isWaiting(node)));
	for (let round = 0; round < 6; round++) {
		clock.advance(50);
		// eslint-disable-next-line no-await-in-loop -- one moment after the other
		const nodes = await listAll(client, cluster, nodesPath);
		t.deepEqual(nodes.filter(node => isWaiting(node)), first.filter(node => isWaiting(node)));
	}
});

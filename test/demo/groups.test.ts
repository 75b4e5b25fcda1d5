import test from 'ava';
import {createDemoTransport} from '../../demo/index.js';
import {queries} from '../../source/azure/queries.js';
import {readDataDisk} from '../../source/azure/read/data-disk.js';
import {readNetworkResource} from '../../source/azure/read/network-resource.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {clustersOf, listAll} from './inside-harness.js';
import {
	allRows,
	createClock,
	parsed,
	post,
	quiet,
	type GraphBody,
} from './harness.js';

const byText = (first: string, second: string): number => first.localeCompare(second);

const networkOf = async (client: ReturnType<typeof quiet>) => {
	const rows = await allRows(client, queries.networkResources.text, 1000);
	return rows.map(row => readNetworkResource(row)!);
};

test('node resource groups hold what AKS makes, all of it readable, in order of ids', async t => {
	const client = quiet();
	const rows = await allRows(client, queries.networkResources.text, 50);
	const keys = rows.map(({id}) => id.toLowerCase());
	t.deepEqual(keys, keys.toSorted());
	t.is(new Set(keys).size, keys.length);
	const resources = rows.map(row => readNetworkResource(row));
	const counts = Map.groupBy(resources, resource => resource?.type);
	t.log(Object.fromEntries(counts.entries().map(([type, found]) => [type, found.length])));
	t.deepEqual(counts.keys().map(String).toArray().toSorted(byText), ['loadBalancer', 'networkSecurityGroup', 'publicIp', 'routeTable', 'virtualNetwork']);
	t.is(counts.get('virtualNetwork')!.length, 24);
	for (const resource of resources) {
		t.deepEqual(Object.entries(resource!).filter(([, value]) => isUnknown(value)), [], resource!.id);
	}

	const clusters = await clustersOf(client);
	const groups = new Set(clusters.map(({properties}) => String(properties.nodeResourceGroup).toLowerCase()));
	const elsewhere = resources.filter(resource => !groups.has(resource!.resourceGroup.toLowerCase()));
	t.true(elsewhere.length > 0 && elsewhere.every(resource => resource?.type === 'loadBalancer' && resource.name.endsWith('-edge') && !isUnknown(resource.rules) && resource.rules.some(({groups: led}) => led.length === 1)), 'and load balancers of the team\'s own that lead to nodes');
});

test('public addresses serve the Services that are open, and one Service has none any more', async t => {
	const client = quiet();
	const network = await networkOf(client);
	const addresses = new Map(network.flatMap(resource => (resource.type === 'publicIp' ? [[`${resource.resourceGroup.toLowerCase()} ${valueOf(resource.address)}`, resource] as const] : [])));
	const open: Array<{readonly key: string; readonly resource: ReturnType<typeof addresses.get>}> = [];
	for (const cluster of await clustersOf(client)) {
		try {
			// eslint-disable-next-line no-await-in-loop -- one client answers in order
			const services = await listAll(client, cluster, '/api/v1/services');
			const found = services.map(({metadata, status}) => ({key: `${metadata.namespace}/${metadata.name}`, ip: (status.loadBalancer as {ingress?: ReadonlyArray<{ip: string}>}).ingress?.[0]?.ip ?? '10.'}));
			open.push(...found.filter(({ip}) => !ip.startsWith('10.')).map(({key, ip}) => ({key, resource: addresses.get(`${String(cluster.properties.nodeResourceGroup).toLowerCase()} ${ip}`)})));
		} catch {
			// Out of reach.
		}
	}

	t.true(open.length > 20);
	const gone = open.filter(({resource}) => !resource);
	t.true(gone.length > 0 && gone.every(({key}) => key.endsWith('/legacy-api')));
	t.deepEqual(open.filter(({resource, key}) => resource && (resource.isInUse !== true || !resource.services.includes(key))), []);
	t.is(new Set(addresses.keys().map(key => key.split(' ', 2)[1])).size, addresses.size, 'no address twice');
});

test('rules of load balancers and security groups tell of each open Service', async t => {
	const network = await networkOf(quiet());
	const groups = Map.groupBy(network, ({resourceGroup, subscriptionId}) => `${subscriptionId} ${resourceGroup}`);
	let rules = 0;
	for (const resources of groups.values()) {
		const open = resources.flatMap(resource => (resource.type === 'publicIp' && resource.services.length > 0 ? [resource] : []));
		const balancer = resources.find(({type, name}) => type === 'loadBalancer' && name === 'kubernetes');
		const security = resources.find(({type}) => type === 'networkSecurityGroup');
		for (const {key, address} of open) {
			t.true(balancer?.type === 'loadBalancer' && !isUnknown(balancer.rules) && balancer.rules.some(({publicIpKey}) => publicIpKey === key));
			t.true(security?.type === 'networkSecurityGroup' && !isUnknown(security.rules) && security.rules.some(({destinations, isAllow}) => isAllow && destinations.includes(valueOf(address) ?? '')));
			rules++;
		}
	}

	t.true(rules > 20);
});

test('tags of some have drifted from those of their cluster, and most have not', async t => {
	const client = quiet();
	const clusters = await clustersOf(client);
	const tagsOf = new Map(clusters.map(row => [String(row.properties.nodeResourceGroup).toLowerCase(), (row as unknown as {tags: Record<string, string> | undefined}).tags ?? {}]));
	const everything = await networkOf(client);
	const network = everything.filter(({resourceGroup}) => tagsOf.has(resourceGroup.toLowerCase()));
	const drifted = network.filter(({tags, resourceGroup}) => Object.entries(tagsOf.get(resourceGroup.toLowerCase())!).some(([name, value]) => tags[name] !== value));
	t.true(drifted.length > 10 && drifted.length < network.length / 2, `${drifted.length} of ${network.length}`);
});

test('the Service that becomes public stands at the address of the entrance meanwhile', async t => {
	const clock = createClock();
	const client = createDemoTransport({seed: 1, now: clock.now, story: true});
	const shared = new Set<boolean>();
	const counts = new Set<number>();
	for (let second = 0; second < 300; second += 30) {
		clock.advance(30);
		// A query may just be refused.
		// eslint-disable-next-line no-await-in-loop -- one moment after the other
		await post(client, {query: queries.subscriptions.text});
		// eslint-disable-next-line no-await-in-loop
		const network = await networkOf(client);
		counts.add(network.length);
		shared.add(network.some(resource => resource.type === 'publicIp' && resource.services.includes('app-routing-system/nginx') && resource.services.includes('shop/cart-preview')));
	}

	t.deepEqual([...shared].toSorted((first, second) => Number(first) - Number(second)), [false, true]);
	t.is(counts.size, 1);
});

test('disks of volumes are encrypted with the clusters\' own keys, and some are not', async t => {
	const rows = await allRows(quiet(), queries.dataDisks.text, 10);
	const disks = rows.map(row => readDataDisk(row)!);
	t.true(disks.length >= 24);
	for (const disk of disks) {
		t.deepEqual(Object.entries(disk).filter(([, value]) => isUnknown(value)), []);
	}

	const types = new Set(disks.map(({encryptionType}) => encryptionType));
	t.deepEqual(types.values().map(String).toArray().toSorted(byText), ['EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformKey']);
});

test('in a fleet for measuring any page can be asked for, and a subscription has its own', async t => {
	const client = quiet({size: 200});
	const all = await allRows(client, queries.networkResources.text, 1000);
	t.true(all.length > 1000 && all.length < 2000, `${all.length}`);
	const page = parsed<GraphBody>(await post(client, {query: queries.networkResources.text, options: {$skip: 777, $top: 3}}));
	t.deepEqual(page.data, all.slice(777, 780));
	const [{subscriptionId}] = all as readonly [GraphBody['data'][number]];
	t.deepEqual(await allRows(client, queries.networkResources.text, 1000, [subscriptionId]), all.filter(row => row.subscriptionId === subscriptionId));
});

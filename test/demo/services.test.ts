import type {HttpClient} from '@azure/core-rest-pipeline';
import test from 'ava';
import {createDemoTransport} from '../../demo/index.js';
import {
	ask,
	clusterNamed,
	clustersOf,
	listAll,
	type KubernetesItem,
} from './inside-harness.js';
import {createClock, quiet, type Row} from './harness.js';

const servicesPath = '/api/v1/services';

const lists = {
	services: servicesPath,
	ingresses: '/apis/networking.k8s.io/v1/ingresses',
	gateways: '/apis/gateway.networking.k8s.io/v1/gateways',
	routes: '/apis/gateway.networking.k8s.io/v1/httproutes',
	policies: '/apis/networking.k8s.io/v1/networkpolicies',
	sets: '/apis/apps/v1/daemonsets',
	classes: '/apis/storage.k8s.io/v1/storageclasses',
	bindings: '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
} as const;

/**
All items of one list of every cluster that answers; an API that is not installed, or not allowed, has none.
*/
const everywhere = async (client: HttpClient, list: keyof typeof lists): Promise<ReadonlyMap<Row, readonly KubernetesItem[]>> => {
	const found = new Map<Row, readonly KubernetesItem[]>();
	for (const cluster of await clustersOf(client)) {
		try {
			// eslint-disable-next-line no-await-in-loop -- one client answers in order
			found.set(cluster, await listAll(client, cluster, lists[list]));
		} catch {
			// Out of reach, or refused.
		}
	}

	return found;
};

type ServiceSpec = {
	readonly type: string;
	readonly ports?: ReadonlyArray<{readonly port: number; readonly nodePort?: number}>;
	readonly loadBalancerSourceRanges?: readonly string[];
	readonly externalIPs?: readonly string[];
	readonly externalName?: string;
	readonly loadBalancerClass?: string;
};

const specOf = ({spec}: KubernetesItem): ServiceSpec => spec as ServiceSpec;

const addressOf = ({status}: KubernetesItem): string | undefined => (status.loadBalancer as {ingress?: ReadonlyArray<{ip: string}>}).ingress?.[0]?.ip;

const annotated = ({metadata}: KubernetesItem, name: string): string | undefined => metadata.annotations?.[`service.beta.kubernetes.io/${name}`];

const keyOf = ({metadata: {namespace, name}}: KubernetesItem): string => `${namespace}/${name}`;

test('Services are of every kind and of every mishap that the exposure tells apart', async t => {
	for (const seed of [1, 7]) {
		// eslint-disable-next-line no-await-in-loop -- one seed after the other
		const found = await everywhere(quiet({seed}), 'services');
		t.true(found.size >= 17, `${found.size}`);
		const services = found.values().toArray().flat();
		const balancers = services.filter(service => specOf(service).type === 'LoadBalancer');
		const outside = balancers.filter(service => /^(?:203|198)/v.test(addressOf(service) ?? ''));
		const amounts = {
			clusterIp: services.filter(service => specOf(service).type === 'ClusterIP').length,
			nodePort: services.filter(service => specOf(service).type === 'NodePort').length,
			externalName: services.filter(service => specOf(service).type === 'ExternalName').length,
			dangling: services.filter(service => specOf(service).externalName?.includes('-old.')).length,
			externalIps: services.filter(service => specOf(service).externalIPs).length,
			internal: balancers.filter(service => annotated(service, 'azure-load-balancer-internal') === 'true').length,
			outside: outside.length,
			ranges: outside.filter(service => specOf(service).loadBalancerSourceRanges?.includes('198.51.100.0/28')).length,
			everybody: outside.filter(service => specOf(service).loadBalancerSourceRanges?.includes('0.0.0.0/0')).length,
			tags: outside.filter(service => annotated(service, 'azure-allowed-service-tags') !== undefined).length,
			misspelt: outside.filter(service => annotated(service, 'azure-loadbalancer-internal') !== undefined).length,
			ssh: outside.filter(service => specOf(service).ports!.some(({port}) => port === 22)).length,
			database: outside.filter(service => specOf(service).ports!.some(({port}) => port === 5432)).length,
			pending: balancers.filter(service => addressOf(service) === undefined && specOf(service).loadBalancerClass !== undefined).length,
		};
		t.log(seed, services.length, amounts);
		t.deepEqual(Object.entries(amounts).filter(([, amount]) => amount === 0), []);
		for (const [cluster, own] of found) {
			t.is(new Set(own.map(service => keyOf(service))).size, own.length, `${cluster.name}: each once`);
			const isPrivate = cluster.properties.privateFQDN !== undefined;
			t.true(!isPrivate || own.every(service => !/^(?:203|198)/v.test(addressOf(service) ?? '')), 'private clusters let nobody in');
		}
	}
});

test('what leads to Services leads to those that are there', async t => {
	const client = quiet();
	const services = await everywhere(client, 'services');
	const keysOf = (cluster: Row): ReadonlySet<string> => new Set(services.entries().find(([{name}]) => name === cluster.name)![1].map(service => keyOf(service)));
	type Rule = {readonly http: {readonly paths: ReadonlyArray<{readonly backend: {readonly service: {readonly name: string}}}>}};
	let tls = 0;
	let plain = 0;
	for (const [cluster, ingresses] of await everywhere(client, 'ingresses')) {
		const keys = keysOf(cluster);
		for (const {metadata, spec} of ingresses) {
			for (const name of (spec.rules as readonly Rule[]).flatMap(({http}) => http.paths.map(({backend}) => backend.service.name))) {
				t.true(keys.has(`${metadata.namespace}/${name}`), `${cluster.name} ${name}`);
			}

			tls += spec.tls === undefined ? 0 : 1;
			plain += spec.tls === undefined ? 1 : 0;
		}
	}

	t.true(tls > 5 && plain > 2, `${tls} ${plain}`);
	type RouteRule = {readonly backendRefs: ReadonlyArray<{readonly name: string}>};
	const routes = await everywhere(client, 'routes');
	const gateways = await everywhere(client, 'gateways');
	t.true(routes.size > 0 && gateways.size === routes.size);
	for (const [cluster, own] of routes) {
		const keys = keysOf(cluster);
		t.true(own.length > 0);
		for (const {metadata, spec} of own) {
			t.true((spec.rules as readonly RouteRule[]).flatMap(({backendRefs}) => backendRefs).every(({name}) => keys.has(`${metadata.namespace}/${name}`)));
		}
	}

	const without = await ask(client, await clusterNamed(client, 'aks-shop-prod-weu'), lists.gateways);
	t.is(without.status, 404);
});

test('policies, agents, classes and bindings are good and bad', async t => {
	const client = quiet();
	const policies = await everywhere(client, 'policies');
	const hasDeny = (own: readonly KubernetesItem[]) => own.some(({metadata}) => metadata.name === 'default-deny');
	t.true(policies.values().some(own => own.length === 0) && policies.values().some(own => hasDeny(own)) && policies.values().some(own => own.length > 0 && !hasDeny(own)));

	const every = async (list: keyof typeof lists): Promise<readonly KubernetesItem[]> => {
		const found = await everywhere(client, list);
		return found.values().toArray().flat();
	};

	const sets = await every('sets');
	const kured = sets.filter(({metadata}) => metadata.name === 'kured');
	t.true(kured.length >= 3);
	t.true(kured.some(({metadata}) => metadata.annotations?.['weave.works/kured-node-lock'] === '{"nodeID":"manual"}'));
	const defender = sets.filter(({metadata}) => metadata.name === 'microsoft-defender-collector-ds');
	t.true(defender.length > 3 && defender.some(({status}) => status.numberReady !== status.desiredNumberScheduled) && defender.some(({status}) => status.numberReady === status.desiredNumberScheduled));

	type Class = KubernetesItem & {readonly parameters: Readonly<Record<string, string>>};
	const classes = await every('classes') as readonly Class[];
	t.true(classes.some(({parameters}) => Object.keys(parameters).some(name => name.toLowerCase() === 'diskencryptionsetid')));

	type Binding = KubernetesItem & {readonly roleRef: {readonly name: string}; readonly subjects: ReadonlyArray<{readonly name: string}>};
	const bindings = await every('bindings') as readonly Binding[];
	const admins = new Set(bindings.filter(({roleRef}) => roleRef.name === 'cluster-admin').flatMap(({subjects}) => subjects.map(({name}) => name)));
	t.true(['system:masters', 'system:authenticated', 'default'].every(name => admins.has(name)));
});

test('a Service becomes public and later internal again', async t => {
	const clock = createClock();
	const client = createDemoTransport({seed: 1, now: clock.now, story: true});
	const cluster = await clusterNamed(client, 'aks-shop-prod-weu');
	const seen: string[] = [];
	for (let second = 0; second < 400; second += 10) {
		clock.advance(10);
		// eslint-disable-next-line no-await-in-loop -- one moment after the other
		const services = await listAll(client, cluster, servicesPath);
		const preview = services.find(({metadata}) => metadata.name === 'cart-preview')!;
		const entrance = services.find(({metadata}) => metadata.name === 'nginx')!;
		const now = annotated(preview, 'azure-load-balancer-internal') === 'true' && (addressOf(preview)!).startsWith('10.') ? 'internal' : (addressOf(preview) === addressOf(entrance) ? 'public' : 'neither');
		if (seen.at(-1) !== now) {
			seen.push(now);
		}
	}

	t.deepEqual(seen.slice(0, 3), ['internal', 'public', 'internal']);
	t.false(seen.includes('neither'));
});

test('a fleet for measuring has about thirty Services a cluster', async t => {
	const found = await everywhere(quiet({size: 60}), 'services');
	const counts = found.values().map(({length}) => length).toArray();
	const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	t.true(mean >= 27 && mean < 35, `${mean}`);
});

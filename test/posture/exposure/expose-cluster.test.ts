import test from 'ava';
import {readNetworkResource} from '../../../source/azure/read/network-resource.js';
import {createCollectInside} from '../../../source/kubernetes/collect-inside.js';
import type {Exposure} from '../../../source/model/exposure.js';
import {unknown, valueOf} from '../../../source/model/known.js';
import type {NetworkResource} from '../../../source/model/network-resource.js';
import {createNetworkOf} from '../../../source/fleet/insides/network-of.js';
import {exposeCluster} from '../../../source/posture/exposure/expose-cluster.js';
import {inferServices} from '../../../source/posture/exposure/infer-services.js';
import {readDocument, type Json} from '../../support/azure-documents.js';
import {objectsIn, owner} from '../../support/inside-documents.js';
import {onePage, readerOf, type ReaderAnswers} from '../../support/kubernetes-reader.js';
import {weakCluster} from '../../support/models.js';
import {threadTime} from '../../support/thread-time.js';

const networkIn = (...files: readonly string[]): readonly NetworkResource[] => files
	.flatMap(file => {
		const content = readDocument(`network/${file}.json`);
		return Array.isArray(content.value) ? content.value as readonly Json[] : [content];
	})
	.map(document => readNetworkResource(document))
	.filter(resource => resource !== undefined);

const network = networkIn('public-ip-address-list-composed', 'load-balancer-kubernetes-composed', 'network-security-group-kubernetes-composed');

const answers: ReaderAnswers = {
	nodes: onePage(objectsIn('nodes-list-aks-composed')),
	services: onePage(objectsIn('services-list-composed')),
	ingresses: onePage(objectsIn('ingresses-list-composed')),
	gateways: onePage(objectsIn('gateways-list-composed')),
	httpRoutes: onePage(objectsIn('http-routes-list-composed')),
	networkPolicies: onePage(objectsIn('network-policies-list-composed')),
};

const reach = {way: 'entra', server: 'aks.example', attempts: []} as const;

const exposuresOf = async (given: ReaderAnswers, around: readonly NetworkResource[] = network, names: Readonly<Record<string, 'found' | 'gone'>> = {}): Promise<(name: string) => Exposure> => {
	const inside = await createCollectInside()({reach, reader: readerOf(given)}, owner, new AbortController().signal);
	const services = valueOf(inside.services) ?? [];
	const exposures = exposeCluster({
		cluster: owner, inside, services, network: around, nameState: name => names[name],
	});
	return name => exposures.get(services.find(service => `${service.namespace}/${service.name}` === name)!.key)!;
};

const withoutRoutes: ReaderAnswers = {...answers, ingresses: [{documents: [], isFirst: true}], httpRoutes: [{documents: [], isFirst: true}]};

const onlyService = (metadata: Json, spec: Json, status?: Json): ReaderAnswers => ({
	services: onePage([{metadata: {name: 'one', namespace: 'shop', ...metadata}, spec, status: status ?? {loadBalancer: {}}}]),
	ingresses: [{documents: [], isFirst: true}],
});

const words = ({hops}: {readonly hops: Exposure['paths'][number]}): string => hops.map(({what, name}) => `${what} ${name}`.trim()).join(' → ');

const path = (exposure: Exposure): string => words({hops: exposure.paths[0]!});

test('each of the recorded ways to open a Service has its answer', async t => {
	const of = await exposuresOf(withoutRoutes, network, {'old-shop.trafficmanager.net': 'gone', 'shop.servicebus.windows.net': 'found'});
	const answered = Object.fromEntries(['frontend', 'partner', 'everyone', 'internal', 'not-internal', 'dual', 'orders', 'db', 'queue', 'gone', 'deleting', 'allowed']
		.map(name => [name, of(`shop/${name}`).answer]));
	t.deepEqual(answered, {
		frontend: 'the internet',
		partner: 'the internet',
		everyone: 'the internet',
		internal: 'the internet',
		'not-internal': 'the internet',
		dual: 'the internet',
		orders: 'this cluster',
		db: 'this cluster',
		queue: 'nobody: it is a name for shop.servicebus.windows.net',
		gone: 'nobody: it is a name for old-shop.trafficmanager.net',
		deleting: 'the internet',
		allowed: 'the internet',
	});
	t.deepEqual(of('shop/partner').ports, ['TCP/31444'], 'its load balancer is restricted, and a node with a public address and a security group that lets everything in is not');
});

test('with nodes that nobody reaches from outside, ranges and annotations decide', async t => {
	const nodes = objectsIn('nodes-list-aks-composed').filter(({status}) => !JSON.stringify(status).includes('ExternalIP'));
	const of = await exposuresOf({...withoutRoutes, nodes: onePage(nodes)});
	t.is(of('shop/frontend').answer, 'the internet');
	t.is(path(of('shop/frontend')), 'internet → public IP 20.50.10.1 → load balancer kubernetes → Service shop/frontend → pods app=frontend');
	t.deepEqual(of('shop/frontend').ports, ['TCP/80', 'TCP/443']);
	t.is(of('shop/partner').answer, '198.51.100.0/24 and 203.0.113.10/32');
	t.deepEqual(of('shop/partner').ranges, ['198.51.100.0/24', '203.0.113.10/32']);
	t.is(of('shop/everyone').who, 'internet');
	t.true(of('shop/everyone').because.some(({path: at, value}) => at === 'spec.loadBalancerSourceRanges' && value === '0.0.0.0/0'));
	t.deepEqual(of('shop/allowed').ranges, ['198.51.100.0/24', '2001:db8::/32', 'AzureFrontDoor.Backend', 'AzureTrafficManager']);
	t.is(of('shop/internal').who, 'network');
	t.deepEqual(of('shop/internal').gaps, ['which networks its private link service lets in was not read']);
	t.is(of('shop/internal').answer, 'the virtual network at least');
	t.is(of('shop/metrics').answer, 'the virtual network');
	t.deepEqual(of('shop/metrics').ports, ['TCP/31090']);
	t.is(of('shop/external-ips').who, 'network');
	t.regex(of('shop/external-ips').troubles.join(' '), /claims 203\.0\.113\.200/v);
	t.regex(of('shop/pending').gaps.join(' '), /example\.net\/other/v);
	t.true(of('shop/orders').because.some(({value}) => value === 'default deny'));
});

test('a node with a public address opens node ports as far as the security group lets in', async t => {
	const open = await exposuresOf(withoutRoutes);
	t.is(open('shop/metrics').who, 'internet');
	t.is(path(open('shop/metrics')), 'internet → nodes with public addresses aks-shop-30520393-vmss00000a → node port TCP/31090 → Service shop/metrics → pods app=metrics');
	const shut = await exposuresOf(withoutRoutes, [...network.filter(({type}) => type !== 'networkSecurityGroup'), ...networkIn('recorded-network-security-group-aks')]);
	t.is(shut('shop/metrics').who, 'network');
	t.is(shut('shop/metrics').answer, 'the virtual network');
	const unread = await exposuresOf(withoutRoutes, []);
	t.is(unread('shop/metrics').answer, 'the virtual network at least');
	t.regex(unread('shop/metrics').gaps.join(' '), /network security group/v);
});

test('what a controller leads to is as open as the controller, with its hosts', async t => {
	const nodes = objectsIn('nodes-list-aks-composed').filter(({status}) => !JSON.stringify(status).includes('ExternalIP'));
	const of = await exposuresOf({...answers, nodes: onePage(nodes)});
	const orders = of('shop/orders');
	t.is(orders.who, 'internet');
	t.deepEqual(orders.hosts.map(({host, hasTls, by}) => [host, hasTls, by]), [
		['shop.contoso.example', true, 'Ingress shop/shop'],
		['shop.contoso.example', false, 'HTTPRoute shop/shop'],
	]);
	t.is(path(orders), 'internet → gateway at public address 20.50.10.9 → Ingress shop/shop → Service shop/orders → pods app=orders');
	t.true(orders.troubles.includes('HTTPRoute shop/shop serves shop.contoso.example without TLS'));
	t.is(of('shop/db').who, 'cluster', 'nothing leads there');
	const controller = {
		metadata: {name: 'controller', namespace: 'ingress', annotations: {'service.beta.kubernetes.io/azure-load-balancer-internal': 'true'}},
		spec: {type: 'LoadBalancer', ports: [{port: 443}], selector: {app: 'nginx'}},
		status: {loadBalancer: {ingress: [{ip: '10.224.9.9'}]}},
	};
	const ingress = {
		metadata: {name: 'web', namespace: 'shop'},
		spec: {rules: [{host: 'a.example', http: {paths: [{backend: {service: {name: 'orders'}}}]}}]},
		status: {loadBalancer: {ingress: [{ip: '10.224.9.9'}]}},
	};
	const inner = await exposuresOf({services: onePage([controller, ...objectsIn('services-list-composed')]), ingresses: onePage([ingress])});
	t.is(inner('shop/orders').who, 'network');
	t.is(path(inner('shop/orders')), 'virtual network → internal load balancer 10.224.9.9 → controller ingress/controller → Ingress shop/web → Service shop/orders → pods app=orders');
});

test('what could not be read never makes a Service safe', async t => {
	const denied = unknown('denied', 'list ingresses is not allowed');
	const inside = await createCollectInside()({reach, reader: readerOf(withoutRoutes)}, owner, new AbortController().signal);
	const services = valueOf(inside.services)!;
	const exposures = exposeCluster({
		cluster: owner, inside: {...inside, routes: denied}, services, network,
	});
	const orders = exposures.get(services.find(({name}) => name === 'orders')!.key)!;
	t.is(orders.who, 'unknown');
	t.is(orders.answer, 'unknown');
	t.regex(orders.gaps.join(' '), /list ingresses is not allowed/v);
});

const internal = 'service.beta.kubernetes.io/azure-load-balancer-internal';

test('only the exact annotation makes it internal, and a load balancer that is public all the same is public', async t => {
	const spec = {type: 'LoadBalancer', ports: [{port: 443, protocol: 'TCP'}]};
	const at = (ip: string): Json => ({loadBalancer: {ingress: [{ip}]}});
	const shouted = (await exposuresOf(onlyService({annotations: {[internal]: 'True'}}, spec, at('203.0.113.9')), []))('shop/one');
	t.is(shouted.who, 'internet');
	t.regex(shouted.troubles.join(' '), /reads "True"/v);
	const misspelt = (await exposuresOf(onlyService({annotations: {'service.beta.kubernetes.io/azure-loadbalancer-internal': 'true'}}, spec, at('203.0.113.9')), []))('shop/one');
	t.regex(misspelt.troubles.join(' '), /none that Azure knows/v);
	const late = (await exposuresOf(onlyService({annotations: {[internal]: 'true'}}, spec, at('203.0.113.9')), []))('shop/one');
	t.is(late.who, 'internet');
	t.regex(late.troubles.join(' '), /public all the same/v);
	const gone = (await exposuresOf(onlyService({}, spec, at('203.0.113.9')), networkIn('public-ip-address-list-composed')))('shop/one');
	t.regex(gone.troubles.join(' '), /public IP is gone/v);
	const halves = (await exposuresOf(onlyService({}, {...spec, loadBalancerSourceRanges: ['0.0.0.0/1', '128.0.0.0/1']}, at('203.0.113.9')), []))('shop/one');
	t.is(halves.who, 'internet');
	const broken = (await exposuresOf(onlyService({}, {...spec, loadBalancerSourceRanges: 'all'}, at('203.0.113.9')), []))('shop/one');
	t.is(broken.who, 'unknown');
	const typeless = (await exposuresOf(onlyService({}, {}), []))('shop/one');
	t.is(typeless.who, 'unknown');
	const inner = (await exposuresOf(onlyService({}, {type: 'ExternalName', externalName: 'gone.shop.svc.cluster.local'}), []))('shop/one');
	t.is(inner.who, 'cluster');
	t.regex(inner.troubles.join(' '), /Service shop\/gone, which is not there/v);
});

test('own rules of the security group widen what annotations allow', async t => {
	const spec = {type: 'LoadBalancer', ports: [{port: 22, protocol: 'TCP'}]};
	const annotations = {'service.beta.kubernetes.io/azure-allowed-ip-ranges': '198.51.100.0/24'};
	const ssh = (await exposuresOf(onlyService({annotations}, spec, {loadBalancer: {ingress: [{ip: '20.50.10.1'}]}})))('shop/one');
	t.is(ssh.who, 'internet');
	t.regex(ssh.troubles.join(' '), /allow-ssh-any/v);
});

const publicIpKey = network.find(({type}) => type === 'publicIp')!.key;

/**
The load balancer of the documents, with rules that somebody has added to it.
*/
const withRules = (members: Json): readonly NetworkResource[] => {
	const document = readDocument('network/load-balancer-kubernetes-composed.json');
	const frontend = {id: '/frontends/added', properties: {publicIPAddress: {id: publicIpKey}}};
	const properties = document.properties as Json;
	return [
		...network.filter(({type}) => type !== 'loadBalancer'),
		readNetworkResource({...document, properties: {...properties, ...members, frontendIPConfigurations: [...properties.frontendIPConfigurations as readonly Json[], frontend]}})!,
	];
};

const toNodePort = (members: Json = {}): Json => ({
	name: 'added', properties: {
		frontendIPConfiguration: {id: '/frontends/added'}, protocol: 'Tcp', frontendPort: 8443, backendPort: 31_090, ...members,
	},
});

test('a rule that leads from a public address to a node port opens the Service behind it, as far as the security group lets in', async t => {
	const nodes = onePage(objectsIn('nodes-list-aks-composed').filter(({status}) => !JSON.stringify(status).includes('ExternalIP')));
	const given = {...withoutRoutes, nodes};
	const metricsIn = async (around: readonly NetworkResource[]): Promise<Exposure> => {
		const of = await exposuresOf(given, around);
		return of('shop/metrics');
	};

	const metrics = async (members: Json): Promise<Exposure> => metricsIn(withRules(members));
	const ordinary = await metrics({});
	t.is(ordinary.who, 'network');
	for (const [members, kind] of [[{loadBalancingRules: [toNodePort()]}, 'loadBalancingRules'], [{inboundNatRules: [toNodePort()]}, 'inboundNatRules'], [{inboundNatPools: [toNodePort({frontendPort: undefined, frontendPortRangeStart: 8443})]}, 'inboundNatRules']] as const) {
		// eslint-disable-next-line no-await-in-loop -- each is quick
		const found = await metrics(members);
		t.is(found.who, 'internet');
		t.deepEqual(found.ports, ['TCP/8443']);
		t.regex(path(found), /^internet → public IP [\d.]+ → load balancer kubernetes → node port TCP\/31090 → Service shop\/metrics → pods/v);
		t.true(found.because.some(({path: at, value}) => at === `properties.${kind}` && value === 'added'));
	}

	const others = await Promise.all([
		{inboundNatRules: [toNodePort({backendPort: 31_091})]},
		{inboundNatRules: [toNodePort({protocol: 'Udp'})]},
		{loadBalancingRules: [toNodePort({enableFloatingIP: true})]},
	].map(async members => metrics(members)));
	t.deepEqual(others.map(({who}) => who), ['network', 'network', 'network'], 'another port, another protocol, and what floats: it arrives at the address of the balancer');
	const shut = [...withRules({inboundNatRules: [toNodePort()]}).filter(({type}) => type !== 'networkSecurityGroup'), ...networkIn('recorded-network-security-group-aks')];
	const closed = await metricsIn(shut);
	t.is(closed.answer, 'the virtual network', 'the security group lets nobody in');
	const blind = await metricsIn(withRules({inboundNatRules: [toNodePort()]}).filter(({type}) => type !== 'networkSecurityGroup'));
	t.is(blind.answer, 'the virtual network at least');
	t.regex(blind.gaps.join(' '), /let in to its node ports was not read/v);
	const broken = await metrics({inboundNatRules: 'all'});
	t.is(broken.answer, 'the virtual network at least');
	t.regex(broken.gaps.join(' '), /where the load balancer kubernetes leads was not read/v);
	const unread = await metricsIn([]);
	t.regex(unread.gaps.join(' '), /which load balancers lead to its node ports was not read/v);
});

/**
A load balancer in another resource group, which leads to scale sets or addresses.
*/
const edgeAddress: Json = {publicIPAddress: {id: '/subscriptions/s/resourceGroups/rg-edge/providers/Microsoft.Network/publicIPAddresses/pip-edge'}};

const elsewhere = (pool: Json, rule: Json = {}, frontend = edgeAddress): NetworkResource => {
	const id = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-edge/providers/Microsoft.Network/loadBalancers/lb-edge';
	return readNetworkResource({
		id,
		name: 'lb-edge',
		properties: {
			frontendIPConfigurations: [{id: `${id}/frontendIPConfigurations/f`, properties: frontend}],
			backendAddressPools: [{id: `${id}/backendAddressPools/P`, properties: pool}],
			loadBalancingRules: [{
				name: 'edge', properties: {
					frontendIPConfiguration: {id: `${id}/frontendIPConfigurations/f`}, protocol: 'Tcp', frontendPort: 443, backendPort: 31_090, backendAddressPool: {id: `${id}/backendAddressPools/p`}, ...rule,
				},
			}],
		},
	})!;
};

test('a load balancer of another resource group that leads to the nodes opens the Service behind it', async t => {
	const nodes = onePage(objectsIn('nodes-list-aks-composed').filter(({status}) => !JSON.stringify(status).includes('ExternalIP')));
	const inside = await createCollectInside()({reach, reader: readerOf({...withoutRoutes, nodes})}, owner, new AbortController().signal);
	const services = valueOf(inside.services) ?? [];
	const around = network;
	const metricsWith = (...balancers: readonly NetworkResource[]): Exposure => {
		const clusters = createNetworkOf()([...around, ...balancers])(owner);
		const exposures = exposeCluster({
			cluster: owner, inside, services, network: around, outer: clusters.outer,
		});
		return exposures.get(services.find(({name}) => name === 'metrics')!.key)!;
	};

	const interfaceIn = (group: string): Json => ({backendIPConfigurations: [{id: `/subscriptions/${owner.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-system-1-vmss/virtualMachines/0/networkInterfaces/n/ipConfigurations/c`}]});
	const byInterface = interfaceIn(valueOf(owner.nodeResourceGroup)!.toUpperCase());
	t.is(metricsWith().who, 'network');
	const led = metricsWith(elsewhere(byInterface));
	t.is(led.who, 'internet');
	t.deepEqual(led.ports, ['TCP/443']);
	t.regex(path(led), /^internet → public IP pip-edge → load balancer lb-edge → node port TCP\/31090 → Service shop\/metrics → pods/v);
	t.true(led.because.some(({resource, value}) => value === 'edge' && resource?.endsWith('/loadbalancers/lb-edge') === true));

	const inner = metricsWith(elsewhere(byInterface, {}, {privateIPAddress: '10.1.2.3'}));
	t.is(inner.answer, 'the virtual network');
	t.true(inner.paths.some(hops => words({hops}).includes('internal load balancer lb-edge 10.1.2.3 → node port TCP/31090')));

	const [node] = valueOf(inside.nodes) ?? [];
	const address = (valueOf(node?.internalAddresses) ?? [])[0]!;
	const byAddress = (networkId: string | undefined, at = address): Json => ({loadBalancerBackendAddresses: [{properties: {ipAddress: at, ...(networkId !== undefined && {virtualNetwork: {id: networkId}})}}]});
	const whoBy = (...given: Parameters<typeof elsewhere>): Exposure['who'] => metricsWith(elsewhere(...given)).who;
	const [own, foreign] = [byAddress(undefined), byAddress(undefined, '192.0.2.77')];
	t.is(whoBy(own), 'internet', 'an address of a node');
	t.is(whoBy(foreign), 'network', 'an address of somebody else');
	t.is(whoBy(interfaceIn('MC_other')), 'network', 'nodes of another cluster');
	t.is(whoBy(byInterface, {backendPort: 31_091}), 'network', 'another port');
	const broken = metricsWith(elsewhere({backendIPConfigurations: 'all'}));
	t.is(broken.answer, 'the virtual network at least');
	t.regex(broken.gaps.join(' '), /where the load balancer lb-edge leads was not read/v);
});

test('further public addresses of an annotation count, though no status tells of them', async t => {
	const spec = {type: 'LoadBalancer', ports: [{port: 443, protocol: 'TCP'}]};
	const additional = {'service.beta.kubernetes.io/azure-additional-public-ips': '20.60.0.1, 20.60.0.2'};
	const of = async (annotations: Json, more: Json = {}): Promise<Exposure> => {
		const given = onlyService({annotations}, {...spec, ...more}, {loadBalancer: {ingress: [{ip: '10.224.0.9'}]}});
		const find = await exposuresOf(given, network.filter(({type}) => type !== 'networkSecurityGroup'));
		return find('shop/one');
	};

	const inner = await of({[internal]: 'true'});
	t.is(inner.who, 'network');
	const found = await of({[internal]: 'true', ...additional});
	t.is(found.who, 'internet');
	t.is(path(found), 'internet → additional public IP 20.60.0.1 → load balancer kubernetes → Service shop/one → endpoints set by hand');
	const limited = await of({...additional, 'service.beta.kubernetes.io/azure-allowed-ip-ranges': '198.51.100.0/24'});
	t.deepEqual(limited.ranges, ['198.51.100.0/24']);
	const foreign = await of(additional, {loadBalancerClass: 'metallb.io/metallb'});
	t.is(foreign.who, 'network', 'another controller does not know the annotation');
	const wrong = await of({'service.beta.kubernetes.io/azure-additional-public-ips': 'all'});
	t.regex(wrong.troubles.join(' '), /all, which azure-additional-public-ips names, is no address/v);
});

test('a subnet of one\'s own is named, for a security group there is not read', async t => {
	const inside = await createCollectInside()({reach, reader: readerOf(withoutRoutes)}, owner, new AbortController().signal);
	const services = valueOf(inside.services)!;
	const own = {...owner, nodePools: valueOf(weakCluster.nodePools)!.map(pool => ({...pool, subnetId: '/subscriptions/x/virtualNetworks/hub/subnets/aks-nodes'}))};
	const exposures = exposeCluster({
		cluster: own, inside, services, network,
	});
	const of = (name: string): Exposure => exposures.get(services.find(service => service.name === name)!.key)!;
	t.true(of('frontend').because.some(({path: at, value}) => at === 'agentPoolProfiles[].vnetSubnetID' && value.startsWith('aks-nodes:')));
	t.false(of('orders').because.some(({path: at}) => at === 'agentPoolProfiles[].vnetSubnetID'));
});

test('of a cluster that nobody looked into, Azure gives its Services away', t => {
	const services = inferServices(owner, network);
	const exposures = exposeCluster({
		cluster: owner, inside: undefined, services, network,
	});
	const of = (name: string): Exposure => exposures.get(services.find(service => service.name === name)!.key)!;
	t.true(services.every(({isInferred}) => isInferred));
	t.true(['frontend', 'everyone', 'partner', 'second'].every(name => services.some(service => service.name === name)));
	t.is(of('frontend').who, 'internet');
	t.deepEqual(of('frontend').ports, ['TCP/80', 'TCP/443']);
	t.deepEqual(of('everyone').ports, ['TCP/22']);
	t.regex(of('frontend').gaps.join(' '), /nobody has looked inside/v);
	t.false(services.some(({publicIpName}) => publicIpName === 'pip-agw'), 'an address that leads to no Service is none');
	const blind = exposeCluster({
		cluster: owner, inside: undefined, services, network: network.filter(({type}) => type !== 'networkSecurityGroup'),
	});
	t.is(blind.get(services.find(({name}) => name === 'frontend')!.key)!.who, 'unknown');
});

test('30,000 Services of one cluster take a fraction of a second', async t => {
	const inside = await createCollectInside()({reach, reader: readerOf(answers)}, owner, new AbortController().signal);
	const known = valueOf(inside.services)!;
	const closed = known.filter(({type}) => type === 'ClusterIP');
	const services = Array.from({length: 30_000}, (_, index) => {
		const service = index % 8 === 0 ? known[index % known.length]! : closed[index % closed.length]!;
		return {...service, key: `${service.key}-${index}`};
	});
	const milliseconds = threadTime(() => {
		t.is(exposeCluster({
			cluster: owner, inside, services, network,
		}).size, 30_000);
	});
	// Measured at 150 to 250 on a machine with two cores that was busy besides.
	t.true(milliseconds < 600, `${Math.round(milliseconds)} ms`);
});

import test from 'ava';
import fc from 'fast-check';
import {readDataDisk} from '../../../source/azure/read/data-disk.js';
import {readNetworkResource} from '../../../source/azure/read/network-resource.js';
import {isUnknown} from '../../../source/model/known.js';
import type {InboundRule, NetworkResource} from '../../../source/model/network-resource.js';
import {readDocument, type Json} from '../../support/azure-documents.js';
import {junk} from '../../support/mutate.js';

type Of<Type extends NetworkResource['type']> = Extract<NetworkResource, {readonly type: Type}>;

const listOf = (file: string): readonly Json[] => {
	const document = readDocument(file);
	return (document.value ?? (document.body as Json).value) as readonly Json[];
};

const addresses = listOf('network/public-ip-address-list-composed.json').map(document => readNetworkResource(document) as Of<'publicIp'>);
const address = (name: string) => addresses.find(one => one.name === name);

test('a recorded public address is read as it was sent; without a configuration it is in no use', t => {
	const recorded = listOf('recorded/public-ip-list-2022.json').map(document => readNetworkResource(document));
	t.is(recorded.length, 3);
	t.like(recorded[0], {
		kind: 'networkResource', type: 'publicIp', address: '203.0.113.12', fqdn: 'woot1.westus.cloudapp.azure.com', isInUse: false, isTagged: false, services: [], ddosProtection: undefined,
	});
	t.like(recorded[2], {ddosProtection: 'VirtualNetworkInherited'});
	t.like(readNetworkResource(listOf('network/public-ip-address-list.json')[0]), {type: 'publicIp'});
});

test('an address tells which Services it serves, several of them too', t => {
	t.deepEqual(address('pip-shop')?.services, ['shop/frontend']);
	t.deepEqual(address('kubernetes-a0000000000004000900000000000018')?.services, ['shop/not-internal', 'default/second']);
	t.true(address('pip-shop')?.isInUse);
	t.deepEqual(address('pip-left-over')?.services, []);
	t.false(address('pip-left-over')?.isInUse);
	t.false(address('pip-left-over')?.isTagged);
	const old = {...listOf('network/public-ip-address-list-composed.json')[0], tags: {Service: 'shop/old'}};
	t.deepEqual((readNetworkResource(old) as Of<'publicIp'>).services, ['shop/old']);
});

test('a rule of a load balancer tells at which address it listens', t => {
	const {rules, sku} = readNetworkResource(readDocument('network/load-balancer-kubernetes-composed.json')) as Of<'loadBalancer'>;
	t.is(sku, 'Standard');
	t.false(isUnknown(rules));
	t.like(rules, {
		length: 3,
		0: {
			protocol: 'Tcp', frontendPort: 80, backendPort: 80, publicIpKey: '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/mc_rg-shop_aks-shop_westeurope/providers/microsoft.network/publicipaddresses/pip-shop', privateAddress: undefined,
		},
		2: {frontendPort: 22},
	});
	t.like(readNetworkResource(readDocument('network/load-balancer-get.json')), {rules: {0: {privateAddress: '10.0.1.4', publicIpKey: undefined}}});
	t.deepEqual((readNetworkResource(readDocument('network/recorded-load-balancer.json')) as Of<'loadBalancer'>).rules, []);
});

test('rules of a security group stand in their order, whichever member holds their prefixes and ports', t => {
	const {rules} = readNetworkResource(readDocument('network/network-security-group-kubernetes-composed.json')) as Of<'networkSecurityGroup'>;
	const all = rules as readonly InboundRule[];
	t.deepEqual(all[0], {
		name: 'k8s-azure-lb_allow_IPv4_556f7044ec033071ec0dfcf7cd85bc93', priority: 500, isAllow: true, protocol: 'Tcp', sources: ['Internet'], destinations: ['20.50.10.1', '20.50.10.5'], ports: ['443', '80'],
	});
	t.deepEqual(all.find(({priority}) => priority === 502)?.sources, ['198.51.100.0/24', '203.0.113.10/32']);
	t.like(all.find(({name}) => name === 'deny-rdp'), {isAllow: false, ports: ['3389']});
	t.deepEqual(all.map(({priority}) => priority), all.map(({priority}) => priority).toSorted((one, other) => one! - other!));
	t.deepEqual((readNetworkResource(readDocument('network/recorded-network-security-group-aks.json')) as Of<'networkSecurityGroup'>).rules, []);
	t.true(((readNetworkResource(readDocument('network/recorded-network-security-group-open-ports.json')) as Of<'networkSecurityGroup'>).rules as readonly InboundRule[]).every(({isAllow}) => isAllow));
});

test('a route table and a virtual network tell their tags, and what is something else is left out', t => {
	t.like(readNetworkResource(readDocument('network/recorded-route-table.json')), {type: 'routeTable'});
	t.like(readNetworkResource(readDocument('network/recorded-virtual-network-proxy.json')), {type: 'virtualNetwork'});
	t.like(readNetworkResource({...readDocument('network/recorded-route-table.json'), tags: 'none'}), {isTagged: {unknown: 'malformed'}});
	t.is(readNetworkResource(readDocument('keyvault/vault-get.json')), undefined);
	t.is(readNetworkResource({}), undefined);
});

test('a security group with one rule that cannot be read has unknown rules: it may be the one that opens everything', t => {
	const document = readDocument('network/network-security-group-kubernetes-composed.json') as {readonly properties: {readonly securityRules: ReadonlyArray<{readonly properties: Json}>}};
	const harmful: ReadonlyArray<readonly [string, unknown]> = [['access', 'Perhaps'], ['access', undefined], ['direction', 7], ['sourceAddressPrefixes', '0.0.0.0/0'], ['destinationPortRange', 22], ['priority', 'first'], ['protocol', {}]];
	for (const [member, value] of harmful) {
		const [first, ...rest] = document.properties.securityRules;
		const damaged = {...document, properties: {securityRules: [...rest, {...first, properties: {...first!.properties, [member]: value}}]}};
		t.like(readNetworkResource(damaged), {rules: {unknown: 'malformed'}}, member);
	}

	t.like(readNetworkResource({...document, properties: {securityRules: [null]}}), {rules: {unknown: 'malformed'}});
	t.like(readNetworkResource({...document, properties: undefined}), {rules: {unknown: 'not-reported'}});
});

test('a disk tells for which claim it was made and with which key it is encrypted', t => {
	const [own, platform] = listOf('compute/disk-list-composed.json').map(document => readDataDisk(document));
	t.like(own, {
		kind: 'dataDisk', claim: 'pay/ledger', encryptionType: 'EncryptionAtRestWithCustomerKey', sizeGib: 256, diskEncryptionSetKey: '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourcegroups/rg-pay/providers/microsoft.compute/diskencryptionsets/des-pay',
	});
	t.like(platform, {claim: 'shop/orders-data', diskEncryptionSetKey: undefined});
	t.is(readDataDisk({...listOf('compute/disk-list-composed.json')[0], tags: {}}), undefined);
	t.like(readDataDisk({...listOf('compute/disk-list-composed.json')[0], properties: {encryption: 'yes'}}), {diskEncryptionSetKey: {unknown: 'malformed'}, sizeGib: undefined});
});

test('a secret in a tag never comes into the model', t => {
	const tags = {
		owner: 'shop', storage: `DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${'A'.repeat(86)}==`, dbPassword: 'hunter2', 'project-key': 'SHOP',
	};
	const resource = readNetworkResource({...readDocument('network/recorded-route-table.json'), tags});
	t.like(resource?.tags, {owner: 'shop', dbPassword: '********', 'project-key': 'SHOP'});
	t.notRegex(JSON.stringify(resource), /hunter2|AAAA/v);
});

const slotsOf = (value: unknown): ReadonlyArray<readonly [Json, string]> => (typeof value === 'object' && value !== null
	? Object.keys(value).flatMap(name => [[value as Json, name] as const, ...slotsOf((value as Json)[name])])
	: []);

test('nothing throws and nothing unsafe comes out, whatever is sent', t => {
	const documents = [
		...listOf('network/public-ip-address-list-composed.json'),
		...listOf('compute/disk-list-composed.json'),
		readDocument('network/load-balancer-kubernetes-composed.json'),
		readDocument('network/network-security-group-kubernetes-composed.json'),
	];
	const mutation = fc.record({at: fc.nat(), value: junk});
	const mutations = fc.array(mutation, {maxLength: 8});
	fc.assert(fc.property(fc.constantFrom(...documents), mutations, (document, changes) => {
		const damaged = structuredClone(document);
		for (const {at, value} of changes) {
			const slots = slotsOf(damaged);
			const [holder, name] = slots[at % slots.length]!;
			holder[name] = structuredClone(value);
		}

		const text = JSON.stringify([readNetworkResource(damaged), readDataDisk(damaged)]);
		t.notRegex(text, /\\u001b|[\p{Control}\p{Surrogate}]/v);
	}), {numRuns: 400});
	fc.assert(fc.property(fc.anything(), anything => {
		t.notThrows(() => [readNetworkResource(anything), readDataDisk(anything)]);
	}), {numRuns: 200});
});

import test from 'ava';
import {readCluster} from '../../../source/azure/read/cluster.js';
import {readNodePool} from '../../../source/azure/read/node-pool.js';
import {readRegistry} from '../../../source/azure/read/registry.js';
import {isUnknown} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {
	clusterExamples,
	poolExamples,
	readDocument,
	registryExamples,
	type Json,
} from '../../support/azure-documents.js';
import {
	clusterMembers,
	isFaithful,
	poolMembers,
	registryMembers,
} from '../../support/faithful.js';

const owner = readCluster(readDocument('aks/managed-cluster-hardened-composed.json'))!;

test('there are enough documents, most of them recorded', t => {
	const files = new Set([...clusterExamples, ...poolExamples, ...registryExamples].map(({file}) => file));
	t.true(files.size >= 60);
	t.true([...files].filter(file => file.includes('recorded')).length >= 60);
});

test('every cluster is read as it was sent', t => {
	for (const {file, document} of clusterExamples) {
		const cluster = readCluster(document);
		t.truthy(cluster, file);
		isFaithful(t, document, cluster!, clusterMembers, file);
		t.is(cluster!.entraIntegrated, Boolean((document.properties as Json).aadProfile), file);
		const sent = (document.properties as Json).agentPoolProfiles as readonly Json[] | undefined;
		const pools = cluster!.nodePools as readonly NodePool[] | undefined;
		t.is(pools?.length, sent?.length, file);
		for (const [index, pool] of (pools ?? []).entries()) {
			isFaithful(t, sent![index], pool, poolMembers(''), `${file} ${pool.name}`);
		}
	}
});

test('every pool of the agentPools API is read as it was sent', t => {
	for (const {file, document} of poolExamples) {
		const pool = readNodePool(document, owner);
		t.truthy(pool, file);
		isFaithful(t, document, pool!, poolMembers('properties.'), file);
	}
});

test('every registry is read as it was sent', t => {
	for (const {file, document} of registryExamples) {
		const registry = readRegistry(document);
		t.truthy(registry, file);
		isFaithful(t, document, registry!, registryMembers, file);
	}
});

test('no real document holds a member that we call malformed', t => {
	const models = [
		...clusterExamples.map(({file, document}) => ({file, model: readCluster(document)})),
		...registryExamples.map(({file, document}) => ({file, model: readRegistry(document)})),
	];
	for (const {file, model} of models) {
		t.truthy(model, file);
		const facts: readonly unknown[] = Object.values(model!);
		t.deepEqual(facts.filter(fact => isUnknown(fact) && fact.unknown !== 'not-asked'), [], file);
	}
});

test('ids, casing and places', t => {
	const registry = readRegistry(readDocument('acr/registry-premium-hardened-composed.json'))!;
	t.is(registry.key, registry.id.toLowerCase());
	t.is(registry.resourceGroup, 'rg-pay');
	t.is(registry.subscriptionId, '00000000-0000-0000-0000-0000000000a1');
	t.is(registry.identityType, 'UserAssigned');
	t.deepEqual(registry.tags, {env: 'prod'});
	t.deepEqual(registry.ipRules, ['198.51.100.7', '203.0.113.0/24']);
	t.is(readCluster({id: '/subscriptions/ABC/resourceGroups/rg/providers/x/managedClusters/c', location: 'West Europe', properties: {}})!.region, 'westeurope');
	t.is(readCluster({id: '/subscriptions/ABC/resourceGroups/rg/providers/x/managedClusters/c', properties: {}})!.subscriptionId, 'abc');
});

test('words are held in the casing of the specification, strange ones stay', t => {
	const pool = readNodePool({
		name: 'p', osType: 'linux', osSKU: 'UBUNTU', mode: 'USER', powerState: {code: 'RUNNING'}, securityProfile: {sshAccess: 'disabled'}, type: 'brand-new',
	}, owner)!;
	t.like(pool, {
		osType: 'Linux', osSku: 'Ubuntu', mode: 'User', powerState: 'Running', sshAccess: 'Disabled', poolType: 'brand-new',
	});
});

test('pools of virtual machines sum their sizes up', t => {
	const pool = readNodePool(readDocument('aks/recorded-agent-pool-virtual-machines.json'), owner)!;
	t.like(pool, {count: 1, vmSize: 'Standard_D4s_v3', poolType: 'VirtualMachines'});
	const mixed = readNodePool({name: 'p', virtualMachineNodesStatus: [{size: 'a', count: 2}, {size: 'b', count: 3}]}, owner)!;
	t.like(mixed, {count: 5, vmSize: undefined});
});

test('host ports are read as ranges', t => {
	const cluster = readCluster(readDocument('aks/recorded-cluster-allowed-host-ports.json'))!;
	t.deepEqual((cluster.nodePools as readonly NodePool[])[0]!.allowedHostPorts, ['53-53/UDP', '80-80/TCP', '443-443/TCP', '4000-5000/TCP', '4000-6000/UDP']);
});

test('add-ons are found in any casing', t => {
	const cluster = readCluster({id: '/subscriptions/a/x/c', properties: {addonProfiles: {AzurePolicy: {enabled: true}, HTTPAPPLICATIONROUTING: {enabled: false}}}})!;
	t.true(cluster.azurePolicy);
	t.false(cluster.httpApplicationRouting);
});

test('hosted system pools leave the list out, which is not an empty list', t => {
	t.is(readCluster(readDocument('aks/recorded-cluster-automatic-hosted-system.json'))!.nodePools, undefined);
});

test('without an id there is nothing, without properties everything is not reported', t => {
	t.is(readCluster({name: 'x'}), undefined);
	t.is(readCluster('x'), undefined);
	t.is(readRegistry(null), undefined);
	const cluster = readCluster({id: '/subscriptions/a/x/c', name: 'c'})!;
	t.like(cluster.privateCluster, {unknown: 'not-reported'});
	t.like(cluster.entraIntegrated, {unknown: 'not-reported'});
	t.like(cluster.nodePools, {unknown: 'not-reported'});
});

test('a wrong type names its path and what it holds', t => {
	const cluster = readCluster({id: '/subscriptions/a/x/c', properties: {apiServerAccessProfile: {enablePrivateCluster: 'yes\u{1B}[31m', authorizedIPRanges: ['10.0.0.0/8', 7]}, aadProfile: 'none', securityProfile: []}})!;
	t.deepEqual(cluster.privateCluster, {unknown: 'malformed', reason: '`properties.apiServerAccessProfile.enablePrivateCluster` holds "yes", not true or false'});
	t.deepEqual(cluster.authorizedIpRanges, {unknown: 'malformed', reason: 'an element of `properties.apiServerAccessProfile.authorizedIPRanges` is 7'});
	t.deepEqual(cluster.azureRbac, {unknown: 'malformed', reason: '`properties.aadProfile` holds "none", not an object'});
	t.deepEqual(cluster.workloadIdentity, {unknown: 'malformed', reason: '`properties.securityProfile` holds a list, not an object'});
});

test('a document cannot pass for an unknown fact of ours', t => {
	const cluster = readCluster({id: '/subscriptions/a/x/c', properties: {aadProfile: {unknown: 'x', reason: 'all is well'}, enableRBAC: {unknown: 'x', reason: '\u{1B}[2J'}}})!;
	t.true(cluster.entraIntegrated);
	t.deepEqual(cluster.kubernetesRbac, {unknown: 'malformed', reason: '`properties.enableRBAC` holds an object, not true or false'});
});

test('a pool that cannot be read stays visible', t => {
	const cluster = readCluster({id: '/subscriptions/a/x/c', properties: {agentPoolProfiles: ['junk', {name: 'ok', osType: 'Linux'}]}})!;
	const pools = cluster.nodePools as readonly NodePool[];
	t.deepEqual(pools.map(({name}) => name), ['(pool 1)', 'ok']);
	t.true(isUnknown(pools[0]!.osType));
});

test('names and tags are made safe', t => {
	const cluster = readCluster({
		id: '/subscriptions/a/x/c\u{1B}[2J', name: '\u{202E}evil\u{7}', tags: {'k\u{1B}[1m': 'v\n', n: 5}, properties: {},
	})!;
	t.is(cluster.name, 'evil');
	t.is(cluster.id, '/subscriptions/a/x/c');
	t.deepEqual(cluster.tags, {k: 'v '});
});

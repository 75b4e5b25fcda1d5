import test from 'ava';
import {readAdminSubjects} from '../../../source/kubernetes/read/admin-subjects.js';
import {readAgentSet} from '../../../source/kubernetes/read/agent-set.js';
import {readGateway} from '../../../source/kubernetes/read/gateway.js';
import {readHttpRoute} from '../../../source/kubernetes/read/http-route.js';
import {readIngress} from '../../../source/kubernetes/read/ingress.js';
import {readKured} from '../../../source/kubernetes/read/kured.js';
import {readNetworkPolicy, sumPolicies} from '../../../source/kubernetes/read/network-policies.js';
import {readStorageClass} from '../../../source/kubernetes/read/storage-class.js';
import {isUnknown, unknown} from '../../../source/model/known.js';
import {objectIn, objectsIn} from '../../support/inside-documents.js';

const now = Date.parse('2026-08-21T02:20:00Z');

test('recorded objects of other kinds are read', t => {
	t.deepEqual(readIngress(objectIn('ingress-recorded')).rules, [{host: undefined, hasTls: false, services: ['default/test']}]);
	const policy = readNetworkPolicy(objectIn('network-policy-recorded'));
	t.deepEqual(sumPolicies([policy]), [{namespace: 'default', count: 1, ingress: 'some'}]);
	t.is(readKured(objectIn('daemonset-recorded'), now), undefined);
	t.like(readAgentSet(objectIn('daemonset-recorded')), {namespace: 'kube-system'});
	t.is(readStorageClass(objectIn('storage-class-recorded')), undefined, 'a class of another cloud');
	t.deepEqual(readAdminSubjects(objectIn('cluster-role-binding-recorded')), []);
});

test('Ingresses tell hosts, certificates and what they lead to', t => {
	const of = (name: string) => readIngress(objectIn('ingresses-list-composed', name));
	t.deepEqual(of('shop').rules, [{host: 'shop.contoso.example', hasTls: true, services: ['shop/frontend', 'shop/orders']}]);
	t.deepEqual(of('plain').rules, [{host: 'old.contoso.example', hasTls: false, services: ['shop/frontend']}]);
	t.deepEqual(of('agic').through, ['azure/application-gateway']);
	t.deepEqual(of('default-backend').rules, [{host: undefined, hasTls: true, services: ['shop/gone-service']}], 'a certificate without hosts is for all');
	t.like(of('wild'), {rules: [{host: '*.contoso.example', hasTls: false, services: ['shop/frontend']}], addresses: ['lb.contoso.example'], allowedRanges: ['198.51.100.0/24']});
});

test('HTTPRoutes take addresses and certificates from their Gateways', t => {
	const gateways = new Map(objectsIn('gateways-list-composed').map(document => readGateway(document)).map(gateway => [gateway.id, gateway]));
	const shop = readHttpRoute(objectIn('http-routes-list-composed', 'shop'), gateways);
	t.deepEqual(shop.through, ['shop/public']);
	t.deepEqual(shop.addresses, ['a1b2c3.fz12.alb.azure.com']);
	t.deepEqual(shop.rules, [{host: 'shop.contoso.example', hasTls: false, services: ['shop/orders', 'lab/orders-canary']}]);
	t.deepEqual(readHttpRoute(objectIn('http-routes-list-composed', 'http-app-1'), gateways).addresses, []);
	const blind = readHttpRoute(objectIn('http-routes-list-composed', 'shop'), unknown('denied', 'no Gateways'));
	t.true(isUnknown(blind.addresses));
	t.deepEqual((blind.rules as ReadonlyArray<{readonly services: readonly string[]}>)[0]!.services, ['shop/orders', 'lab/orders-canary']);
});

test('a default deny is one that lets nothing in, and none that another policy undoes', t => {
	const sums = sumPolicies(objectsIn('network-policies-list-composed').map(document => readNetworkPolicy(document)));
	t.deepEqual(sums, [
		{namespace: 'shop', count: 3, ingress: 'default-deny'},
		{namespace: 'lab', count: 1, ingress: 'some'},
		{namespace: 'kube-system', count: 1, ingress: 'none'},
	]);
	const deny = {metadata: {namespace: 'lab'}, spec: {podSelector: {}, policyTypes: ['Ingress']}};
	const open = objectIn('network-policies-list-composed', 'allow-all-ingress');
	t.like(sumPolicies([readNetworkPolicy(deny), readNetworkPolicy(open)]), [{ingress: 'some'}]);
	t.like(sumPolicies([readNetworkPolicy({metadata: {namespace: 'x'}, spec: {podSelector: {}, ingress: 'all'}})]), [{ingress: 'some'}]);
});

test('Kured tells who holds its lock', t => {
	t.deepEqual(readKured(objectIn('daemonset-kured-locked-composed'), now), {
		namespace: 'kube-system', desired: 3, ready: 3, annotatesNodes: true,
		locks: [{node: 'aks-shop-30520393-vmss000000', since: '2026-08-21T02:00:30.123456789Z', isManual: false}],
	});
	t.like(readKured(objectIn('daemonset-kured-manual-lock-composed'), now), {locks: [{node: 'manual', since: undefined, isManual: true}]});
	t.like(readKured(objectIn('daemonset-kured-multilock-composed'), now), {locks: {length: 2}});
	t.like(readKured(objectIn('daemonset-kured-multilock-composed'), now + 3_600_000), {locks: []}, 'a lock whose time is over is not held');
	t.like(readKured(objectIn('daemonsets-list-composed', 'kured'), now), {locks: []});
	t.deepEqual(objectsIn('daemonsets-list-composed').map(document => readAgentSet(document)?.name).filter(name => name !== undefined), [
		'microsoft-defender-collector-ds', 'microsoft-defender-publisher-ds', 'ama-logs', 'ama-logs-windows',
	]);
});

test('storage classes of Azure disks tell their disk encryption set, however it is spelt', t => {
	const all = objectsIn('storage-classes-list-composed').map(document => readStorageClass(document)).filter(one => one !== undefined);
	t.deepEqual(all.map(one => (isUnknown(one) ? '?' : `${one.name} ${one.diskEncryptionSetId?.split('/').at(-1) ?? '-'} ${one.sku ?? '-'}${one.isDefault ? ' default' : ''}`)), [
		'default - StandardSSD_ZRS default',
		'managed-csi - StandardSSD_LRS',
		'managed-csi-premium - Premium_LRS',
		'byok des-aks Premium_LRS',
		'byok-double des-aks Premium_ZRS',
		'byok-legacy des-aks Premium_LRS',
		'no-parameters - -',
	]);
	t.true(isUnknown(readStorageClass({metadata: {name: 'x'}, provisioner: 'disk.csi.azure.com', parameters: 'none'})));
});

test('who is cluster-admin is told by each binding', t => {
	const subjects = objectsIn('cluster-role-bindings-list-composed').flatMap(document => readAdminSubjects(document) as readonly unknown[]);
	t.is(subjects.length, 7);
	t.true(subjects.some(subject => JSON.stringify(subject) === JSON.stringify({
		binding: 'default-admin', kind: 'ServiceAccount', name: 'default', namespace: 'shop',
	})));
	t.true(isUnknown(readAdminSubjects({metadata: {name: 'x'}, roleRef: 'cluster-admin'})));
});

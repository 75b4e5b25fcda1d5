import test from 'ava';
import {SourceError} from '../../source/model/source-error.js';
import {documentFleet, loadDocument, type Document} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import {policyDocuments} from '../support/policies.js';

const [a1, a2] = ['a1', 'a2'].map(letters => `00000000-0000-0000-0000-0000000000${letters}`) as [string, string];

const listOf = (path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value;

/**
The same role, given at the management group.
*/
const above = (document: Document): Document => {
	const scope = '/providers/Microsoft.Management/managementGroups/mg-shop';
	return {...document, id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${String(document.name)}`, properties: {...document.properties as Readonly<Record<string, unknown>>, scope}};
};

const surrounded = () => ({
	...documentFleet(),
	diskEncryptionSets: [...listOf('compute/disk-encryption-set-list-composed.json'), {id: `/subscriptions/${a1}/resourceGroups/rg/providers/Microsoft.Compute/diskEncryptionSets/odd`, properties: 'none'}],
	keyVaults: listOf('keyvault/vault-list-composed.json'),
	roleAssignments: listOf('authorization/role-assignments-list-composed.json').flatMap(document => (document.id.includes('/registries/') ? [document, above(document)] : document)),
});

test('sets, vaults and role assignments come through Resource Graph in one request each', async t => {
	const server = await startFor(t, {fleet: surrounded()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const asked = server.requests.length;
	const sets = await collectors.diskEncryptionSets(signal, all);
	const vaults = await collectors.keyVaults(signal, all);
	const assignments = await collectors.roleAssignments(signal, all);
	t.deepEqual(server.requests.slice(asked).filter(({url}) => /^\/(?:subscriptions|providers)/v.test(url.pathname)).map(({method}) => method), ['POST', 'POST', 'POST', 'GET', 'GET'], 'and of role assignments the lists of the two subscriptions that are left out');
	t.regex(server.requests.find(({body}) => body.includes('roleassignments'))!.body, /"authorizationScopeFilter":"AtScopeAboveAndBelow"/v);
	t.deepEqual(all.find(({id}) => id === a1)?.managementGroups, ['mg-shop', '00000000-0000-0000-0000-0000000000aa']);
	t.is(all.find(({id}) => id === a2)?.managementGroups, undefined, 'of what Resource Graph leaves out, nobody tells');
	t.is(sets.items.find(({name}) => name === 'des-broken')?.rotationError, 'ManagedServiceIdentityNotFound');
	t.like(sets.items.find(({name}) => name === 'odd')?.autoRotation, {unknown: 'malformed'});
	t.true(vaults.items.find(({name}) => name === 'kv-pay')?.softDelete);
	t.true(assignments.items.length > 0);
	t.true(assignments.items.some(({scope, subscriptionId}) => scope === '/providers/microsoft.management/managementgroups/mg-shop' && subscriptionId === ''), 'what was given above the subscriptions is read too');
	t.true(assignments.items.every(({scope, roleId}) => typeof scope === 'string' && scope === scope.toLowerCase() && typeof roleId === 'string' && /^[\d\-a-f]{36}$/v.test(roleId)));
});

test('a subscription that Resource Graph leaves out is told as not read, not as empty', async t => {
	const server = await startFor(t, {fleet: surrounded()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {coverage} = await collectors.keyVaults(signal, await subscriptions());
	t.is(coverage.get(a1)?.state, 'answered');
	const leftOut = coverage.get(a2);
	t.is(leftOut?.state, 'denied');
	t.regex(leftOut && 'reason' in leftOut ? leftOut.reason : '', /only it is asked for key vaults: grant Reader/v);
});

test('a set that changed nothing is the same object at the next poll', async t => {
	const server = await startFor(t, {fleet: surrounded()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const first = await collectors.diskEncryptionSets(signal, all);
	const second = await collectors.diskEncryptionSets(signal, all);
	t.true(second.items.every((item, index) => item === first.items[index]));
});

test('a subscription\'s document holds its plans by name, a vault\'s document is masked like any other', async t => {
	const server = await startFor(t, {fleet: surrounded()});
	const {collectors, signal, subscriptions} = openFleet(server);
	await subscriptions();
	const {document} = await collectors.document(signal, `/subscriptions/${a1}`);
	const subscription = document as {readonly pricings: Readonly<Record<string, {readonly properties: {readonly pricingTier: string}}>>};
	t.is(subscription.pricings.Containers?.properties.pricingTier, 'Standard');
	const [vault] = surrounded().keyVaults;
	const opened = await collectors.document(signal, vault!.id.toLowerCase());
	t.like(opened.document, {name: vault!.name});
});

const exempted = (policies = policyDocuments) => ({...documentFleet(), policies});

test('exemptions of Azure Policy and what they exempt come in one request, those of a management group above too', async t => {
	const server = await startFor(t, {fleet: exempted()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const asked = server.requests.length;
	const {items, coverage} = await collectors.policyExemptions(signal, all);
	const requests = server.requests.slice(asked).filter(({url}) => /^\/(?:subscriptions|providers)/v.test(url.pathname));
	t.is(requests.length, 1);
	t.regex(requests[0]!.body, /"authorizationScopeFilter":"AtScopeAboveAndBelow"/v);
	t.deepEqual(items.map(({kind}) => kind).toSorted(), ['exemption', 'exemption', 'exemption', 'state', 'state', 'state', 'state', 'state']);
	t.true(items.some(({subscriptionId}) => subscriptionId === ''));
	t.is(coverage.get(a1)?.state, 'answered');
	t.is(coverage.get(a2)?.state, 'denied', 'left out is not read, and not empty');
});

test('exemptions come page by page, and those that did not change are the same objects', async t => {
	const server = await startFor(t, {fleet: {...exempted(), graphPageSize: 2}});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const first = await collectors.policyExemptions(signal, all);
	const second = await collectors.policyExemptions(signal, all);
	t.is(first.items.length, 8);
	t.true(second.items.every((item, index) => item === first.items[index]));
});

test('where Resource Graph refuses exemptions, there are none and the reason is told', async t => {
	const server = await startFor(t, {fleet: exempted()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	server.faults.push({when: ({body}) => body.includes('policyresources'), give: loadDocument('resource-graph/error-403-authorization-failed-composed.json') as {status: number; body: unknown}});
	const error = await t.throwsAsync(async () => collectors.policyExemptions(signal, all), {instanceOf: SourceError});
	t.like(error?.detail, {cause: 'denied'});
	t.regex(error?.detail.reason ?? '', /only it is asked for policy exemptions: grant Reader/v);
});

test('hostile rows among the exemptions are left out, and the rest is read', async t => {
	const server = await startFor(t, {fleet: exempted()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const hostile = [null, 42, 'text', [], {}, {type: 7}, {id: 'x', type: 'microsoft.policyinsights/policystates'}];
	server.faults.push({
		when: ({body}) => body.includes('policyresources'),
		give(right) {
			const body = right.body as {readonly data: readonly unknown[]};
			return {...right, body: {...body, data: [...hostile, ...body.data]}};
		},
	});
	const {items} = await collectors.policyExemptions(signal, all);
	t.is(items.length, 8);
});

const networked = () => ({
	...documentFleet(),
	networkResources: [...listOf('network/public-ip-address-list-composed.json'), loadDocument('network/load-balancer-kubernetes-composed.json') as Document, loadDocument('network/network-security-group-kubernetes-composed.json') as Document],
	dataDisks: listOf('compute/disk-list-composed.json'),
});

test('the network of clusters and the disks of volumes come page by page, and what did not change is the same object', async t => {
	const server = await startFor(t, {fleet: {...networked(), graphPageSize: 3}});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const asked = server.requests.length;
	const first = await collectors.networkResources(signal, all);
	t.is(server.requests.slice(asked).filter(({url}) => url.pathname.toLowerCase().endsWith('/resources')).length, Math.ceil(networked().networkResources.length / 3));
	t.deepEqual([...new Set(first.items.map(({type}) => type))].toSorted(), ['loadBalancer', 'networkSecurityGroup', 'publicIp']);
	t.is(first.coverage.get(a2)?.state, 'denied', 'left out is not read, and not without an open address');
	const second = await collectors.networkResources(signal, all);
	t.true(second.items.every((item, index) => item === first.items[index]));
	const {items: disks} = await collectors.dataDisks(signal, all);
	t.deepEqual(disks.map(({claim}) => claim).toSorted(), ['pay/ledger', 'shop/orders-data']);
});

test('hostile rows among the network are left out, and where Resource Graph refuses there is a reason', async t => {
	const server = await startFor(t, {fleet: networked()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	server.faults.push({
		when: ({body}) => body.includes('loadbalancers'),
		times: 1,
		give: right => ({...right, body: {...right.body as Document, data: [null, 7, {}, {id: 'x'}, ...(right.body as {readonly data: readonly unknown[]}).data]}}),
	});
	const {items} = await collectors.networkResources(signal, all);
	t.is(items.length, networked().networkResources.length);
	server.faults.splice(0, Infinity, {when: ({body}) => body.includes('loadbalancers'), give: loadDocument('resource-graph/error-403-authorization-failed-composed.json') as {status: number; body: unknown}});
	const error = await t.throwsAsync(async () => collectors.networkResources(signal, all), {instanceOf: SourceError});
	t.like(error?.detail, {cause: 'denied'});
});

import test from 'ava';
import {isUnknown, valueOf} from '../../source/model/known.js';
import type {Registry} from '../../source/model/registry.js';
import {documentFleet, loadDocument, type Document} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';

const a1 = '00000000-0000-0000-0000-0000000000a1';

const below = (registry: Document, path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value
	.map(child => ({...child, id: `${registry.id.toLowerCase()}/${child.id.split('/').slice(-2).join('/')}`}));

const fleetWithChildren = () => {
	const fleet = documentFleet();
	const registry = fleet.registries.find(({id}) => id.includes(a1));
	return {
		...fleet,
		registryChildren: [
			...below(registry!, 'acr/recorded-replication-list.json'),
			...below(registry!, 'acr/webhook-list-composed.json'),
			{...registry!, id: `${registry!.id}/tokens/strange`},
			{...registry!, id: '/subscriptions/x'},
		],
	};
};

const withReplicas = (registries: readonly Registry[]): readonly Registry[] => registries.filter(({replicas}) => (valueOf(replicas) ?? []).length > 0);

test('replications and webhooks come to their registry, in one question for all', async t => {
	const server = await startFor(t, {fleet: fleetWithChildren()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const {items} = await collectors.registries(signal, all);
	const [registry, ...others] = withReplicas(items);
	t.deepEqual(others, []);
	t.deepEqual(valueOf(registry!.replicas)?.map(({region}) => region), ['southcentralus', 'westus']);
	t.deepEqual(valueOf(registry!.webhooks)?.map(({name}) => name).toSorted(), ['audit', 'deploy', 'old']);
	t.true(items.filter(({subscriptionId, key}) => subscriptionId === a1 && key !== registry!.key).every(({replicas}) => !isUnknown(replicas)), 'none is an answer');

	const leftOut = items.find(({subscriptionId}) => subscriptionId !== a1);
	t.like(leftOut?.replicas, {unknown: 'not-asked'});
	t.like(leftOut?.webhooks, {unknown: 'not-asked'});

	const [replica] = valueOf(registry!.replicas)!;
	const {document} = await collectors.document(signal, replica!.key);
	t.like(document, {location: 'southcentralus'});
	const error = await t.throwsAsync(collectors.document(signal, `${registry!.key}/replications/nowhere`));
	t.is(error?.name, 'SourceError');
});

test('what has not changed is the same object, and a replica that comes changes its registry alone', async t => {
	const server = await startFor(t, {fleet: fleetWithChildren()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const first = await collectors.registries(signal, all);
	const second = await collectors.registries(signal, all);
	t.true(first.items.every((registry, index) => registry === second.items[index]));

	server.fleet = {...server.fleet, registryChildren: server.fleet.registryChildren!.slice(1)};
	const third = await collectors.registries(signal, all);
	const changed = third.items.filter((registry, index) => registry !== second.items[index]);
	t.deepEqual(changed.map(({key}) => key), withReplicas(first.items).map(({key}) => key));
	t.is(valueOf(changed[0]!.replicas)?.length, 1);
});

test('a refusal makes them unknown with its reason, and the registries are there all the same', async t => {
	const server = await startFor(t, {
		fleet: fleetWithChildren(),
		faults: [{when: ({body}) => body.includes('registries/replications'), give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'The client does not have authorization to perform action \'Microsoft.ResourceGraph/resources/read\'.'}}}}],
	});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const {items} = await collectors.registries(signal, all);
	t.is(items.length, 3);
	for (const {subscriptionId, replicas, webhooks} of items) {
		t.like(replicas, {unknown: subscriptionId === a1 ? 'denied' : 'not-asked'});
		t.like(webhooks, {unknown: subscriptionId === a1 ? 'denied' : 'not-asked'});
	}

	const again = await collectors.registries(signal, all);
	t.true(items.every((registry, index) => registry === again.items[index]), 'the same refusal changes nothing');
});

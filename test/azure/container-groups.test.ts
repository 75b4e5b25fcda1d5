import test from 'ava';
import type {ContainerGroup} from '../../source/model/container-group.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {
	documentFleet,
	move,
	type Document,
	type ServerFleet,
} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import {groupList} from '../support/container-groups.js';
import {documentOf} from '../support/models.js';

const a1 = '00000000-0000-0000-0000-0000000000a1';
const a2 = '00000000-0000-0000-0000-0000000000a2';

const fleet = (): ServerFleet => ({
	...documentFleet(),
	containerGroups: [
		...groupList().slice(1) as readonly Document[],
		documentOf('aci/container-group-full-composed') as Document,
		move(documentOf('aci/recorded-group-private-subnet'), a2, 'aci-listed'),
	].map(group => (group.id.includes(a2) ? group : move(group, a1))),
});

const named = (groups: readonly ContainerGroup[], name: string): ContainerGroup => groups.find(group => group.name === name)!;

test('groups come from Resource Graph, and by list calls from what it leaves out', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items, coverage} = await collectors.containerGroups(signal, await subscriptions());
	t.true(items.length >= 7);
	t.is(named(items, 'aci-listed').subscriptionId, a2);
	t.like(coverage.get(a2), {state: 'listed'});
	t.like(coverage.get('00000000-0000-0000-0000-0000000000a3'), {state: 'denied'});
	const again = await collectors.containerGroups(signal, await subscriptions());
	t.true(again.items.every((group, index) => group === items[index]), 'what did not change is the same object');
});

test('one group tells how it is just now, and its document is masked', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.containerGroups(signal, await subscriptions());
	const {document, groupState} = await collectors.document(signal, named(items, 'aci-worker').key);
	t.is(groupState?.state, 'Running');
	t.is(valueOf(groupState!.containers)!.find(({name}) => name === 'worker')?.restarts, 12);
	t.false(JSON.stringify(document).includes('placeholder-in-plain-text'));
	t.true(JSON.stringify(document).includes('LOG_LEVEL'));
	const asked = server.requests.find(({url}) => /\/containergroups\/aci-worker$/iv.test(url.pathname));
	t.is(asked?.method, 'GET');
	t.is(asked?.url.searchParams.get('api-version'), '2023-05-01');
});

test('a refusal is told of; the document then comes from Resource Graph and says nothing of now', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.containerGroups(signal, await subscriptions());
	server.faults.push({when: ({url}) => /\/containergroups\/aci-worker$/iv.test(url.pathname), give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}});
	const {groupState} = await collectors.document(signal, named(items, 'aci-worker').key);
	t.true(isUnknown(groupState!.state));
	server.faults.splice(0, Infinity, {when: ({url}) => /\/containergroups\/aci-worker$/iv.test(url.pathname), give: {status: 404, body: (documentOf('errors/recorded-404-container-group-not-found') as {readonly body: unknown}).body}});
	await t.throwsAsync(collectors.document(signal, named(items, 'aci-worker').key), {message: /not/iv});
});

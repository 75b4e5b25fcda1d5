import test from 'ava';
import {valueOf} from '../../source/model/known.js';
import {SourceError} from '../../source/model/source-error.js';
import {documentFleet, loadDocument, type Document} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import type {Answer} from '../support/azure-server/answer.js';

const [a1, a2] = ['a1', 'a2'].map(letters => `00000000-0000-0000-0000-0000000000${letters}`) as [string, string];

const listOf = (path: string): readonly Document[] => (loadDocument(path) as {readonly value: readonly Document[]}).value;

/**
The same document in the subscription that Resource Graph leaves out.
*/
const moved = (document: Document): Document => JSON.parse(JSON.stringify(document).replaceAll(a1, () => a2)) as Document;

const both = (documents: readonly Document[]): readonly Document[] => [...documents, ...documents.filter(({id}) => id.includes(a1)).map(document => moved(document))];

const fleet = () => ({
	...documentFleet(),
	roleAssignments: both(listOf('authorization/role-assignments-list-composed.json')),
	roleDefinitions: both(listOf('authorization/role-definitions-list-composed.json')),
	denyAssignments: both(listOf('authorization/deny-assignments-list-composed.json')),
	roleEligibilities: both(listOf('authorization/role-eligibility-schedule-instances-list-composed.json')),
});

const forbidden = loadDocument('errors/recorded-403-authorization-failed.json') as Answer;

const isAbout = (name: string) => ({url}: {readonly url: URL}): boolean => url.pathname.toLowerCase().endsWith(`/providers/microsoft.authorization/${name}`);

test('role assignments come with who, which role, where, under which condition and when; of what Resource Graph leaves out by the list, page after page', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items, coverage} = await collectors.roleAssignments(signal, await subscriptions());
	t.is(coverage.get(a1)?.state, 'answered');
	t.is(coverage.get(a2)?.state, 'listed');
	t.true(items.some(({key}) => key.includes(a2)), 'the list of the subscription that is left out was read');
	const guest = items.find(({principalId, subscriptionId}) => principalId === '00000000-0000-0000-0000-000000000101' && subscriptionId === a1);
	t.like(guest, {
		principalType: 'User', roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', scope: `/subscriptions/${a1}`, condition: undefined, changedAt: Date.parse('2025-11-03T09:12:44.123Z'),
	});
	t.true(items.some(({condition}) => typeof condition === 'string' && condition.includes('ForAnyOfAnyValues:GuidEquals')));
	t.true(items.some(({scope}) => scope === '/'));
	t.true(items.some(({scope}) => scope === '/providers/microsoft.management/managementgroups/mg-platform'));
	const again = await collectors.roleAssignments(signal, await subscriptions());
	t.true(again.items.every(item => items.includes(item)), 'what did not change is the same object');
});

test('what was given on something else than containers and vaults is not kept, wherever it was listed', async t => {
	const [first] = listOf('authorization/role-assignments-list-composed.json');
	const scope = `/subscriptions/${a2}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/logs`;
	const elsewhere = {...first!, id: `${scope}/providers/Microsoft.Authorization/roleAssignments/x`, properties: {...first!.properties as Record<string, unknown>, scope}};
	const server = await startFor(t, {fleet: {...fleet(), roleAssignments: [elsewhere]}});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.roleAssignments(signal, await subscriptions());
	t.deepEqual(items.filter(({subscriptionId}) => subscriptionId === a2), []);
});

test('a condition in a version that nobody knows is unknown, with the version', async t => {
	const odd = listOf('authorization/role-assignments-list-composed.json').map(document => ({...document, properties: {...document.properties as Record<string, unknown>, condition: 'x', conditionVersion: '9.5'}}));
	const server = await startFor(t, {fleet: {...fleet(), roleAssignments: odd}});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.roleAssignments(signal, await subscriptions());
	t.true(items.length > 0);
	for (const {condition} of items) {
		t.like(condition, {unknown: 'malformed'});
		t.regex(JSON.stringify(condition), /version 9\.5/v);
	}
});

test('role definitions come with every block, the company\'s own told from Azure\'s', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.roleDefinitions(signal, await subscriptions());
	const owner = items.find(({name}) => name === 'Owner');
	t.like(owner, {id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', isBuiltIn: true});
	t.true(items.some(({isBuiltIn, permissions}) => !isBuiltIn && (valueOf(permissions)?.length ?? 0) === 2), 'a role of two blocks');
});

test('a definition with a block that cannot be read is unknown as a whole', async t => {
	const [first] = listOf('authorization/role-definitions-list-composed.json');
	const broken = [{permissions: [{actions: 'all'}]}, {permissions: 'none'}, {permissions: [7]}, {}, {permissions: [{actions: [1]}]}]
		.map((properties, index) => ({
			...first!, id: `${first!.id}${index}`, name: `broken-${index}`, properties: {roleName: `Broken ${index}`, type: 'CustomRole', ...properties},
		}));
	const server = await startFor(t, {fleet: {...fleet(), roleDefinitions: broken}});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.roleDefinitions(signal, await subscriptions());
	t.is(items.filter(({subscriptionId}) => subscriptionId !== a2).length, broken.length);
	for (const {permissions, name} of items) {
		t.true('unknown' in permissions, name);
	}
});

test('deny assignments and eligible roles come from each subscription\'s own lists', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	const denials = await collectors.denyAssignments(signal, [a1]);
	const [lock] = valueOf(denials.get(a1)) ?? [];
	t.like(lock, {principals: ['00000000-0000-0000-0000-000000000000'], excluded: ['00000000-0000-0000-0000-000000000104'], stopsAtScope: false});
	t.like(valueOf(lock!.permissions)?.[0], {actions: ['*/write', '*/delete', '*/action']});
	const allEligible = await collectors.roleEligibilities(signal, [a1]);
	const eligible = valueOf(allEligible.get(a1)) ?? [];
	t.like(eligible[0], {principalId: '00000000-0000-0000-0000-000000000100', roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635', endsAt: Date.parse('2027-01-10T00:31:41.477Z')});
	t.is(eligible.find(({principalType}) => principalType === 'Group')?.endsAt, undefined);
});

test('definitions, denials and eligible roles are read to the last page', async t => {
	const many = (path: string, count: number): readonly Document[] => {
		const documents = listOf(path);
		const first = documents.find(({id}) => id.includes(a1)) ?? documents[0];
		return Array.from({length: count}, (_, index) => ({...first!, id: `${first!.id.replaceAll(a1, () => a2)}-${index}`, name: `${String(first!.name)}-${index}`}));
	};

	const count = 7;
	const server = await startFor(t, {
		fleet: {
			...documentFleet(),
			roleAssignments: many('authorization/role-assignments-list-composed.json', count),
			roleDefinitions: many('authorization/role-definitions-list-composed.json', count).map(document => ({...document, id: `/subscriptions/${a2}${document.id}`})),
			denyAssignments: many('authorization/deny-assignments-list-composed.json', count),
			roleEligibilities: many('authorization/role-eligibility-schedule-instances-list-composed.json', count),
		},
	});
	const {collectors, signal, subscriptions} = openFleet(server);
	const all = await subscriptions();
	const assignments = await collectors.roleAssignments(signal, all);
	t.is(assignments.items.length, count);
	const definitions = await collectors.roleDefinitions(signal, all);
	t.is(new Set(definitions.items.map(({id}) => id)).size, count);
	const denials = await collectors.denyAssignments(signal, [a2]);
	t.is(valueOf(denials.get(a2))?.length, count);
	const eligible = await collectors.roleEligibilities(signal, [a2]);
	t.is(valueOf(eligible.get(a2))?.length, count);
	for (const name of ['roleassignments', 'roledefinitions', 'denyassignments', 'roleeligibilityscheduleinstances']) {
		const pages = server.requests.filter(request => isAbout(name)(request) && request.url.pathname.includes(a2));
		t.is(pages.length, 4, `${name}: two to a page`);
	}
});

test('a list that breaks off on a later page is unknown as a whole, never shorter', async t => {
	const [first] = listOf('authorization/deny-assignments-list-composed.json');
	const denyAssignments = Array.from({length: 5}, (_, index) => ({...first!, id: `${first!.id}-${index}`}));
	const server = await startFor(t, {fleet: {...fleet(), denyAssignments}});
	server.faults.push({when: ({url}) => isAbout('denyassignments')({url}) && url.searchParams.get('$skiptoken') === '4', give: forbidden});
	const {collectors, signal} = openFleet(server);
	const denials = await collectors.denyAssignments(signal, [a1]);
	t.like(denials.get(a1), {unknown: 'denied'});
});

test('a refusal of one subscription is unknown there, with the right that is lacking', async t => {
	const server = await startFor(t, {fleet: fleet()});
	server.faults.push({when: isAbout('denyassignments'), give: forbidden}, {when: isAbout('roleeligibilityscheduleinstances'), give: forbidden});
	const {collectors, signal} = openFleet(server);
	const denials = await collectors.denyAssignments(signal, [a1]);
	t.like(denials.get(a1), {unknown: 'denied'});
	const eligible = await collectors.roleEligibilities(signal, [a1]);
	t.like(eligible.get(a1), {unknown: 'denied'});
});

test('one deny assignment that cannot be read makes the list unknown: it might be the one that counts', async t => {
	const [first] = listOf('authorization/deny-assignments-list-composed.json');
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	for (const body of [{value: [first, null]}, {value: [first, 'text']}, {value: [{properties: {}}]}, {values: []}, {value: 7}]) {
		server.faults.splice(0, Infinity, {when: isAbout('denyassignments'), give: {status: 200, body}});
		// eslint-disable-next-line no-await-in-loop -- one fault after the other
		const denials = await collectors.denyAssignments(signal, [a1]);
		t.like(denials.get(a1), {unknown: 'malformed'}, JSON.stringify(body).slice(0, 80));
	}

	server.faults.splice(0, Infinity, {when: isAbout('denyassignments'), give: {status: 200, body: {value: [{...first, properties: {...first!.properties as Record<string, unknown>, principals: [{}]}}]}}});
	const denials = await collectors.denyAssignments(signal, [a1]);
	const [odd] = valueOf(denials.get(a1)) ?? [];
	t.like(odd?.principals, {unknown: 'not-reported'}, 'a principal without an id is told in the assignment itself');
});

test('a list of assignments that is refused is told in the coverage, and hostile rows are passed over', async t => {
	const server = await startFor(t, {fleet: fleet()});
	server.faults.push({when: isAbout('roleassignments'), give: forbidden}, {
		when: ({body}) => body.includes('microsoft.authorization/roleassignments\''),
		give: right => ({...right, body: {...right.body as Document, data: [null, 7, [], {}, {id: 4}, ...(right.body as {readonly data: readonly unknown[]}).data]}}),
	});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items, coverage} = await collectors.roleAssignments(signal, await subscriptions());
	t.is(coverage.get(a2)?.state, 'denied');
	t.true(items.length > 0);
});

test('no more than six lists of subscriptions are asked for at once', async t => {
	const ids = Array.from({length: 20}, (_, index) => `00000000-0000-0000-0000-0000000001${String(index).padStart(2, '0')}`);
	const server = await startFor(t, {fleet: {...fleet(), subscriptions: ids.map(id => ({id, name: id}))}});
	let open = 0;
	let most = 0;
	server.faults.push({
		when(request) {
			const isAsked = isAbout('denyassignments')(request);
			open += isAsked ? 1 : 0;
			most = Math.max(most, open);
			return isAsked;
		},
		after: 20,
		give(right) {
			open--;
			return right;
		},
	});
	const {collectors, signal} = openFleet(server);
	const denials = await collectors.denyAssignments(signal, ids);
	t.is(denials.size, 20);
	t.true(most <= 6, String(most));
});

test('a signal that is aborted ends it', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors} = openFleet(server);
	await t.throwsAsync(async () => collectors.denyAssignments(AbortSignal.abort(), [a1]), {name: 'AbortError'});
	server.faults.push({when: () => true, give: {status: 401, body: {error: {code: 'ExpiredAuthenticationToken', message: 'expired'}}}});
	await t.throwsAsync(async () => collectors.denyAssignments(new AbortController().signal, [a1]), {instanceOf: SourceError}, 'who is not signed in is told, not shown an empty list');
});

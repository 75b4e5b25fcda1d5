import test from 'ava';
import {valueOf, type Fact} from '../../source/model/known.js';
import type {RegistryRecords} from '../../source/model/registry-records.js';
import {
	documentFleet,
	loadDocument,
	type Document,
} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';

const listOf = (path: string): readonly Document[] => {
	const document = loadDocument(path) as {readonly value?: readonly Document[]; readonly body?: {readonly value: readonly Document[]}};
	return document.value ?? document.body!.value;
};

const fleet = documentFleet();

const registry = fleet.registries.find(({id}) => id.includes('0000000000a1'))!;

const own = {id: registry.id, key: registry.id.toLowerCase()};

/**
Documents as if they were this registry's; ids in small letters, as Azure gives them too.
*/
const below = (documents: readonly Document[]): readonly Document[] => documents.map(child => ({...child, id: `${own.key}/${child.id.split('/').slice(-2).join('/')}`}));

const recorded = () => ({
	...fleet,
	registryChildren: below([...listOf('acr/recorded-replication-list.json'), ...listOf('acr/webhook-list-composed.json')]),
	registryRecords: below([
		...listOf('acr/token-list-composed.json'),
		loadDocument('acr/recorded-token-password-without-expiry.json') as Document,
		...listOf('acr/scope-map-list-composed.json'),
		...listOf('acr/cache-rule-list.json'),
		loadDocument('acr/recorded-cache-rule.json') as Document,
		loadDocument('acr/recorded-credential-set-unhealthy.json') as Document,
		...listOf('recorded/acr-connected-registries.json'),
	]),
	registryUsages: loadDocument('acr/recorded-registry-list-usages.json'),
});

const named = (items: Fact<ReadonlyArray<{readonly name: string}>>): readonly string[] => (valueOf(items) ?? []).map(({name}) => name);

test('an open registry is read through the real client, every list page by page', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	const records = await collectors.openRegistry(signal, own);
	t.is(records.registryKey, own.key);
	t.deepEqual(valueOf(records.usages)?.map(({name, limit, unit}) => [name, limit, unit]).slice(0, 3), [['Size', 536_870_912_000, 'bytes'], ['Webhooks', 500, 'count'], ['Geo-replications', undefined, 'count']], 'a limit of -1 is none');
	t.deepEqual(named(records.tokens), ['ci-forever', 'ci-expired', 'ci-soon', 'ci-off', 'edge', 'unused', 'syncToken']);
	const byName = new Map(valueOf(records.tokens)!.map(token => [token.name, token]));
	t.deepEqual(byName.get('ci-soon')!.credentials, [
		{
			kind: 'password', name: 'password1', created: '2025-02-07T15:44:26.409Z', expires: '2026-09-05T12:00:00.000Z',
		},
		{
			kind: 'password', name: 'password2', created: '2025-02-07T15:44:26.409Z', expires: '2027-08-01T12:00:00.000Z',
		},
	]);
	t.like(byName.get('edge'), {status: 'enabled', scopeMapKey: byName.get('edge')!.scopeMapKey as string, credentials: {0: {kind: 'certificate', name: 'certificate1', expires: '2026-10-01T00:00:00.000Z'}}});
	t.like(byName.get('syncToken')!.credentials, {0: {expires: undefined}}, 'recorded: a password without an end');
	t.deepEqual(byName.get('unused')!.credentials, []);
	t.deepEqual(valueOf(records.scopeMaps)?.map(({name, isSystem}) => [name, isSystem]), [['_repositories_admin', true], ['_repositories_pull', true], ['_repositories_push', true], ['shop-pull', false]]);
	t.true((valueOf(records.scopeMaps)![3]!.actions as readonly string[]).includes('repositories/shop/frontend/content/read'));

	const {replicas, webhooks, cacheRules, credentialSets, connectedRegistries} = records.details!;
	t.like(replicas, {
		length: 2, 0: {
			region: 'southcentralus', state: 'Ready', since: '2023-02-07T15:31:01.3454456Z', provisioningState: 'Succeeded', endpointEnabled: true,
		},
	});
	t.like(webhooks, {length: 3, 0: {name: 'deploy', scope: 'shop/frontend:*', actions: ['push', 'delete']}, 2: {status: 'disabled'}});
	t.like(cacheRules, {length: 2, 0: {source: 'docker.io/library/hello-world', credentialSet: 'myCredentialSet'}, 1: {target: 'ubuntu', credentialSet: undefined}});
	t.like(credentialSets, {
		length: 1, 0: {
			name: 'test1', loginServer: 'docker.io', health: 'Unhealthy', vaults: ['cliimportkv73021.vault.azure.net'],
		},
	});
	t.like(connectedRegistries, {
		length: 2, 0: {
			mode: 'ReadWrite', state: 'Offline', activation: 'Inactive', lastActivity: undefined,
		},
	});

	const asked = server.requests.filter(({url}) => url.pathname.toLowerCase().startsWith(own.key));
	t.true(asked.every(({method}) => method === 'GET'), 'nothing is an action');
	t.false(asked.some(({url}) => /listcredentials|generatecredentials|listevents|getcallbackconfig/iv.test(url.pathname)));
	t.is(asked.filter(({url}) => url.pathname.endsWith('/tokens')).length, 4, 'seven tokens in pages of two');
});

test('a secret in an answer reaches nobody: a password\'s value, the name and password of another registry', async t => {
	const secret = 'Zk8Q~aVeryLongAndSecretPasswordThatNobodyMaySee1234';
	const [token] = recorded().registryRecords;
	const properties = token!.properties as Readonly<Record<string, unknown>>;
	const told = {...token!, properties: {...properties, credentials: {passwords: [{name: 'password1', creationTime: '2026-01-01T00:00:00Z', value: secret}], certificates: [{name: 'certificate1', encodedPemCertificate: secret}]}}};
	const server = await startFor(t, {fleet: {...recorded(), registryRecords: [told]}});
	const {collectors, signal} = openFleet(server);
	const records = await collectors.openRegistry(signal, own);
	t.is(valueOf(records.tokens)?.length, 1);
	t.false(JSON.stringify(records).includes(secret));
});

const parts: ReadonlyArray<{readonly path: string; readonly right: string; readonly of: (records: RegistryRecords) => Fact<unknown>}> = [
	{path: 'listUsages', right: 'registries/listUsages/read', of: ({usages}) => usages},
	{path: 'tokens', right: 'registries/tokens/read', of: ({tokens}) => tokens},
	{path: 'scopeMaps', right: 'registries/scopeMaps/read', of: ({scopeMaps}) => scopeMaps},
	{path: 'replications', right: 'registries/replications/read', of: ({details}) => details!.replicas},
	{path: 'webhooks', right: 'registries/webhooks/read', of: ({details}) => details!.webhooks},
	{path: 'cacheRules', right: 'registries/cacheRules/read', of: ({details}) => details!.cacheRules},
	{path: 'credentialSets', right: 'registries/credentialSets/read', of: ({details}) => details!.credentialSets},
	{path: 'connectedRegistries', right: 'registries/connectedRegistries/read', of: ({details}) => details!.connectedRegistries},
];

const lost = (records: RegistryRecords): ReadonlyArray<Fact<unknown>> => parts.map(({of}) => of(records)).filter(fact => 'unknown' in (fact as Record<string, unknown>));

for (const {path, right, of: part} of parts) {
	test(`${path}: a refusal makes that part unknown with the right that it needs; a line that breaks is tried again; rubbish is no empty list`, async t => {
		const server = await startFor(t, {fleet: recorded()});
		const {collectors, signal} = openFleet(server);
		const when = ({url}: {readonly url: URL}): boolean => url.pathname.endsWith(`/${path}`);
		server.faults.push({when, give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}});
		const refused = await collectors.openRegistry(signal, own);
		t.is(lost(refused).length, 1);
		t.like(part(refused), {unknown: 'denied'});
		t.true((part(refused) as {readonly reason: string}).reason.includes(right), JSON.stringify(part(refused)));

		server.faults.splice(0, Infinity, {when, times: 1, give: {status: 429, headers: {'retry-after': '0'}, body: {error: {code: 'TooManyRequests', message: 'slow'}}}}, {when, times: 1, give: 'drop'});
		t.deepEqual(lost(await collectors.openRegistry(signal, own)), []);

		const odd: readonly unknown[] = [{}, [], '<html>busy</html>', {value: 7}, {value: [null]}, {value: [{id: 7}]}, {value: [{properties: []}]}, null];
		for (const body of odd) {
			server.faults.splice(0, Infinity, {when, give: {status: 200, body}});
			// eslint-disable-next-line no-await-in-loop -- each with its own fault
			t.like(part(await collectors.openRegistry(signal, own)), {unknown: 'malformed'}, JSON.stringify(body));
		}
	});
}

test('a time that is none makes a token\'s credentials unknown, never without end; names are made safe', async t => {
	const [token] = recorded().registryRecords;
	const properties = token!.properties as Readonly<Record<string, unknown>>;
	const withPassword = (password: unknown): Document => ({...token!, properties: {...properties, credentials: {passwords: [password]}}});
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal} = openFleet(server);
	for (const password of [{name: 'password1', expiry: 'never'}, {name: 'password1', expiry: 7}, 'password', null]) {
		server.fleet = {...recorded(), registryRecords: [withPassword(password)]};
		// eslint-disable-next-line no-await-in-loop -- each with its own document
		const {tokens} = await collectors.openRegistry(signal, own);
		t.like(valueOf(tokens)?.[0]?.credentials, {unknown: 'malformed'}, JSON.stringify(password));
	}

	server.fleet = {...recorded(), registryRecords: [{...token!, name: 'ci\u{1B}]52;c;AAAA\u{7}\u{202E}\n'}]};
	const {tokens} = await collectors.openRegistry(signal, own);
	t.deepEqual(named(tokens), ['ci ']);
});

test('for checks every registry costs three requests, and who asks again soon asks only for what is missing', async t => {
	const server = await startFor(t, {fleet: recorded()});
	const {collectors, signal, subscriptions} = openFleet(server);
	const {items} = await collectors.registries(signal, await subscriptions());
	const readable = items.filter(({subscriptionId}) => subscriptionId.endsWith('a1') || subscriptionId.endsWith('a2'));
	t.true(readable.length > 2);
	const asked = (): number => server.requests.filter(({url}) => /\/(?:listUsages|tokens|scopeMaps)$/v.test(url.pathname) && !url.searchParams.has('$skiptoken')).length;
	server.faults.push({when: ({url}) => url.pathname.endsWith('/tokens') && url.pathname.includes(readable[0]!.name), times: 3, give: {status: 503, body: 'busy'}});
	const first = await collectors.registryRecords(signal, readable);
	t.is(first.size, readable.length);
	t.like(first.get(readable[0]!.key)!.tokens, {unknown: 'unreachable'});
	t.is(first.get(own.key)!.details, undefined);
	const once = asked();
	t.is(once, (3 * readable.length) + 2, 'two tries more for what failed');
	const second = await collectors.registryRecords(signal, readable);
	t.is(asked() - once, 3, 'one registry alone');
	t.true(Array.isArray(second.get(readable[0]!.key)!.tokens));
	t.is(second.get(readable[1]!.key), first.get(readable[1]!.key));
});

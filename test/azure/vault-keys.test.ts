import test from 'ava';
import type {VaultInUse} from '../../source/azure/collectors.js';
import {readKeyVault} from '../../source/azure/read/key-vault.js';
import {documentFleet, loadDocument, type Document} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';

const vaults = (loadDocument('keyvault/vault-list-composed.json') as {readonly value: readonly Document[]}).value.map(document => readKeyVault(document)!);

const inUse = (name: string, ...keyNames: readonly string[]): VaultInUse => ({vault: vaults.find(vault => vault.name === name)!, keyNames});

const fleet = () => ({
	...documentFleet(),
	vaultKeys: [loadDocument('keyvault/key-rotation-policy-composed.json'), loadDocument('keyvault/key-expired-without-policy-composed.json')] as readonly Document[],
});

test('a key tells its age, its end and its rotation, and one request is sent for each key in use', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	const keys = await collectors.vaultKeys(signal, [inUse('kv-pay', 'disk'), inUse('kv-old', 'disk', 'gone')]);
	const [pay, old] = [inUse('kv-pay'), inUse('kv-old')].map(({vault}) => vault.key) as [string, string];
	t.deepEqual(keys.get(pay), [{
		name: 'disk', vaultKey: pay, created: '2026-02-01T00:00:00.000Z', expires: '2027-02-01T00:00:00.000Z', isEnabled: true, rotation: ['rotate after P180D', 'notify P30D before expiry'],
	}]);
	t.deepEqual(keys.get(old), [{
		name: 'disk', vaultKey: old, created: '2023-06-01T00:00:00.000Z', expires: '2025-06-01T00:00:00.000Z', isEnabled: true, rotation: [],
	}], 'a key that is gone is not in the list');
	const asked = server.requests.filter(({url}) => url.pathname.includes('/keys/'));
	t.is(asked.length, 3);
	t.true(asked.every(({method, url}) => method === 'GET' && url.host === new URL(server.url).host), 'a vault\'s own address is never asked');
});

test('a refusal is the vault\'s alone; what cannot be read is unknown, never a key without end', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	const wanted = [inUse('kv-pay', 'disk'), inUse('kv-old', 'disk')];
	server.faults.push({when: ({url}) => url.pathname.includes('kv-old'), give: {status: 403, body: {error: {code: 'AuthorizationFailed', message: 'no'}}}});
	const keys = await collectors.vaultKeys(signal, wanted);
	t.like(keys.get(wanted[1]!.vault.key), {unknown: 'denied'});
	t.true(Array.isArray(keys.get(wanted[0]!.vault.key)));
	const [key] = fleet().vaultKeys as ReadonlyArray<Document & {readonly properties: Readonly<Record<string, unknown>>}>;
	const hostile: readonly unknown[] = [
		[],
		{...key, properties: undefined},
		{...key, properties: {...key!.properties, attributes: {exp: 'never'}}},
		{...key, properties: {...key!.properties, attributes: {exp: 1e300}}},
		{...key, name: 7},
	];
	for (const body of hostile) {
		server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.includes('kv-pay'), give: {status: 200, body}});
		// eslint-disable-next-line no-await-in-loop -- each with its own fault
		const odd = await collectors.vaultKeys(signal, [wanted[0]!]);
		t.true('unknown' in odd.get(wanted[0]!.vault.key)!, JSON.stringify(body));
	}

	server.faults.splice(0, Infinity, {when: ({url}) => url.pathname.includes('kv-pay'), give: {status: 200, body: {...key, properties: {...key!.properties, rotationPolicy: {lifetimeActions: [{}]}}}}});
	const odd = await collectors.vaultKeys(signal, [wanted[0]!]);
	t.like(odd.get(wanted[0]!.vault.key), {0: {name: 'disk', rotation: {unknown: 'malformed'}}});
});

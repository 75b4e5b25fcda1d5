import test from 'ava';
import fc from 'fast-check';
import {maskDocument} from '../../../source/azure/read/mask-document.js';
import {mask, maskSecretsIn} from '../../../source/azure/read/secrets.js';
import {clusterExamples, readDocument, registryExamples} from '../../support/azure-documents.js';

const shown = (document: unknown): string => JSON.stringify(maskDocument(document));

const secret = 'S3cr3t-Value_0815';

test('secrets go by the name of their member, wherever they stand', t => {
	for (const name of ['adminPassword', 'secret', 'clientSecret', 'CLIENT_SECRET', 'primaryKey', 'storageAccountKey', 'accessToken', 'sasToken', 'connectionString', 'registryPassword', 'kubeconfig', 'x-functions-key', 'Authorization']) {
		t.deepEqual(maskDocument({a: [{b: {[name]: secret}}]}), {a: [{b: {[name]: mask}}]}, `member ${name}`);
	}

	t.deepEqual(maskDocument({
		password: 12_345, tokens: [secret], secrets: {a: {b: secret}}, keys: [{name: 'one', value: secret}],
	}), {
		password: mask, tokens: [mask], secrets: {a: {b: mask}}, keys: [{name: 'one', value: mask}],
	});
	t.deepEqual(maskDocument({env: [{name: 'DB_PASSWORD', value: secret}, {name: 'PORT', value: '80'}]}), {env: [{name: 'DB_PASSWORD', value: mask}, {name: 'PORT', value: '80'}]});
});

test('secrets go by what they look like', t => {
	for (const text of [
		`DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${secret};EndpointSuffix=core.windows.net`,
		`Server=db;User Id=sa;Password=${secret};`,
		`https://x.blob.core.windows.net/c?sv=2024&sig=${secret}`,
		`curl -H "Authorization: Bearer ${secret}${secret}"`,
		`https://user:${secret}@example.com/`,
		`worker --password ${secret}`,
		`worker --token=${secret}`,
		`{"password":"${secret}"}`,
		`-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`,
		`-----BEGIN PRIVATE KEY-----\n${secret}`,
		`token eyJhbGciOiJIUzI1NiJ9.${secret}.${secret}`,
	]) {
		t.false(shown({command: text}).includes(secret), `as a value: ${text}`);
		t.false(shown({[text]: 1}).includes(secret), `as a name: ${text}`);
	}

	t.is(maskSecretsIn(`key ${'A'.repeat(86)}== end`), `key ${mask} end`);
});

test('what is no secret stays', t => {
	const document = {
		enableSecretRotation: 'true', azureKeyvaultSecretsProvider: {enabled: true}, keyData: 'ssh-rsa AAAA test@example.com', keyIdentifier: 'https://kv.vault.azure.net/keys/acr',
		disablePasswordAuthentication: true, tag: {key: 'scan', value: 'off'}, digest: 'sha256:4af8e6f002401a965bbe753a381af308b40d8947fad2b9e1f6a369aa81abee59', nothing: null,
	};
	t.deepEqual(maskDocument(document), document);
});

test('real clusters and registries keep every value', t => {
	for (const {file, document} of [...clusterExamples, ...registryExamples]) {
		t.false(shown(document).includes(mask), `in ${file}`);
	}
});

test('texts are cleaned, and size and depth are bounded', t => {
	t.deepEqual(maskDocument({'a\u{1B}[2J': 'x\u{202E}\ny\u{7}'}), {a: 'x\ny'});
	let deep: unknown = 'end';
	for (let level = 0; level < 10_000; level++) {
		deep = {deep};
	}

	t.true(shown(deep).length < 1000);
	const long = Array.from({length: 200_000}, () => 1);
	t.true(shown(long).length < 100_000);
	t.true(shown({text: 'x'.repeat(1_000_000)}).length < 5000);
});

test('a secret put anywhere into a real document never comes out', t => {
	const names = fc.constantFrom('password', 'clientSecret', 'primaryKey', 'sharedAccessKey', 'apiToken', 'connectionString');
	const value = fc.string({minLength: 8, maxLength: 40, unit: fc.constantFrom('a', 'B', '7', '_')});
	const document = readDocument('aks/managed-cluster-weak-composed.json');
	fc.assert(fc.property(fc.nat(), names, value, (at, name, text) => {
		const copy = structuredClone(document);
		const holders: Array<Record<string, unknown>> = [];
		const walk = (node: unknown): void => {
			if (typeof node !== 'object' || node === null) {
				return;
			}

			holders.push(node as Record<string, unknown>);
			for (const child of Object.values(node)) {
				walk(child);
			}
		};

		walk(copy);
		const holder = holders[at % holders.length]!;
		if (Array.isArray(holder)) {
			return;
		}

		holder[name] = `~${text}~`;
		t.false(shown(copy).includes(`~${text}~`));
	}), {numRuns: 200});
});

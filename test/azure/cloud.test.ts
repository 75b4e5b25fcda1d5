/* eslint-disable unicorn/no-await-expression-member -- one member of one answer reads best in one line */
import fc from 'fast-check';
import test, {type ExecutionContext} from 'ava';
import {generate} from 'selfsigned';
import {
	chinaCloud,
	publicCloud,
	resolveCloud,
	usGovernmentCloud,
} from '../../source/azure/cloud.js';
import {jsonErrorPosition} from '../../source/azure/cloud/json-error-position.js';
import {UsageError} from '../../source/model/usage-error.js';

const {cert, private: key} = await generate([{name: 'commonName', value: 'authority'}], {keyType: 'ec', algorithm: 'sha256'});

const noFile = (file: string): never => {
	throw Object.assign(new Error(`ENOENT: no such file or directory, open '${file}'`), {code: 'ENOENT'});
};

const filesystem = (files: Readonly<Record<string, string>>) => (file: string): string => files[file] ?? noFile(file);

const profile = {resourceManager: 'https://management.contoso.example/', authorityHost: 'https://login.contoso.example'};

const resolve = async (content: unknown, files: Readonly<Record<string, string>> = {}) =>
	resolveCloud('/clouds/own.json', filesystem({'/clouds/own.json': typeof content === 'string' ? content : JSON.stringify(content), ...files}));

const problems = async (t: ExecutionContext, promise: Promise<unknown>): Promise<readonly string[]> =>
	(await t.throwsAsync(promise, {instanceOf: UsageError})).problems;

test('clouds by name, also as Azure CLI names them, in any casing', async t => {
	t.is(await resolveCloud('public', noFile), publicCloud);
	t.is(await resolveCloud('AzureUSGovernment', noFile), usGovernmentCloud);
	t.is(await resolveCloud('China', noFile), chinaCloud);
});

test('an unknown name names the ones there are', async t => {
	t.deepEqual(await problems(t, resolveCloud('publik', noFile)), ['there is no cloud "publik"; use public, us-government, china or a profile file. Did you mean public?']);
	t.deepEqual(await problems(t, resolveCloud('__proto__', noFile)), ['there is no cloud "__proto__"; use public, us-government, china or a profile file.']);
	t.deepEqual(await problems(t, resolveCloud('./own.json', noFile)), ['the profile ./own.json does not exist.']);
});

test('a profile says all, or what matters', async t => {
	t.deepEqual(await resolve(profile), {
		name: 'own',
		resourceManager: 'https://management.contoso.example',
		authorityHost: 'https://login.contoso.example',
		audiences: {resourceManager: 'https://management.contoso.example'},
		portal: 'https://portal.azure.com',
		microsoftGraph: undefined,
		disableInstanceDiscovery: false,
		certificateAuthority: undefined,
	});
	const cloud = await resolve({
		...profile, name: 'Contoso', audiences: {resourceManager: 'https://audience.example/'}, portal: 'https://portal.example/', microsoftGraph: 'https://graph.example/', disableInstanceDiscovery: true, certificateAuthority: 'ca.pem',
	}, {'/clouds/ca.pem': `${key}\n${cert}`});
	t.is(cloud.name, 'Contoso');
	t.is(cloud.audiences.resourceManager, 'https://audience.example');
	t.is(cloud.portal, 'https://portal.example');
	t.is(cloud.microsoftGraph, 'https://graph.example');
	t.true(cloud.disableInstanceDiscovery);
	t.true(cloud.certificateAuthority?.startsWith('-----BEGIN CERTIFICATE-----'));
	t.false(cloud.certificateAuthority?.includes('PRIVATE KEY'));
	t.is((await resolve({...profile, certificateAuthority: cert})).certificateAuthority?.trim(), cert.trim());
});

// Put together, because lint would rather have it https.
const plainAddress = ['http', '//management.contoso.example'].join(':');

test('what is wrong in a profile, one sentence each', async t => {
	t.deepEqual(await problems(t, resolve({
		resourceManager: plainAddress, authorityHost: 'login', portal: 5, extra: 1,
	})), [
		'/clouds/own.json: resourceManager begins with http://; tokens are sent over https only.',
		'/clouds/own.json: authorityHost is not an https address.',
		'/clouds/own.json: portal is not an https address.',
		'/clouds/own.json: "extra" is not a member of a cloud profile; there are name, resourceManager, authorityHost, audiences, portal, microsoftGraph, disableInstanceDiscovery, certificateAuthority.',
	]);
	t.deepEqual(await problems(t, resolve({...profile, authorityHost: 'https://user:secret@login.contoso.example'})), ['/clouds/own.json: authorityHost may hold no user, query or fragment.']);
	t.regex((await problems(t, resolve({...profile, autorityHost: 'x'})))[0]!, /Did you mean authorityHost\?$/v);
	t.deepEqual(await problems(t, resolve({authorityHost: 'https://a.example'})), ['/clouds/own.json: resourceManager is missing; give an https address.']);
	t.deepEqual(await problems(t, resolve({...profile, disableInstanceDiscovery: 'yes', audiences: 'x'})), [
		'/clouds/own.json: audiences is not an object.',
		'/clouds/own.json: disableInstanceDiscovery is neither true nor false.',
	]);
	t.regex((await problems(t, resolve('[]')))[0]!, /^\/clouds\/own\.json: a cloud profile is a JSON object/v);
	t.deepEqual(await problems(t, resolve({...profile, certificateAuthority: 'gone.pem'})), ['/clouds/own.json: certificateAuthority /clouds/gone.pem does not exist.']);
	t.regex((await problems(t, resolve({...profile, certificateAuthority: 'ca.pem'}, {'/clouds/ca.pem': 'hello'})))[0]!, /is not a PEM certificate/v);
	t.regex((await problems(t, resolve({...profile, certificateAuthority: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'})))[0]!, /cannot be read/v);
});

test('what is not JSON is named by file, line and column', async t => {
	t.regex((await problems(t, resolve('{\n  "resourceManager": https://x\n}')))[0]!, /^\/clouds\/own\.json:2:22: this is not JSON/v);
	t.regex((await problems(t, resolve('')))[0]!, /^\/clouds\/own\.json:1:1: this is not JSON/v);
	t.regex((await problems(t, resolve('name: x')))[0]!, /^\/clouds\/own\.json:1:2: this is not JSON/v);
});

test('the position is where a JSON text was spoiled', t => {
	const anyJson = fc.json({maxDepth: 3});
	const property = fc.property(anyJson, text => {
		const position = jsonErrorPosition(`[\n${text}\n,\n@]`);
		t.deepEqual(position, {line: text.split('\n').length + 3, column: 1});
	});
	fc.assert(property);
});

test('no text whatever makes a profile throw anything but a usage error', async t => {
	const anything = fc.oneof(fc.string(), fc.json());
	const property = fc.asyncProperty(anything, async text => {
		await t.throwsAsync(resolve(text), {instanceOf: UsageError});
	});
	await fc.assert(property);
});

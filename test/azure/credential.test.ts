/* eslint-disable unicorn/no-await-expression-member -- one member of one answer reads best in one line */
import {Buffer} from 'node:buffer';
import {
	chmod,
	mkdtemp,
	rm,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {
	createCredential,
	SignInError,
	type CredentialInput,
	type DeviceCode,
} from '../../source/azure/credential.js';
import {publicCloud} from '../../source/azure/cloud.js';
import {SourceError} from '../../source/model/source-error.js';
import {
	document,
	startEntra,
	wellKnown,
	type Answer,
	type Script,
	type TestServer,
} from '../support/entra-server.js';

const scope = 'https://management.azure.com/.default';
const tenant = '00000000-0000-0000-0000-000000000000';
const servicePrincipal = {AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: '11111111-1111-1111-1111-111111111111', AZURE_CLIENT_SECRET: 'not-a-secret'};

const make = (input: Partial<CredentialInput> & {readonly auth?: string; readonly tenant?: string}) => createCredential({
	settings: {auth: input.auth ?? 'auto', tenant: input.tenant},
	cloud: publicCloud,
	env: {},
	isInteractive: false,
	onDeviceCode() {/* Nobody looks. */},
	...input,
});

const serve = async (t: ExecutionContext, script: Script, options?: {readonly isPlain: boolean}): Promise<TestServer> => {
	const server = await startEntra(script, options);
	t.teardown(server.close);
	return server;
};

const fails = async (t: ExecutionContext, promise: Promise<unknown>): Promise<SignInError> =>
	(t.throwsAsync(promise, {instanceOf: SignInError}));

test('a service principal from variables signs in over TLS with the cloud\'s own authority, once for all callers', async t => {
	const server = await serve(t, {...wellKnown, '/oauth2/v2.0/token': [document('token-client-credentials')]});
	const credential = make({auth: 'environment', cloud: server.cloud, env: servicePrincipal});
	const tokens = await Promise.all([1, 2, 3].map(async () => credential.getToken(scope)));
	t.deepEqual(tokens.map(({token}) => token), ['TEST_ACCESS_TOKEN', 'TEST_ACCESS_TOKEN', 'TEST_ACCESS_TOKEN']);
	t.is((await credential.getToken(scope)).token, 'TEST_ACCESS_TOKEN');
	const asked = server.seen.filter(request => request.path.endsWith('/token'));
	t.is(asked.length, 1);
	t.is(asked[0]!.form.get('scope')?.split(' ', 1)[0], scope);
	t.is(credential.method(), 'environment');
});

const refusals: ReadonlyArray<readonly [string, RegExp, RegExp]> = [
	['error-aadsts7000222-client-secret-expired-composed', /client secret has expired \(AADSTS7000222\)/v, /az ad app credential reset/v],
	['error-aadsts7000215-invalid-client-secret', /client secret is wrong \(AADSTS7000215\)/v, /AZURE_CLIENT_SECRET/v],
	['error-aadsts50076-mfa-required', /multi-factor/v, /az login/v],
	['error-aadsts50079-claims', /enrol in multi-factor/v, /az login/v],
	['error-aadsts53003-conditional-access', /Conditional Access/v, /administrator/v],
	['error-aadsts90002-tenant-not-found', /no such tenant/v, /--tenant/v],
	['error-aadsts700016-application-not-found', /does not know the application/v, /AZURE_CLIENT_ID/v],
	['error-aadsts700081-refresh-token-lifetime', /greatest age/v, /az login/v],
	['error-aadsts700082-refresh-token-expired', /not used for too long/v, /az login/v],
];

for (const [name, reason, remedy] of refusals) {
	test(`Entra's refusal in words: ${name}`, async t => {
		const server = await serve(t, {...wellKnown, '/oauth2/v2.0/token': [document(name)]});
		const error = await fails(t, make({auth: 'environment', cloud: server.cloud, env: servicePrincipal}).getToken(scope));
		t.is(error.detail.cause, 'sign-in');
		t.is(error.attempts.length, 1);
		t.regex(error.attempts[0]!.reason, reason);
		t.regex(error.attempts[0]!.remedy, remedy);
		t.false(JSON.stringify(error.detail).includes('not-a-secret'));
	});
}

test('variables that are missing are named, and nothing is sent', async t => {
	const server = await serve(t, wellKnown);
	const error = await fails(t, make({
		auth: 'environment', cloud: server.cloud, env: {AZURE_CLIENT_ID: 'x'}, tenant,
	}).getToken(scope));
	t.is(error.attempts[0]!.reason, 'AZURE_CLIENT_SECRET is not set');
	t.is(server.seen.length, 0);
});

test('a workload identity signs in with the token of its file', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-'));
	t.teardown(async () => rm(folder, {recursive: true}));
	const file = path.join(folder, 'token');
	await writeFile(file, 'federated');
	const server = await serve(t, {...wellKnown, '/oauth2/v2.0/token': [document('token-workload-identity')]});
	const env = {AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: servicePrincipal.AZURE_CLIENT_ID, AZURE_FEDERATED_TOKEN_FILE: file};
	t.is((await make({auth: 'workload-identity', cloud: server.cloud, env}).getToken(scope)).token, 'TEST_ACCESS_TOKEN');
	t.is(server.seen.at(-1)!.form.get('client_assertion'), 'federated');

	const error = await fails(t, make({auth: 'workload-identity', cloud: server.cloud, env: {...env, AZURE_FEDERATED_TOKEN_FILE: `${file}-gone`}}).getToken(scope));
	t.regex(error.attempts[0]!.reason, /AZURE_FEDERATED_TOKEN_FILE cannot be read/v);
});

// MSAL looks at the process's own variables; ava runs each test file in its own thread, with a copy of them.
const withVariables = (t: ExecutionContext, variables: Readonly<Record<string, string>>): void => {
	const before = new Map(Object.keys(variables).map(name => [name, process.env[name]]));
	Object.assign(process.env, variables);
	t.teardown(() => {
		for (const [name, value] of before) {
			if (value === undefined) {
				// eslint-disable-next-line @typescript-eslint/no-dynamic-delete
				delete process.env[name];
			} else {
				process.env[name] = value;
			}
		}
	});
};

test.serial('a managed identity signs in at the endpoint that the machine names', async t => {
	const {body, ...rest} = document('imds-token');
	const good: Answer = {...rest, body: {...body as Record<string, unknown>, expires_on: String(Math.floor(Date.now() / 1000) + 86_400)}};
	const server = await serve(t, {'/msi/token': [good]}, {isPlain: true});
	const variables = {IDENTITY_ENDPOINT: `${server.origin}/msi/token`, IDENTITY_HEADER: 'header'};
	withVariables(t, variables);
	const credential = make({auth: 'managed-identity', env: variables});
	t.is((await credential.getToken(scope)).token, 'TEST_ACCESS_TOKEN');
	t.is(server.seen.length, 1);
	t.is(server.seen[0]!.headers['x-identity-header'], 'header');
});

test.serial('a machine without the identity says so', async t => {
	const server = await serve(t, {'/msi/token': [document('imds-error-identity-not-found-composed')]}, {isPlain: true});
	const variables = {IDENTITY_ENDPOINT: `${server.origin}/msi/token`, IDENTITY_HEADER: 'header'};
	withVariables(t, variables);
	const error = await fails(t, make({auth: 'managed-identity', env: variables}).getToken(scope));
	t.regex(error.attempts[0]!.reason, /no managed identity/v);
	t.regex(error.attempts[0]!.remedy, /az vm identity assign/v);
});

const fakeTool = async (t: ExecutionContext, scripts: Readonly<Record<string, string>>): Promise<void> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'crowsnest-'));
	t.teardown(async () => rm(folder, {recursive: true}));
	await Promise.all(Object.entries(scripts).map(async ([name, script]) => {
		const file = path.join(folder, name);
		await writeFile(file, `#!/bin/sh\n${script}\n`);
		await chmod(file, 0o755);
	}));
	withVariables(t, {PATH: folder});
};

const expiresOn = Math.floor(Date.now() / 1000) + 3600;

test.serial('Azure CLI signs in, and is asked once', async t => {
	await fakeTool(t, {az: `echo '{"accessToken":"from-az","expires_on":${expiresOn},"tokenType":"Bearer"}'`});
	const credential = make({auth: 'azure-cli'});
	t.is((await credential.getToken(scope)).token, 'from-az');
	await fakeTool(t, {});
	t.is((await credential.getToken(scope)).token, 'from-az');
	await t.throwsAsync(credential.getToken(scope, {claims: '{"access_token":{}}'}), {instanceOf: SignInError});
});

test.serial('Azure CLI that is not signed in, or not there', async t => {
	await fakeTool(t, {az: 'echo "ERROR: Please run \'az login\' to setup account." >&2; exit 1'});
	const out = await fails(t, make({auth: 'azure-cli', tenant: 'contoso.onmicrosoft.com'}).getToken(scope));
	t.deepEqual(out.attempts, [{method: 'azure-cli', reason: 'Azure CLI is not signed in', remedy: 'az login --tenant contoso.onmicrosoft.com'}]);
	await fakeTool(t, {});
	const gone = await fails(t, make({auth: 'azure-cli'}).getToken(scope));
	t.regex(gone.attempts[0]!.reason, /not installed/v);
	await fakeTool(t, {az: 'echo "ERROR: AADSTS700082: The refresh token has expired due to inactivity." >&2; exit 1'});
	const expired = await fails(t, make({auth: 'azure-cli'}).getToken(scope));
	t.regex(expired.attempts[0]!.reason, /AADSTS700082/v);
	t.is(expired.attempts[0]!.remedy, 'az login');
});

test.serial('auto goes on from one way to the next, and says of each why it did not work', async t => {
	await fakeTool(t, {azd: 'echo \'ERROR: not logged in, run `azd auth login` to login\' >&2; exit 1'});
	const server = await serve(t, {...wellKnown, '/oauth2/v2.0/token': [document('error-aadsts7000222-client-secret-expired-composed')]});
	const error = await fails(t, make({cloud: server.cloud, env: servicePrincipal}).getToken(scope));
	t.deepEqual(error.attempts.map(({method}) => method), ['environment', 'workload-identity', 'managed-identity', 'azure-cli', 'azure-developer-cli']);
	t.regex(error.attempts[0]!.reason, /expired/v);
	t.is(error.attempts[1]!.reason, 'AZURE_FEDERATED_TOKEN_FILE is not set');
	t.regex(error.attempts[2]!.reason, /no managed identity/v);
	t.regex(error.attempts[3]!.reason, /not installed/v);
	t.regex(error.attempts[4]!.reason, /not signed in/v);
	t.true(error.attempts.every(({remedy}) => remedy.length > 0));
	t.is(error.detail.remedy, error.attempts[3]!.remedy);
});

test.serial('auto keeps the way that worked, and remembers what was tried before it', async t => {
	await fakeTool(t, {az: `echo '{"accessToken":"from-az","expires_on":${expiresOn}}'`});
	const credential = make({env: {}});
	t.is((await credential.getToken(scope)).token, 'from-az');
	t.is(credential.method(), 'azure-cli');
	t.deepEqual(credential.attempts().map(({method}) => method), ['environment', 'workload-identity', 'managed-identity']);
});

test.serial('where Entra gives no answer, no other identity takes its place', async t => {
	await fakeTool(t, {az: `echo '{"accessToken":"from-az","expires_on":${expiresOn}}'`});
	const server = await startEntra(wellKnown);
	await server.close();
	const error = await t.throwsAsync(make({cloud: server.cloud, env: servicePrincipal}).getToken(scope), {instanceOf: SourceError});
	t.false(error instanceof SignInError);
	t.is(error.detail.cause, 'unreachable');
	t.regex(error.detail.reason, /refuses the connection/v);
});

test('a certificate that nobody here trusts', async t => {
	const server = await serve(t, wellKnown);
	const error = await t.throwsAsync(make({auth: 'environment', cloud: {...server.cloud, certificateAuthority: undefined}, env: servicePrincipal}).getToken(scope), {instanceOf: SourceError});
	t.regex(error.detail.reason, /signed by nobody that this machine trusts/v);
	t.regex(error.detail.remedy ?? '', /certificateAuthority/v);
	t.is(server.seen.length, 0);
});

test('a page of HTML in place of Entra, and a server without TLS', async t => {
	const html: Answer = {status: 200, headers: {'content-type': 'text/html'}, body: '<html>sign in to the wifi</html>'};
	const portal = await serve(t, {'/.well-known/openid-configuration': [html], '/oauth2/v2.0/token': [html]});
	const captured = await t.throwsAsync(make({auth: 'environment', cloud: portal.cloud, env: servicePrincipal}).getToken(scope), {instanceOf: SourceError});
	t.regex(captured.detail.reason, /answers text\/html/v);

	const plain = await serve(t, {}, {isPlain: true});
	const cloud = {...plain.cloud, authorityHost: plain.origin.replace('http:', 'https:')};
	const bare = await t.throwsAsync(make({auth: 'environment', cloud, env: servicePrincipal}).getToken(scope), {instanceOf: SourceError});
	t.regex(bare.detail.reason, /does not speak TLS/v);
});

const quickCode: Answer = {...document('device-code'), body: {...document('device-code').body as Record<string, unknown>, device_code: 'device', interval: 0}};

test('a device code is shown, waited for, and taken away', async t => {
	const server = await serve(t, {
		...wellKnown,
		'/oauth2/v2.0/devicecode': [quickCode],
		'/oauth2/v2.0/token': [document('device-code-authorization-pending'), {...document('token-device-code'), body: {...document('token-device-code').body as Record<string, unknown>, client_info: Buffer.from('{"uid":"u","utid":"t"}').toString('base64url'), id_token: undefined}}],
	});
	const shown: Array<DeviceCode | undefined> = [];
	const before = Date.now();
	const credential = make({
		auth: 'device-code', cloud: server.cloud, tenant, onDeviceCode(code) {
			shown.push(code);
		},
	});
	t.is((await credential.getToken(scope)).token, 'TEST_ACCESS_TOKEN');
	t.is(shown.length, 2);
	t.is(shown[0]!.code, 'BL6XB575V');
	t.is(shown[0]!.url, 'https://microsoft.com/devicelogin');
	t.true(shown[0]!.expiresAt >= before + 900_000 && shown[0]!.expiresAt <= Date.now() + 900_000);
	t.is(shown[1], undefined);
});

for (const [name, reason] of [['error-device-code-expired', /expired/v], ['error-device-code-declined-composed', /declined/v]] as const) {
	test(`a device code that ends otherwise: ${name}`, async t => {
		const server = await serve(t, {...wellKnown, '/oauth2/v2.0/devicecode': [quickCode], '/oauth2/v2.0/token': [document(name)]});
		const error = await fails(t, make({auth: 'device-code', cloud: server.cloud, tenant}).getToken(scope));
		t.regex(error.attempts[0]!.reason, reason);
	});
}

test('a caller that leaves does not take the device code away from the screen; closing does', async t => {
	const server = await serve(t, {...wellKnown, '/oauth2/v2.0/devicecode': [quickCode], '/oauth2/v2.0/token': [document('device-code-authorization-pending')]});
	const {promise: isShown, resolve: onShown} = Promise.withResolvers<void>();
	const {promise: isGone, resolve: onGone} = Promise.withResolvers<void>();
	let codes = 0;
	const credential = make({
		auth: 'device-code', cloud: server.cloud, tenant, onDeviceCode(code) {
			if (code === undefined) {
				onGone();
			} else {
				codes++;
				onShown();
			}
		},
	});
	const leaving = new AbortController();
	const first = credential.getToken(scope, {abortSignal: leaving.signal});
	await isShown;
	leaving.abort();
	await t.throwsAsync(first, {name: 'AbortError'});
	const second = credential.getToken(scope);
	credential.close();
	await t.throwsAsync(second, {name: 'AbortError'});
	await isGone;
	t.is(codes, 1);
});

test('the last caller that leaves ends the request; whoever comes later begins anew', async t => {
	const server = await serve(t, {'/.well-known/openid-configuration': [undefined, document('openid-configuration')], '/oauth2/v2.0/token': [document('token-client-credentials')]});
	const credential = make({auth: 'environment', cloud: server.cloud, env: servicePrincipal});
	const leaving = new AbortController();
	const first = credential.getToken(scope, {abortSignal: leaving.signal});
	leaving.abort();
	await t.throwsAsync(first, {name: 'AbortError'});
	t.is((await credential.getToken(scope)).token, 'TEST_ACCESS_TOKEN');
});

const jwt = (claims: Record<string, unknown>): string => ['{"alg":"none"}', JSON.stringify(claims), 'signature'].map(part => Buffer.from(part).toString('base64url')).join('.');
const inAnHour = Math.floor(Date.now() / 1000) + 3600;

test('a token of one\'s own is taken for each of the names of Resource Manager', async t => {
	const audiences = ['https://management.azure.com', 'https://management.azure.com/', 'https://management.core.windows.net/', '797f4846-ba00-4fd7-ba43-dac1f8f63013'];
	for (const aud of audiences) {
		const token = jwt({aud, exp: inAnHour});
		// eslint-disable-next-line no-await-in-loop
		const given = await make({auth: 'token', env: {CROWSNEST_TOKEN: `Bearer ${token}\n`}}).getToken(scope);
		t.deepEqual([given.token, given.expiresOnTimestamp], [token, inAnHour * 1000]);
	}
});

const badTokens: ReadonlyArray<readonly [string, string | undefined, RegExp]> = [
	['not set', undefined, /CROWSNEST_TOKEN is not set/v],
	['not a JWT', 'hello', /not a token of Entra/v],
	['a JWT without claims', 'a.b.c', /not a token of Entra/v],
	['expired', jwt({aud: 'https://management.azure.com', exp: 1_700_000_000}), /has expired at 2023-11-14 22:13 UTC/v],
	['an end beyond all time', jwt({aud: 'https://management.azure.com', exp: -1e300}), /has expired/v],
	['for another service', jwt({aud: 'https://graph.microsoft.com', exp: inAnHour}), /meant for https:\/\/graph\.microsoft\.com, not for https:\/\/management\.azure\.com/v],
];

for (const [name, token, reason] of badTokens) {
	test(`a token that cannot serve: ${name}`, async t => {
		const error = await fails(t, make({auth: 'token', env: {CROWSNEST_TOKEN: token}}).getToken(scope));
		t.regex(error.attempts[0]!.reason, reason);
		t.regex(error.attempts[0]!.remedy, /az account get-access-token --resource https:\/\/management\.azure\.com/v);
		t.false(token !== undefined && token.length > 10 && JSON.stringify(error.detail).includes(token));
	});
}

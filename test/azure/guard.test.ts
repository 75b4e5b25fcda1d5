import test from 'ava';
import {
	createHttpHeaders,
	createPipelineRequest,
	type HttpClient,
	type HttpMethods,
} from '@azure/core-rest-pipeline';
import {publicCloud, usGovernmentCloud, type Cloud} from '../../source/azure/cloud.js';
import {createExchange, inExchange} from '../../source/azure/exchange.js';
import {ForbiddenRequestError, guardSignIn, guardTransport} from '../../source/azure/guard.js';
import {operations} from '../../source/azure/operations.js';
import {signInOperations} from '../../source/azure/sign-in-operations.js';
import {noGrants, type InsideGrants} from '../../source/model/inside.js';

const guid = '00000000-0000-0000-0000-0000000000a1';
const clusterPath = `subscriptions/${guid}/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop`;
const env = {IDENTITY_ENDPOINT: 'http://127.0.0.1:41741/msi/token'};

const example = (path: string): string => path
	.replace(':subscriptionId', () => guid)
	.replace(':resourceId', () => clusterPath)
	.replace(':tenant', 'contoso.onmicrosoft.com')
	.replaceAll(/:\w+/gv, 'some-Name_1.(x)');

const counting = (): {readonly httpClient: HttpClient; readonly sent: string[]} => {
	const sent: string[] = [];
	return {
		sent,
		httpClient: {
			async sendRequest(request) {
				sent.push(`${request.method} ${request.url}`);
				return {request, status: 200, headers: createHttpHeaders()};
			},
		},
	};
};

type Attempt = {readonly method: string; readonly url: string; readonly headers?: Record<string, string>};

const send = async (client: HttpClient, {method, url, headers}: Attempt): Promise<boolean> => {
	try {
		await client.sendRequest(createPipelineRequest({method: method as HttpMethods, url, headers: createHttpHeaders(headers)}));
		return true;
	} catch (error) {
		if (error instanceof ForbiddenRequestError) {
			return false;
		}

		throw error;
	}
};

const everyGrant: InsideGrants = {userCredential: true, localAccounts: true, runCommand: true};

const granted = async (grants: InsideGrants, client: HttpClient, attempt: Attempt): Promise<boolean> =>
	inExchange(createExchange(new AbortController().signal, undefined, grants), async () => send(client, attempt));

/**
Every way that comes to mind to make an allowed request another one.
*/
const tricksOn = (method: string, origin: string, path: string, query: string): readonly Attempt[] => {
	const url = `${origin}${path}${query}`;
	const others = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS', 'TRACE', 'get', 'post'].filter(other => other !== method);
	return [
		...others.map(other => ({method: other, url})),
		...['https://evil.example', 'https://management.azure.com.evil.example', 'https://evil.example/https://management.azure.com', 'https://management.azure.com', 'https://management.azure.com:8443', 'https://login.evil.example'].map(host => ({method, url: `${host}${path}${query}`})),
		{method, url: `${origin.replace('//', '//user:secret@')}${path}${query}`},
		{method, url: `${origin}@evil.example${path}${query}`},
		{method, url: `${origin}/x/..${path}${query}`},
		{method, url: `${origin}/./${path.slice(1)}${query}`},
		{method, url: `${origin}${path}/../../delete${query}`},
		{method, url: `${origin}${path}/%2e%2e/x${query}`},
		{method, url: `${origin}${path}%2fstop${query}`},
		{method, url: `${origin}${path}%2Fstop${query}`},
		{method, url: `${origin}${path}%5cstop${query}`},
		{method, url: `${origin}${path}%252fstop${query}`},
		{method, url: `${origin}${path}%00${query}`},
		{method, url: String.raw`${origin}${path}\stop${query}`},
		{method, url: `${origin}${path};stop${query}`},
		{method, url: `${origin}/${path}${query}`},
		{method, url: `${origin}${path.replaceAll(/(?<!^)\//gv, '//')}/${query}`},
		{method, url: `${origin}${path}/${query}`},
		{method, url: `${origin}${path}/start/now${query}`},
		{method, url: `${origin}${path}/x/listClusterAdminCredential${query}`},
		{method, url: `${url}#fragment`},
		{method, url, headers: {'X-HTTP-Method-Override': 'DELETE'}},
		{method, url, headers: {'x-original-url': '/subscriptions'}},
		{method, url: 'not an address'},
		{method, url: ''},
	];
};

for (const operation of operations) {
	const path = example(operation.path);
	const allowed = {method: operation.method, url: `https://management.azure.com${path}?api-version=2026-06-01`};

	test(`${operation.id} may be sent, and nothing near it`, async t => {
		const {httpClient, sent} = counting();
		const guarded = guardTransport(httpClient, publicCloud);
		const sendGranted = async (attempt: Attempt): Promise<boolean> => granted(everyGrant, guarded, attempt);
		t.true(await sendGranted(allowed));
		const loud = `https://management.azure.com${path.toUpperCase()}?api-version=2026-06-01`;
		t.true(await sendGranted({...allowed, url: loud}), 'paths compare without regard to case');
		t.true(await sendGranted({...allowed, url: `${allowed.url}&%24skipToken=abc`}));
		t.is(sent.length, 3);

		const tricks = [
			...tricksOn(operation.method, 'https://management.azure.com', path, '?api-version=2026-06-01'),
			{...allowed, url: allowed.url.split('?', 1)[0]!},
			{...allowed, url: `${allowed.url}&api-version=2015-01-01`},
			{...allowed, url: `${allowed.url}&_method=DELETE`},
			{...allowed, url: `${allowed.url}&$batch=1`},
			{...allowed, url: allowed.url.replace(guid, 'not-a-guid')},
		].filter(trick => trick.url !== allowed.url || trick.method !== allowed.method || trick.headers !== undefined);
		for (const trick of tricks) {
			// eslint-disable-next-line no-await-in-loop
			t.false(await sendGranted(trick), `${trick.method} ${trick.url} ${JSON.stringify(trick.headers ?? {})}`);
		}

		t.is(sent.length, 3, 'nothing else left the process');
	});

	test(`${operation.id} only reads`, t => {
		t.not(operation.reason, '');
		if (operation.grant !== undefined) {
			return;
		}

		t.true(operation.method === 'GET' || operation.path === '/providers/Microsoft.ResourceGraph/resources');
		t.regex(operation.right, /^Microsoft\.[\w\/]+\/read$/v);
	});

	const {grant} = operation;
	if (grant !== undefined) {
		test(`${operation.id} is not sent before somebody has asked for it`, async t => {
			const {httpClient, sent} = counting();
			const guarded = guardTransport(httpClient, publicCloud);
			t.false(await send(guarded, allowed), 'outside of a reading');
			t.false(await granted(noGrants, guarded, allowed));
			t.false(await granted({...everyGrant, [grant]: false}, guarded, allowed), 'another grant is not this one');
			t.deepEqual(sent, []);
			t.true(await granted({...noGrants, [grant]: true}, guarded, allowed));
		});
	}
}

test('beyond Reader there are three requests, none of which changes a resource', t => {
	t.deepEqual(operations.filter(({grant}) => grant !== undefined).map(({id}) => id), [
		'managedClusters.listClusterUserCredentials', 'managedClusters.runCommand', 'managedClusters.getCommandResult',
	]);
});

test('operations have names of their own', t => {
	t.is(new Set(operations.map(({id}) => id)).size, operations.length);
});

test('signing in may send what its list says, and nothing near it', async t => {
	const {httpClient, sent} = counting();
	const guarded = guardSignIn(httpClient, publicCloud, env);
	const list = signInOperations(publicCloud, env);
	t.true(list.length > 8);
	for (const {method, origin, path} of list) {
		const url = `${origin}${example(path)}?api-version=2018-02-01`;
		// eslint-disable-next-line no-await-in-loop
		t.true(await send(guarded, {method, url}), `${method} ${url}`);
	}

	t.is(sent.length, list.length);
	const paths = new Set(list.map(({method, origin, path}) => `${method} ${origin}${example(path)}`));
	for (const {method, origin, path} of list) {
		const tricks = tricksOn(method, origin, example(path), '').filter(trick => !paths.has(`${trick.method} ${trick.url}`) || trick.headers !== undefined);
		for (const trick of tricks) {
			// eslint-disable-next-line no-await-in-loop
			t.false(await send(guarded, trick), `${trick.method} ${trick.url} ${JSON.stringify(trick.headers ?? {})}`);
		}
	}

	t.is(sent.length, list.length, 'nothing else left the process');
});

test('signing in to one cloud does not ask another, but for whether an authority is Microsoft\'s', async t => {
	const guarded = guardSignIn(counting().httpClient, usGovernmentCloud, {});
	t.true(await send(guarded, {method: 'POST', url: `https://login.microsoftonline.us/${guid}/oauth2/v2.0/token`}));
	t.true(await send(guarded, {method: 'GET', url: 'https://login.microsoftonline.com/common/discovery/instance?api-version=1.1'}));
	t.false(await send(guarded, {method: 'POST', url: `https://login.microsoftonline.com/${guid}/oauth2/v2.0/token`}));
	t.false(await send(guarded, {method: 'GET', url: env.IDENTITY_ENDPOINT}));
});

const privateCloud: Cloud = {
	...publicCloud, resourceManager: 'https://azs.example:8443/arm', authorityHost: 'https://azs.example:8443/entra', disableInstanceDiscovery: true,
};

test('a private cloud may live below a path and on a port', async t => {
	const guarded = guardTransport(counting().httpClient, privateCloud);
	t.true(await send(guarded, {method: 'GET', url: 'https://azs.example:8443/arm/subscriptions?api-version=2022-12-01'}));
	t.false(await send(guarded, {method: 'GET', url: 'https://azs.example:8443/subscriptions?api-version=2022-12-01'}));
	t.false(await send(guarded, {method: 'GET', url: 'https://azs.example:8443/armed/subscriptions?api-version=2022-12-01'}));
	t.false(await send(guarded, {method: 'GET', url: 'https://management.azure.com/subscriptions?api-version=2022-12-01'}));

	const signIn = guardSignIn(counting().httpClient, privateCloud, {});
	t.true(await send(signIn, {method: 'POST', url: 'https://azs.example:8443/entra/adfs/oauth2/v2.0/token'}));
	t.false(await send(signIn, {method: 'GET', url: 'https://login.microsoftonline.com/common/discovery/instance'}));
});

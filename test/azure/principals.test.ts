import test from 'ava';
import {createHttpHeaders, createPipelineRequest, type HttpClient} from '@azure/core-rest-pipeline';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {SourceError} from '../../source/model/source-error.js';
import {graphOperations} from '../../source/azure/graph/operations.js';
import {guardGraph} from '../../source/azure/graph/guard.js';
import {publicCloud, usGovernmentCloud, chinaCloud} from '../../source/azure/cloud.js';
import {documentFleet, loadDocument, type Document} from '../support/azure-server/fleet.js';
import {openFleet, startFor} from '../support/azure-server/open-fleet.js';
import type {Answer} from '../support/azure-server/answer.js';

const idOf = (number: number): string => `00000000-0000-0000-0000-000000000${number}`;

const objects = (loadDocument('graph/directory-objects-get-by-ids-composed.json') as {readonly value: readonly Document[]}).value;

const withCredentials = loadDocument('graph/service-principal-with-credentials-composed.json') as Document;

const applications = (loadDocument('graph/application-with-credentials-composed.json') as {readonly value: readonly Document[]}).value;

const [alice, guest] = objects;

const blocked = objects.at(-1);

const directory = () => ({
	objects: objects.map(object => (object.id === withCredentials.id ? {...withCredentials, ...object} : object)),
	members: {[idOf(102)]: [alice!, guest!, blocked!]},
	applications,
	pageSize: 2,
});

const fleet = () => ({...documentFleet(), directory: directory()});

const asked = [100, 101, 102, 103, 104, 105, 106].map(number => idOf(number));

const texts = (values: Iterable<unknown>): string => JSON.stringify([...values]);

// Its own headers tell of another transfer than this server's.
const {status, body: refused} = loadDocument('errors/recorded-403-graph-request-denied.json') as Answer;

const refusal: Answer = {status, body: refused};

const isAbout = (part: string) => ({url}: {readonly url: URL}): boolean => url.pathname.includes(part);

test('names, kinds, guests, blocked and deleted ones, and the members of groups page by page', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	const principals = await collectors.principals(signal, asked);
	t.like(principals.get(idOf(100)), {
		kind: 'user', name: 'Alice Example', isGuest: false, isEnabled: true, isGone: false,
	});
	t.like(principals.get(idOf(101)), {isGuest: true});
	t.like(principals.get(idOf(106)), {isEnabled: false});
	t.is(principals.get(idOf(103))?.appId, String(withCredentials.appId).toLowerCase(), 'clusters name theirs by it');
	t.is(principals.get(idOf(104))?.appId, undefined);
	t.like(principals.get(idOf(104)), {kind: 'managedIdentity', name: 'aks-shop-agentpool'});
	t.like(principals.get(idOf(105)), {isGone: true, kind: 'unknown'}, 'an id that Graph does not give back is gone');
	const group = principals.get(idOf(102));
	t.deepEqual(valueOf(group?.members), [100, 101, 106].map(number => idOf(number)));
	t.is(server.requests.filter(isAbout('/transitiveMembers')).length, 2);
});

test('of credentials only when they begin and end enters the model', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	const principals = await collectors.principals(signal, asked);
	const credentials = valueOf(principals.get(idOf(103))?.credentials) ?? [];
	t.true(credentials.some(({type, endsAt}) => type === 'certificate' && endsAt === Date.parse('2027-02-01T09:00:00Z')));
	t.true(credentials.some(({type, endsAt}) => type === 'password' && endsAt === Date.parse('2026-12-05T09:00:00Z')));
	t.true(credentials.every(credential => new Set(Object.keys(credential)).symmetricDifference(new Set(['endsAt', 'startsAt', 'type'])).size === 0));
	t.notRegex(texts(principals.values()), /hint|secretText|keyId|xyz/v);
	t.is(principals.get(idOf(104))?.credentials, undefined, 'a managed identity has none that ends');
});

test('a thousand ids are one request, and each is a read that the list names', async t => {
	const many = Array.from({length: 1500}, (_, index) => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`);
	const server = await startFor(t, {fleet: {...fleet(), directory: {objects: [], members: {}, applications: []}}});
	const {collectors, signal} = openFleet(server);
	const principals = await collectors.principals(signal, many);
	t.is(principals.size, 1500);
	t.is(server.requests.filter(isAbout('/getByIds')).length, 2);
	t.true(server.requests.filter(isAbout('/v1.0/')).every(({method}) => method === 'GET' || method === 'POST'));
});

test('a refusal says which permission serves', async t => {
	const server = await startFor(t, {fleet: fleet()});
	server.faults.push({when: isAbout('/getByIds'), give: refusal});
	const {collectors, signal} = openFleet(server);
	const error = await t.throwsAsync(async () => collectors.principals(signal, asked), {instanceOf: SourceError});
	t.like(error?.detail, {cause: 'denied'});
	t.regex(error?.detail.reason ?? '', /Microsoft Graph does not allow it: it takes User\.Read\.All.*Directory\.Read\.All/v);
});

test('members and credentials that are refused are unknown, and names stay', async t => {
	const server = await startFor(t, {fleet: fleet()});
	server.faults.push({when: isAbout('/transitiveMembers'), give: refusal}, {when: isAbout('/servicePrincipals'), give: refusal});
	const {collectors, signal} = openFleet(server);
	const principals = await collectors.principals(signal, asked);
	t.like(principals.get(idOf(102)), {name: 'Shop developers', members: {unknown: 'denied'}});
	t.like(principals.get(idOf(103))?.credentials, {unknown: 'denied'});
	const pipeline = principals.get(idOf(103));
	t.regex(JSON.stringify(pipeline?.credentials), /Application\.Read\.All/v);
});

test('what Graph leaves out because one may not read it is unknown, and not a person without a name', async t => {
	const limited = (loadDocument('graph/directory-objects-get-by-ids-limited-composed.json') as {readonly value: readonly Document[]}).value;
	const server = await startFor(t, {fleet: {...fleet(), directory: {objects: limited, members: {}, applications: []}}});
	const {collectors, signal} = openFleet(server);
	const principals = await collectors.principals(signal, [idOf(100)]);
	const principal = principals.get(idOf(100));
	t.false(principal?.isGone);
	t.like(principal, {name: {unknown: 'not-reported'}, isGuest: {unknown: 'not-reported'}, isEnabled: {unknown: 'not-reported'}});
});

test('broken and hostile answers', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	for (const body of [{}, {value: 7}, [], 'text', '<html></html>']) {
		server.faults.splice(0, Infinity, {when: isAbout('/getByIds'), give: {status: 200, body}});
		// eslint-disable-next-line no-await-in-loop -- one fault after the other
		await t.throwsAsync(async () => collectors.principals(signal, asked), {instanceOf: SourceError});
	}

	const hostile = [null, 7, {}, {id: 5}, {
		id: idOf(100).toUpperCase(), '@odata.type': '#microsoft.graph.user', displayName: '\u{1B}[31mred\u{7}', userPrincipalName: {}, userType: 3, accountEnabled: 'yes',
	}];
	server.faults.splice(0, Infinity, {when: isAbout('/getByIds'), give: {status: 200, body: {value: hostile}}});
	const principals = await collectors.principals(signal, [idOf(100)]);
	const principal = principals.get(idOf(100));
	t.false(String(valueOf(principal?.name)).includes('\u{1B}'));
	t.true(isUnknown(principal?.isGuest) && isUnknown(principal.isEnabled));
});

test('a list of members that goes on for ever or elsewhere ends, and is unknown', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server);
	for (const next of ['https://graph.example/v1.0/groups', `${server.url}/v1.0/groups/${idOf(102)}/transitiveMembers?$skiptoken=again`]) {
		server.faults.splice(0, Infinity, {when: isAbout('/transitiveMembers'), give: {status: 200, body: {value: [alice], '@odata.nextLink': next}}});
		// eslint-disable-next-line no-await-in-loop -- one fault after the other
		const principals = await collectors.principals(signal, asked);
		const group = principals.get(idOf(102));
		t.true(isUnknown(group?.members), `next: ${next}`);
	}

	t.true(server.requests.filter(isAbout('/transitiveMembers')).length <= 12);
});

test('Graph is asked to wait once it asks to slow down', async t => {
	const throttled = loadDocument('graph/error-429-throttled-composed.json') as Answer;
	const server = await startFor(t, {fleet: fleet()});
	server.faults.push({when: isAbout('/getByIds'), times: 1, give: {...throttled, headers: {'retry-after': '0'}}});
	const {collectors, signal} = openFleet(server);
	const principals = await collectors.principals(signal, asked);
	t.is(principals.size, asked.length);
});

test('a cloud without Microsoft Graph says so, and each of Microsoft\'s clouds has its own', async t => {
	const server = await startFor(t, {fleet: fleet()});
	const {collectors, signal} = openFleet(server, {cloud: {...server.profile, microsoftGraph: undefined}});
	await t.throwsAsync(async () => collectors.principals(signal, asked), {instanceOf: SourceError, message: /names no Microsoft Graph/v});
	t.deepEqual([publicCloud, usGovernmentCloud, chinaCloud].map(({microsoftGraph}) => microsoftGraph), ['https://graph.microsoft.com', 'https://graph.microsoft.us', 'https://microsoftgraph.chinacloudapi.cn']);
});

test('the guard lets through what is on the list and nothing else', async t => {
	const sent: string[] = [];
	const client: HttpClient = {
		async sendRequest(request) {
			sent.push(request.url);
			return {request, status: 200, headers: createHttpHeaders()};
		},
	};
	const guarded = guardGraph(client, 'https://graph.example');
	const group = `https://graph.example/v1.0/groups/${idOf(102)}/transitiveMembers`;
	const allowed = [['POST', 'https://graph.example/v1.0/directoryObjects/getByIds?$select=id'], ['GET', `${group}?$top=999`], ['GET', 'https://graph.example/v1.0/applications?$filter=x'], ['GET', 'https://graph.example/v1.0/servicePrincipals']] as const;
	for (const [method, url] of allowed) {
		// eslint-disable-next-line no-await-in-loop
		await t.notThrowsAsync(async () => guarded.sendRequest(createPipelineRequest({method, url, ...(method === 'POST' && {body: '{}'})})), url);
	}

	t.is(sent.length, graphOperations.length);
	const forbidden = [
		['POST', 'https://graph.example/v1.0/applications'],
		['DELETE', group],
		['PATCH', 'https://graph.example/v1.0/servicePrincipals'],
		['POST', `https://graph.example/v1.0/servicePrincipals/${idOf(103)}/addPassword`],
		['GET', 'https://graph.example/v1.0/users'],
		['GET', `https://graph.example/v1.0/groups/${idOf(102)}/owners`],
		['GET', 'https://graph.example/beta/applications'],
		['GET', 'https://graph.other/v1.0/applications'],
		['GET', 'https://graph.example:8443/v1.0/applications'],
		['GET', 'https://graph.example/v1.0/applications?$expand=owners'],
		['GET', 'https://graph.example/v1.0/groups/x/../../applications'],
	] as const;
	for (const [method, url] of forbidden) {
		// eslint-disable-next-line no-await-in-loop
		await t.throwsAsync(async () => guarded.sendRequest(createPipelineRequest({method, url})), {name: 'ForbiddenRequestError'}, `${method} ${url}`);
	}

	await t.throwsAsync(async () => guarded.sendRequest(createPipelineRequest({method: 'GET', url: group, headers: createHttpHeaders({'x-http-method-override': 'DELETE'})})), {name: 'ForbiddenRequestError'});
	t.is(sent.length, graphOperations.length);
});

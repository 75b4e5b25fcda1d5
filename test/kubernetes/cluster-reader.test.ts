import test from 'ava';
import {documentLists, kubernetesAnswer, type KubernetesFault} from '../support/kubernetes-server/server.js';
import {openReader, readAll} from '../support/kubernetes-server/open-reader.js';
import {otherCertificates} from '../support/kubernetes-server/certificates.js';
import type {SourceErrorDetail} from '../../source/model/source-error.js';
import {sanitize} from '../../source/terminal/sanitize.js';
import {until} from '../support/until.js';

const of = (path: string) => ({url}: {readonly url: URL}): boolean => url.pathname === path;

const nodes = of('/api/v1/nodes');

const services = (count: number): readonly unknown[] => Array.from({length: count}, (_, index) => ({metadata: {name: `service-${index}`}}));

test('the documents come as the cluster sent them, past the client\'s models', async t => {
	const {read, reader, server} = await openReader(t);
	t.deepEqual(await read('nodes'), documentLists().nodes);
	t.deepEqual(await read('services'), documentLists().services);
	t.like(await reader.version(new AbortController().signal), {gitVersion: 'v1.33.4'});
	t.true(server.requests.every(({method, headers}) => method === 'GET' && headers.authorization === 'Bearer a-token-of-a-test'));
	t.deepEqual(await read('daemonSets'), [], 'an empty list is a list');
});

test('a list is read in pages', async t => {
	const {count, server} = await openReader(t, {lists: {services: services(1201)}});
	t.is(await count('services'), 1201);
	t.deepEqual(server.requests.map(({url}) => url.searchParams.get('limit')), ['500', '500', '500']);
	t.is(new Set(server.requests.map(({url}) => url.searchParams.get('continue'))).size, 3);
});

test('a cluster without the Gateway API has no gateways; one without nodes is no cluster', async t => {
	const {reader, failure} = await openReader(t, {lists: {}});
	t.deepEqual(await reader.list('gateways', new AbortController().signal).next(), {done: true, value: undefined});
	t.like(await failure('nodes'), {cause: 'malformed'});
});

test('a list that expires on the way begins anew, and what came before is forgotten', async t => {
	const expired: KubernetesFault = {when: ({url}) => url.searchParams.has('continue'), times: 1, give: kubernetesAnswer('status-410-expired-continue-composed')};
	const {count, server} = await openReader(t, {lists: {services: services(700)}, faults: [expired]});
	t.is(await count('services'), 700);
	t.deepEqual(server.requests.map(({url}) => url.searchParams.has('continue')), [false, true, false, true]);
});

test('a list that expires each time is given up', async t => {
	const expired: KubernetesFault = {when: ({url}) => url.searchParams.has('continue'), give: kubernetesAnswer('status-410-expired-continue-composed')};
	const {failure, server} = await openReader(t, {lists: {services: services(700)}, faults: [expired]});
	t.like(await failure('services'), {cause: 'unreachable', reason: 'The list of services changes faster than it can be read (410 each time).'});
	t.is(server.requests.length, 8);
});

test('a list that goes on where it was before is given up', async t => {
	const endless: KubernetesFault = {when: nodes, give: {status: 200, body: {metadata: {continue: 'again'}, items: [{metadata: {name: 'a'}}]}}};
	const {failure, server} = await openReader(t, {faults: [endless]});
	t.like(await failure('nodes'), {cause: 'malformed', reason: 'The list of nodes has no end: it goes on where it was before.'});
	t.is(server.requests.length, 2);
});

test('a list that never ends is given up', async t => {
	let page = 0;
	const endless: KubernetesFault = {
		when: nodes,
		give() {
			page++;
			return {status: 200, body: {metadata: {continue: String(page)}, items: services(100)}};
		},
	};
	const many = await openReader(t, {faults: [endless], readerLimits: {mostDocuments: 1000, mostPages: 100}});
	t.like(await many.failure('nodes'), {reason: 'The list of nodes has no end: 1100 are read, and there are more.'});
	const empty = await openReader(t, {faults: [{when: nodes, give: () => ({status: 200, body: {metadata: {continue: String(page++)}, items: null}})}], readerLimits: {mostDocuments: 1000, mostPages: 10}});
	t.like(await empty.failure('nodes'), {reason: 'The list of nodes has no end: 0 are read, and there are more.'});
	t.is(empty.server.requests.length, 11);
});

test('401 tells of the token', async t => {
	const {failure} = await openReader(t, {faults: [{when: nodes, give: kubernetesAnswer('status-401-unauthorized-composed')}]});
	const {cause, reason} = await failure('nodes');
	t.is(cause, 'denied');
	t.regex(reason, /^127\.0\.0\.1:\d+ does not take the token \(401\)/v);
});

test('403 tells the verb, the resource and who said no, and how it is granted', async t => {
	const azure = await openReader(t, {faults: [{when: nodes, give: kubernetesAnswer('status-403-azure-rbac-composed')}]});
	t.deepEqual(await azure.failure('nodes'), {
		cause: 'denied',
		reason: 'User 00000000-0000-0000-0000-000000000100 may not list nodes in the core API group at the cluster scope (Azure RBAC, 403).',
		remedy: 'give the identity a role with the data action Microsoft.ContainerService/managedClusters/nodes/read: az role assignment create --assignee OBJECT_ID --role ROLE --scope /subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop',
		retryAt: undefined,
	});
	const kubernetes = await openReader(t, {faults: [{when: of('/apis/networking.k8s.io/v1/ingresses'), give: kubernetesAnswer('status-403-kubernetes-rbac-composed')}]});
	t.deepEqual(await kubernetes.failure('ingresses'), {
		cause: 'denied',
		reason: 'User alice@contoso.example may not list ingresses in the API group networking.k8s.io at the cluster scope (Kubernetes RBAC, 403).',
		remedy: 'kubectl create clusterrole crowsnest --verb=list --resource=ingresses.networking.k8s.io, then kubectl create clusterrolebinding crowsnest --clusterrole=crowsnest --user=OBJECT_ID',
		retryAt: undefined,
	});
	const stranger = await openReader(t, {faults: [{when: nodes, give: kubernetesAnswer('status-403-anonymous-composed')}]});
	t.regex(await stranger.reason('nodes'), /^No sign-in reached/v);
	const proxy = await openReader(t, {faults: [{when: nodes, give: {status: 403, body: '<html>Forbidden</html>'}}]});
	t.regex(await proxy.reason('nodes'), /403 without a word of Kubernetes', with a web page/v);
});

test('429 is waited for, 5xx and a line that was cut are asked again', async t => {
	const faults: readonly KubernetesFault[] = [
		{when: nodes, times: 1, give: {...kubernetesAnswer('status-429-plain-composed'), headers: {'retry-after': '0'}}},
		{when: nodes, times: 1, give: kubernetesAnswer('status-500-etcd-composed')},
	];
	const {count, server} = await openReader(t, {faults});
	t.is(await count('nodes'), documentLists().nodes!.length);
	t.is(server.requests.length, 3);
	const dropped = await openReader(t, {faults: [{when: nodes, times: 1, give: 'drop'}]});
	t.is(await dropped.count('nodes'), documentLists().nodes!.length);
});

test('what stays wrong is a reason', async t => {
	const cases: ReadonlyArray<readonly [KubernetesFault['give'], SourceErrorDetail['cause'], RegExp]> = [
		[kubernetesAnswer('status-503-unavailable-composed'), 'unreachable', /out of order \(503: the server is currently unable/v],
		[kubernetesAnswer('status-500-etcd-composed'), 'unreachable', /out of order \(500: Internal error occurred: etcdserver/v],
		[{status: 429, headers: {'retry-after': '3600'}, body: 'later'}, 'throttled', /asks to slow down/v],
		[{status: 302, headers: {location: 'https://evil.example/'}, body: ''}, 'unreachable', /sends elsewhere \(302\); crowsnest does not follow/v],
		[{status: 200, body: '<html>Sign in</html>'}, 'malformed', /answered a web page/v],
		[{status: 200, body: ''}, 'malformed', /answered nothing/v],
		[{status: 200, body: '{"items": ['}, 'malformed', /not JSON/v],
		[{status: 200, body: {items: 'none'}}, 'malformed', /without a list of nodes/v],
		['drop', 'unreachable', /dropped the connection/v],
	];
	for (const [give, cause, reason] of cases) {
		// eslint-disable-next-line no-await-in-loop
		const {failure} = await openReader(t, {faults: [{when: nodes, give}]});
		// eslint-disable-next-line no-await-in-loop
		const detail = await failure('nodes');
		t.is(detail.cause, cause, detail.reason);
		t.regex(detail.reason, reason);
	}
});

test('a server that does not answer is given up in time; a private one tells the ways that exist', async t => {
	const slow = await openReader(t, {faults: [{when: nodes, give: 'silent'}], limits: {deadline: 100}});
	t.regex(await slow.reason('nodes'), /did not answer within 1 s\.$/v);
	const far = await openReader(t, {faults: [{when: nodes, give: 'silent'}], limits: {deadline: 100}, isPrivate: true});
	const {cause, reason, remedy} = await far.failure('nodes');
	t.is(cause, 'unreachable');
	t.regex(reason, /^The cluster is private, and there is no line to it: /v);
	t.regex(remedy!, /peered network, over VPN or behind a private endpoint; or open a tunnel .* --kubeconfig FILE; or allow --run-command/v);
});

test('whoever asks can end it at once', async t => {
	const {reader, server} = await openReader(t, {faults: [{when: nodes, give: 'silent'}]});
	const ending = new AbortController();
	const reading = readAll(reader, 'nodes', ending.signal);
	await until(() => server.requests.length === 1);
	ending.abort(new Error('enough'));
	await t.throwsAsync(reading, {message: 'enough'});
});

test('an answer without measure is cut off', async t => {
	const {failure, reason} = await openReader(t, {faults: [{when: nodes, give: {status: 200, body: 'x'.repeat(3_000_000)}}], limits: {mostBytes: 1_000_000}});
	t.like(await failure('nodes'), {cause: 'malformed'});
	t.regex(await reason('nodes'), /answers more than 1 MB to one question/v);
});

test('the certificate has to be signed by the cluster\'s own authority, for this name', async t => {
	const other = await otherCertificates();
	const foreign = await openReader(t, {connection: {certificateAuthority: other.authority}});
	t.regex(await foreign.reason('nodes'), /is not signed by the cluster's own authority/v);
	t.is(foreign.server.requests.length, 0, 'no token left the process');
	const unknown = await openReader(t, {connection: {certificateAuthority: undefined}});
	t.regex(await unknown.reason('nodes'), /is not signed by/v, 'nor does the machine know it');
	const named = await openReader(t, {connection: {serverName: 'another.example'}});
	t.regex(await named.reason('nodes'), /belongs to another name/v);
	t.is(named.server.requests.length, 0);
	const tunnel = await openReader(t, {connection: {serverName: 'kubernetes.test'}});
	t.true(await tunnel.count('nodes') > 0);
});

test('a client certificate says who asks, and no token is sent', async t => {
	const {server} = await openReader(t);
	const {cert: certificate, key} = server.certificates.client;
	const {count, server: second} = await openReader(t, {connection: {identity: {kind: 'certificate', certificate, key}}});
	t.true(await count('nodes') > 0);
	t.deepEqual(second.requests.map(({client, headers}) => [client, headers.authorization]), [['masterclient', undefined]]);
});

test('neither token nor key stands in an error', async t => {
	const {server} = await openReader(t);
	const {cert: certificate, key} = server.certificates.client;
	const errors = await Promise.all([
		openReader(t, {faults: [{when: nodes, give: 'drop'}], connection: {identity: {kind: 'certificate', certificate, key}}}),
		openReader(t, {faults: [{when: nodes, give: 'drop'}]}),
		openReader(t, {faults: [{when: nodes, give: kubernetesAnswer('status-401-unauthorized-composed')}]}),
	].map(async opened => {
		const {reader} = await opened;
		return t.throwsAsync(readAll(reader, 'nodes'));
	}));
	for (const error of errors) {
		const {inspect} = await import('node:util'); // eslint-disable-line no-await-in-loop
		const text = `${inspect(error, {depth: 20, showHidden: true})}${JSON.stringify(error)}`;
		t.false(text.includes('a-token-of-a-test'));
		t.false(text.includes('PRIVATE KEY'));
	}
});

test('what a hostile cluster says of itself is harmless', async t => {
	const message = 'nodes is forbidden: User "\u{1B}]0;owned\u{7}\u{1B}[31mroot\u{202E}" cannot list';
	const {failure} = await openReader(t, {faults: [{when: nodes, give: {status: 403, body: {kind: 'Status', message, code: 403}}}]});
	const {reason} = await failure('nodes');
	t.is(reason, sanitize(reason));
	t.regex(reason, /^User root may not list nodes/v);
	const names = [{metadata: {name: '\u{1B}[2J'}, status: null}, null, 17, {metadata: {creationTimestamp: 'yesterday'}}];
	const hostile = await openReader(t, {lists: {nodes: names}});
	t.deepEqual(await hostile.read('nodes'), names, 'nothing is dropped or thrown: the readers judge it');
});

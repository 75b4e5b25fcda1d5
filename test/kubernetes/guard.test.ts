import {
	createHttpHeaders,
	createPipelineRequest,
	type HttpClient,
	type HttpMethods,
} from '@azure/core-rest-pipeline';
import test from 'ava';
import {ForbiddenRequestError} from '../../source/azure/guard.js';
import {guardCluster} from '../../source/kubernetes/guard.js';
import {kubernetesLists} from '../../source/kubernetes/kubernetes-reader.js';
import {clusterOperations} from '../../source/kubernetes/operations.js';

const server = 'https://aks-shop.hcp.westeurope.azmk8s.io:443';

type Attempt = {readonly method?: string; readonly url: string; readonly headers?: Record<string, string>; readonly body?: string};

const opened = (address = server): {readonly sent: string[]; readonly send: (attempt: Attempt) => Promise<boolean>} => {
	const sent: string[] = [];
	const client: HttpClient = {
		async sendRequest(request) {
			sent.push(request.url);
			return {request, status: 200, headers: createHttpHeaders()};
		},
	};
	const guarded = guardCluster(client, address);
	return {
		sent,
		async send({method = 'GET', url, headers, body}) {
			try {
				await guarded.sendRequest(createPipelineRequest({
					method: method as HttpMethods, url, headers: createHttpHeaders(headers), ...(body !== undefined && {body}),
				}));
				return true;
			} catch (error) {
				if (error instanceof ForbiddenRequestError) {
					return false;
				}

				throw error;
			}
		},
	};
};

const [version] = clusterOperations;

const lists = clusterOperations.filter(({verb}) => verb === 'list');

const objects = clusterOperations.filter(({path}) => path.includes('{'));

test('every list has its operation, and what else there is is the GET of a version, a node or a Service', t => {
	t.deepEqual(clusterOperations.map(({id}) => id), ['version', ...kubernetesLists, 'node', 'service']);
	t.deepEqual(lists.map(({id}) => id), [...kubernetesLists]);
	t.true(lists.every(({path}) => /^\/apis?\/(?:[.0-9a-z]+\/)?v1\/[a-z]+$/v.test(path)));
	t.deepEqual(objects.map(({verb, path}) => `${verb} ${path}`), ['get /api/v1/nodes/{name}', 'get /api/v1/namespaces/{namespace}/services/{name}']);
});

for (const {path} of objects) {
	test(`${path} may be asked by a name, and nothing below or beside it`, async t => {
		const {sent, send} = opened();
		const url = `https://aks-shop.hcp.westeurope.azmk8s.io${path.replace('{namespace}', 'kube-system')}`;
		const named = (name: string): string => url.replace('{name}', () => name);
		for (const name of ['a', 'aks-shop-30520393-vmss000000', 'metrics.example.com', 'x'.repeat(253)]) {
			// eslint-disable-next-line no-await-in-loop
			t.true(await send({url: named(name)}), `may ask for ${name}`);
		}

		const names = ['', '.', '..', '-a', 'a-', 'A', 'a/proxy', 'a/status', 'a/../b', '%2e%2e', 'a%2Fproxy', 'a%00', 'a:8443', 'a;b', 'a?watch=1', 'a?limit=1', 'a#b', 'x'.repeat(254), 'a b', 'é'];
		for (const name of names) {
			// eslint-disable-next-line no-await-in-loop
			t.false(await send({url: named(name)}), JSON.stringify(name));
		}

		t.false(await send({url: named('a'), method: 'DELETE'}));
		t.false(await send({url: named('a'), method: 'POST', body: '{}'}));
		t.is(sent.length, 4, 'nothing else left the process');
	});
}

for (const {id, path} of [version!, ...lists]) {
	test(`${id} may be asked, and nothing near it`, async t => {
		const {sent, send} = opened();
		const url = `https://aks-shop.hcp.westeurope.azmk8s.io${path}`;
		t.true(await send({url}));
		t.true(await send({url: `${url}?limit=500&continue=abc`}));
		const tricks: readonly Attempt[] = [
			...['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'CONNECT'].map(method => ({method, url})),
			{url: `${url}?watch=1`},
			{url: `${url}?limit=1&labelSelector=x`},
			{url: `${url}?fieldSelector=x`},
			{url: `${url}/one${id === 'nodes' ? '/proxy' : ''}`},
			{url: `${url}/`},
			{url: `${url}/../secrets`},
			{url: `${url}/%2e%2e/secrets`},
			{url: `${url}%2fone%2fproxy`},
			{url: String.raw`${url}\one`},
			{url: url.toUpperCase()},
			{url: url.replace('https:', 'http:')},
			{url: url.replace('.io', '.io:8443')},
			{url: url.replace('.io', '.io.evil.example')},
			{url: url.replace('//', '//user:secret@')},
			{url: `https://evil.example${path}`},
			{url: `${url}#fragment`},
			{url, body: '{}'},
			{url, headers: {'x-http-method-override': 'DELETE'}},
			{url: ''},
		];
		for (const trick of tricks) {
			// eslint-disable-next-line no-await-in-loop
			t.false(await send(trick), JSON.stringify(trick));
		}

		t.is(sent.length, 2, 'nothing else left the process');
	});
}

test('what may never be asked', async t => {
	const {send} = opened();
	for (const path of ['/api/v1/secrets', '/api/v1/configmaps', '/api/v1/namespaces/shop/pods', '/api/v1/namespaces/shop/pods/frontend/log', '/api/v1/namespaces/shop/secrets', '/api/v1/nodes/one/proxy', '/apis/apps/v1/deployments', '/logs', '/', '']) {
		// eslint-disable-next-line no-await-in-loop
		t.false(await send({url: `https://aks-shop.hcp.westeurope.azmk8s.io${path}`}), `it is ${path}`);
	}
});

test('a server below a path is asked below it, and nowhere else', async t => {
	const {send} = opened('https://rancher.example/k8s/clusters/c-1');
	t.true(await send({url: 'https://rancher.example/k8s/clusters/c-1/api/v1/nodes'}));
	t.false(await send({url: 'https://rancher.example/api/v1/nodes'}));
	t.false(await send({url: 'https://rancher.example/k8s/clusters/c-12/api/v1/nodes'}));
});

import process from 'node:process';
import test from 'ava';
import {startConnectProxy} from '../support/kubernetes-server/connect-proxy.js';
import {openReader} from '../support/kubernetes-server/open-reader.js';

// In a file of its own: the list is read once a process.
test('NO_PROXY leads past the proxy', async t => {
	const proxy = await startConnectProxy(t);
	process.env.HTTPS_PROXY = proxy.url;
	process.env.NO_PROXY = '127.0.0.1';
	const {count} = await openReader(t);
	t.true(await count('nodes') > 0);
	t.deepEqual(proxy.targets, []);
});

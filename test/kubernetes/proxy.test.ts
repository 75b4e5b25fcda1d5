import process from 'node:process';
import test from 'ava';
import {otherCertificates} from '../support/kubernetes-server/certificates.js';
import {startConnectProxy} from '../support/kubernetes-server/connect-proxy.js';
import {openReader} from '../support/kubernetes-server/open-reader.js';

test('HTTPS_PROXY leads to the cluster, whose certificate is verified behind it too', async t => {
	const proxy = await startConnectProxy(t);
	process.env.HTTPS_PROXY = proxy.url;
	delete process.env.NO_PROXY;
	const {count, server} = await openReader(t);
	t.true(await count('nodes') > 0);
	t.deepEqual(new Set(proxy.targets), new Set([new URL(server.url).host]));

	const {authority} = await otherCertificates();
	const foreign = await openReader(t, {connection: {certificateAuthority: authority}});
	t.regex(await foreign.reason('nodes'), /is not signed by the cluster's own authority/v);
	t.is(foreign.server.requests.length, 0);

	const {cert: certificate, key} = server.certificates.client;
	const shared = await openReader(t, {connection: {identity: {kind: 'certificate', certificate, key}}});
	t.true(await shared.count('nodes') > 0, 'a client certificate goes through as well');
});

import {Buffer} from 'node:buffer';
import {createSocket} from 'node:dgram';
import {Resolver} from 'node:dns/promises';
import {once} from 'node:events';
import test, {type ExecutionContext} from 'ava';
import {resolveName} from '../../source/kubernetes/resolve-name.js';
import {SourceError} from '../../source/model/source-error.js';

const noError = 0;
const serverFailed = 2;
const noSuchName = 3;

/**
A name service that says one thing of every name: a code, and an address or none.
*/
const serve = async (t: ExecutionContext, code: number, hasAddress: boolean): Promise<Resolver> => {
	const socket = createSocket('udp4');
	socket.on('message', (question, {port, address}) => {
		const header = Buffer.from(question.subarray(0, 12));
		header.writeUInt16BE(0x81_80 + code, 2);
		header.writeUInt16BE(hasAddress ? 1 : 0, 6);
		header.writeUInt16BE(0, 10);
		const asked = question.subarray(12, question.indexOf(0, 12) + 5);
		const answer = hasAddress ? Buffer.from([0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 20, 50, 10, 3]) : Buffer.alloc(0);
		socket.send(Buffer.concat([header, asked, answer]), port, address);
	});
	socket.bind(0, '127.0.0.1');
	await once(socket, 'listening');
	t.teardown(() => {
		socket.close();
	});
	const resolver = new Resolver({timeout: 1000, tries: 1});
	resolver.setServers([`127.0.0.1:${socket.address().port}`]);
	return resolver;
};

const never = new AbortController().signal;

test('a name with an address is there', async t => {
	t.is(await resolveName(never, 'shop.servicebus.windows.net', await serve(t, noError, true)), 'found');
});

test('a name with something else than an address is there too', async t => {
	t.is(await resolveName(never, 'shop.servicebus.windows.net', await serve(t, noError, false)), 'found');
});

test('a name that is not known is gone', async t => {
	t.is(await resolveName(never, 'old-shop.trafficmanager.net', await serve(t, noSuchName, false)), 'gone');
});

test('a service that refuses says nothing of the name', async t => {
	await t.throwsAsync(resolveName(never, 'shop.servicebus.windows.net', await serve(t, serverFailed, false)), {instanceOf: SourceError, message: /could not be looked up/v});
});

test('what only an inner network knows is not asked for', async t => {
	const resolver = await serve(t, noSuchName, false);
	for (const name of ['db', 'db.shop.local', 'kv.privatelink.vaultcore.azure.net', 'ldap.corp']) {
		// eslint-disable-next-line no-await-in-loop
		await t.throwsAsync(resolveName(never, name, resolver), {instanceOf: SourceError});
	}
});

test('what is cancelled ends', async t => {
	const abort = new AbortController();
	const reading = resolveName(abort.signal, 'shop.example.com', await serve(t, noError, true));
	abort.abort();
	await t.throwsAsync(reading);
});

import {createServer} from 'node:http';
import {connect, type AddressInfo, type Socket} from 'node:net';
import type {ExecutionContext} from 'ava';

export type ConnectProxy = {
	readonly url: string;
	/**
	`HOST:PORT` of every tunnel that was asked for.
	*/
	readonly targets: string[];
};

/**
An HTTP proxy on loopback that opens tunnels; gone with the test.
*/
export const startConnectProxy = async (t: ExecutionContext): Promise<ConnectProxy> => {
	const targets: string[] = [];
	const sockets = new Set<Socket>();
	const listener = createServer().on('connect', ({url}, socket: Socket) => {
		targets.push(url!);
		const {hostname, port} = new URL(`http://${url!}`);
		const outward = connect(Number(port), hostname, () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			outward.pipe(socket).pipe(outward);
		});
		for (const one of [socket, outward]) {
			sockets.add(one);
			one.on('error', () => {
				one.destroy();
			});
		}
	});
	await new Promise<void>(resolve => {
		listener.listen(0, '127.0.0.1', resolve);
	});
	t.teardown(async () => {
		for (const socket of sockets) {
			socket.destroy();
		}

		await new Promise(resolve => {
			listener.close(resolve);
		});
	});
	return {url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`, targets};
};

import {readFileSync} from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {generate} from 'selfsigned';
import type {Cloud} from '../../source/azure/cloud.js';

export type Answer = {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: unknown;
};

export const document = (name: string): Answer =>
	JSON.parse(readFileSync(path.join(import.meta.dirname, '../documents/entra', `${name}.json`), 'utf8')) as Answer;

export type SeenRequest = {readonly method: string; readonly path: string; readonly form: URLSearchParams; readonly headers: http.IncomingHttpHeaders};

export type TestServer = {
	readonly origin: string;
	readonly cloud: Cloud;
	readonly seen: readonly SeenRequest[];
	readonly close: () => Promise<void>;
};

/**
Answers the n-th request to a path that ends in the key; the last answer goes on being given. `undefined`: never answers.
*/
export type Script = Readonly<Record<string, ReadonlyArray<Answer | undefined>>>;

const read = async (request: http.IncomingMessage): Promise<string> => {
	let text = '';
	request.setEncoding('utf8');
	for await (const part of request) {
		text += String(part);
	}

	return text;
};

const authority = await generate([{name: 'commonName', value: 'localhost'}], {
	keyType: 'ec',
	algorithm: 'sha256',
	extensions: [{name: 'basicConstraints', cA: true}, {name: 'subjectAltName', altNames: [{type: 2, value: 'localhost'}, {type: 7, ip: '127.0.0.1'}]}],
});

/**
A server on loopback that speaks as Entra does, over TLS with a certificate that only its cloud's profile trusts; or as a
managed identity endpoint, without TLS.
*/
export const startEntra = async (script: Script, {isPlain = false} = {}): Promise<TestServer> => {
	const seen: SeenRequest[] = [];
	const counts = new Map<string, number>();
	let origin = '';
	const listener = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
		const url = new URL(request.url ?? '/', origin);
		seen.push({
			method: request.method ?? '', path: url.pathname, form: new URLSearchParams(await read(request)), headers: request.headers,
		});
		const key = Object.keys(script).find(end => url.pathname.endsWith(end)) ?? '';
		const turn = counts.get(key) ?? 0;
		counts.set(key, turn + 1);
		const answers = script[key] ?? [{status: 404, headers: {'content-type': 'application/json'}, body: {}}];
		const answer = answers[Math.min(turn, answers.length - 1)];
		if (answer === undefined) {
			return;
		}

		const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body).split('https://login.microsoftonline.com').join(origin);
		response.writeHead(answer.status, answer.headers).end(text);
	};

	const handle = (request: http.IncomingMessage, response: http.ServerResponse): void => {
		void listener(request, response);
	};

	const server = isPlain ? http.createServer(handle) : https.createServer({key: authority.private, cert: authority.cert}, handle);
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	origin = `${isPlain ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		seen,
		cloud: {
			name: 'test',
			resourceManager: 'https://management.azure.com',
			authorityHost: origin,
			audiences: {resourceManager: 'https://management.azure.com'},
			portal: 'https://portal.azure.com',
			disableInstanceDiscovery: true,
			certificateAuthority: authority.cert,
		},
		async close() {
			server.closeAllConnections();
			await new Promise(resolve => {
				server.close(resolve);
			});
		},
	};
};

export const wellKnown: Script = {'/.well-known/openid-configuration': [document('openid-configuration')]};

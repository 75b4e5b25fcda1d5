import {Buffer} from 'node:buffer';
import {createServer} from 'node:https';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {setTimeout as delay} from 'node:timers/promises';
import {generate} from 'selfsigned';
import type {Cloud} from '../../../source/azure/cloud.js';
import {notFound, type Answer, type Incoming} from './answer.js';
import {answerEntra} from './entra.js';
import {answerDirectory} from './directory.js';
import {documentFleet, type ServerFleet} from './fleet.js';
import {answerRegistryData} from './registry-data.js';
import {answerResourceGraph} from './resource-graph.js';
import {answerResourceManager} from './resource-manager.js';

/**
What goes wrong: the first that fits a request is used in place of the right answer, as often as `times` says.
*/
export type Fault = {
	readonly when: (request: Incoming) => boolean;
	/**
	Absent: every time.
	*/
	readonly times?: number;
	/**
	An answer, one made from the right one, or the line cut: before an answer, or in the middle of one.
	*/
	readonly give: Answer | 'drop' | 'cut' | ((right: Answer) => Answer);
	/**
	Milliseconds before it.
	*/
	readonly after?: number;
};

export type AzureServer = {
	/**
	`https://127.0.0.1:PORT`
	*/
	readonly url: string;
	/**
	The cloud that this server is; as JSON it is a profile file.
	*/
	readonly profile: Cloud;
	/**
	PEM.
	*/
	readonly certificateAuthority: string;
	/**
	Every request that came, in order.
	*/
	readonly requests: Incoming[];
	/**
	May be changed while it runs.
	*/
	fleet: ServerFleet;
	readonly faults: Fault[];
	readonly close: () => Promise<void>;
	/**
	After `close`: answers again, at the same address.
	*/
	readonly reopen: () => Promise<void>;
};

export type ServerOptions = {readonly fleet?: ServerFleet; readonly faults?: readonly Fault[]};

const audience = 'https://management.azure.com';

const makeCertificate = async (): Promise<{readonly private: string; readonly cert: string}> => generate([{name: 'commonName', value: 'crowsnest test'}], {
	keySize: 2048,
	algorithm: 'sha256',
	extensions: [
		{name: 'basicConstraints', cA: true},
		{
			name: 'keyUsage', keyCertSign: true, digitalSignature: true, keyEncipherment: true,
		},
		{name: 'subjectAltName', altNames: [{type: 7, ip: '127.0.0.1'}, {type: 2, value: 'localhost'}]},
	],
});

let certificate: ReturnType<typeof makeCertificate> | undefined;

const isSignedIn = ({headers}: Incoming): boolean => /^Bearer [\w\-]+\.[\w\-]+\.[\w\-]+$/v.test(String(headers.authorization ?? ''));

const rightAnswer = (fleet: ServerFleet, request: Incoming): Answer => {
	const ofRegistry = fleet.registryData && answerRegistryData(fleet.registryData, request);
	if (ofRegistry) {
		return ofRegistry;
	}

	const entra = answerEntra(request, audience);
	if (entra) {
		return entra;
	}

	if (!isSignedIn(request)) {
		return {status: 401, headers: {'www-authenticate': 'Bearer authorization_uri="https://login.windows.net/", error="invalid_token"'}, body: {error: {code: 'AuthenticationFailed', message: 'Authentication failed. The \'Authorization\' header is missing.'}}};
	}

	if (request.url.pathname.startsWith('/v1.0/')) {
		return answerDirectory(fleet, request);
	}

	if (/^\/providers\/microsoft\.resourcegraph\/resources$/iv.test(request.url.pathname)) {
		return request.method === 'POST' ? answerResourceGraph(fleet, request) : notFound(request.url.pathname);
	}

	return request.method === 'GET' ? answerResourceManager(fleet, request) : {status: 405, body: {error: {code: 'MethodNotAllowed', message: 'This server is read.'}}};
};

const send = (response: ServerResponse, {status, headers, body}: Answer, isCut: boolean): void => {
	const bytes = typeof body === 'string' ? body : JSON.stringify(body);
	response.writeHead(status, {'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(bytes), ...headers});
	if (isCut) {
		response.write(bytes.slice(0, Math.floor(bytes.length / 2)), () => {
			response.destroy();
		});
		return;
	}

	response.end(bytes);
};

/**
Starts a server on loopback that speaks Entra, Resource Manager and Resource Graph over TLS, with a certificate of its own.
*/
export const startAzureServer = async (options: ServerOptions = {}): Promise<AzureServer> => {
	certificate ??= makeCertificate();
	const {private: key, cert} = await certificate;
	const faults = [...(options.faults ?? [])];
	const used = new Map<Fault, number>();
	const requests: Incoming[] = [];

	const faultFor = (request: Incoming): Fault | undefined => {
		const fault = faults.find(one => (used.get(one) ?? 0) < (one.times ?? Infinity) && one.when(request));
		if (fault) {
			used.set(fault, (used.get(fault) ?? 0) + 1);
		}

		return fault;
	};

	const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
		const request: Incoming = {
			method: message.method ?? '', url: new URL(message.url ?? '/', server.url), headers: message.headers, body: await text(message),
		};
		requests.push(request);
		const fault = faultFor(request);
		if (fault?.after !== undefined) {
			await delay(fault.after, undefined, {ref: false});
		}

		if (fault?.give === 'drop') {
			message.socket.destroy();
			return;
		}

		const right = (): Answer => rightAnswer(server.fleet, request);
		const given = fault?.give ?? right();
		const answer = given === 'cut' ? right() : (typeof given === 'function' ? given(right()) : given);
		send(response, answer, given === 'cut');
	};

	const listener = createServer({key, cert}, (message, response) => {
		handle(message, response).catch(() => {
			message.socket.destroy();
		});
	});
	const listen = async (port: number): Promise<void> => new Promise(resolve => {
		listener.listen(port, '127.0.0.1', resolve);
	});
	await listen(0);
	const {port} = listener.address() as AddressInfo;
	const url = `https://127.0.0.1:${port}`;
	const server: AzureServer = {
		url,
		profile: {
			name: 'test', resourceManager: url, authorityHost: url, audiences: {resourceManager: audience}, portal: 'https://portal.azure.com', microsoftGraph: url, disableInstanceDiscovery: true, certificateAuthority: cert,
		},
		certificateAuthority: cert,
		requests,
		fleet: options.fleet ?? documentFleet(),
		faults,
		async close() {
			listener.closeAllConnections();
			await new Promise(resolve => {
				listener.close(resolve);
			});
		},
		reopen: async () => listen(port),
	};
	return server;
};

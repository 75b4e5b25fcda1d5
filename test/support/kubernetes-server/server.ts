import {Buffer} from 'node:buffer';
import {createServer, type ServerOptions as TlsOptions} from 'node:https';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TLSSocket} from 'node:tls';
import {clusterOperations} from '../../../source/kubernetes/operations.js';
import {kubernetesLists, type KubernetesList} from '../../../source/kubernetes/kubernetes-reader.js';
import {loadDocument} from '../azure-server/fleet.js';
import {certificates, type Certificates} from './certificates.js';

export type KubernetesRequest = {
	readonly method: string;
	readonly url: URL;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/**
	Common name of the client's certificate; absent where it sent none.
	*/
	readonly client: string | undefined;
};

export type KubernetesAnswer = {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	/**
	A text is sent as it is, anything else as JSON.
	*/
	readonly body: unknown;
};

/**
What goes wrong: the first that fits a request is used in place of the right answer, as often as `times` says.
*/
export type KubernetesFault = {
	readonly when: (request: KubernetesRequest) => boolean;
	readonly times?: number;
	/**
	`silent`: no answer at all.
	*/
	readonly give: KubernetesAnswer | 'drop' | 'silent' | ((request: KubernetesRequest) => KubernetesAnswer);
};

export type KubernetesServer = {
	/**
	`https://127.0.0.1:PORT`
	*/
	readonly url: string;
	readonly certificates: Certificates;
	readonly requests: KubernetesRequest[];
	readonly lists: Partial<Record<KubernetesList, readonly unknown[]>>;
	readonly faults: KubernetesFault[];
	readonly close: () => Promise<void>;
};

export type KubernetesServerOptions = {
	/**
	A list that is absent is not installed.
	*/
	readonly lists?: Partial<Record<KubernetesList, readonly unknown[]>>;
	readonly faults?: readonly KubernetesFault[];
	readonly tls?: TlsOptions;
};

/**
A recorded or composed answer of `test/documents/kubernetes`, which stands there as `{status, headers, body}`.
*/
export const kubernetesAnswer = (name: string): KubernetesAnswer => loadDocument(`kubernetes/${name}.json`) as KubernetesAnswer;

const itemsOf = (name: string): readonly unknown[] => (loadDocument(`kubernetes/${name}.json`) as {readonly items: readonly unknown[]}).items;

/**
Nodes as AKS sent them and as it would, Services of all types, and nothing else but empty lists; no Gateway API.
*/
export const documentLists = (): Partial<Record<KubernetesList, readonly unknown[]>> => ({
	nodes: [...itemsOf('nodes-list-aks-recorded'), ...itemsOf('nodes-list-aks-composed')],
	services: itemsOf('services-list-composed'),
	ingresses: [],
	networkPolicies: [],
	daemonSets: [],
	storageClasses: [],
	clusterRoleBindings: [],
});

const page = (documents: readonly unknown[], {searchParams}: URL): unknown => {
	const from = Number(Buffer.from(searchParams.get('continue') ?? '', 'base64url').toString());
	const to = from + Number(searchParams.get('limit') ?? documents.length);
	const rest = to < documents.length ? {continue: Buffer.from(String(to)).toString('base64url'), remainingItemCount: documents.length - to} : {};
	return {
		kind: 'List', apiVersion: 'v1', metadata: {resourceVersion: '91827364', ...rest}, items: documents.slice(from, to),
	};
};

const rightAnswer = (lists: KubernetesServer['lists'], {url, headers, client}: KubernetesRequest): KubernetesAnswer => {
	if (client === undefined && !/^Bearer [\w\-.]{8,}$/v.test(headers.authorization as string | undefined ?? '')) {
		return kubernetesAnswer('status-401-unauthorized-composed');
	}

	if (url.pathname === '/version') {
		return {status: 200, body: loadDocument('kubernetes/version-composed.json')};
	}

	const {namespace, resource, name} = /^\/api\/v1\/(?:namespaces\/(?<namespace>[^\/]+)\/)?(?<resource>nodes|services)\/(?<name>[^\/]+)$/v.exec(url.pathname)?.groups ?? {};
	if (resource !== undefined) {
		const found = (lists[resource as 'nodes' | 'services'] ?? []).find(document => {
			const metadata = (document as {readonly metadata?: {readonly name?: string; readonly namespace?: string}} | undefined)?.metadata;
			return metadata?.name === name && metadata?.namespace === namespace;
		});
		return found === undefined ? kubernetesAnswer('status-404-not-found-composed') : {status: 200, body: {kind: resource === 'nodes' ? 'Node' : 'Service', apiVersion: 'v1', ...found}};
	}

	const operation = clusterOperations.find(({path}) => path === url.pathname);
	const list = kubernetesLists.find(id => id === operation?.id);
	const documents = list === undefined ? undefined : lists[list];
	return documents === undefined ? kubernetesAnswer('status-404-no-such-api-composed') : {status: 200, body: page(documents, url)};
};

const send = (response: ServerResponse, {status, headers, body}: KubernetesAnswer): void => {
	const bytes = typeof body === 'string' ? body : JSON.stringify(body);
	response.writeHead(status, {'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes), ...headers});
	response.end(bytes);
};

/**
Starts a server on loopback that speaks as an API server does, over TLS and with an authority of its own.
*/
export const startKubernetesServer = async (options: KubernetesServerOptions = {}): Promise<KubernetesServer> => {
	const made = await certificates();
	const lists = {...options.lists ?? documentLists()};
	const faults = [...(options.faults ?? [])];
	const used = new Map<KubernetesFault, number>();
	const requests: KubernetesRequest[] = [];

	const handle = (message: IncomingMessage, response: ServerResponse): void => {
		const peer = (message.socket as TLSSocket).getPeerCertificate();
		const request: KubernetesRequest = {
			method: message.method ?? '', url: new URL(message.url ?? '/', 'https://127.0.0.1'), headers: message.headers, client: (peer as {subject?: {CN?: string}}).subject?.CN,
		};
		requests.push(request);
		const fault = faults.find(one => (used.get(one) ?? 0) < (one.times ?? Infinity) && one.when(request));
		if (fault !== undefined) {
			used.set(fault, (used.get(fault) ?? 0) + 1);
		}

		const given = fault?.give ?? rightAnswer(lists, request);
		if (given === 'silent') {
			return;
		}

		if (given === 'drop') {
			message.socket.destroy();
			return;
		}

		send(response, typeof given === 'function' ? given(request) : given);
	};

	const listener = createServer({
		key: made.server.key, cert: made.server.cert, requestCert: true, rejectUnauthorized: false, ca: made.authority, ...options.tls,
	}, handle);
	await new Promise<void>(resolve => {
		listener.listen(0, '127.0.0.1', resolve);
	});
	const {port} = listener.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${port}`,
		certificates: made,
		requests,
		lists,
		faults,
		async close() {
			listener.closeAllConnections();
			await new Promise(resolve => {
				listener.close(resolve);
			});
		},
	};
};

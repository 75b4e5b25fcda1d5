import {Buffer} from 'node:buffer';
import type {
	AppsV1Api,
	CoreV1Api,
	CustomObjectsApi,
	HttpLibrary,
	NetworkingV1Api,
	RbacAuthorizationV1Api,
	RequestContext,
	SecurityAuthentication,
	ServerConfiguration,
	StorageV1Api,
	VersionApi,
} from '@kubernetes/client-node/dist/gen/index.js';
import {once} from '../azure/once.js';
import type {KubernetesObject} from './kubernetes-reader.js';
import type {ClusterOperation} from './operations.js';

type Apis = {
	readonly core: CoreV1Api;
	readonly networking: NetworkingV1Api;
	readonly apps: AppsV1Api;
	readonly storage: StorageV1Api;
	readonly rbac: RbacAuthorizationV1Api;
	readonly custom: CustomObjectsApi;
	readonly version: VersionApi;
};

export type ListPage = {readonly limit: number; readonly _continue?: string};

type Options = {
	readonly baseServer: ServerConfiguration<Record<string, string>>;
	readonly httpApi: HttpLibrary;
	readonly authMethods: {readonly default?: SecurityAuthentication};
};

const gatewayApi = {group: 'gateway.networking.k8s.io', version: 'v1'};

/**
Which call of Kubernetes' own client asks for what.
*/
const calls: Readonly<Record<ClusterOperation['id'], (apis: Apis, page: ListPage, options: Options, object: KubernetesObject | undefined) => Promise<unknown>>> = {
	version: async ({version}, _page, options) => version.getCode({}, options),
	nodes: async ({core}, page, options) => core.listNode(page, options),
	services: async ({core}, page, options) => core.listServiceForAllNamespaces(page, options),
	ingresses: async ({networking}, page, options) => networking.listIngressForAllNamespaces(page, options),
	gateways: async ({custom}, page, options) => custom.listClusterCustomObject({...page, ...gatewayApi, plural: 'gateways'}, options) as Promise<unknown>,
	httpRoutes: async ({custom}, page, options) => custom.listClusterCustomObject({...page, ...gatewayApi, plural: 'httproutes'}, options) as Promise<unknown>,
	networkPolicies: async ({networking}, page, options) => networking.listNetworkPolicyForAllNamespaces(page, options),
	daemonSets: async ({apps}, page, options) => apps.listDaemonSetForAllNamespaces(page, options),
	storageClasses: async ({storage}, page, options) => storage.listStorageClass(page, options),
	clusterRoleBindings: async ({rbac}, page, options) => rbac.listClusterRoleBinding(page, options),
	pods: async ({core}, page, options) => core.listPodForAllNamespaces(page, options),
	node: async ({core}, _page, options, object) => core.readNode({name: object?.name ?? ''}, options),
	service: async ({core}, _page, options, object) => core.readNamespacedService({name: object?.name ?? '', namespace: object?.kind === 'service' ? object.namespace : ''}, options),
};

/**
The generated classes alone: the rest of the package reads kubeconfigs, runs plug-ins and opens sockets of its own. Large, so it is loaded
when the first cluster is reached; one set serves all clusters, for each call says whom it asks.
*/
const load = once(async () => {
	const generated = await import('./generated.js');
	const {createConfiguration} = generated;
	const configuration = createConfiguration();
	const apis: Apis = {
		core: new generated.CoreV1Api(configuration),
		networking: new generated.NetworkingV1Api(configuration),
		apps: new generated.AppsV1Api(configuration),
		storage: new generated.StorageV1Api(configuration),
		rbac: new generated.RbacAuthorizationV1Api(configuration),
		custom: new generated.CustomObjectsApi(configuration),
		version: new generated.VersionApi(configuration),
	};
	return {generated, apis};
});

/**
What a client needs of an answer. The documents themselves take no part: its models turn dates, drop what they do not know and throw on what
they do not expect.
*/
const slimText = '{"metadata":{},"items":[],"major":"","minor":"","gitVersion":"","gitCommit":"","gitTreeState":"","buildDate":"","goVersion":"","compiler":"","platform":""}';

export type Call = {
	readonly id: ClusterOperation['id'];
	readonly server: string;
	readonly page: ListPage;
	/**
	What is asked for by its name; absent for a list.
	*/
	readonly object?: KubernetesObject | undefined;
	/**
	Absent where a certificate says who asks.
	*/
	readonly token: (() => Promise<string>) | undefined;
	/**
	Sends what the client has made, and gives the text of the answer.
	*/
	readonly send: (url: string, headers: Readonly<Record<string, string>>) => Promise<string>;
};

/**
Makes one call with Kubernetes' own client.

@returns The text of the answer, past the client's models. Rejects with what `send` or `token` rejects with.
*/
export const callClient = async ({id, server, page, object, token, send}: Call): Promise<string> => {
	const {generated, apis} = await load();
	const {Observable, ResponseContext, ServerConfiguration: Server} = generated;
	let text = '';
	const answer = async (request: RequestContext) => {
		text = await send(request.getUrl(), request.getHeaders());
		return new ResponseContext(200, {'content-type': 'application/json'}, {
			text: async () => slimText,
			binary: async () => Buffer.from(slimText),
			stream: () => null,
		});
	};

	await calls[id](apis, page, {
		baseServer: new Server(server, {}),
		httpApi: {send: request => new Observable(answer(request))},
		authMethods: token === undefined
			? {}
			: {
				default: {
					getName: () => 'token',
					async applySecurityAuthentication(request) {
						request.setHeaderParam('Authorization', `Bearer ${await token()}`);
					},
				},
			},
	}, object);
	return text;
};

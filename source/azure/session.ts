import type {AuthorizationManagementClient} from '@azure/arm-authorization';
import type {ContainerRegistryClient} from '@azure/container-registry';
import type {ContainerRegistryManagementClient} from '@azure/arm-containerregistry';
import type {ContainerInstanceManagementClient} from '@azure/arm-containerinstance';
import type {ContainerServiceClient} from '@azure/arm-containerservice';
import type {KeyVaultManagementClient} from '@azure/arm-keyvault';
import type {MonitorClient} from '@azure/arm-monitor';
import type {ResourceGraphClient} from '@azure/arm-resourcegraph';
import type {SubscriptionClient} from '@azure/arm-resources-subscriptions';
import type {SecurityCenter} from '@azure/arm-security';
import type {TokenCredential} from '@azure/core-auth';
import type {HttpClient, PipelineRequest, SendRequest} from '@azure/core-rest-pipeline';
import {SourceError} from '../model/source-error.js';
import type {Cloud} from './cloud.js';
import {toSourceError} from './errors.js';
import type {GraphClient} from './graph/client.js';
import {guardTransport} from './guard.js';
import {once} from './once.js';
import {createPacer} from './pacer.js';
import {createReadingTransport} from './reading-transport.js';

/**
Which part of the tenant is watched.
*/
export type Scope = {
	/**
	Ids or names as the person gave them; empty means every subscription that can be read.
	*/
	readonly subscriptions: readonly string[];
	readonly managementGroup: string | undefined;
	readonly tenant: string | undefined;
};

/**
The real SDK clients, each loaded and made on first use; all share one credential, one guarded transport and one set of options.
*/
export type Session = {
	readonly cloud: Cloud;
	readonly scope: Scope;
	readonly resourceGraph: () => Promise<ResourceGraphClient>;
	readonly subscriptions: () => Promise<SubscriptionClient>;
	readonly containerService: (subscriptionId: string) => Promise<ContainerServiceClient>;
	readonly containerRegistry: (subscriptionId: string) => Promise<ContainerRegistryManagementClient>;
	readonly containerInstance: (subscriptionId: string) => Promise<ContainerInstanceManagementClient>;
	readonly security: (subscriptionId: string) => Promise<SecurityCenter>;
	/**
	Of the management of vaults: keys without their material; a vault's own address is never asked.
	*/
	readonly keyVault: (subscriptionId: string) => Promise<KeyVaultManagementClient>;
	readonly monitor: (subscriptionId: string) => Promise<MonitorClient>;
	/**
	Asked only where a person wants names. Rejects with `SourceError` where the cloud has none.
	*/
	readonly graph: () => Promise<GraphClient>;
	readonly authorization: (subscriptionId: string) => Promise<AuthorizationManagementClient>;
	/**
	Of a registry's own API, by its login server.
	*/
	readonly registry: (loginServer: string) => Promise<ContainerRegistryClient>;
	/**
	A token for the API of clusters that sign in with Entra. Rejects with `SourceError`.
	*/
	readonly clusterToken: (signal: AbortSignal) => Promise<string>;
	/**
	What sends a request, unguarded: whoever speaks to another service than Resource Manager with it brings a guard of its own.
	*/
	readonly transport: HttpClient;
};

export type SessionInput = {
	readonly cloud: Cloud;
	readonly credential: TokenCredential;
	readonly scope: Scope;
	/**
	What sends a request; by default core-rest-pipeline's own client, which honours HTTPS_PROXY and NO_PROXY.
	*/
	readonly transport?: HttpClient | undefined;
	/**
	What the program calls itself, as `crowsnest/1.0.0`.
	*/
	readonly userAgent?: string | undefined;
	/**
	Milliseconds that one answer may take.
	*/
	readonly deadline?: number | undefined;
	/**
	Milliseconds that a reading waits at most because a service asks for it; then it fails with the time until when.
	*/
	readonly longestWait?: number | undefined;
	readonly retryDelays?: readonly number[] | undefined;
	readonly unsaidWaits?: readonly number[] | undefined;
};

/**
The version of pricings that knows extensions; the client's own (2022-03-01) sends none.
Source: Microsoft.Security/pricings 2024-01-01.
*/
const pricingsVersion = '2024-01-01';

/**
The application of Entra that AKS's API servers take tokens of, in every cloud. Source: MicrosoftDocs/azure-aks-docs, articles/aks/kubelogin-authentication.md; the `--server-id` of kubelogin.
*/
const clusterScope = '6dae42f8-4368-4678-94ff-3960e28e3630/.default';

const newerPricings = {
	name: 'pricings-version',
	async sendRequest(request: PipelineRequest, next: SendRequest) {
		const url = new URL(request.url);
		if (/\/pricings$/iv.test(url.pathname)) {
			url.searchParams.set('api-version', pricingsVersion);
			request.url = url.href;
		}

		return next(request);
	},
};

const onceEach = <T>(make: (subscriptionId: string) => Promise<T>): ((subscriptionId: string) => Promise<T>) => {
	const made = new Map<string, () => Promise<T>>();
	return async subscriptionId => {
		const client = made.get(subscriptionId) ?? once(async () => make(subscriptionId));
		made.set(subscriptionId, client);
		return client();
	};
};

/**
A default client that loads with the first request.
*/
const createLazyClient = (): HttpClient => {
	const client = once(async () => {
		const {createDefaultHttpClient} = await import('@azure/core-rest-pipeline');
		return createDefaultHttpClient();
	});
	return {
		async sendRequest(request) {
			const loaded = await client();
			return loaded.sendRequest(request);
		},
	};
};

/**
Makes the session of one fleet. Nothing is loaded or sent before a client is asked for; each client is loaded apart, so
that the first page of Resource Graph waits for Resource Graph's alone.
*/
export const createSession = (input: SessionInput): Session => {
	const {cloud, credential, scope} = input;
	const transport = input.transport ?? createLazyClient();
	const pacer = createPacer(input.longestWait ?? 60_000);
	const limits = {
		deadline: input.deadline ?? 60_000,
		retryDelays: input.retryDelays ?? [300, 1500],
		unsaidWaits: input.unsaidWaits ?? [2000, 5000, 10_000],
	};
	const paced = (sender: HttpClient, of: Cloud): HttpClient => createReadingTransport(sender, {cloud: of, pacer: createPacer(input.longestWait ?? 60_000), ...limits});
	const httpClient = createReadingTransport(guardTransport(transport, cloud), {...limits, cloud, pacer});
	const userAgent = input.userAgent ?? 'crowsnest';
	const tokenScope = `${cloud.audiences.resourceManager}/.default`;
	const options = {
		httpClient,
		endpoint: cloud.resourceManager,
		credentials: {scopes: [tokenScope]},
		// The older generation of clients calls it so.
		credentialScopes: [tokenScope],
		userAgentOptions: {userAgentPrefix: userAgent},
		// Waiting and trying again happen below, where a person is told and can end it.
		retryOptions: {maxRetries: 0},
		// A redirect would carry the token to an address that nobody has checked.
		redirectOptions: {maxRetries: 0},
	};

	return {
		cloud,
		scope,
		transport,
		async clusterToken(signal) {
			try {
				const token = await credential.getToken(clusterScope, {abortSignal: signal});
				if (token !== null) {
					return token.token;
				}
			} catch (error) {
				signal.throwIfAborted();
				throw toSourceError(error);
			}

			throw new SourceError({
				cause: 'sign-in', reason: 'Entra gave no token for the API of clusters.', remedy: 'az login', retryAt: undefined,
			});
		},
		registry: onceEach(async loginServer => {
			const {createRegistryClient} = await import('./registry/create-registry-client.js');
			return createRegistryClient({
				cloud, credential, transport, loginServer, userAgent, pacer, reading: limits,
			});
		}),
		resourceGraph: once(async () => {
			const {ResourceGraphClient} = await import('@azure/arm-resourcegraph');
			return new ResourceGraphClient(credential, options);
		}),
		subscriptions: once(async () => {
			const {SubscriptionClient} = await import('@azure/arm-resources-subscriptions');
			return new SubscriptionClient(credential, options);
		}),
		containerService: onceEach(async subscriptionId => {
			const {ContainerServiceClient} = await import('@azure/arm-containerservice');
			return new ContainerServiceClient(credential, subscriptionId, options);
		}),
		containerRegistry: onceEach(async subscriptionId => {
			const {ContainerRegistryManagementClient} = await import('@azure/arm-containerregistry');
			return new ContainerRegistryManagementClient(credential, subscriptionId, options);
		}),
		containerInstance: onceEach(async subscriptionId => {
			const {ContainerInstanceManagementClient} = await import('@azure/arm-containerinstance');
			return new ContainerInstanceManagementClient(credential, subscriptionId, {...options, $host: cloud.resourceManager});
		}),
		keyVault: onceEach(async subscriptionId => {
			const {KeyVaultManagementClient} = await import('@azure/arm-keyvault');
			return new KeyVaultManagementClient(credential, subscriptionId, options);
		}),
		monitor: onceEach(async subscriptionId => {
			const {MonitorClient} = await import('@azure/arm-monitor');
			return new MonitorClient(credential, subscriptionId, options);
		}),
		graph: once(async () => {
			const {microsoftGraph: address} = cloud;
			if (address === undefined) {
				throw new SourceError({
					cause: 'not-found', reason: 'This cloud names no Microsoft Graph.', remedy: 'give `microsoftGraph` in its profile', retryAt: undefined,
				});
			}

			const [{createGraphClient}, {guardGraph}] = await Promise.all([import('./graph/client.js'), import('./graph/guard.js')]);
			return createGraphClient({
				address, credential, userAgent, httpClient: paced(guardGraph(transport, address), {...cloud, resourceManager: address}),
			});
		}),
		authorization: onceEach(async subscriptionId => {
			const {AuthorizationManagementClient} = await import('@azure/arm-authorization');
			// Some of its operations take no `endpoint`.
			return new AuthorizationManagementClient(credential, subscriptionId, {...options, $host: cloud.resourceManager});
		}),
		security: onceEach(async subscriptionId => {
			const {SecurityCenter} = await import('@azure/arm-security');
			return new SecurityCenter(credential, subscriptionId, {...options, additionalPolicies: [{policy: newerPricings, position: 'perCall'}]});
		}),
	};
};

import {ClientSecretCredential} from '@azure/identity';
import {createDefaultHttpClient} from '@azure/core-rest-pipeline';
import type {ExecutionContext} from 'ava';
import {createCollectors} from '../../../source/azure/create-collectors.js';
import type {Collectors} from '../../../source/azure/collectors.js';
import {guardSignIn} from '../../../source/azure/guard.js';
import {
	createSession,
	type Scope,
	type Session,
	type SessionInput,
} from '../../../source/azure/session.js';
import type {Wait} from '../../../source/azure/wait.js';
import type {Subscription} from '../../../source/model/subscription.js';
import {startAzureServer, type AzureServer, type ServerOptions} from './server.js';

export type Opened = {
	readonly session: Session;
	readonly collectors: Collectors;
	readonly waits: Wait[];
	readonly signal: AbortSignal;
	readonly subscriptions: () => Promise<readonly Subscription[]>;
};

const everything: Scope = {subscriptions: [], managementGroup: undefined, tenant: undefined};

/**
The real clients and a real credential over HTTPS against a test server; waits are short.
*/
export const openFleet = (server: AzureServer, options: Partial<SessionInput> = {}): Opened => {
	const cloud = options.cloud ?? server.profile;
	const credential = new ClientSecretCredential(server.fleet.tenantId, '00000000-0000-0000-0000-000000000077', 'secret', {
		authorityHost: cloud.authorityHost,
		disableInstanceDiscovery: true,
		httpClient: guardSignIn(createDefaultHttpClient(), cloud, {}),
		tlsOptions: {ca: server.certificateAuthority},
		retryOptions: {maxRetries: 0},
	});
	const session = createSession({
		cloud, credential, scope: everything, retryDelays: [1, 1], unsaidWaits: [1], userAgent: 'crowsnest/0.0.0', ...options,
	});
	const waits: Wait[] = [];
	const collectors = createCollectors(session, {
		onWait(wait) {
			waits.push(wait);
		},
	});
	const {signal} = new AbortController();
	return {
		session,
		collectors,
		waits,
		signal,
		async subscriptions() {
			const {subscriptions} = await collectors.subscriptions(signal);
			return subscriptions;
		},
	};
};

/**
A server for one test.
*/
export const startFor = async (t: ExecutionContext, options?: ServerOptions): Promise<AzureServer> => {
	const server = await startAzureServer(options);
	t.teardown(server.close);
	return server;
};

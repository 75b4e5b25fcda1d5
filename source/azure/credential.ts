import type {AccessToken, GetTokenOptions, TokenCredential} from '@azure/core-auth';
import type {HttpClient} from '@azure/core-rest-pipeline';
import type {SignInAttempt} from '../model/sign-in.js';
import {SourceError} from '../model/source-error.js';
import type {Cloud} from './cloud.js';
import {createAttemptTransport} from './credential/attempt-transport.js';
import {entraCode, explainEntraCode} from './credential/entra-codes.js';
import {unreachableError} from './credential/explain-transport.js';
import {guardSignIn} from './guard.js';
import {autoMethods, signInMethods} from './credential/methods.js';
import {shareAttempt, type SharedAttempt} from './credential/shared-attempt.js';
import type {DeviceCode, SignInContext, SignInMethod} from './credential/sign-in-context.js';
import {SignInError} from './credential/sign-in-error.js';

export type {DeviceCode} from './credential/sign-in-context.js';
export {SignInError} from './credential/sign-in-error.js';

export type CredentialInput = {
	/**
	`auth` is `auto` or the name of one way to sign in.
	*/
	readonly settings: {readonly auth: string; readonly tenant: string | undefined};
	readonly cloud: Cloud;
	readonly env: Readonly<Record<string, string | undefined>>;
	/**
	Whether a person is there who could enter a device code.
	*/
	readonly isInteractive: boolean;
	/**
	Called with the code that a person is to enter, and with `undefined` once it is used, expired or declined.
	*/
	readonly onDeviceCode: (code: DeviceCode | undefined) => void;
	/**
	What sends a request to Entra, instead of the SDK's own; it is guarded here.
	*/
	readonly transport?: HttpClient;
};

/**
A `TokenCredential` that never gives null.
*/
export type FleetCredential = {
	readonly getToken: (scopes: string | string[], options?: GetTokenOptions) => Promise<AccessToken>;
	/**
	The way that worked, once one has.
	*/
	readonly method: () => string | undefined;
	/**
	What was tried before that, and why it failed.
	*/
	readonly attempts: () => readonly SignInAttempt[];
	/**
	Ends what is under way, a device code that waits too.
	*/
	readonly close: () => void;
};

/**
A token is renewed this long before it ends, in milliseconds.
*/
const margin = 5 * 60_000;

/**
Many sources ask at once; what has just failed is not tried again for each of them, in milliseconds.
*/
const failureMemory = 3000;

type Chosen = {readonly method: SignInMethod; readonly credential: TokenCredential};

const messageOf = (error: unknown): string => {
	const texts: string[] = [];
	for (let one = error; one instanceof Error && texts.length < 5; one = one.cause) {
		texts.push(one.message);
	}

	return texts.join('\n');
};

/**
The SDK's own transport, loaded with the first request: Azure CLI's token needs none.
*/
const usualTransport = (): HttpClient => {
	let made: HttpClient | undefined;
	return {
		async sendRequest(request) {
			const {createDefaultHttpClient} = await import('@azure/core-rest-pipeline');
			made ??= createDefaultHttpClient();
			return made.sendRequest(request);
		},
	};
};

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
A credential over `@azure/identity` whose failures a person can act on.

`auto` tries environment, workload identity, managed identity, Azure CLI, Azure Developer CLI and, where a person is there,
a device code, each alone. The first that works is kept. Concurrent calls share one attempt; tokens are kept until
5 minutes before their end.

`getToken` throws `SignInError` when no identity could be had, and `SourceError` (`unreachable`) when Entra gave no answer.
*/
export const createCredential = (input: CredentialInput): FleetCredential => {
	const {settings, cloud, env, isInteractive, onDeviceCode} = input;
	const closing = new AbortController();
	const methods = settings.auth === 'auto'
		? autoMethods.filter(method => isInteractive || method.isInteractive !== true)
		: signInMethods.filter(method => method.name === settings.auth);
	const running = new Map<string, SharedAttempt<AccessToken>>();
	const tokens = new Map<string, AccessToken>();
	let chosen: Chosen | undefined;
	let attempts: readonly SignInAttempt[] = [];
	// By what was asked for: a tenant that gives no token for clusters may well give one for Resource Manager.
	const failures = new Map<string, {readonly error: Error; readonly at: number}>();
	let isPersonAsked = false;
	let attemptSignal = closing.signal;

	const transport = createAttemptTransport(guardSignIn(input.transport ?? usualTransport(), cloud, env), () => attemptSignal);
	const context: SignInContext = {
		cloud,
		tenant: settings.tenant,
		env,
		httpClient: transport.httpClient,
		isOneOfMany: methods.length > 1,
		onDeviceCode(code) {
			isPersonAsked = code !== undefined;
			onDeviceCode(code);
		},
	};

	const toAttempt = (method: SignInMethod, error: unknown): SignInAttempt => {
		if (isAbort(error) && closing.signal.aborted) {
			throw error;
		}

		const message = messageOf(error);
		const problem = transport.problem();
		// Entra spoke: it is the identity. Otherwise nothing is known of the identity, and no other one takes its place.
		if (problem !== undefined && entraCode(message) === undefined && method.name !== 'managed-identity') {
			throw unreachableError(problem, error);
		}

		return {method: method.name, ...(explainEntraCode(message, settings.tenant) ?? method.explain(message, context))};
	};

	const tryOne = async (method: SignInMethod, scopes: string | string[], options: GetTokenOptions): Promise<AccessToken | SignInAttempt> => {
		const missing = await method.missing(context);
		if (missing !== undefined) {
			return {method: method.name, ...missing};
		}

		transport.forget();
		try {
			const credential = chosen?.method === method ? chosen.credential : await method.open(context);
			const token = await credential.getToken(scopes, options);
			if (token === null || typeof token.token !== 'string' || token.token === '') {
				return {method: method.name, ...method.explain('the answer holds no token', context)};
			}

			chosen = {method, credential};
			return token;
		} catch (error) {
			if (options.abortSignal?.aborted === true) {
				throw error;
			}

			return toAttempt(method, error);
		}
	};

	const signIn = async (scopes: string | string[], options: GetTokenOptions): Promise<AccessToken> => {
		const failed: SignInAttempt[] = [];
		for (const method of chosen === undefined ? methods : [chosen.method]) {
			// One after the other: the order is the meaning.
			// eslint-disable-next-line no-await-in-loop
			const result = await tryOne(method, scopes, options);
			if ('token' in result) {
				attempts = chosen?.method === method && failed.length === 0 ? attempts : failed;
				return result;
			}

			failed.push(result);
		}

		throw new SignInError(failed);
	};

	const start = (key: string, scopes: string | string[], options: GetTokenOptions): SharedAttempt<AccessToken> => {
		const attempt: SharedAttempt<AccessToken> = shareAttempt(async signal => {
			attemptSignal = signal;
			try {
				const token = await signIn(scopes, {...options, abortSignal: signal});
				tokens.set(key, token);
				failures.delete(key);
				return token;
			} catch (error) {
				failures.delete(key);
				if (error instanceof SourceError) {
					failures.set(key, {error, at: performance.now()});
				}

				throw error;
			} finally {
				if (running.get(key) === attempt) {
					running.delete(key);
				}
			}
		}, closing.signal, () => isPersonAsked);
		return attempt;
	};

	return {
		async getToken(scopes, options = {}) {
			const key = JSON.stringify([scopes, options.tenantId, options.claims, options.enableCae]);
			const kept = tokens.get(key);
			const isFresh = kept !== undefined && kept.expiresOnTimestamp - Date.now() > margin && (kept.refreshAfterTimestamp ?? Infinity) > Date.now();
			// A claims challenge says that the token is not enough, however fresh it is.
			if (isFresh && options.claims === undefined) {
				return kept;
			}

			const failure = failures.get(key);
			if (failure !== undefined && performance.now() - failure.at < failureMemory) {
				throw failure.error;
			}

			const current = running.get(key);
			const attempt = current === undefined || current.isCancelled() ? start(key, scopes, options) : current;
			running.set(key, attempt);
			const signal = options.abortSignal;
			return attempt.join(signal instanceof AbortSignal ? signal : undefined);
		},
		method: () => chosen?.method.name,
		attempts: () => attempts,
		close() {
			closing.abort();
		},
	};
};

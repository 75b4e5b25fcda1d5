import {SourceError, type SourceErrorDetail} from '../model/source-error.js';
import {sanitize} from '../terminal/sanitize.js';
import {explainEntraCode} from './credential/entra-codes.js';
import {explainAnswer} from './errors/answer-error.js';
import {explainNoAnswer, networkCode} from './errors/network-error.js';
import {ForbiddenRequestError} from './guard.js';
import {findOperation} from './operation-of.js';

const causes = function * (error: unknown): Generator<Error> {
	let one = error;
	for (let depth = 0; depth < 6 && one instanceof Error; depth++) {
		yield one;
		one = one.cause;
	}
};

type Requested = {readonly method?: unknown; readonly url?: unknown};

/**
What a request asked for, for the words of an error: host, right and scope.
*/
export const requested = ({method, url}: Requested): {readonly host: string; readonly right: string | undefined; readonly scope: string | undefined} => {
	const address = URL.parse(typeof url === 'string' ? url : '');
	const path = address?.pathname ?? '';
	// A private cloud may have its Resource Manager below a path.
	const below = /\/(?:subscriptions|providers)(?:\/.*)?$/iv.exec(path)?.[0] ?? path;
	return {
		host: sanitize(address?.host ?? 'Azure', 120),
		right: findOperation(typeof method === 'string' ? method : '', below)?.right,
		scope: below === '' ? undefined : below,
	};
};

type SdkResponse = {readonly status?: unknown; readonly headers?: unknown; readonly bodyAsText?: unknown};

const headerOf = (headers: unknown) => (name: string): string | undefined => {
	if (typeof headers !== 'object' || headers === null || !('get' in headers) || typeof headers.get !== 'function') {
		return undefined;
	}

	const value: unknown = (headers as {get: (name: string) => unknown}).get(name);
	return typeof value === 'string' ? value : undefined;
};

/**
An error of the SDK's clients that carries an answer; the newer generation drops the body, but keeps code and message.
*/
const fromRestError = (error: Error, now: number): SourceErrorDetail | undefined => {
	const {statusCode, code, request, response} = error as {statusCode?: unknown; code?: unknown; request?: Requested; response?: SdkResponse};
	if (typeof statusCode !== 'number') {
		return undefined;
	}

	const body = typeof response?.bodyAsText === 'string' ? response.bodyAsText : JSON.stringify({error: {code, message: error.message}});
	return explainAnswer({status: statusCode, header: headerOf(response?.headers), body}, requested(request ?? {}), now);
};

const signInNames = new Set(['AuthenticationError', 'AuthenticationRequiredError', 'AggregateAuthenticationError', 'CredentialUnavailableError']);

const fromCredential = (error: Error): SourceErrorDetail | undefined => {
	const known = explainEntraCode(error.message, undefined);
	if (known === undefined && !signInNames.has(error.name) && !/AADSTS\d/v.test(error.message)) {
		return undefined;
	}

	const [firstLine = ''] = error.message.split('\n', 1);
	return {
		cause: 'sign-in',
		reason: `Signing in failed: ${known?.reason ?? sanitize(firstLine, 200)}.`,
		remedy: known?.remedy ?? 'az login',
		retryAt: undefined,
	};
};

const fromAny = (error: Error, now: number): SourceErrorDetail | undefined => {
	if (error instanceof ForbiddenRequestError) {
		return {
			cause: 'malformed', reason: `${sanitize(error.message, 300)}; nothing was sent.`, remedy: undefined, retryAt: undefined,
		};
	}

	if ('code' in error && error.code === 'PARSE_ERROR' && networkCode(error) === 'PARSE_ERROR') {
		return {
			cause: 'malformed', reason: 'The answer is not JSON.', remedy: 'check --cloud, and whether a proxy stands in between', retryAt: undefined,
		};
	}

	return fromRestError(error, now) ?? fromCredential(error);
};

/**
Turns whatever the SDK's clients, the transport or a credential threw into a `SourceError` of one clear sentence and a
way out. A `SourceError` (a `SignInError` too) is given back as it is. Never throws.

`now` is in milliseconds since 1970: a wait that a service asked for ends at `retryAt`.
*/
export const toSourceError = (error: unknown, now = Date.now()): SourceError => {
	const chain = [...causes(error)];
	const own = chain.find(one => one instanceof SourceError);
	if (own) {
		return own;
	}

	for (const one of chain) {
		const detail = fromAny(one, now);
		if (detail) {
			return new SourceError(detail, {cause: error});
		}
	}

	const {request} = (chain[0] ?? {}) as {request?: Requested};
	return new SourceError(explainNoAnswer(error, requested(request ?? {}).host), {cause: error});
};

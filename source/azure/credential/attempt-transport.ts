import type {HttpClient} from '@azure/core-rest-pipeline';

/**
The last thing that went wrong between here and Entra; MSAL keeps neither a socket's error code nor an answer's type.
*/
export type TransportProblem =
	| {readonly kind: 'no-answer'; readonly host: string; readonly code: string; readonly message: string}
	| {readonly kind: 'not-json'; readonly host: string; readonly status: number; readonly contentType: string};

export type AttemptTransport = {
	readonly httpClient: HttpClient;
	readonly problem: () => TransportProblem | undefined;
	readonly forget: () => void;
};

const requestTimeout = 20_000;

const codeOf = (error: unknown): string => {
	for (let one = error; one instanceof Error; one = one.cause) {
		if ('code' in one && typeof one.code === 'string' && one.code !== 'REQUEST_SEND_ERROR') {
			return one.code;
		}
	}

	return error instanceof Error ? error.name : 'unknown';
};

/**
Puts a time limit and an abort signal on each request of one attempt to sign in: MSAL passes on neither.

@param inner The guarded transport.
@param signal Ends every request that is under way.
*/
export const createAttemptTransport = (inner: HttpClient, signal: () => AbortSignal): AttemptTransport => {
	let problem: TransportProblem | undefined;
	return {
		problem: () => problem,
		forget() {
			problem = undefined;
		},
		httpClient: {
			async sendRequest(request) {
				const own = request.abortSignal;
				request.abortSignal = own instanceof AbortSignal ? AbortSignal.any([own, signal()]) : signal();
				request.timeout = request.timeout > 0 ? request.timeout : requestTimeout;
				const {host} = new URL(request.url);
				try {
					const response = await inner.sendRequest(request);
					const contentType = response.headers.get('content-type') ?? 'nothing';
					problem = /\bjson\b/iv.test(contentType) || response.status === 204
						? undefined
						: {
							kind: 'not-json', host, status: response.status, contentType: contentType.split(';', 1)[0]!,
						};
					return response;
				} catch (error) {
					problem = {
						kind: 'no-answer', host, code: codeOf(error), message: error instanceof Error ? error.message : '',
					};
					throw error;
				}
			},
		},
	};
};

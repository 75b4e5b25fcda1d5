import type {HttpClient, PipelineRequest, PipelineResponse} from '@azure/core-rest-pipeline';
import {SourceError} from '../model/source-error.js';
import {createAnswerMemory} from './answer-memory.js';
import type {Cloud} from './cloud.js';
import {requested} from './errors.js';
import {explainAnswer} from './errors/answer-error.js';
import {isDropped} from './errors/network-error.js';
import type {HeaderOf} from './errors/retry-after.js';
import {currentExchange, type Exchange} from './exchange.js';
import {pathBelow} from './guard.js';
import {laneOf, type Pacer} from './pacer.js';
import {slimAnswer} from './slim-answer.js';
import {sleep} from './wait.js';

export type ReadingOptions = {
	readonly cloud: Cloud;
	readonly pacer: Pacer;
	/**
	Milliseconds that an answer may take, its body included.
	*/
	readonly deadline: number;
	/**
	Milliseconds before a request is sent again whose line was cut or that met a server out of order.
	*/
	readonly retryDelays: readonly number[];
	/**
	Milliseconds to leave a service alone that says 429 and not for how long; the last one is repeated.
	*/
	readonly unsaidWaits: readonly number[];
	/**
	Whose quota every request takes from.

	@default that of the path below Resource Manager
	*/
	readonly lane?: string;
	/**
	What the client needs of an answer; `url` is the address that was asked.

	@default `slimAnswer`
	*/
	readonly slim?: (body: unknown, exchange: Exchange, url: string) => string;
	/**
	Whether the answer is a token: the client alone sees it.
	*/
	readonly isToken?: (request: PipelineRequest) => boolean;
};

const passing = new Set([500, 502, 503, 504]);

/**
So often is one request refused with 429 before the reading gives up for this time.
*/
const mostRefusals = 5;

const send = async (inner: HttpClient, request: PipelineRequest, deadline: number): Promise<PipelineResponse> => {
	const own = request.abortSignal;
	const timer = new AbortController();
	const timeout = setTimeout(() => {
		timer.abort();
	}, deadline);
	try {
		request.abortSignal = own instanceof AbortSignal ? AbortSignal.any([own, timer.signal]) : timer.signal;
		return await inner.sendRequest(request);
	} catch (error) {
		if (timer.signal.aborted && own?.aborted !== true) {
			throw new SourceError({
				cause: 'unreachable',
				reason: `${requested(request).host} did not answer within ${Math.ceil(deadline / 1000)} s.`,
				remedy: undefined,
				retryAt: undefined,
			}, {cause: error});
		}

		throw error;
	} finally {
		clearTimeout(timeout);
		request.abortSignal = own;
	}
};

const parse = (response: PipelineResponse, text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		const {host} = requested(response.request);
		const what = text.trim() === '' ? 'nothing' : (/^\s*</v.test(text) ? 'a web page' : 'something that is not JSON');
		throw new SourceError({
			cause: 'malformed',
			reason: `${host} answered ${what} where Azure would answer JSON.`,
			remedy: 'check --cloud, and whether a proxy or a captive portal stands in between',
			retryAt: undefined,
		}, {cause: error});
	}
};

/**
Sent twice, it would be done twice.
*/
const isOnce = ({method}: PipelineRequest, path: string): boolean => method === 'POST' && /\/runcommand$/iv.test(path);

/**
Logs are another answer each time, and may hold anything.
*/
const isLog = (path: string): boolean => /\/containers\/[^\/]+\/logs$/iv.test(path);

/**
The same text for the same question; absent for a POST that is none, whose answer may be a secret, and for logs: nobody is to remember those.
*/
const questionOf = (request: PipelineRequest, cloud: Cloud): string | undefined => {
	const path = pathBelow(cloud, request.url) ?? '';
	const isQuestion = request.method === 'GET' ? !isLog(path) : laneOf(path) === 'Resource Graph';
	return isQuestion ? `${request.method} ${request.url}\n${typeof request.body === 'string' ? request.body : ''}` : undefined;
};

/**
A transport for readings: paces requests, waits where it is asked to, tries again what was cut off, and hands on the
document as it was sent. Requests outside of a reading keep the deadline only.

Rejects with `SourceError` for every answer that is an error, but for 401, which the client's own sign-in policy may heal.
*/
export const createReadingTransport = (inner: HttpClient, options: ReadingOptions): HttpClient => {
	const {cloud, pacer, deadline, retryDelays, unsaidWaits} = options;
	const memory = createAnswerMemory();

	const attempt = async (request: PipelineRequest, exchange: Exchange): Promise<PipelineResponse> => {
		const path = pathBelow(cloud, request.url) ?? '';
		const lane = options.lane ?? laneOf(path);
		const mostRetries = isOnce(request, path) ? 0 : retryDelays.length;
		let refusals = 0;
		let retries = 0;
		for (;;) {
			/* eslint-disable no-await-in-loop -- one after the other is the point */
			await pacer.enter(lane, exchange.signal, exchange.onWait);
			let response: PipelineResponse;
			try {
				response = await send(inner, request, deadline);
			} catch (error) {
				if (!isDropped(error) || retries >= mostRetries || exchange.signal.aborted) {
					throw error;
				}

				await sleep(retryDelays[retries]!, exchange.signal);
				retries++;
				continue;
			}

			const header: HeaderOf = name => response.headers.get(name);
			pacer.note(lane, header);
			if (response.status < 300 || response.status === 401) {
				return response;
			}

			const detail = explainAnswer({status: response.status, header, body: response.bodyAsText ?? ''}, requested(request), Date.now());
			if (response.status === 429) {
				const until = detail.retryAt ?? (Date.now() + unsaidWaits[Math.min(refusals, unsaidWaits.length - 1)]!);
				pacer.close(lane, until, detail.reason);
				refusals++;
				if (refusals < mostRefusals) {
					continue;
				}

				throw new SourceError({...detail, retryAt: until});
			}

			if (!passing.has(response.status) || retries >= mostRetries || detail.retryAt !== undefined) {
				throw new SourceError(detail);
			}

			await sleep(retryDelays[retries]!, exchange.signal);
			retries++;
			/* eslint-enable no-await-in-loop */
		}
	};

	return {
		async sendRequest(request) {
			if (cloud.certificateAuthority !== undefined) {
				// Goes to the agent with each request, a proxy's agent too; `tlsOptions` of the pipeline is ignored behind a proxy.
				request.requestOverrides = {...request.requestOverrides, ca: cloud.certificateAuthority};
			}

			const exchange = currentExchange();
			if (!exchange) {
				return send(inner, request, deadline);
			}

			request.abortSignal = exchange.signal;
			const response = await attempt(request, exchange);
			if (response.status === 401 || options.isToken?.(request) === true) {
				return response;
			}

			const text = response.bodyAsText ?? '';
			// Accepted, and not done yet: there is nothing to read (Resource Manager's long-running operations).
			exchange.body = response.status === 202 && text.trim() === '' ? undefined : memory.parse(questionOf(request, cloud), text, json => parse(response, json));
			return {...response, bodyAsText: options.slim?.(exchange.body, exchange, request.url) ?? slimAnswer(exchange.body, exchange, cloud)};
		},
	};
};

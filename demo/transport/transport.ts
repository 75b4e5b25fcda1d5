import {createHttpHeaders, type HttpClient, type PipelineRequest} from '@azure/core-rest-pipeline';
import type {Fleet} from '../fleet/fleet.js';
import {guidOf} from '../random.js';
import {createPlay} from '../stage.js';
import {badQuery, rateLimiting, type Answer} from './answer.js';
import {createLatency} from './latency.js';
import {createQuota} from './quota.js';
import {answerResourceGraph} from './resource-graph.js';
import {answerResourceManager} from './resource-manager.js';
import {createThrottle} from './throttle.js';
import {createWorlds} from './world.js';

export type TransportOptions = {
	/**
	Milliseconds since 1970.
	*/
	readonly now: () => number;
	/**
	False: nothing ever happens.
	*/
	readonly story: boolean;
};

const resourceGraphPath = /^\/providers\/microsoft\.resourcegraph\/resources$/iv;

const bodyText = (request: PipelineRequest): string => (typeof request.body === 'string' ? request.body : '');

/**
An `HttpClient` for the SDK's pipeline that answers as Azure would: bodies are JSON text, errors have Azure's shapes,
nothing leaves the process. What is shown depends only on the fleet and on the time since it was made.
*/
export const createTransport = (fleet: Fleet, {now, story}: TransportOptions): HttpClient => {
	const start = fleet.context.base;
	const play = createPlay(fleet, story ? undefined : []);
	const throttle = createThrottle(story ? undefined : []);
	const worldOf = createWorlds(fleet);
	const wait = createLatency(fleet.context.seed);
	const quota = createQuota();
	let requests = 0;

	const answer = (request: PipelineRequest): Answer => {
		const url = new URL(request.url);
		const path = decodeURIComponent(url.pathname).replaceAll(/\/+/gv, '/').replace(/(?<=.)\/$/v, '');
		const seconds = Math.max(0, (now() - start) / 1000);
		const world = worldOf(play(seconds));
		if (!resourceGraphPath.test(path)) {
			const found = answerResourceManager(world, {path, url});
			return {...found, headers: {'x-ms-ratelimit-remaining-subscription-reads': '11990', ...found.headers}};
		}

		if (request.method !== 'POST') {
			return badQuery('InvalidMethod', 'Queries are sent with POST.');
		}

		const retryAfter = throttle(seconds);
		if (retryAfter !== undefined) {
			return rateLimiting(retryAfter);
		}

		const found = answerResourceGraph(world, bodyText(request));
		return {...found, headers: {...quota.spend(now()), ...found.headers}};
	};

	return {
		async sendRequest(request) {
			await wait(request.abortSignal);
			requests++;
			const {status, headers, body, text} = answer(request);
			const id = guidOf(fleet.context.seed, `request ${requests}`);
			return {
				request,
				status,
				headers: createHttpHeaders({
					'cache-control': 'no-cache',
					'content-type': 'application/json; charset=utf-8',
					date: new Date(now()).toUTCString(),
					'x-content-type-options': 'nosniff',
					'x-ms-request-id': id,
					'x-ms-correlation-request-id': id,
					...headers,
				}),
				bodyAsText: text ?? JSON.stringify(body),
			};
		},
	};
};

import {
	createHttpHeaders,
	RestError,
	type HttpClient,
	type PipelineRequest,
} from '@azure/core-rest-pipeline';
import type {Fleet} from '../fleet/fleet.js';
import {guidOf} from '../random.js';
import {createPlay} from '../stage.js';
import {badQuery, rateLimiting, type Answer} from './answer.js';
import {answerKubernetes} from './kubernetes/answer-kubernetes.js';
import {createLatency} from './latency.js';
import {answerMicrosoftGraph} from './microsoft-graph.js';
import {createQuota} from './quota.js';
import {answerRegistry, isReachable as isRegistryReachable, isRegistryHost} from './registry-data.js';
import {answerResourceGraph} from './resource-graph.js';
import {answerResourceManager} from './resource-manager.js';
import {isReachable, siteOf} from './site-of.js';
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
The host of a cluster's own API: these are public names in every cloud of Azure's own.
*/
const isMicrosoftGraph = ({hostname}: URL): boolean => hostname.startsWith('graph.');

const isApiServer = ({hostname}: URL): boolean => hostname.endsWith('.azmk8s.io');

const noSuchHost = (request: PipelineRequest, host: string): RestError => new RestError(`getaddrinfo ENOTFOUND ${host}`, {code: 'ENOTFOUND', request});

/**
An `HttpClient` for the SDK's pipeline that answers as Azure and its clusters would: bodies are JSON text, errors have
Azure's shapes, nothing leaves the process. What is shown depends only on the fleet and on the time since it was made.
*/
export const createTransport = (fleet: Fleet, {now, story}: TransportOptions): HttpClient => {
	const start = fleet.context.base;
	const play = createPlay(fleet, story ? undefined : []);
	const throttle = createThrottle(story ? undefined : []);
	const worldOf = createWorlds(fleet);
	const wait = createLatency(fleet.context.seed);
	const quota = createQuota();
	let requests = 0;

	const answerAzure = async (request: PipelineRequest, url: URL, seconds: number): Promise<Answer> => {
		const path = decodeURIComponent(url.pathname).replaceAll(/\/+/gv, '/').replace(/(?<=.)\/$/v, '');
		const world = worldOf(play(seconds));
		if (!resourceGraphPath.test(path)) {
			const found = answerResourceManager(world, {
				path, url, method: request.method, body: bodyText(request), seconds,
			});
			return {...found, headers: {'x-ms-ratelimit-remaining-subscription-reads': '11990', ...found.headers}};
		}

		if (request.method !== 'POST') {
			return badQuery('InvalidMethod', 'Queries are sent with POST.');
		}

		const retryAfter = throttle(seconds);
		if (retryAfter !== undefined) {
			return rateLimiting(retryAfter);
		}

		const found = await answerResourceGraph(world, bodyText(request));
		return {...found, headers: {...quota.spend(now()), ...found.headers}};
	};

	const answerDirectory = (request: PipelineRequest, url: URL, seconds: number): Answer => answerMicrosoftGraph(worldOf(play(seconds)), {
		path: url.pathname, url, method: request.method, body: bodyText(request),
	});

	const answerCluster = (request: PipelineRequest, url: URL, seconds: number): Answer => {
		const world = worldOf(play(seconds));
		const index = world.clusterByHost(url.hostname);
		const site = index === undefined ? undefined : siteOf(world, index);
		if (!site || !isReachable(site)) {
			throw noSuchHost(request, url.hostname);
		}

		return answerKubernetes(world, site, {
			method: request.method, url, hasToken: request.headers.has('authorization'), hasCertificate: request.tlsSettings?.cert !== undefined || request.requestOverrides?.cert !== undefined,
		});
	};

	const answerOfRegistry = (request: PipelineRequest, url: URL, seconds: number): Answer => {
		const world = worldOf(play(seconds));
		const index = world.registryByHost(url.hostname);
		const registry = index === undefined ? undefined : world.stage.registries.at(index);
		if (!registry || !isRegistryReachable(registry)) {
			throw noSuchHost(request, url.hostname);
		}

		return answerRegistry(world, registry, request, url, now());
	};

	const answerRest = async (request: PipelineRequest, url: URL, seconds: number): Promise<Answer> => {
		if (isRegistryHost(url)) {
			return answerOfRegistry(request, url, seconds);
		}

		return isMicrosoftGraph(url) ? answerDirectory(request, url, seconds) : answerAzure(request, url, seconds);
	};

	const usual = (id: string) => ({
		'cache-control': 'no-cache',
		'content-type': 'application/json; charset=utf-8',
		date: new Date(now()).toUTCString(),
		'x-content-type-options': 'nosniff',
		'x-ms-request-id': id,
		'x-ms-correlation-request-id': id,
	});

	const usualOfCluster = (id: string) => ({
		'audit-id': id,
		'cache-control': 'no-cache, private',
		'content-type': 'application/json',
		date: new Date(now()).toUTCString(),
	});

	return {
		async sendRequest(request) {
			await wait(request.abortSignal);
			requests++;
			const url = new URL(request.url);
			const seconds = Math.max(0, (now() - start) / 1000);
			const isCluster = isApiServer(url);
			const {status, headers, body, text} = isCluster ? answerCluster(request, url, seconds) : await answerRest(request, url, seconds);
			const id = guidOf(fleet.context.seed, `request ${requests}`);
			return {
				request,
				status,
				headers: createHttpHeaders({...(isCluster ? usualOfCluster(id) : usual(id)), ...headers}),
				bodyAsText: text ?? JSON.stringify(body),
			};
		},
	};
};

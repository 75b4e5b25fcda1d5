import {checkServerIdentity, type PeerCertificate} from 'node:tls';
import type {HttpClient, PipelineRequest, PipelineResponse} from '@azure/core-rest-pipeline';
import {toSourceError} from '../azure/errors.js';
import {isDropped, networkCode} from '../azure/errors/network-error.js';
import {ForbiddenRequestError} from '../azure/guard.js';
import {createPacer, type Pacer} from '../azure/pacer.js';
import {sleep, type OnWait} from '../azure/wait.js';
import {SourceError, type SourceErrorDetail} from '../model/source-error.js';
import type {ClusterConnection} from './cluster-connection.js';
import {explainNoLine} from './explain-no-line.js';
import {explainStatus, type Asked} from './explain-status.js';
import {guardCluster} from './guard.js';

export type ClusterLimits = {
	/**
	Milliseconds that one answer may take, its body included.
	*/
	readonly deadline: number;
	/**
	Bytes of one answer at most, unpacked.
	*/
	readonly mostBytes: number;
	/**
	Milliseconds that a request waits at most because the server asks for it.
	*/
	readonly longestWait: number;
	/**
	Milliseconds before a request is sent again whose line was cut or that met a server out of order.
	*/
	readonly retryDelays: readonly number[];
};

/**
A page of 500 Services with long annotations has 5 MB; what is far beyond is no answer to what was asked.
*/
export const clusterLimits: ClusterLimits = {
	deadline: 30_000, mostBytes: 64_000_000, longestWait: 30_000, retryDelays: [500],
};

export type ClusterTransport = {
	/**
	The text of an answer that is no error. Rejects with `SourceError` (an answer that is an error: `AnswerError`), or with the
	signal's reason once it is aborted.
	*/
	readonly ask: (request: ClusterRequest, signal: AbortSignal) => Promise<string>;
};

export type ClusterRequest = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly asked: Asked;
};

/**
An answer of the API server that is an error.
*/
export class AnswerError extends SourceError {
	readonly status: number;

	constructor(status: number, ...rest: ConstructorParameters<typeof SourceError>) {
		super(...rest);
		this.status = status;
	}
}

const passing = new Set([500, 502, 503, 504]);

/**
So often is one request refused with 429 before the reading gives up for this time.
*/
const mostRefusals = 5;

/**
Milliseconds, where 429 does not say for how long.
*/
const unsaidWait = 2000;

const lane = 'cluster';

/**
The error without the request that it hangs on: that carries the token, or the key of a certificate.
*/
const bare = (error: unknown): Error => {
	const {name, message} = error instanceof Error ? error : new Error('unknown');
	return new Error(`${name}: ${message} (${networkCode(error) ?? 'no code'})`);
};

const explained = (error: unknown, host: string, isPrivate: boolean): SourceError =>
	error instanceof ForbiddenRequestError ? toSourceError(error) : new SourceError(explainNoLine(error, host, isPrivate), {cause: bare(error)});

const overridesOf = ({server, certificateAuthority, serverName, identity}: ClusterConnection): Record<string, unknown> => ({
	// Goes to the agent with each request, a proxy's agent too. An authority that is given takes the place of all others.
	...(certificateAuthority !== undefined && {ca: certificateAuthority}),
	...(serverName !== undefined && {servername: serverName}),
	...(identity.kind === 'certificate' && {cert: identity.certificate, key: identity.key}),
	rejectUnauthorized: true,
	// A proxy's agent forgets an address that is no name, and would look for `localhost` in the certificate.
	checkServerIdentity: (_: string, certificate: PeerCertificate) => checkServerIdentity(serverName ?? new URL(server).hostname.replaceAll(/^\[|\]$/gv, ''), certificate),
});

/**
A transport to one API server: guarded, verified against its own authority, without redirects; HTTPS_PROXY and NO_PROXY count.

@param transport What sends a request.
@param isPrivate Whether the server has an address in a virtual network only.
*/
export const createClusterTransport = (
	transport: HttpClient,
	connection: ClusterConnection,
	isPrivate: boolean,
	{onWait, ...limits}: ClusterLimits & {readonly onWait?: OnWait | undefined},
): ClusterTransport => {
	const {host} = new URL(connection.server);
	const guarded = guardCluster(transport, connection.server);
	const pacer: Pacer = createPacer(limits.longestWait);

	const send = async (request: PipelineRequest, signal: AbortSignal): Promise<PipelineResponse> => {
		const {createEmptyPipeline, proxyPolicy} = await import('@azure/core-rest-pipeline');
		const pipeline = createEmptyPipeline();
		pipeline.addPolicy(proxyPolicy());
		const ending = new AbortController();
		let why: SourceError | undefined;
		const end = (detail: SourceErrorDetail): void => {
			why ??= new SourceError(detail);
			ending.abort();
		};

		const timer = setTimeout(() => {
			end(explainNoLine(undefined, host, isPrivate, `${host} did not answer within ${Math.ceil(limits.deadline / 1000)} s.`));
		}, limits.deadline);
		request.abortSignal = AbortSignal.any([signal, ending.signal]);
		request.onDownloadProgress = ({loadedBytes}) => {
			if (loadedBytes > limits.mostBytes) {
				end({
					cause: 'malformed', reason: `${host} answers more than ${Math.round(limits.mostBytes / 1e6)} MB to one question.`, remedy: undefined, retryAt: undefined,
				});
			}
		};

		try {
			return await pipeline.sendRequest(guarded, request);
		} catch (error) {
			signal.throwIfAborted();
			throw why ?? error;
		} finally {
			clearTimeout(timer);
		}
	};

	return {
		async ask({url, headers, asked}, signal) {
			const {createHttpHeaders, createPipelineRequest} = await import('@azure/core-rest-pipeline');
			let refusals = 0;
			let retries = 0;
			for (;;) {
				/* eslint-disable no-await-in-loop -- one after the other is the point */
				await pacer.enter(lane, signal, onWait);
				let response: PipelineResponse;
				try {
					const request = createPipelineRequest({
						url, method: 'GET', headers: createHttpHeaders({...headers, 'Accept-Encoding': 'gzip'}), timeout: 0, requestOverrides: overridesOf(connection),
					});
					response = await send(request, signal);
				} catch (error) {
					signal.throwIfAborted();
					if (error instanceof SourceError) {
						throw error;
					}

					if (isDropped(error) && retries < limits.retryDelays.length) {
						await sleep(limits.retryDelays[retries]!, signal);
						retries++;
						continue;
					}

					throw explained(error, host, isPrivate);
				}

				const text = response.bodyAsText ?? '';
				if (response.status >= 200 && response.status < 300) {
					return text;
				}

				const detail = explainStatus({status: response.status, header: name => response.headers.get(name), body: text}, asked, Date.now());
				if (response.status === 429 && refusals + 1 < mostRefusals) {
					refusals++;
					pacer.close(lane, detail.retryAt ?? (Date.now() + unsaidWait), detail.reason);
					continue;
				}

				if (passing.has(response.status) && retries < limits.retryDelays.length && detail.retryAt === undefined) {
					await sleep(limits.retryDelays[retries]!, signal);
					retries++;
					continue;
				}

				throw new AnswerError(response.status, detail);
				/* eslint-enable no-await-in-loop */
			}
		},
	};
};

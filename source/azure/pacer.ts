import {SourceError} from '../model/source-error.js';
import {type HeaderOf, quotaResetsAfter} from './errors/retry-after.js';
import {sleep, type OnWait} from './wait.js';

/**
Requests that may be under way when the quota runs out.
*/
const graphReserve = 1;

/**
Resource Manager refills 25 reads a second for each subscription and identity; below this many left, a second is waited.
Source: documentation of Resource Manager's throttling (token bucket, since 2024).
*/
const managerReserve = 25;

const managerHeaders = ['x-ms-ratelimit-remaining-subscription-reads', 'x-ms-ratelimit-remaining-subscription-global-reads', 'x-ms-ratelimit-remaining-tenant-reads'];

export type Lane = string;

/**
Requests of one lane share a quota: Resource Graph has one for each identity, Resource Manager one for each subscription.
*/
export const laneOf = (path: string): Lane =>
	/^\/providers\/microsoft\.resourcegraph\//iv.test(path) ? 'Resource Graph' : (/^\/subscriptions\/[^\/]+/iv.exec(path)?.[0].toLowerCase() ?? 'Resource Manager');

export type Pacer = {
	/**
	Waits until the lane is open again. Rejects with a throttled `SourceError` where that is longer than allowed.
	*/
	readonly enter: (lane: Lane, signal: AbortSignal | undefined, onWait: OnWait | undefined) => Promise<void>;
	/**
	Reads from an answer how much is left of the quota.
	*/
	readonly note: (lane: Lane, header: HeaderOf) => void;
	/**
	Closes the lane until a time, milliseconds since 1970.
	*/
	readonly close: (lane: Lane, until: number, reason: string) => void;
};

/**
Slows requests down before a service refuses them, and keeps all of a lane waiting after it has.

@param longestWait Milliseconds that a request waits at most.
*/
export const createPacer = (longestWait: number): Pacer => {
	const closed = new Map<Lane, {readonly until: number; readonly reason: string}>();

	const close = (lane: Lane, until: number, reason: string): void => {
		if (until > (closed.get(lane)?.until ?? 0)) {
			closed.set(lane, {until, reason});
		}
	};

	return {
		close,
		async enter(lane, signal, onWait) {
			for (let wait = closed.get(lane); wait !== undefined; wait = closed.get(lane)) {
				const left = wait.until - Date.now();
				if (left > longestWait) {
					throw new SourceError({
						cause: 'throttled', reason: wait.reason, remedy: undefined, retryAt: wait.until,
					});
				}

				if (left > 0) {
					onWait?.(wait);
					// eslint-disable-next-line no-await-in-loop
					await sleep(left, signal);
				}

				if (closed.get(lane) === wait) {
					closed.delete(lane);
				}
			}
		},
		note(lane, header) {
			const left = Number(header('x-ms-user-quota-remaining') ?? NaN);
			const resets = quotaResetsAfter(header);
			if (resets !== undefined && left <= graphReserve) {
				close(lane, Date.now() + resets, 'Resource Graph\'s quota is used up; it begins anew then.');
			}

			if (managerHeaders.some(name => Number(header(name) ?? NaN) < managerReserve)) {
				close(lane, Date.now() + 1000, 'Few reads are left of Resource Manager\'s quota.');
			}
		},
	};
};

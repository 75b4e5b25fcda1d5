import type {SourceErrorDetail} from '../model/source-error.js';

const firstRetry = 5000;

const longestRetry = 300_000;

/**
A service that asks for more (or a broken clock) does not silence a source for the rest of the day.
*/
const longestWish = 3_600_000;

/**
Timers beyond 31 bits fire at once.
*/
const longestTimer = 2_147_483_647;

/**
What no waiting heals within seconds: asked again at the usual pace only.
*/
const slowCauses: ReadonlySet<SourceErrorDetail['cause']> = new Set(['denied', 'sign-in', 'not-found']);

export const clampDelay = (delay: number): number => Math.min(Math.max(1, Math.ceil(delay)), longestTimer);

/**
How long to wait after a poll that failed: growing from 5 seconds up to the interval (at most 5 minutes), and never
less than the service asked for.

`failures` counts the polls that failed in a row, this one included; `interval` is the usual time between two polls, in milliseconds.

@returns Milliseconds.
*/
export const retryDelay = (failures: number, error: SourceErrorDetail, interval: number, now: number): number => {
	const cap = Math.min(interval, longestRetry);
	const grown = slowCauses.has(error.cause) ? cap : Math.min(firstRetry * (2 ** Math.min(failures - 1, 20)), cap);
	const wish = error.retryAt === undefined ? 0 : Math.min(error.retryAt - now, longestWish);
	return clampDelay(Math.max(grown, wish));
};

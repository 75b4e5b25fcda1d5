import {notifyManager, QueryObserver, type QueryClient} from '@tanstack/query-core';
import type {SourceErrorDetail} from '../model/source-error.js';
import {toErrorDetail} from './error-detail.js';
import {clampDelay, retryDelay} from './retry-delay.js';

export type PollState<T> = {
	readonly data: T | undefined;
	/**
	When `data` was read, milliseconds since 1970.
	*/
	readonly readAt: number | undefined;
	/**
	When the next poll starts by itself; absent while one is under way, paused or stopped.
	*/
	readonly nextAt: number | undefined;
	readonly isReading: boolean;
	/**
	`data` is older than it should ever become.
	*/
	readonly isStale: boolean;
	/**
	Why the last poll failed; absent once one succeeds.
	*/
	readonly error: SourceErrorDetail | undefined;
	/**
	The error itself, for who can make more of it.
	*/
	readonly thrown: unknown;
};

export type Poller<T> = {
	readonly getState: () => PollState<T>;
	readonly isStarted: () => boolean;
	/**
	Begins to poll, at once.
	*/
	readonly start: () => void;
	/**
	Polls now; joins the poll that is under way, or with `isAnew` puts a new one in its place.
	*/
	readonly poll: (options?: {isAnew?: boolean}) => void;
	/**
	Stops the timer (a poll under way goes on) or takes it up where it stood; what is overdue is polled at once.
	*/
	readonly setPaused: (isPaused: boolean) => void;
	/**
	Cancels what is under way. No `onChange` follows.
	*/
	readonly stop: () => void;
};

export type PollerOptions<T> = {
	readonly client: QueryClient;
	readonly key: readonly string[];
	/**
	In words, for errors.
	*/
	readonly label: string;
	/**
	`onPartial` takes what is known while the rest is being read; it is absent when there is something better to show.
	*/
	readonly read: (signal: AbortSignal, onPartial: ((partial: T) => void) | undefined) => Promise<T>;
	/**
	False while there is something better to show than a part.

	@default always
	*/
	readonly takesPartial?: () => boolean;
	/**
	Gives the old value, or one with old parts, where the new one says the same.
	*/
	readonly reuse?: (previous: T, next: T) => T;
	/**
	An answer with holes that waiting may fill is asked again sooner.
	*/
	readonly isPartial?: (data: T) => boolean;
	readonly interval: number;
	/**
	Milliseconds to rest after a poll that succeeded.

	@default the interval
	*/
	readonly rest?: () => number;
	readonly staleAfter: number;
	readonly isPaused: boolean;
	readonly now: () => number;
	/**
	After each change of state, once for each batch of changes.
	*/
	readonly onChange: () => void;
};

type Reading<T> = {readonly value: T; readonly readAt: number};

const shortestRest = 1000;

const holes: SourceErrorDetail = {
	cause: 'unreachable', reason: '', remedy: undefined, retryAt: undefined,
};

/**
One thing that is polled: a TanStack query with one observer. The interval runs from the end of a poll, so polls of one
thing never overlap; after a failure it is the retry delay instead.
*/
export const createPoller = <T>(options: PollerOptions<T>): Poller<T> => {
	const {client, label, interval, now} = options;
	let {isPaused} = options;
	let unsubscribe: (() => void) | undefined;
	let failures = 0;
	let delay = clampDelay(interval);
	let dueAt: number | undefined;
	// Kept here until a poll succeeds: the query forgets its error as soon as it is read again without having data.
	let failure: {readonly thrown: unknown; readonly detail: SourceErrorDetail} | undefined;

	// What stands in the query is a part of the first reading.
	let isPart = false;

	const plan = (milliseconds: number): void => {
		delay = milliseconds;
		dueAt = now() + milliseconds;
	};

	const succeed = (value: T): void => {
		failure = undefined;
		failures = options.isPartial?.(value) ? failures + 1 : 0;
		plan(failures === 0 ? clampDelay(options.rest?.() ?? interval) : retryDelay(failures, holes, interval, now()));
	};

	const fail = (thrown: unknown): void => {
		failure = {thrown, detail: toErrorDetail(thrown, label)};
		failures++;
		plan(retryDelay(failures, failure.detail, interval, now()));
	};

	const read = async ({signal}: {signal: AbortSignal}): Promise<Reading<T>> => {
		try {
			const takesPartial = (client.getQueryData(options.key) === undefined || isPart) && options.takesPartial?.() !== false;
			const takePartial = (partial: T): void => {
				if (signal.aborted || options.takesPartial?.() === false) {
					return;
				}

				isPart = true;
				client.setQueryData<Reading<T>>(options.key, {value: partial, readAt: now()});
			};

			const value = await options.read(signal, takesPartial ? takePartial : undefined);
			isPart = false;
			// What was cancelled has been replaced already and may not set the pace.
			signal.throwIfAborted();
			const previous = client.getQueryData<Reading<T>>(options.key)?.value;
			const kept = previous === undefined || options.reuse === undefined ? value : options.reuse(previous, value);
			succeed(kept);
			return {value: kept, readAt: now()};
		} catch (error) {
			if (!signal.aborted) {
				fail(error);
			}

			throw error;
		}
	};

	const observerOptions = () => ({
		queryKey: options.key,
		queryFn: read,
		staleTime: options.staleAfter,
		refetchInterval: (): number | false => (isPaused ? false : delay),
	});

	const observer = new QueryObserver<Reading<T>>(client, observerOptions());

	const onChange = notifyManager.batchCalls(() => {
		if (unsubscribe) {
			options.onChange();
		}
	});

	return {
		getState() {
			const {data, isFetching, isStale} = observer.getCurrentResult();
			return {
				data: data?.value,
				readAt: data?.readAt,
				nextAt: isPaused || isFetching || !unsubscribe ? undefined : dueAt,
				isReading: isFetching,
				isStale: data !== undefined && isStale,
				error: failure?.detail,
				thrown: failure?.thrown,
			};
		},
		isStarted: () => unsubscribe !== undefined,
		start() {
			if (unsubscribe) {
				return;
			}

			unsubscribe = observer.subscribe(onChange);
			void observer.refetch({cancelRefetch: false});
		},
		poll({isAnew = false} = {}) {
			if (!unsubscribe) {
				return;
			}

			if (isAnew) {
				// Without data, `cancelRefetch` would join the reading that is under way.
				void observer.getCurrentQuery().cancel({silent: true});
			}

			void observer.refetch({cancelRefetch: isAnew});
		},
		setPaused(isPausedNow) {
			if (isPaused === isPausedNow) {
				return;
			}

			isPaused = isPausedNow;
			const left = dueAt === undefined ? interval : dueAt - now();
			// A short rest is not waited for: as an interval it would tick while a slow poll is under way.
			const isOverdue = left <= Math.min(shortestRest, interval / 2);
			if (!isPaused) {
				delay = clampDelay(isOverdue ? interval : left);
			}

			observer.setOptions(observerOptions());
			if (!isPaused && isOverdue) {
				this.poll();
			}

			onChange();
		},
		stop() {
			const end = unsubscribe;
			unsubscribe = undefined;
			end?.();
		},
	};
};

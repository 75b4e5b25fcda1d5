/**
One piece of work that several callers wait for; it is ended when the last one has gone, unless it is to go on alone.
*/
export type SharedAttempt<T> = {
	/**
	Nobody waited any more, so it was cancelled: whoever comes now needs a new one.
	*/
	readonly isCancelled: () => boolean;
	readonly join: (signal: AbortSignal | undefined) => Promise<T>;
};

/**
Begins the work at once.

@param work Takes the signal that ends it.
@param end Ends it in any case.
@param staysAlone True where a person acts in between: then only the work itself ends it.
*/
export const shareAttempt = <T>(work: (signal: AbortSignal) => Promise<T>, end: AbortSignal, staysAlone: () => boolean): SharedAttempt<T> => {
	const controller = new AbortController();
	const result = work(AbortSignal.any([controller.signal, end]));
	// A caller that has gone must not leave an unhandled rejection behind.
	result.catch(() => undefined);
	let waiting = 0;
	return {
		isCancelled: () => controller.signal.aborted,
		async join(signal) {
			waiting++;
			try {
				return await unlessAborted(result, signal === undefined ? end : AbortSignal.any([signal, end]));
			} finally {
				waiting--;
				if (waiting === 0 && !staysAlone()) {
					controller.abort();
				}
			}
		},
	};
};

const unlessAborted = async <T>(result: Promise<T>, signal: AbortSignal): Promise<T> => {
	const {promise, reject} = Promise.withResolvers<never>();
	const onAbort = (): void => {
		reject(new DOMException('The sign-in was cancelled.', 'AbortError'));
	};

	if (signal.aborted) {
		onAbort();
	}

	signal.addEventListener('abort', onAbort, {once: true});
	try {
		return await Promise.race([result, promise]);
	} finally {
		signal.removeEventListener('abort', onAbort);
	}
};

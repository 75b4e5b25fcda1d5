import type {Coverage, Subscription} from '../model/subscription.js';
import {SourceError} from '../model/source-error.js';

/**
Whether Resource Graph is the way to a subscription; one that it was found to leave out is read by list calls.
*/
export const isInGraph = ({coverage}: Subscription): boolean => coverage.state === 'answered' || coverage.state === 'waiting';

export const answered: Coverage = {state: 'answered'};

/**
What became of a subscription whose list calls failed. Only what a person has to grant is denied; all else may heal.
*/
export const coverageOf = (error: SourceError): Coverage =>
	({state: error.detail.cause === 'denied' ? 'denied' : 'failed', reason: error.detail.reason});

/**
What became of each subscription that was asked for.
*/
export type CoverageBook = {
	readonly note: (subscriptionId: string, coverage: Coverage) => void;
	readonly fail: (subscriptionId: string, error: SourceError) => void;
	/**
	The map to hand on. Throws the first error where no subscription could be read at all: there is nothing to give.
	*/
	readonly close: () => ReadonlyMap<string, Coverage>;
};

export const createCoverageBook = (): CoverageBook => {
	const coverage = new Map<string, Coverage>();
	let firstError: SourceError | undefined;
	return {
		note(subscriptionId, entry) {
			coverage.set(subscriptionId, entry);
		},
		fail(subscriptionId, error) {
			firstError ??= error;
			coverage.set(subscriptionId, coverageOf(error));
		},
		close() {
			const isNothingRead = coverage.values().every(({state}) => state === 'denied' || state === 'failed');
			if (firstError && isNothingRead) {
				throw firstError;
			}

			return coverage;
		},
	};
};

/**
A failure of one subscription is noted and the others go on; what says that nobody is signed in ends the whole reading.
*/
export const isOfOneSubscription = (error: unknown): error is SourceError => error instanceof SourceError && error.detail.cause !== 'sign-in';

import type {ReachAttempt, ReachWay} from '../model/inside.js';
import {SourceError, unknownCauses, type SourceErrorDetail} from '../model/source-error.js';
import {KubeconfigError} from './kubeconfig.js';
import type {KubernetesReader} from './kubernetes-reader.js';

/**
What became of trying one way.
*/
export type Tried =
	| {readonly isReached: true; readonly way: ReachWay; readonly server: string; readonly reader: KubernetesReader}
	| {readonly isReached: false; readonly attempts: readonly ReachAttempt[]; readonly server?: string | undefined};

export const notReached = (...attempts: readonly ReachAttempt[]): Tried => ({isReached: false, attempts});

/**
A way that was not gone, because nobody has asked for it or it is not there.
*/
export const notAsked = (way: ReachWay, reason: string, remedy: string | undefined): ReachAttempt => ({
	way, cause: 'not-asked', reason, remedy,
});

const fromDetail = (way: ReachWay, {cause, reason, remedy}: SourceErrorDetail): ReachAttempt => ({
	way, cause: unknownCauses[cause], reason, remedy,
});

/**
A way that failed. Rejects on what is no reason for a person: the signal's own, or a mistake in the program.
*/
export const failed = (way: ReachWay, error: unknown, signal: AbortSignal): ReachAttempt => {
	signal.throwIfAborted();
	if (error instanceof SourceError) {
		return fromDetail(way, error.detail);
	}

	if (error instanceof KubeconfigError) {
		return {
			way, cause: 'malformed', reason: error.message, remedy: error.remedy,
		};
	}

	throw error;
};

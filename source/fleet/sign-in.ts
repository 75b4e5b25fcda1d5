import type {SignInState} from '../model/sign-in.js';
import {signInAttempts} from './error-detail.js';
import type {PollStates} from './polls.js';
import {sourceNames} from './sources.js';

export type SignInWatch = {
	/**
	The credential asks a person for a device code, or (`none`) no longer does.
	*/
	readonly ask: (state: SignInState) => void;
	/**
	Where signing in stands, by what the sources met since.
	*/
	readonly look: (states: PollStates) => SignInState;
};

const none: SignInState = {state: 'none'};

/**
Tells whether signing in needs a person or has failed. A device code is shown until a source is read or signing in
fails anew; a failure until a source is read.
*/
export const createSignInWatch = (now: () => number): SignInWatch => {
	let asked: SignInState = none;
	let askedAt = 0;
	let thrownBefore: unknown;
	let failed: SignInState = none;
	let failedAt = 0;
	return {
		ask(state) {
			asked = state;
			askedAt = now();
		},
		look(states) {
			for (const name of sourceNames) {
				const {thrown, readAt} = states[name];
				const attempts = signInAttempts(thrown);
				if (attempts && thrown !== thrownBefore) {
					thrownBefore = thrown;
					failed = {state: 'failed', attempts};
					failedAt = now();
					asked = none;
				}

				if (readAt !== undefined && readAt >= askedAt) {
					asked = none;
				}

				if (readAt !== undefined && readAt > failedAt) {
					failed = none;
				}
			}

			return asked.state === 'none' ? failed : asked;
		},
	};
};

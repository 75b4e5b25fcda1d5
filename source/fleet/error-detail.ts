import type {Unknown} from '../model/known.js';
import type {SignInAttempt} from '../model/sign-in.js';
import {SourceError, unknownCauses, type SourceErrorDetail} from '../model/source-error.js';
import {sanitize} from '../terminal/sanitize.js';

/**
How deep an error may be wrapped; a chain that refers to itself ends here too.
*/
const deepestCause = 6;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const causes = function * (error: unknown): Generator<Readonly<Record<string, unknown>>> {
	let current = error;
	for (let depth = 0; isObject(current) && depth < deepestCause; depth++) {
		yield current;
		current = current.cause;
	}
};

/**
What was tried to sign in, where an error says so (`SignInError` or one wrapped in another); absent otherwise.
*/
export const signInAttempts = (error: unknown): readonly SignInAttempt[] | undefined => {
	for (const one of causes(error)) {
		if (Array.isArray(one.attempts)) {
			return one.attempts as readonly SignInAttempt[];
		}
	}

	return undefined;
};

const messageOf = (error: unknown): string => {
	const text = error instanceof Error ? error.message : (typeof error === 'string' ? error : '');
	return sanitize(text).trim();
};

/**
Puts any error into words: a `SourceError` brings its own, a sign-in error the count of what was tried, and everything
else becomes a sentence that names the source. Never throws.

`what` is the source in words, e.g. `Clusters`.
*/
export const toErrorDetail = (error: unknown, what: string): SourceErrorDetail => {
	for (const one of causes(error)) {
		if (one instanceof SourceError) {
			return one.detail;
		}
	}

	const message = messageOf(error);
	const attempts = signInAttempts(error);
	if (attempts) {
		return {
			cause: 'sign-in',
			reason: message === '' ? 'Nobody is signed in.' : message,
			remedy: attempts.find(({remedy}) => remedy !== '')?.remedy,
			retryAt: undefined,
		};
	}

	return {
		cause: 'unreachable',
		reason: message === '' ? `${what} could not be read.` : `${what} could not be read: ${message}`,
		remedy: undefined,
		retryAt: undefined,
	};
};

/**
The fact that could not be read, with the way out behind the reason.
*/
export const toUnknown = ({cause, reason, remedy}: SourceErrorDetail): Unknown => ({
	unknown: unknownCauses[cause],
	reason: remedy === undefined ? reason : `${reason} ${remedy}`,
});

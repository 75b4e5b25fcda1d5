import {unknown, type Unknown} from '../../model/known.js';
import {SourceError, unknownCauses} from '../../model/source-error.js';

/**
The fact that could not be read for this error; what is no error of one question (abort, sign-in) is thrown on.
*/
export const unknownOf = (error: unknown): Unknown => {
	if (!(error instanceof SourceError) || error.detail.cause === 'sign-in') {
		throw error;
	}

	const {cause, reason, remedy} = error.detail;
	return unknown(unknownCauses[cause], remedy === undefined ? reason : `${reason} ${remedy}`);
};

/**
Whether another candidate may be asked the same: this one is not there any more.
*/
export const isGone = (error: unknown): boolean => error instanceof SourceError && error.detail.cause === 'not-found';

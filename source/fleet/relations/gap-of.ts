import {unknown, type Unknown} from '../../model/known.js';
import type {Coverage} from '../../model/subscription.js';

/**
Why nothing is known of a subscription; absent where it answered.
*/
export const gapOf = (coverage: Coverage | undefined): Unknown | undefined => {
	switch (coverage?.state) {
		case 'denied': {
			return unknown('denied', coverage.reason);
		}

		case 'failed': {
			return unknown('unreachable', coverage.reason);
		}

		case undefined:
		case 'waiting':
		case 'answered':
		case 'listed': {
			return undefined;
		}
	}
};

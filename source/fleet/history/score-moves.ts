import type {ScoreMove} from './change.js';
import type {Rows} from './span.js';

/**
Why a score is another than it was; absent where it is not, or where either is not known. The same object as `previous` where
it says the same.
*/
export const scoreMove = (previous: ScoreMove | undefined, {from, to, rows, at}: {
	readonly from: number | undefined;
	readonly to: number | undefined;
	readonly rows: Rows;
	/**
	Milliseconds since 1970.
	*/
	readonly at: number;
}): ScoreMove | undefined => {
	if (from === undefined || to === undefined || from === to) {
		return undefined;
	}

	const isSame = previous?.from === from && previous.to === to && previous.why === rows.counts && previous.newlyPassed === rows.newlyPassed;
	return isSame
		? previous
		: {
			from, to, why: rows.counts, newlyPassed: rows.newlyPassed, at,
		};
};

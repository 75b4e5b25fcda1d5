import type {DecisionIndex} from './create-index.js';
import type {Decide, Decision} from './decision.js';

/**
Makes the function that the judge asks. Of several decisions about one check the one that holds longest counts; one whose
last day lies before `today` (`2026-08-24`, UTC) does not.
*/
export const createDecide = (index: DecisionIndex, today: string): Decide => (resource, checkId) => {
	let longest: Decision | undefined;
	for (const decision of index.about(resource)) {
		// ISO days are in order as texts.
		if (decision.until >= today && decision.until > (longest?.until ?? '') && decision.checks.includes(checkId)) {
			longest = decision;
		}
	}

	return longest?.acceptance;
};

import type {Resource} from '../../model/resource.js';
import type {Verdict} from '../../posture/check.js';

/**
A failure that a command may mend.
*/
export type Fixable = {
	readonly resource: Resource;
	readonly verdict: Verdict;
};

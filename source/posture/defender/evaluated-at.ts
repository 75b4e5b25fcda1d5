import type {Finding} from '../../model/finding.js';
import {valueOf} from '../../model/known.js';

const timeOf = (fact: Finding['since']): number | undefined => {
	const time = Date.parse(valueOf(fact) ?? '');
	return Number.isNaN(time) ? undefined : time;
};

/**
The newest moment at which Defender is known to have evaluated a finding, milliseconds since 1970. An assessment tells when its
status changed and when it was first evaluated, and nothing of later looks with the same result: it is a lower bound.
Source: Microsoft.Security assessments 2025-05-04, `status.statusChangeDate` and `status.firstEvaluationDate`.
*/
export const evaluatedAt = ({since, firstEvaluated}: Pick<Finding, 'firstEvaluated' | 'since'>): number | undefined => {
	const changed = timeOf(since);
	const first = timeOf(firstEvaluated);
	return changed === undefined || first === undefined ? changed ?? first : Math.max(changed, first);
};

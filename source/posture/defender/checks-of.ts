import type {Finding} from '../../model/finding.js';
import type {Check} from '../check.js';
import {checks} from '../checks/index.js';

const byRecommendation = new Map<string, Check[]>();
for (const check of checks) {
	for (const key of check.references.defender ?? []) {
		const same = byRecommendation.get(key.toLowerCase()) ?? [];
		same.push(check);
		byRecommendation.set(key.toLowerCase(), same);
	}
}

const none: readonly Check[] = [];

/**
The checks that say the same as a finding's recommendation, by the key of the assessment and never by its display name; none for an alert.
*/
export const checksOf = ({source, assessmentKey}: Pick<Finding, 'assessmentKey' | 'source'>): readonly Check[] =>
	(source === 'assessment' ? byRecommendation.get(assessmentKey) : undefined) ?? none;

import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Resource} from '../../source/model/resource.js';
import {standingOf} from '../../source/posture/standing.js';
import type {Fixable} from '../../source/report/fix-script/fixable.js';
import type {Judgement} from '../judgements/judgement.js';

const isJudgement = (row: Resource): row is Judgement => 'verdict' in row && 'resource' in row;

/**
What a marked row asks to mend: a verdict itself, a resource all that fails on it.
*/
export const fixablesOf = (row: Resource, snapshot: Snapshot): readonly Fixable[] => {
	if (isJudgement(row)) {
		return [{resource: row.resource, verdict: row.verdict}];
	}

	const verdicts = snapshot.posture.byKey.get(row.key)?.verdicts ?? [];
	return verdicts.filter(verdict => standingOf(verdict) === 'fail').map(verdict => ({resource: row, verdict}));
};

import type {Resource} from '../../../source/model/resource.js';
import {severityRank} from '../../../source/model/severity.js';
import type {Check, Verdict} from '../../../source/posture/check.js';
import {standingOf} from '../../../source/posture/standing.js';
import {severityMark, type Line} from '../../theme.js';
import type {PickItem} from '../tab.js';
import {explanationOf} from './explanation.js';

/**
What Defender says of the same as a verdict.
*/
export type DefenderSays = (verdict: Verdict) => readonly Line[];

const order = {
	fail: 0, unknown: 1, accepted: 2, pass: 3, 'not-applicable': 4,
} as const;

const titleOf = (check: Check, verdict: Verdict): Line => {
	const {severity} = verdict;
	switch (standingOf(verdict)) {
		case 'fail': {
			return [{text: `${severityMark(severity)} `, tone: severity, bold: true}, {text: check.title}];
		}

		case 'unknown': {
			return [{text: `${severityMark('unknown')} `, tone: 'unknown', bold: true}, {text: check.title}];
		}

		case 'accepted': {
			return [{text: `${severityMark(severity)} `, tone: 'dim'}, {text: `accepted: ${check.title}`, tone: 'dim'}];
		}

		case 'pass': {
			return [{text: '  + ', tone: 'good'}, {text: check.title, tone: 'dim'}];
		}

		case 'not-applicable': {
			return [{text: '  - ', tone: 'dim'}, {text: check.title, tone: 'dim'}];
		}
	}
};

const worstFirst = (a: Verdict, b: Verdict): number => {
	const difference = order[standingOf(a)] - order[standingOf(b)];
	return difference === 0 ? severityRank(a.severity) - severityRank(b.severity) : difference;
};

const itemOf = (verdict: Verdict, resource: Resource, checks: ReadonlyMap<string, Check>, says: DefenderSays): PickItem | undefined => {
	const check = checks.get(verdict.checkId);
	if (!check) {
		// A verdict of another version (the kept file of the last run) may name a check that is gone.
		return undefined;
	}

	// The verdict was made for this resource by this check, so their kinds agree.
	const fix = verdict.outcome.status === 'fail' ? check.fix(resource as never) : undefined;
	return {
		key: check.id, title: titleOf(check, verdict), explanation: explanationOf(check, verdict, fix, says(verdict)), fix: fix?.command, fixable: fix && {resource, verdict},
	};
};

/**
The verdicts of a resource as a list: failures worst first, then what is unknown, what is accepted, then what passes or does not apply.
*/
export const checkItems = (verdicts: readonly Verdict[], resource: Resource, checks: ReadonlyMap<string, Check>, says: DefenderSays = () => []): readonly PickItem[] =>
	verdicts
		.toSorted(worstFirst)
		.map(verdict => itemOf(verdict, resource, checks, says))
		.filter(item => item !== undefined);

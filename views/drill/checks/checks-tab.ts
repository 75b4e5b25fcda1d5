import type {Resource} from '../../../source/model/resource.js';
import {severityRank} from '../../../source/model/severity.js';
import type {Check, Verdict} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {severityLetter, type Line} from '../../theme.js';
import type {PickItem, Tab, TabContext} from '../tab.js';
import {explanationOf} from './explanation.js';

const order = {
	fail: 0, unknown: 1, pass: 2, 'not-applicable': 3,
} as const;

const titleOf = (check: Check, {outcome, severity}: Verdict): Line => {
	switch (outcome.status) {
		case 'fail': {
			return [{text: `${severityLetter[severity]} `, tone: severity, bold: true}, {text: check.title}];
		}

		case 'unknown': {
			return [{text: `${severityLetter.unknown} `, tone: 'unknown', bold: true}, {text: check.title}];
		}

		case 'pass': {
			return [{text: '+ ', tone: 'good'}, {text: check.title, tone: 'dim'}];
		}

		case 'not-applicable': {
			return [{text: '- ', tone: 'dim'}, {text: check.title, tone: 'dim'}];
		}
	}
};

const worstFirst = (a: Verdict, b: Verdict): number => {
	const difference = order[a.outcome.status] - order[b.outcome.status];
	return difference === 0 ? severityRank(a.severity) - severityRank(b.severity) : difference;
};

const verdictsOf = ({resource, snapshot}: TabContext<Resource>): readonly Verdict[] => snapshot.posture.byKey.get(resource.key)?.verdicts ?? [];

const itemOf = (verdict: Verdict, resource: Resource): PickItem | undefined => {
	const check = checkById.get(verdict.checkId);
	if (!check) {
		// A verdict of another version (the kept file of the last run) may name a check that is gone.
		return undefined;
	}

	// The verdict was made for this resource by this check, so their kinds agree.
	const fix = verdict.outcome.status === 'fail' ? check.fix(resource) : undefined;
	return {
		key: check.id, title: titleOf(check, verdict), explanation: explanationOf(check, verdict, fix), fix: fix?.command,
	};
};

/**
What all checks say of a resource: failures first, worst first, then what is unknown, then what passes or does not apply.
*/
export const checksTab = <R extends Resource>(): Tab<R> => ({
	id: 'checks',
	title: 'Checks',
	type: 'pick',
	count: context => verdictsOf(context).filter(({outcome}) => outcome.status === 'fail').length,
	items: context => verdictsOf(context)
		.toSorted(worstFirst)
		.map(verdict => itemOf(verdict, context.resource))
		.filter(item => item !== undefined),
	empty: () => 'Not judged yet: the facts of this resource are still being read.',
});

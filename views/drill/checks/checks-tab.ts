import {isUnknown} from '../../../source/model/known.js';
import type {Resource} from '../../../source/model/resource.js';
import type {Verdict} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {standingOf} from '../../../source/posture/standing.js';
import type {Tab, TabContext} from '../tab.js';
import {checkItems} from './check-items.js';
import {defenderLines} from './defender-lines.js';

const verdictsOf = ({resource, snapshot}: TabContext<Resource>): readonly Verdict[] => snapshot.posture.byKey.get(resource.key)?.verdicts ?? [];

/**
What all checks say of a resource, with evidence, reason and fix beside the selected one.
*/
export const checksTab = <R extends Resource>(): Tab<R> => ({
	id: 'posture',
	title: 'Posture',
	type: 'pick',
	count: context => verdictsOf(context).filter(verdict => standingOf(verdict) === 'fail').length,
	items(context) {
		const {resource, snapshot, detail} = context;
		const own = detail.findings === undefined || isUnknown(detail.findings) ? [] : detail.findings;
		return checkItems(verdictsOf(context), resource, checkById, verdict => defenderLines(resource.key, verdict, snapshot.defender, own));
	},
	empty: () => 'Not judged yet: the facts of this resource are still being read.',
});

import type {Resource} from '../../../source/model/resource.js';
import type {Verdict} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {standingOf} from '../../../source/posture/standing.js';
import type {Tab, TabContext} from '../tab.js';
import {checkItems} from './check-items.js';

const verdictsOf = ({resource, snapshot}: TabContext<Resource>): readonly Verdict[] => snapshot.posture.byKey.get(resource.key)?.verdicts ?? [];

/**
What all checks say of a resource, with evidence, reason and fix beside the selected one.
*/
export const checksTab = <R extends Resource>(): Tab<R> => ({
	id: 'posture',
	title: 'Posture',
	type: 'pick',
	count: context => verdictsOf(context).filter(verdict => standingOf(verdict) === 'fail').length,
	items: context => checkItems(verdictsOf(context), context.resource, checkById),
	empty: () => 'Not judged yet: the facts of this resource are still being read.',
});

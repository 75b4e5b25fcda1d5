import type {RoleHolder} from '../../../source/model/role-holder.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {AccessView} from '../../../source/posture/access/access-view.js';
import type {HeldRole} from '../../../source/posture/access/principal-rights.js';
import {relativeAge} from '../../parts/text/relative-age.js';
import type {Line} from '../../theme.js';
import {levelWords} from '../access/access-words.js';
import type {PickItem, Tab} from '../tab.js';

const known = (fact: Fact<string | undefined>, absent: string): Line => (isUnknown(fact) ? [{text: 'unknown', tone: 'unknown'}, {text: `: ${fact.reason}`}] : [{text: fact ?? absent}]);

const row = (label: string, value: Line): Line => [{text: label.padEnd(14), tone: 'dim'}, ...value];

const endOf = ({assignment}: HeldRole, now: number): Line => {
	if (!('endsAt' in assignment)) {
		return [];
	}

	const {endsAt} = assignment;
	return isUnknown(endsAt) ? known(endsAt, '') : [{text: endsAt === undefined ? 'without an end' : `ends in ${relativeAge(endsAt - now)}`}];
};

const explain = (held: HeldRole, view: AccessView, now: number): readonly Line[] => {
	const {assignment, role, level, isStanding, group} = held;
	const {scope, condition, changedAt, key} = assignment;
	return [
		[{text: role, bold: true}],
		row('Right', [{text: levelWords[level].word, tone: levelWords[level].tone}, {text: `: ${levelWords[level].means}`, tone: 'dim'}]),
		row('At', typeof scope === 'string' ? [{text: view.placeOf(scope)}] : known(scope, 'not reported')),
		row('Scope', known(scope, 'not reported')),
		row('How', isStanding ? [{text: 'standing'}] : [{text: 'eligible, '}, ...endOf(held, now)]),
		...(group === undefined ? [] : [row('By group', [{text: view.nameOf(group)}])]),
		row('Condition', known(condition, 'none')),
		row('Changed', [{text: changedAt === undefined ? 'not reported' : `${relativeAge(now - changedAt)} ago`}]),
		row('Id', [{text: key, tone: 'dim'}]),
	];
};

const itemOf = (held: HeldRole, index: number, view: AccessView, now: number): PickItem => {
	const {assignment: {key, scope}, role, level, isStanding} = held;
	return {
		key: `${index} ${key}`,
		title: [{text: role, tone: levelWords[level].tone}, {text: ` at ${typeof scope === 'string' ? view.placeOf(scope) : 'a scope that could not be read'}`}, ...(isStanding ? [] : [{text: ' (eligible)', tone: 'dim'} as const])],
		get explanation() {
			return explain(held, view, now);
		},
	};
};

const noResources: readonly never[] = [];

/**
The roles that somebody holds or may take on, its groups' too.
*/
export const roles: Tab<RoleHolder> = {
	id: 'roles',
	title: 'Roles',
	type: 'pick',
	count: ({resource}) => resource.held + resource.eligible,
	items({resource, snapshot: {access}, now}) {
		return (access?.rightsOf(resource.id, noResources).roles ?? []).map((held, index) => itemOf(held, index, access!, now));
	},
	empty: () => 'None was read.',
};

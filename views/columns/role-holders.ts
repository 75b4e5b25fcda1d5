import {isUnknown} from '../../source/model/known.js';
import type {RoleHolder} from '../../source/model/role-holder.js';
import {levelRank} from '../../source/posture/access/level-rank.js';
import {kindWords, levelWords, widthWords} from '../drill/access/access-words.js';
import {relativeAge} from '../parts/text/relative-age.js';
import type {Cell, CellContext, Column} from './column.js';
import {unknownCell} from './fact-cell.js';

const placeOf = ({scope}: RoleHolder, {snapshot: {access}}: CellContext): string => (scope === '' ? 'unknown' : access?.placeOf(scope) ?? scope);

const guest = ({isGuest, principalKind}: RoleHolder): Cell => {
	if (principalKind !== 'user') {
		return {text: '-', tone: 'dim'};
	}

	if (isGuest === undefined || isUnknown(isGuest)) {
		return unknownCell;
	}

	return isGuest ? {text: 'guest', tone: 'medium'} : {text: 'no', tone: 'dim'};
};

const how = ({isStanding, eligible, viaGroup, isEnabled}: RoleHolder): string => [
	isStanding ? 'standing' : 'eligible',
	...(isStanding && eligible > 0 ? [`eligible for ${eligible}`] : []),
	...(viaGroup === undefined ? [] : [`by ${viaGroup}`]),
	...(isEnabled === false ? ['disabled'] : []),
].join(', ');

/**
Somebody who holds roles in a table: the widest right, and how far it reaches.
*/
export const roleHolderColumns: ReadonlyArray<Column<RoleHolder>> = [
	{
		id: 'name', aliases: ['who', 'principal'], title: 'WHO', minWidth: 16, width: 28, grows: true, priority: 0, cell: ({name, nameGap}) => ({text: name, ...(nameGap !== undefined && {tone: 'dim'})}), filterBy: ({name, id}) => `${name} ${id}`,
	},
	{
		id: 'kind', title: 'KIND', minWidth: 9, width: 17, priority: 2, cell: ({principalKind}) => ({text: kindWords[principalKind].word, tone: kindWords[principalKind].tone}),
	},
	{
		id: 'right',
		aliases: ['rights', 'level', 'widest'],
		title: 'WIDEST RIGHT',
		minWidth: 13,
		width: 13,
		priority: 0,
		cell: ({level}) => ({text: levelWords[level].word, tone: levelWords[level].tone}),
		sortBy: ({rank}) => rank,
	},
	{
		id: 'scope', aliases: ['at'], title: 'AT', minWidth: 14, width: 30, grows: true, priority: 1, cell: (row, context) => ({text: placeOf(row, context)}), filterBy: (row, context) => `${widthWords[row.width]} ${placeOf(row, context)} ${row.scope}`,
	},
	{
		id: 'role', title: 'ROLE', minWidth: 12, width: 24, priority: 4, cell: ({role}) => ({text: role}),
	},
	{
		id: 'guest', title: 'GUEST', minWidth: 5, width: 6, priority: 5, cell: guest, filterBy: row => (row.isGuest === true ? 'guest yes' : guest(row).text),
	},
	{
		id: 'how', aliases: ['standing', 'eligible'], title: 'HOW', minWidth: 8, width: 14, priority: 3, cell: row => ({text: how(row), tone: row.isStanding ? 'plain' : 'dim'}),
	},
	{
		id: 'changed',
		title: 'CHANGED',
		minWidth: 7,
		width: 8,
		priority: 6,
		cell: ({changedAt}, {now}) => ({text: changedAt === undefined ? '-' : relativeAge(now - changedAt), tone: 'dim'}),
		sortBy: ({changedAt}) => changedAt,
	},
	{
		id: 'roles', aliases: ['held'], title: 'ROLES', align: 'right', minWidth: 5, width: 6, priority: 7, cell: ({held, eligible}) => ({text: String(held + eligible), tone: 'dim'}), sortBy: ({held, eligible}) => held + eligible,
	},
];

export const roleHolderSort = {column: 'right', isDescending: true} as const;

/**
What an audit would ask about: deleted, disabled or of another organisation and still there, or more than reading over a whole
subscription.
*/
export const isDoubtful = ({principalKind, isGuest, isEnabled, level, width}: RoleHolder): boolean =>
	principalKind === 'deleted'
	|| isEnabled === false
	|| level === 'unknown'
	|| (isGuest === true && levelRank(level) > levelRank('pulls'))
	|| (levelRank(level) >= levelRank('changes') && ['root', 'management-group', 'subscription', 'unknown'].includes(width));

import type {RecommendationState} from '../../source/posture/groups/recommendations.js';
import type {Column} from '../columns/column.js';
import {containerGroupColumns} from '../columns/container-groups.js';
import type {BoardRow, GroupStanding} from './board-row.js';
import {recommendationWords, stateWords} from './words.js';

const wholeNumber = (text: string): number | undefined => (/^\d+$/v.test(text) ? Number(text) : undefined);

const countColumn = (state: RecommendationState, title: string, priority: number): Column<BoardRow> => {
	const of = ({groups}: BoardRow): number => groups[state].length;
	return {
		id: state,
		title,
		align: 'right',
		minWidth: title.length + 1,
		width: title.length + 1,
		priority,
		cell: row => (of(row) === 0 ? {text: '-', tone: 'dim'} : {text: String(of(row)), tone: stateWords[state].tone}),
		sortBy: of,
		measure: {of, parse: wholeNumber, example: 'a whole number'},
	};
};

/**
A recommendation and for how many groups it is met, not met, unknown.
*/
export const boardColumns: ReadonlyArray<Column<BoardRow>> = [
	{
		id: 'recommendation', aliases: ['name', 'title'], title: 'RECOMMENDATION', minWidth: 30, width: 52, grows: true, priority: 0, cell: ({name}) => ({text: name}),
	},
	countColumn('not-met', 'NOT MET', 0),
	countColumn('unknown', 'UNKNOWN', 1),
	countColumn('met', 'MET', 2),
	{
		id: 'asks', title: 'ASKS FOR', minWidth: 30, width: 60, priority: 4, cell: ({recommendation}) => ({text: recommendationWords[recommendation].asks, tone: 'dim'}),
	},
];

export const boardSort = {column: 'not-met', isDescending: true} as const;

const weights: Readonly<Record<RecommendationState, number>> = {'not-met': 2, unknown: 1, met: 0};

/**
A group of one recommendation, and how that stands for it.
*/
export const standingColumns: ReadonlyArray<Column<GroupStanding>> = [
	containerGroupColumns[0] as Column<GroupStanding>,
	{
		id: 'standing', aliases: ['met'], title: 'STANDS', minWidth: 8, width: 9, priority: 0, cell: ({state}) => ({text: stateWords[state].word, tone: stateWords[state].tone}), sortBy: ({state}) => weights[state],
	},
	...containerGroupColumns.slice(1) as ReadonlyArray<Column<GroupStanding>>,
];

export const standingSort = {column: 'standing', isDescending: true} as const;

import type {Standing} from '../../source/posture/standing.js';
import type {Column} from '../columns/column.js';
import {kindColumn} from '../judgements/kind-column.js';
import {severityColumn} from '../judgements/severity-column.js';
import type {Tone} from '../theme.js';
import type {CheckRow} from './check-row.js';

const countColumn = (standing: Standing, id: string, title: string, priority: number, tone: (row: CheckRow) => Tone): Column<CheckRow> => ({
	id,
	title,
	align: 'right',
	// One cell more, for the sign of the sort.
	minWidth: title.length + 1,
	width: title.length + 1,
	priority,
	cell(row) {
		const count = row.tally[standing];
		return {text: String(count), tone: count === 0 ? 'dim' : tone(row)};
	},
	// The most stand first, also where a sort is not turned.
	sortBy: ({tally}) => -tally[standing],
	measure: {
		of: ({tally}) => tally[standing],
		parse: text => (/^\d+$/v.test(text) ? Number(text) : undefined),
		example: 'a whole number',
	},
});

/**
A check and on how many resources it fails, is unknown, was accepted, passes, has no meaning.
*/
export const checkColumns: ReadonlyArray<Column<CheckRow>> = [
	severityColumn<CheckRow>(({check}) => check.severity),
	{
		id: 'check',
		aliases: ['title', 'name'],
		title: 'CHECK',
		minWidth: 24,
		width: 50,
		grows: true,
		priority: 0,
		cell: ({check}) => ({text: check.title}),
		filterBy: ({check}) => `${check.id} ${check.title}`,
	},
	countColumn('fail', 'fails', 'FAIL', 0, ({check}) => check.severity),
	countColumn('unknown', 'unknown', 'UNKNOWN', 1, () => 'unknown'),
	countColumn('pass', 'passes', 'PASS', 2, () => 'good'),
	countColumn('accepted', 'accepted', 'ACCEPTED', 3, () => 'plain'),
	countColumn('not-applicable', 'na', 'N/A', 5, () => 'plain'),
	kindColumn,
	{
		id: 'id', title: 'ID', minWidth: 20, width: 34, priority: 8, cell: ({check}) => ({text: check.id, tone: 'dim'}),
	},
];

export const checkSort = {column: 'fails', isDescending: false} as const;

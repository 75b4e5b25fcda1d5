import {benefits, type Benefit} from '../../source/posture/coverage/coverage.js';
import type {Column} from '../columns/column.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from '../columns/place-columns.js';
import {rankOf, type CoverageRow} from './rows.js';
import {benefitWords, coveredWords} from './words.js';

const kindColumn: Column<CoverageRow> = {
	id: 'kind', title: 'KIND', minWidth: 8, width: 9, priority: 2, cell: ({kind}) => ({text: kind === 'cluster' ? 'cluster' : 'registry', tone: 'dim'}),
};

const nameColumn: Column<CoverageRow> = {
	id: 'name', aliases: ['cluster', 'registry'], title: 'NAME', minWidth: 16, width: 28, grows: true, priority: 0, cell: ({name}) => ({text: name}),
};

const benefitColumn = (benefit: Benefit): Column<CoverageRow> => ({
	id: benefit.toLowerCase(),
	title: benefitWords[benefit].column,
	minWidth: 9,
	width: 11,
	priority: 0,
	cell({coverage}) {
		const {word, tone} = coveredWords[coverage[benefit].state];
		return {text: word, tone};
	},
	sortBy: ({coverage}) => rankOf(coverage[benefit]),
	filterBy: ({coverage}) => (coverage[benefit].state === 'unknown' ? 'unknown' : coveredWords[coverage[benefit].state].word),
});

const worst = ({coverage}: CoverageRow): number => benefits.reduce((sum, benefit) => (sum * 10) + rankOf(coverage[benefit]), 0);

/**
The matrix: clusters and registries by what Defender for Containers does.
*/
export const matrixColumns: ReadonlyArray<Column<CoverageRow>> = [
	{...nameColumn, sortBy: undefined},
	...benefits.map(benefit => benefitColumn(benefit)),
	{
		id: 'gaps', title: 'GAPS', align: 'right', minWidth: 5, width: 5, priority: 1, cell: row => ({text: String(benefits.filter(benefit => ['not-covered', 'partly'].includes(row.coverage[benefit].state)).length)}), sortBy: worst,
	},
	kindColumn,
	regionColumn,
	resourceGroupColumn,
	subscriptionColumn,
];

export const matrixSort = {column: 'gaps', isDescending: true} as const;

/**
One benefit: what is covered, what is not, why, and how to turn it on.
*/
export const benefitColumns = (benefit: Benefit): ReadonlyArray<Column<CoverageRow>> => [
	nameColumn,
	benefitColumn(benefit),
	{
		id: 'why', title: 'WHY', minWidth: 24, width: 60, grows: true, priority: 1, cell: ({coverage}) => ({text: coverage[benefit].because}),
	},
	{
		id: 'how', title: 'HOW TO TURN IT ON', minWidth: 30, width: 60, priority: 4, cell: ({coverage}) => ({text: coverage[benefit].how ?? '-', tone: 'dim'}),
	},
	kindColumn,
	subscriptionColumn,
];

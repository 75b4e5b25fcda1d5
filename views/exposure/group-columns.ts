import type {Reachability} from '../../source/model/exposure.js';
import type {ServiceGroup} from '../../source/posture/exposure/group-services.js';
import type {Column} from '../columns/column.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from '../columns/place-columns.js';
import type {GroupRow} from './group-rows.js';
import {reachOrder, reachWords} from './reach-words.js';

const wholeNumber = (text: string): number | undefined => (/^\d+$/v.test(text) ? Number(text) : undefined);

const numberColumn = (column: Pick<Column<GroupRow>, 'id' | 'title' | 'priority' | 'aliases'>, of: (row: GroupRow) => number, tone: NonNullable<ReturnType<Column<GroupRow>['cell']>['tone']>): Column<GroupRow> => ({
	...column,
	align: 'right',
	minWidth: column.title.length,
	width: column.title.length + 1,
	cell: row => (of(row) === 0 ? {text: '-', tone: 'dim'} : {text: String(of(row)), tone}),
	sortBy: of,
	measure: {of, parse: wholeNumber, example: 'a whole number'},
});

const countOf = (who: Reachability) => ({group}: GroupRow): number => group.counts.get(who) ?? 0;

/**
The wider, the higher; of two that are as wide, the one with more such Services.
*/
const rankOf = (row: GroupRow): number => reachOrder.length - reachOrder.indexOf(row.widest) + Math.min(0.999999, countOf(row.widest)(row) / 1_000_000);

const whoColumn: Column<GroupRow> = {
	id: 'who', aliases: ['reach'], title: 'WHO CAN REACH', minWidth: 13, width: 16, priority: 0, cell: ({widest}) => ({text: reachWords[widest].word, tone: reachWords[widest].tone}), sortBy: rankOf,
};

const servicesColumn = numberColumn({
	id: 'count', aliases: ['services'], title: 'SERVICES', priority: 0,
}, ({group}) => group.services.length, 'accent');

const troublesColumn = numberColumn({id: 'troubles', title: 'TROUBLES', priority: 2}, ({group}) => group.troubled, 'medium');

/**
Groups of Services: by who reaches them, or by cluster with the widest of each. A count opens what it counts.
*/
export const groupColumns: Readonly<Record<ServiceGroup['by'], ReadonlyArray<Column<GroupRow>>>> = {
	who: [
		{...whoColumn, grows: true},
		servicesColumn,
		numberColumn({id: 'clusters', title: 'CLUSTERS', priority: 1}, ({group}) => group.clusterCount, 'plain'),
		troublesColumn,
	],
	cluster: [
		{
			id: 'cluster', aliases: ['name'], title: 'CLUSTER', minWidth: 20, width: 32, grows: true, priority: 0, cell: ({title}) => ({text: title}),
		},
		{...whoColumn, priority: 1},
		servicesColumn,
		...(['internet', 'unknown', 'ranges'] as const).map(who => numberColumn({id: reachWords[who].word, title: reachWords[who].word.toUpperCase(), priority: 2}, countOf(who), reachWords[who].tone)),
		troublesColumn,
		regionColumn,
		subscriptionColumn,
		resourceGroupColumn,
	],
};

/**
The widest first.
*/
export const groupSort = {column: 'who', isDescending: true} as const;

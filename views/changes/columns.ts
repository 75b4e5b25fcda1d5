import {severityRank} from '../../source/model/severity.js';
import {changeKinds, type ChangeKind} from '../../source/fleet/history/change.js';
import {checkById} from '../../source/posture/checks/index.js';
import type {Column} from '../columns/column.js';
import {regionColumn, subscriptionColumn} from '../columns/place-columns.js';
import {relativeAge} from '../parts/text/relative-age.js';
import {severityColumn} from '../judgements/severity-column.js';
import type {ChangeRow} from './change-row.js';
import {changeWords} from './change-words.js';

const wholes: Readonly<Partial<Record<ChangeKind, string>>> = {
	appeared: 'the resource appeared', gone: 'the resource is gone', unreadable: 'the resource can no longer be read', 'readable-again': 'the resource can be read again',
};

const checkWords = ({change: {checkId, change}}: ChangeRow): string =>
	checkId === undefined ? wholes[change] ?? '' : checkById.get(checkId)?.title ?? checkId;

/**
What changed: how, how bad, where, which check, when.
*/
export const changeColumns: ReadonlyArray<Column<ChangeRow>> = [
	{
		id: 'change',
		title: 'CHANGE',
		minWidth: 12,
		width: 16,
		priority: 0,
		cell({change: {change}}) {
			const {glyph, word, tone} = changeWords[change];
			return {text: `${glyph} ${word}`, tone};
		},
		sortBy: ({change: {change, severity}}) => (changeKinds.indexOf(change) * 10) + severityRank(severity),
		filterBy: ({change: {change}}) => `${change} ${changeWords[change].word}`,
	},
	severityColumn<ChangeRow>(({change: {severity}}) => severity),
	{
		id: 'name', title: 'RESOURCE', minWidth: 14, width: 28, priority: 0, cell: ({change: {name}}) => ({text: name}),
	},
	{
		id: 'check',
		title: 'CHECK',
		minWidth: 20,
		width: 44,
		grows: true,
		priority: 0,
		cell: row => ({text: checkWords(row), ...(row.change.checkId === undefined && {tone: 'dim'})}),
		filterBy: row => `${row.change.checkId ?? ''} ${checkWords(row)}`,
	},
	{
		id: 'when', aliases: ['age'], title: 'WHEN', minWidth: 8, width: 10, priority: 2, cell: ({change: {at}}, {now}) => ({text: relativeAge(Math.max(0, now - at)), tone: 'dim'}), sortBy: ({change: {at}}) => -at,
	},
	{...regionColumn, priority: 6},
	{...subscriptionColumn, priority: 5},
];

export const changeSort = {column: 'change', isDescending: false} as const;

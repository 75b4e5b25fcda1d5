import {longName} from '../../source/model/long-name.js';
import {checkById} from '../../source/posture/checks/index.js';
import {standingOf, type Standing} from '../../source/posture/standing.js';
import {proofOf} from '../../source/posture/worklist/entry.js';
import {newsColumn} from '../changes/news-column.js';
import type {Column} from '../columns/column.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from '../columns/place-columns.js';
import type {Tone} from '../theme.js';
import type {Judgement} from './judgement.js';
import {kindColumn} from './kind-column.js';
import {severityColumn} from './severity-column.js';

const severity = severityColumn<Judgement>(({verdict}) => verdict.severity, ({verdict}) => verdict.outcome.status === 'unknown');

const name: Column<Judgement> = {
	id: 'name', aliases: ['resource'], title: 'RESOURCE', minWidth: 14, width: 28, priority: 0, cell: ({resource}) => ({text: longName(resource)}),
};

const proof: Column<Judgement> = {
	id: 'proof', aliases: ['evidence', 'reason'], title: 'PROOF', minWidth: 20, width: 44, grows: true, priority: 3, cell: ({verdict}) => ({text: proofOf(verdict), tone: 'dim'}),
};

const places: ReadonlyArray<Column<Judgement>> = [
	kindColumn,
	{...regionColumn, priority: 6},
	{...subscriptionColumn, priority: 5},
	{...resourceGroupColumn, priority: 9},
];

/**
What stands behind a number of the header: severity, what is wrong, with which resource, and the property that proves it.
*/
export const judgementColumns: ReadonlyArray<Column<Judgement>> = [
	severity,
	newsColumn,
	name,
	{
		id: 'check',
		title: 'CHECK',
		minWidth: 20,
		width: 44,
		grows: true,
		priority: 0,
		cell: ({verdict}) => ({text: checkById.get(verdict.checkId)?.title ?? verdict.checkId}),
		filterBy: ({verdict}) => `${verdict.checkId} ${checkById.get(verdict.checkId)?.title ?? ''}`,
	},
	proof,
	...places,
];

export const judgementSort = {column: 'name', isDescending: false} as const;

const standings: Readonly<Record<Standing, {readonly word: string; readonly tone: Tone; readonly order: number}>> = {
	fail: {word: 'fails', tone: 'high', order: 0},
	unknown: {word: 'unknown', tone: 'unknown', order: 1},
	accepted: {word: 'accepted', tone: 'dim', order: 2},
	pass: {word: 'passes', tone: 'good', order: 3},
	'not-applicable': {word: 'not applicable', tone: 'dim', order: 4},
};

/**
One check on every resource: failures first.
*/
export const checkJudgementColumns: ReadonlyArray<Column<Judgement>> = [
	{
		id: 'standing',
		aliases: ['status', 'outcome'],
		title: 'STANDING',
		minWidth: 8,
		width: 14,
		priority: 0,
		cell({verdict}) {
			const {word, tone} = standings[standingOf(verdict)];
			return {text: word, tone};
		},
		sortBy: ({verdict}) => standings[standingOf(verdict)].order,
		filterBy: ({verdict}) => standings[standingOf(verdict)].word,
	},
	severity,
	name,
	proof,
	...places,
];

export const checkJudgementSort = {column: 'standing', isDescending: false} as const;

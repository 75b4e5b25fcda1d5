import type {Exposure} from '../../source/posture/worklist/exposure.js';
import type {WorklistEntry} from '../../source/posture/worklist/entry.js';
import {ownerOf, type WorklistGroup} from '../../source/posture/worklist/groups.js';
import {severityRank} from '../../source/model/severity.js';
import type {Column} from '../columns/column.js';
import {newsColumn} from '../changes/news-column.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from '../columns/place-columns.js';
import {kindColumn, kindName} from '../judgements/kind-column.js';
import {severityColumn} from '../judgements/severity-column.js';
import type {Tone} from '../theme.js';

const exposures: Readonly<Record<Exposure['state'], {readonly word: string; readonly tone: Tone}>> = {
	open: {word: 'internet', tone: 'high'},
	unknown: {word: 'unknown', tone: 'unknown'},
	limited: {word: 'limited', tone: 'low'},
	closed: {word: 'closed', tone: 'good'},
	none: {word: '-', tone: 'dim'},
};

/**
Why a line ranks where it does, behind the properties that prove what is wrong.
*/
const reasonOf = ({proof, exposure, reach}: WorklistEntry): string => {
	const reachable = exposure.because === undefined ? '' : `; reach by network: ${exposure.because.path} = ${exposure.because.value}`;
	return `${proof}${reachable}; ${reach.words}`;
};

const rankColumn: Column<{readonly rank: number}> = {
	id: 'rank',
	title: 'RANK',
	align: 'right',
	minWidth: 5,
	width: 6,
	priority: 2,
	// The highest stands first, also where a sort is not turned.
	cell: ({rank}) => ({text: rank.toFixed(1)}),
	sortBy: ({rank}) => -rank,
	measure: {
		of: ({rank}) => rank,
		parse: text => (/^\d+(?:\.\d+)?$/v.test(text) ? Number(text) : undefined),
		example: 'a number',
	},
};

const sourceNames: Readonly<Record<WorklistEntry['source'], string>> = {
	check: 'check', finding: 'Defender', decision: 'decision', exemption: 'Azure',
};

/**
A line of the worklist: how urgent, what is wrong, with which resource, who can reach it, what hangs on it, the proof.
*/
export const entryColumns: ReadonlyArray<Column<WorklistEntry>> = [
	rankColumn,
	severityColumn<WorklistEntry>(({severity}) => severity),
	newsColumn,
	{
		id: 'what',
		aliases: ['check', 'title', 'finding'],
		title: 'WHAT',
		minWidth: 30,
		width: 44,
		grows: true,
		priority: 0,
		cell: ({title}) => ({text: title}),
		filterBy: ({title, topic}) => `${topic} ${title}`,
	},
	{
		id: 'name', aliases: ['resource'], title: 'RESOURCE', minWidth: 22, width: 30, priority: 0, cell: ({resourceName}) => ({text: resourceName}),
	},
	{
		id: 'exposure',
		aliases: ['exposed'],
		title: 'EXPOSED',
		minWidth: 8,
		width: 8,
		priority: 3,
		cell: ({exposure}) => ({text: exposures[exposure.state].word, tone: exposures[exposure.state].tone}),
	},
	{
		id: 'reach',
		title: 'REACH',
		minWidth: 10,
		width: 20,
		priority: 6,
		cell: ({reach}) => ({text: reach.words, ...((reach.things === undefined) && {tone: 'unknown'})}),
		sortBy: ({reach}) => reach.things === undefined ? undefined : -reach.things,
		measure: {
			of: ({reach}) => reach.things,
			parse: text => (/^\d+$/v.test(text) ? Number(text) : undefined),
			example: 'a whole number',
		},
	},
	{
		id: 'proof', aliases: ['evidence', 'reason'], title: 'PROOF', minWidth: 20, width: 44, grows: true, priority: 4, cell: entry => ({text: entry.proof, tone: 'dim'}), filterBy: reasonOf,
	},
	{
		id: 'source', title: 'SOURCE', minWidth: 8, width: 8, priority: 7, cell: ({source}) => ({text: sourceNames[source]}),
	},
	{
		id: 'owner', aliases: ['team'], title: 'OWNER', minWidth: 8, width: 14, priority: 8, cell: entry => ({text: ownerOf(entry) ?? ''}),
	},
	{...kindColumn, priority: 9, cell: ({source, kind}) => ({text: source === 'decision' || source === 'exemption' ? source : kindName(kind)})},
	{...subscriptionColumn, priority: 10},
	{...regionColumn, priority: 11},
	{...resourceGroupColumn, priority: 12},
];

export const entrySort = {column: 'rank', isDescending: false} as const;

/**
A group of the worklist: how urgent its worst line is, how many lines, the worst severity, who answers for it.
*/
export const groupColumns = (by: WorklistGroup['by']): ReadonlyArray<Column<WorklistGroup>> => [
	rankColumn,
	{
		id: 'count', title: 'COUNT', align: 'right', minWidth: 5, width: 6, priority: 0, cell: ({count}) => ({text: String(count), tone: 'accent'}), sortBy: ({count}) => -count,
	},
	{...severityColumn<WorklistGroup>(({severity}) => severity), title: 'S', sortBy: ({severity}) => severityRank(severity)},
	{
		id: 'what', aliases: ['check', 'name', 'resource', 'title'], title: by === 'check' ? 'WHAT' : 'RESOURCE', minWidth: 24, width: 44, grows: true, priority: 0, cell: ({title}) => ({text: title}), filterBy: ({title, group}) => `${title} ${group}`,
	},
	{
		id: 'exposed', title: 'EXPOSED', align: 'right', minWidth: 7, width: 7, priority: 2, cell: ({exposed}) => (exposed === 0 ? {text: '-', tone: 'dim'} : {text: String(exposed), tone: 'high'}), sortBy: ({exposed}) => -exposed,
	},
	{
		id: 'owner', aliases: ['team'], title: 'OWNER', minWidth: 8, width: 18, priority: 3, cell: ({owner}) => ({text: owner ?? '-', tone: owner === undefined ? 'dim' : 'plain'}),
	},
	{...kindColumn, priority: 5},
	...(by === 'resource' ? [{...subscriptionColumn, priority: 6}, {...regionColumn, priority: 7}] : []),
];

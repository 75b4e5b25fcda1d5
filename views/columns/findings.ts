import type {Finding} from '../../source/model/finding.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {relativeAge} from '../parts/text/relative-age.js';
import {severityLetter, type Tone} from '../theme.js';
import type {Cell, Column} from './column.js';
import {isFindingOpen} from './finding-open.js';
import {plainCell, unknownCell} from './fact-cell.js';
import {parseDuration, parseSeverity, severityWeight} from './measures.js';
import {resourceGroupColumn, subscriptionColumn} from './place-columns.js';

const severity = (finding: Finding): Cell => {
	if (finding.severityUnknown) {
		return {text: severityLetter.unknown, tone: 'unknown', glyph: 'hollow'};
	}

	const isGrave = finding.severity === 'critical' || finding.severity === 'high';
	return {text: severityLetter[finding.severity], tone: finding.severity, glyph: isGrave ? 'bullet' : 'hollow'};
};

const typeNames: Readonly<Record<string, string>> = {
	managedclusters: 'cluster',
	registries: 'registry',
	containerimage: 'image',
	containerimages: 'image',
	containergroups: 'container group',
	connectedclusters: 'Arc cluster',
	virtualmachines: 'machine',
	subscriptions: 'subscription',
};

const statusTones: Readonly<Partial<Record<Finding['status'], Tone>>> = {
	active: 'high',
	'in-progress': 'accent',
	healthy: 'good',
	resolved: 'good',
	unknown: 'unknown',
};

/**
An exemption is not health: it is said by its cause.
*/
const status = (finding: Finding): Cell => {
	const cause = valueOf(finding.cause);
	return typeof cause === 'string' && cause.toLowerCase() === 'exempt' ? {text: 'exempt', tone: 'dim'} : {text: finding.status, tone: statusTones[finding.status] ?? (isFindingOpen(finding) ? 'plain' : 'dim')};
};

const sinceOf = (finding: Finding): number | undefined => {
	const time = Date.parse(valueOf(finding.since) ?? '');
	return Number.isNaN(time) ? undefined : time;
};

/**
What Defender for Cloud says, worst first.
*/
export const findingColumns: ReadonlyArray<Column<Finding>> = [
	{
		id: 'severity',
		aliases: ['sev'],
		title: 'SEV',
		minWidth: 3,
		width: 4,
		priority: 0,
		cell: severity,
		sortBy: finding => (finding.severityUnknown ? undefined : severityWeight(finding.severity)),
		filterBy: finding => (finding.severityUnknown ? 'unknown' : finding.severity),
		measure: {
			of: finding => (finding.severityUnknown ? undefined : severityWeight(finding.severity)),
			parse: parseSeverity,
			example: 'critical, high, medium, low or info',
		},
	},
	{
		id: 'finding', aliases: ['title', 'name'], title: 'FINDING', minWidth: 24, width: 40, grows: true, priority: 0, cell: finding => plainCell(finding.title),
	},
	{
		id: 'resource', aliases: ['on'], title: 'RESOURCE', minWidth: 12, width: 18, priority: 1, cell: finding => plainCell(finding.resourceName),
	},
	{
		id: 'since',
		aliases: ['age'],
		title: 'SINCE',
		align: 'right',
		minWidth: 6,
		width: 6,
		priority: 3,
		cell(finding, {now}) {
			const time = sinceOf(finding);
			if (time === undefined) {
				return isUnknown(finding.since) ? unknownCell : {text: '-', tone: 'dim'};
			}

			return {text: relativeAge(now - time)};
		},
		sortBy(finding) {
			const time = sinceOf(finding);
			return time === undefined ? undefined : -time;
		},
		measure: {
			of(finding, {now}) {
				const time = sinceOf(finding);
				return time === undefined ? undefined : now - time;
			},
			parse: parseDuration,
			example: '7d, 12h or 30min',
		},
	},
	{
		id: 'type', title: 'TYPE', minWidth: 9, width: 12, priority: 4, cell: finding => plainCell(typeNames[finding.resourceType] ?? finding.resourceType),
	},
	{
		id: 'status', title: 'STATUS', minWidth: 9, width: 14, priority: 5, cell: status,
	},
	{
		id: 'source', title: 'SOURCE', minWidth: 10, width: 10, priority: 8, cell: finding => ({text: finding.source}),
	},
	{...subscriptionColumn, priority: 6},
	{...resourceGroupColumn, priority: 9},
];

/**
Worst first.
*/
export const findingSort = {column: 'severity', isDescending: true} as const;

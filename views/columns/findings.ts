import type {Finding} from '../../source/model/finding.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {relativeAge} from '../parts/text/relative-age.js';
import {severityLetter, type Tone} from '../theme.js';
import {isCounted, relationOf, type FindingPlace} from '../../source/posture/defender/defender-view.js';
import {exemptionOf} from '../../source/posture/defender/exemption-of.js';
import type {Standing} from '../../source/posture/standing.js';
import type {Cell, CellContext, Column} from './column.js';
import {isFindingOpen} from './finding-open.js';
import {plainCell, unknownCell} from './fact-cell.js';
import {parseDuration, severityWeight} from './measures.js';
import {severityCell} from './severity-cell.js';
import {severityColumnOf} from './severity-column.js';
import {resourceGroupColumn, subscriptionColumn} from './place-columns.js';

/**
Open in Azure, or closed there, and no more.
*/
const counts = (finding: Finding, {snapshot}: CellContext): boolean => isCounted(snapshot.defender, finding);

const severity = (finding: Finding, context: CellContext): Cell => {
	if (finding.severityUnknown) {
		return severityCell('unknown');
	}

	return counts(finding, context) ? severityCell(finding.severity) : {text: severityLetter[finding.severity], tone: 'dim', glyph: 'hollow'};
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

const placeWords: Readonly<Partial<Record<FindingPlace, Cell>>> = {
	gone: {text: 'gone', tone: 'dim'},
	fixed: {text: 'fixed in Azure', tone: 'good'},
	grouped: {text: 'summed up', tone: 'dim'},
	exempt: {text: 'exempt', tone: 'dim'},
};

const status = (finding: Finding, {snapshot}: CellContext): Cell => {
	const said = placeWords[relationOf(snapshot.defender, finding).place];
	if (said !== undefined) {
		return said;
	}

	// An exemption is not health.
	return exemptionOf(finding) === undefined
		? {text: finding.status, tone: statusTones[finding.status] ?? (isFindingOpen(finding) ? 'plain' : 'dim')}
		: {text: 'exempt', tone: 'dim'};
};

const checkTones: Readonly<Record<Standing, Tone>> = {
	fail: 'plain', unknown: 'unknown', accepted: 'dim', pass: 'good', 'not-applicable': 'dim',
};

/**
The check that says the same of the same resource.
*/
const check = (finding: Finding, {snapshot}: CellContext): Cell => {
	const {verdict} = relationOf(snapshot.defender, finding);
	return verdict === undefined ? {text: '-', tone: 'dim'} : {text: `${verdict.standing} ${verdict.checkId}`, tone: checkTones[verdict.standing]};
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
		...severityColumnOf<Finding>(finding => (finding.severityUnknown ? undefined : finding.severity)),
		cell: severity,
		// What counts nowhere stands below all that does.
		sortBy: (finding, context) => (finding.severityUnknown || !counts(finding, context) ? undefined : severityWeight(finding.severity)),
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
		id: 'check', aliases: ['also'], title: 'ALSO CHECK', minWidth: 14, width: 34, priority: 7, cell: check,
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

import {severityRank} from '../../source/model/severity.js';
import type {Verdict} from '../../source/posture/check.js';
import {checkById} from '../../source/posture/checks/index.js';
import type {Column} from '../columns/column.js';
import {regionColumn, subscriptionColumn} from '../columns/place-columns.js';
import {severityLetter} from '../theme.js';
import type {Judgement} from './judgement.js';

const kindNames = {
	cluster: 'cluster', nodePool: 'node pool', registry: 'registry', finding: 'finding', subscription: 'subscription', defenderPlan: 'plan',
} as const;

const proof = ({outcome}: Verdict): string => {
	switch (outcome.status) {
		case 'unknown': {
			return outcome.reason;
		}

		case 'not-applicable': {
			return `${outcome.because.path} = ${outcome.because.value}`;
		}

		case 'pass':
		case 'fail': {
			return outcome.evidence.map(({path, value}) => `${path} = ${value}`).join(', ');
		}
	}
};

/**
What stands behind a number of the header: severity, what is wrong, with which resource, and the property that proves it.
*/
export const judgementColumns: ReadonlyArray<Column<Judgement>> = [
	{
		id: 'severity',
		aliases: ['sev'],
		title: 'S',
		minWidth: 1,
		width: 1,
		priority: 1,
		cell: ({verdict}) => verdict.outcome.status === 'unknown'
			? {text: severityLetter.unknown, tone: 'unknown'}
			: {text: severityLetter[verdict.severity], tone: verdict.severity},
		sortBy: ({verdict}) => severityRank(verdict.severity),
		filterBy: ({verdict}) => verdict.severity,
	},
	{
		id: 'name', title: 'RESOURCE', minWidth: 14, width: 28, priority: 0, cell: ({resource}) => ({text: 'clusterName' in resource ? `${String(resource.clusterName)}/${resource.name}` : resource.name}),
	},
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
	{
		id: 'proof', aliases: ['evidence', 'reason'], title: 'PROOF', minWidth: 20, width: 44, grows: true, priority: 3, cell: ({verdict}) => ({text: proof(verdict), tone: 'dim'}),
	},
	{
		id: 'kind', title: 'KIND', minWidth: 9, width: 9, priority: 4, cell: ({resource}) => ({text: kindNames[resource.kind]}),
	},
	{...regionColumn, priority: 6},
	{...subscriptionColumn, priority: 5},
];

export const judgementSort = {column: 'name', isDescending: false} as const;

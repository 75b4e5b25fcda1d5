import type {ClusterService} from '../../source/model/cluster-service.js';
import type {Exposure} from '../../source/model/exposure.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {policiesOf, policyWords} from '../exposure/policy-words.js';
import {reachRank, reachWords} from '../exposure/reach-words.js';
import {relativeAge} from '../parts/text/relative-age.js';
import type {Cell, CellContext, Column} from './column.js';
import {factCell, notReportedCell, unknownCell} from './fact-cell.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn} from './posture-columns.js';

const exposureOf = ({key}: ClusterService, {snapshot}: CellContext): Exposure | undefined => snapshot.exposures.get(key);

/**
Counts as what cannot be told, until it is worked out.
*/
const notYet = {who: 'unknown', answer: 'unknown', troubles: []} as const;

const who = (service: ClusterService, context: CellContext): Cell => {
	const exposure = exposureOf(service, context);
	if (!exposure) {
		return unknownCell;
	}

	const {tone} = reachWords[exposure.who];
	return {text: exposure.answer, tone};
};

const ports = ({ports: fact}: ClusterService): Cell => {
	if (isUnknown(fact)) {
		return unknownCell;
	}

	return fact.length === 0 ? {text: 'none', tone: 'dim'} : {text: fact.map(({port, protocol}) => (protocol === 'TCP' ? String(port) : `${port}/${protocol}`)).join(' ')};
};

const addresses = ({addresses: fact, externalName}: ClusterService): Cell => {
	const name = valueOf(externalName);
	if (name !== undefined) {
		return {text: name};
	}

	if (isUnknown(fact)) {
		return unknownCell;
	}

	return fact.length === 0 ? {text: '-', tone: 'dim'} : {text: fact.join(' ')};
};

const troubles = (service: ClusterService, context: CellContext): Cell => {
	const exposure = exposureOf(service, context);
	const all = [...exposure?.troubles ?? [], ...exposure?.gaps ?? []];
	return all.length === 0 ? {text: '-', tone: 'dim'} : {text: all.join('; '), tone: (exposure?.troubles.length ?? 0) > 0 ? 'medium' : 'unknown'};
};

/**
A Service in a table: who can reach it, in a plain answer, and why that might be wrong.
*/
export const serviceColumns: ReadonlyArray<Column<ClusterService>> = [
	{
		id: 'service', aliases: ['name'], title: 'SERVICE', minWidth: 20, width: 30, grows: true, priority: 0, cell: ({namespace, name}) => ({text: `${namespace}/${name}`}),
	},
	{
		id: 'who',
		aliases: ['reach', 'reached', 'exposed'],
		title: 'WHO CAN REACH IT',
		minWidth: 16,
		width: 28,
		priority: 0,
		cell: who,
		sortBy(service, context) {
			return reachRank(exposureOf(service, context) ?? notYet);
		},
		filterBy(service, context) {
			const exposure = exposureOf(service, context);
			const {who: reached, answer} = exposure ?? notYet;
			// What else these answers name is not who reaches it: the sums must open exactly what they count.
			return reached === 'alias' || reached === 'unknown' ? reachWords[reached].word : `${reachWords[reached].word} ${answer}`;
		},
	},
	failuresColumn,
	{
		id: 'type', title: 'TYPE', minWidth: 9, width: 12, priority: 2, cell: ({type}) => factCell(type, text => ({text}), notReportedCell),
	},
	{
		id: 'port', aliases: ['ports'], title: 'PORTS', minWidth: 7, width: 12, priority: 3, cell: ports,
	},
	{
		id: 'address', aliases: ['addresses', 'ip'], title: 'ADDRESS', minWidth: 13, width: 18, priority: 4, cell: addresses,
	},
	{
		id: 'cluster', title: 'CLUSTER', minWidth: 12, width: 26, priority: 1, cell: ({clusterName}) => ({text: clusterName}),
	},
	{
		id: 'told', aliases: ['inferred'], title: 'TOLD BY', minWidth: 8, width: 8, priority: 6, cell: ({isInferred}) => (isInferred ? {text: 'inferred', tone: 'unknown'} : {text: 'cluster', tone: 'dim'}),
	},
	{
		id: 'policies', aliases: ['policy'], title: 'POLICIES', minWidth: 12, width: 12, priority: 6, cell: (service, {snapshot}) => factCell(policiesOf(service, snapshot), ingress => ({text: policyWords[ingress].word, tone: policyWords[ingress].tone})),
	},
	{
		id: 'trouble', aliases: ['troubles', 'gaps'], title: 'TROUBLES', minWidth: 10, width: 30, priority: 5, cell: troubles,
	},
	{
		id: 'made',
		title: 'MADE',
		minWidth: 6,
		width: 8,
		priority: 9,
		cell: ({created}, {now}) => ({text: typeof created === 'string' ? relativeAge(now - Date.parse(created)) : '-', tone: 'dim'}),
		sortBy: ({created}) => (typeof created === 'string' ? Date.parse(created) : undefined),
	},
	regionColumn,
	resourceGroupColumn,
	subscriptionColumn,
] as ReadonlyArray<Column<ClusterService>>;

export const serviceSort = {column: 'who', isDescending: true} as const;

import {isUnknown, valueOf} from '../../source/model/known.js';
import type {DefenderPlan} from '../../source/model/defender-plan.js';
import type {JudgedSubscription} from '../../source/model/judged-subscription.js';
import {defenderCost, type DefenderCost} from '../../source/posture/cost/defender-cost.js';
import {planFactOf} from '../coverage/plan-of.js';
import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {Cell, CellContext, Column} from './column.js';
import {unknownCell} from './fact-cell.js';
import {failuresColumn} from './posture-columns.js';

const clustersOf = new WeakMap<Snapshot['clusters'], ReadonlyMap<string, readonly Cluster[]>>();

const none: readonly never[] = [];

const inSubscription = (subscriptionId: string, {clusters}: Snapshot): readonly Cluster[] => {
	let groups = clustersOf.get(clusters);
	if (!groups) {
		groups = Map.groupBy(clusters, cluster => cluster.subscriptionId);
		clustersOf.set(clusters, groups);
	}

	return groups.get(subscriptionId) ?? none;
};

/**
What the plan costs, or would cost, for the clusters of a subscription.
*/
export const costOf = ({subscriptionId}: Pick<JudgedSubscription, 'subscriptionId'>, snapshot: Snapshot): DefenderCost => defenderCost(inSubscription(subscriptionId, snapshot), snapshot.prices.table);

/**
Why the clusters of a subscription are not known; nothing where they are.
*/
export const unreadReason = ({subscriptionId}: Pick<JudgedSubscription, 'subscriptionId'>, {subscriptions}: Snapshot): string | undefined => {
	const coverage = subscriptions.find(({id}) => id === subscriptionId)?.coverage ?? {state: 'waiting'};
	return coverage.state === 'answered' || coverage.state === 'listed' ? undefined : ('reason' in coverage ? coverage.reason : 'its clusters have not been read yet');
};

const planOf = ({subscriptionId}: JudgedSubscription, {snapshot}: CellContext) => planFactOf(snapshot, subscriptionId);

const tierCell = (row: JudgedSubscription, context: CellContext): Cell => {
	const plan = planOf(row, context);
	const tier = isUnknown(plan) ? plan : plan.tier;
	if (tier === undefined || isUnknown(tier)) {
		return unknownCell;
	}

	const trial = valueOf((plan as DefenderPlan).freeTrialRemaining);
	if (tier === 'Standard' && trial !== undefined && /^P(?:\d|T\d)/v.test(trial) && !/^PT?0/v.test(trial)) {
		return {text: 'trial', tone: 'medium'};
	}

	return tier === 'Standard' ? {text: 'on', tone: 'good'} : (tier === 'Free' ? {text: 'off', tone: 'high'} : {text: tier, tone: 'unknown'});
};

const extensionColumn = (name: string, id: string, title: string): Column<JudgedSubscription> => ({
	id,
	title,
	minWidth: title.length,
	width: title.length + 1,
	priority: 3,
	cell(row, context) {
		const plan = planOf(row, context);
		if (isUnknown(plan) || isUnknown(plan.extensions)) {
			return unknownCell;
		}

		if (plan.tier === 'Free') {
			return {text: '-', tone: 'dim'};
		}

		if (plan.extensions === undefined) {
			return unknownCell;
		}

		return plan.extensions[name] === true ? {text: 'on', tone: 'good'} : {text: 'off', tone: 'medium'};
	},
});

const legacyNames = ['kubernetesservice', 'containerregistry'] as const;

const legacy = ({subscriptionId}: JudgedSubscription, {snapshot: {defenderPlans}}: CellContext): Cell => {
	const own = defenderPlans.filter(plan => plan.subscriptionId === subscriptionId && (legacyNames as readonly string[]).includes(plan.name.toLowerCase()));
	if (own.length === 0) {
		return {text: '-', tone: 'dim'};
	}

	const on = own.filter(({tier}) => tier === 'Standard');
	return on.length === 0 ? {text: own.some(({tier}) => isUnknown(tier)) ? '?' : 'off', tone: 'dim'} : {text: `on: ${on.map(({name}) => name).join(', ')}`, tone: 'medium'};
};

const range = (least: number, most: number, show: (value: number) => string): string => (least === most ? show(least) : `${show(least)}–${show(most)}`);

const whole = (value: number): string => String(Math.round(value));

const cores = (row: JudgedSubscription, {snapshot}: CellContext): Cell => {
	if (unreadReason(row, snapshot) !== undefined) {
		return unknownCell;
	}

	const {cores: {least, most, gaps}} = costOf(row, snapshot);
	return {text: `${gaps.length === 0 ? '' : '≥ '}${range(least, most, whole)}`, ...(most === 0 && {tone: 'dim'})};
};

const amount = (row: JudgedSubscription, {snapshot}: CellContext): Cell => {
	const {amount: found, currency, cores: {gaps}} = costOf(row, snapshot);
	if (found === undefined || unreadReason(row, snapshot) !== undefined) {
		return unknownCell;
	}

	return found.most === 0 && gaps.length === 0 ? {text: '-', tone: 'dim'} : {text: `${gaps.length === 0 ? '' : '≥ '}${range(found.least, found.most, whole)} ${currency}`};
};

/**
A subscription in a table: what Defender for Containers does there, and what it costs or would cost.
*/
export const subscriptionColumns: ReadonlyArray<Column<JudgedSubscription>> = [
	{
		id: 'name', aliases: ['subscription'], title: 'SUBSCRIPTION', minWidth: 16, width: 26, grows: true, priority: 0, cell: ({name}) => ({text: name}), filterBy: ({name, subscriptionId}) => `${name} ${subscriptionId}`,
	},
	failuresColumn,
	{
		id: 'plan', aliases: ['defender'], title: 'PLAN', minWidth: 6, width: 7, priority: 0, cell: tierCell,
	},
	{
		id: 'clusters', title: 'CLUSTERS', align: 'right', minWidth: 8, width: 8, priority: 2, cell: (row, {snapshot}) => (unreadReason(row, snapshot) === undefined ? {text: String(costOf(row, snapshot).clusters)} : unknownCell), sortBy: (row, {snapshot}) => costOf(row, snapshot).clusters,
	},
	{
		id: 'vcores', aliases: ['cores'], title: 'VCORES', align: 'right', minWidth: 7, width: 11, priority: 1, cell: cores, sortBy: (row, {snapshot}) => costOf(row, snapshot).cores.now,
	},
	{
		id: 'cost', aliases: ['month', 'price'], title: 'EST. A MONTH', align: 'right', minWidth: 12, width: 16, priority: 1, cell: amount, sortBy: (row, {snapshot}) => costOf(row, snapshot).amount?.now,
	},
	extensionColumn('ContainerRegistriesVulnerabilityAssessments', 'images', 'IMAGES'),
	extensionColumn('AgentlessDiscoveryForKubernetes', 'agentless', 'AGENTLESS'),
	extensionColumn('ContainerSensor', 'sensor', 'SENSOR'),
	{
		id: 'legacy', title: 'OLD PLANS', minWidth: 9, width: 20, priority: 4, cell: legacy,
	},
	{
		id: 'scans', title: 'SCANS INCL.', align: 'right', minWidth: 11, width: 11, priority: 5, cell(row, {snapshot}) {
			const {scans} = costOf(row, snapshot);
			return scans === undefined || unreadReason(row, snapshot) !== undefined ? unknownCell : {text: String(scans)};
		}, sortBy: (row, {snapshot}) => costOf(row, snapshot).scans,
	},
];

export const subscriptionSort = {column: 'cost', isDescending: true} as const;

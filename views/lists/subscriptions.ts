import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {JudgedSubscription} from '../../source/model/judged-subscription.js';
import {defenderCost} from '../../source/posture/cost/defender-cost.js';
import {isWrong} from '../columns/posture-columns.js';
import {subscriptionColumns, subscriptionSort, unreadReason} from '../columns/subscriptions.js';
import type {ListDefinition} from './list.js';

const fleetCost = (snapshot: Snapshot): string => {
	const {clusters, judgedSubscriptions, prices: {table}} = snapshot;
	const {amount, cores, currency} = defenderCost(clusters, table);
	const isWhole = cores.gaps.length === 0 && judgedSubscriptions.every(subscription => unreadReason(subscription, snapshot) === undefined);
	return amount === undefined ? '' : `fleet: ${Math.round(cores.now)} vCores, ${isWhole ? 'about' : 'at least'} ${Math.round(amount.now)} ${currency} a month by prices of ${table.defender!.date}, an estimate`;
};

/**
Subscriptions: what Defender for Containers does in each, and what it costs or would cost.
*/
export const subscriptionsList: ListDefinition<JudgedSubscription> = {
	kind: 'subscription',
	title: 'Subscriptions',
	columns: subscriptionColumns,
	defaultSort: subscriptionSort,
	isWrong,
	empty: () => 'No subscription was read.',
	missing: snapshot => fleetCost(snapshot),
};

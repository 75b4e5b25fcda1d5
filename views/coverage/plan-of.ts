import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {DefenderPlan} from '../../source/model/defender-plan.js';
import {unknown, type Fact} from '../../source/model/known.js';

const plansOf = new WeakMap<Snapshot['defenderPlans'], ReadonlyMap<string, DefenderPlan>>();

const notRead = unknown('not-asked', 'the Defender plans have not been read yet');

const notListed = unknown('not-reported', 'Azure listed no plan Containers for this subscription');

/**
The plan `Containers` of a subscription, or why it is not known.
*/
export const planFactOf = ({defenderPlans, sources}: Pick<Snapshot, 'defenderPlans'> & {readonly sources: Pick<Snapshot['sources'], 'defenderPlans'>}, subscriptionId: string): Fact<DefenderPlan> => {
	let plans = plansOf.get(defenderPlans);
	if (!plans) {
		plans = new Map(defenderPlans.filter(({name}) => name.toLowerCase() === 'containers').map(plan => [plan.subscriptionId, plan]));
		plansOf.set(defenderPlans, plans);
	}

	const {error, readAt} = sources.defenderPlans;
	return plans.get(subscriptionId) ?? (error ? unknown('unreachable', error.reason) : (readAt === undefined ? notRead : notListed));
};

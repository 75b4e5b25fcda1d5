import type {Snapshot} from '../../source/fleet/snapshot.js';
import {createMemo} from '../../source/fleet/relations/memo.js';
import type {DefenderPlan} from '../../source/model/defender-plan.js';
import {unknown, type Fact} from '../../source/model/known.js';

const notRead = unknown('not-asked', 'The Defender plans of its subscription have not been read.');

// Each row asks.
const plansIn = createMemo((plans: Snapshot['defenderPlans']): ReadonlyMap<string, DefenderPlan> =>
	new Map(plans.filter(({name}) => name === 'Containers').map(plan => [plan.subscriptionId, plan])));

/**
The plan Defender for Containers of a subscription.
*/
export const containersPlanOf = ({defenderPlans}: Pick<Snapshot, 'defenderPlans'>, subscriptionId: string): Fact<DefenderPlan> =>
	plansIn(defenderPlans).get(subscriptionId) ?? notRead;

import {isUnknown} from '../../../model/known.js';
import type {DefenderPlan} from '../../../model/defender-plan.js';
import type {JudgedSubscription} from '../../../model/judged-subscription.js';
import type {JudgeContext, Outcome} from '../../check.js';
import {notApplicable, seen, unknownBecause} from '../../outcome.js';
import {planKey} from '../../relations.js';

/**
Where the tier of a plan stands.
*/
export const tierPath = (plan: string): string => `pricings.${plan}.properties.pricingTier`;

export const notRead: Outcome = unknownBecause('the Defender plans of this subscription have not been read');

/**
What a check may say before it looks at plans: a subscription that holds nothing has nothing to protect.
*/
export const withoutHoldings = ({subscriptionId}: JudgedSubscription, context: JudgeContext): Outcome | undefined => {
	const holdings = context.holdings?.get(subscriptionId);
	if (holdings === undefined) {
		return unknownBecause('what this subscription holds has not been read');
	}

	if (isUnknown(holdings)) {
		return unknownBecause(holdings.reason);
	}

	return holdings.clusters + holdings.registries === 0 ? notApplicable(seen('clusters and registries', 'none')) : undefined;
};

/**
A plan of a subscription, why it is not known, or nothing where no such plan was told.
*/
export const planOf = ({subscriptionId}: JudgedSubscription, name: string, context: JudgeContext): DefenderPlan | Outcome | undefined => {
	const plan = context.plans?.get(planKey(subscriptionId, name));
	if (plan === undefined) {
		return undefined;
	}

	if (isUnknown(plan)) {
		return unknownBecause(plan.reason);
	}

	return isUnknown(plan.tier) ? unknownBecause(plan.tier.reason) : plan;
};

export const isOutcome = (plan: DefenderPlan | Outcome): plan is Outcome => 'status' in plan;

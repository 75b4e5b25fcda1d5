import {isUnknown} from '../model/known.js';
import type {Evidence, JudgeContext} from './check.js';
import {seen} from './outcome.js';

export type PlanState =
	| {readonly state: 'on'}
	| {readonly state: 'off'; readonly because: Evidence}
	| {readonly state: 'unknown'; readonly reason: string};

const tierPath = 'pricings/Containers properties.pricingTier';

const on: PlanState = {state: 'on'};

/**
Whether the plan Defender for Containers is on in a subscription. A subscription whose plans were read and have no such
plan is unknown: Azure lists every plan, also those that are off.
*/
export const planState = (subscriptionId: string, {containersPlans}: JudgeContext): PlanState => {
	const plan = containersPlans.get(subscriptionId);
	if (plan === undefined) {
		return {state: 'unknown', reason: 'the Defender plans of this subscription have not been read'};
	}

	if (isUnknown(plan)) {
		return {state: 'unknown', reason: plan.reason};
	}

	const {tier} = plan;
	if (isUnknown(tier)) {
		return {state: 'unknown', reason: tier.reason};
	}

	if (tier === 'Standard') {
		return on;
	}

	return tier === 'Free'
		? {state: 'off', because: seen(tierPath, tier)}
		: {state: 'unknown', reason: `\`${tierPath}\` holds ${tier === undefined ? 'nothing' : `"${tier}"`}`};
};

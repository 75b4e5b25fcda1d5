import type {JudgedSubscription} from '../../../model/judged-subscription.js';
import {isUnknown, unknown} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {
	fail,
	pass,
	seen,
	unknownFact,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';
import {
	isOutcome,
	notRead,
	planOf,
	tierPath,
	withoutHoldings,
} from './plan-of.js';

const path = 'Microsoft.Security/assessments';

const notAsked = unknown('not-asked', 'whether Defender assesses this subscription has not been read yet');

/**
The free plan has no entry of its own among the plans, so that only what it makes tells whether it is on; the paid one,
CloudPosture, holds it.
*/
const judge = (subscription: JudgedSubscription, context: JudgeContext): Outcome => {
	const nothing = withoutHoldings(subscription, context);
	if (nothing) {
		return nothing;
	}

	const assessed = context.assessed?.get(subscription.subscriptionId) ?? notAsked;
	if (isUnknown(assessed)) {
		return unknownFact(assessed);
	}

	if (assessed) {
		return pass(seen(path, 'present'));
	}

	const paid = planOf(subscription, 'CloudPosture', context);
	if (paid !== undefined && !isOutcome(paid) && paid.tier === 'Standard') {
		return pass(seen(tierPath('CloudPosture'), 'Standard'));
	}

	// Resource Graph leaves out in silence what one may not read: that it tells of plans shows that it would tell of assessments.
	const containers = planOf(subscription, 'Containers', context) ?? notRead;
	return isOutcome(containers) ? containers : fail([seen(path, 'none')]);
};

export const foundationalChecks: ReadonlyArray<Check<'subscription'>> = [
	{
		id: 'defender-foundational-cspm-off',
		kind: 'subscription',
		title: 'Defender for Cloud does not assess the subscription',
		severity: 'medium',
		why: 'Without foundational CSPM (free) there are no recommendations: that none is open says nothing. New subscriptions have to opt in from 27 October 2026.',
		decidedBy: `whether there is any assessment (\`securityresources\`, ${path}), where the subscription holds a cluster or registry; \`${tierPath('CloudPosture')}\`, the paid plan, holds the free one`,
		references: {},
		fix: ({subscriptionId}) => ({
			command: `az provider register --subscription ${shellQuote(subscriptionId)} --namespace Microsoft.Security`,
			effect: 'Brings the subscription to Defender for Cloud, free of charge; where it has to opt in, switch foundational CSPM on in its environment settings too. First recommendations come within a day.',
		}),
		judge,
	},
];

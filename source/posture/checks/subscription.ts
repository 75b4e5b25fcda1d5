import {isUnknown} from '../../model/known.js';
import type {DefenderPlan} from '../../model/defender-plan.js';
import type {JudgedSubscription} from '../../model/judged-subscription.js';
import type {Check, JudgeContext, Outcome} from '../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../outcome.js';
import type {Holdings} from '../relations.js';
import {shellQuote} from '../shell-quote.js';
import {activityLogChecks} from './subscription/activity-log.js';
import {foundationalChecks} from './subscription/foundational.js';
import {
	isOutcome,
	notRead,
	planOf,
	tierPath,
	withoutHoldings,
} from './subscription/plan-of.js';

const extensionPath = (name: string): string => `pricings.Containers.properties.extensions[${name}].isEnabled`;

const command = ({subscriptionId}: JudgedSubscription, plan: string, tier: string, more = ''): string =>
	`az security pricing create --subscription ${shellQuote(subscriptionId)} --name ${plan} --tier ${tier}${more}`;

const holdingsWords = ({clusters, registries}: Holdings): string => `holds ${clusters} clusters and ${registries} registries`;

const judgeContainers = (subscription: JudgedSubscription, context: JudgeContext): Outcome => {
	const nothing = withoutHoldings(subscription, context);
	if (nothing) {
		return nothing;
	}

	const plan = planOf(subscription, 'Containers', context) ?? notRead;
	if (isOutcome(plan)) {
		return plan;
	}

	const {tier} = plan;
	if (tier === 'Standard') {
		return pass(seen(tierPath('Containers'), 'Standard'));
	}

	const holdings = context.holdings?.get(subscription.subscriptionId);
	return tier === 'Free'
		? fail([seen(tierPath('Containers'), tier)], {detail: holdings === undefined || isUnknown(holdings) ? undefined : `The subscription ${holdingsWords(holdings)}.`})
		: unfamiliar(tierPath('Containers'), tier as string | undefined);
};

const legacyPlans = ['KubernetesService', 'ContainerRegistry'] as const;

const judgeLegacy = (subscription: JudgedSubscription, context: JudgeContext): Outcome => {
	const all = legacyPlans.map(name => ({name, plan: planOf(subscription, name, context)}));
	const on = all.filter(({plan}) => plan !== undefined && !isOutcome(plan) && plan.tier === 'Standard');
	if (on.length > 0) {
		return fail(on.map(({name}) => seen(tierPath(name), 'Standard')));
	}

	const fault = all.find(({plan}) => plan !== undefined && isOutcome(plan));
	if (fault) {
		return fault.plan as Outcome;
	}

	// Azure lists every plan: without the one that there always is, nothing was read.
	const containers = planOf(subscription, 'Containers', context) ?? notRead;
	if (isOutcome(containers)) {
		return containers;
	}

	const odd = all.find(({plan}) => plan !== undefined && (plan as DefenderPlan).tier !== 'Free');
	return odd ? unfamiliar(tierPath(odd.name), (odd.plan as DefenderPlan).tier as string | undefined) : pass(...all.map(({name, plan}) => seen(tierPath(name), plan && 'Free')));
};

const judgeExtension = (name: string) => (subscription: JudgedSubscription, context: JudgeContext): Outcome => {
	const nothing = withoutHoldings(subscription, context);
	if (nothing) {
		return nothing;
	}

	const plan = planOf(subscription, 'Containers', context) ?? notRead;
	if (isOutcome(plan)) {
		return plan;
	}

	const {tier, extensions} = plan;
	if (tier === 'Free') {
		return notApplicable(seen(tierPath('Containers'), tier));
	}

	if (tier !== 'Standard') {
		return unfamiliar(tierPath('Containers'), tier as string | undefined);
	}

	if (extensions === undefined) {
		return unknownBecause('`pricings.Containers.properties.extensions` is not in the answer');
	}

	if (isUnknown(extensions)) {
		return unknownBecause(extensions.reason);
	}

	const isEnabled = extensions[name];
	return isEnabled === true ? pass(seen(extensionPath(name), true)) : fail([seen(extensionPath(name), isEnabled)]);
};

const extensionCheck = (id: string, name: string, more: Pick<Check<'subscription'>, 'title' | 'severity' | 'why'>): Check<'subscription'> => ({
	id,
	kind: 'subscription',
	...more,
	decidedBy: `\`${extensionPath(name)}\` (Microsoft.Security/pricings 2024-01-01)`,
	references: {azurePolicy: ['efd4031d-b232-4595-babf-ae817348e91b']},
	fix: subscription => ({
		command: command(subscription, 'Containers', 'Standard', ` --extensions name=${name} isEnabled=True`),
		effect: 'Switches the component on for the whole subscription; extensions that are not named keep their state.',
	}),
	judge: judgeExtension(name),
});

/**
What is judged of a subscription. A Defender plan belongs to it, so the catalogue's checks of plans judge it.
*/
export const subscriptionChecks: ReadonlyArray<Check<'subscription'>> = [
	{
		id: 'defender-containers-plan-off',
		kind: 'subscription',
		title: 'Defender for Containers plan is off',
		severity: 'high',
		why: 'Images are not scanned and attacks raise no alert.',
		decidedBy: `\`${tierPath('Containers')}\` (Microsoft.Security/pricings 2024-01-01), where the subscription holds a cluster or registry`,
		references: {
			azurePolicy: ['1c988dd6-ade4-430f-a608-2a3e5b0a6d38', 'efd4031d-b232-4595-babf-ae817348e91b'],
			defender: ['e599a9fe-30e3-47c6-a173-8b4b6d9d3255'],
			mcsb: ['IR-3', 'IR-5', 'LT-1', 'LT-2'],
		},
		fix: subscription => ({
			command: command(subscription, 'Containers', 'Standard'),
			effect: 'Switches the plan on for every cluster and registry of the subscription; it is billed for each vCore of the nodes.',
		}),
		judge: judgeContainers,
	},
	{
		id: 'defender-legacy-plans-on',
		kind: 'subscription',
		title: 'Deprecated Defender plan is still billed',
		severity: 'medium',
		why: 'The old plans protect less than the plan Containers and go on being billed where they are on.',
		decidedBy: '`properties.pricingTier` of the plans KubernetesService and ContainerRegistry (Microsoft.Security/pricings 2024-01-01)',
		references: {azurePolicy: ['c25d9a16-bc35-4e15-a7e5-9db606bf9ed4', '523b5cd1-3e23-492f-a539-13118b6d1e3a']},
		fix: subscription => ({
			command: `${command(subscription, 'Containers', 'Standard')} && ${legacyPlans.map(plan => command(subscription, plan, 'Free')).join(' && ')}`,
			effect: 'Switches the plan Containers on before the old ones go off, so that there is no gap; the old ones cannot be switched on again.',
		}),
		judge: judgeLegacy,
	},
	extensionCheck('defender-ext-registry-va-off', 'ContainerRegistriesVulnerabilityAssessments', {
		title: 'Registry vulnerability assessment is not active',
		severity: 'high',
		why: 'This component scans images that are pushed, imported, recently pulled and running: without it they get no findings.',
	}),
	extensionCheck('defender-ext-agentless-discovery-off', 'AgentlessDiscoveryForKubernetes', {
		title: 'Agentless Kubernetes discovery is off',
		severity: 'medium',
		why: 'Findings on running images and attack paths depend on it.',
	}),
	extensionCheck('defender-ext-sensor-off', 'ContainerSensor', {
		title: 'Sensor provisioning (runtime protection) is off',
		severity: 'medium',
		why: 'Without the sensor Defender sees only the audit logs of the control plane.',
	}),
	...foundationalChecks,
	...activityLogChecks,
];

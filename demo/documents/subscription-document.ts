import type {DemoSubscription} from '../fleet/estate.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

/**
A subscription as `GET /subscriptions` lists it (Microsoft.Resources 2022-12-01).
*/
export const subscriptionDocument = (subscription: DemoSubscription, {tenantId}: DocumentContext): Json => ({
	id: `/subscriptions/${subscription.id}`,
	authorizationSource: 'RoleBased',
	managedByTenants: [],
	tags: {owner: subscription.team},
	subscriptionId: subscription.id,
	tenantId,
	displayName: subscription.name,
	state: subscription.state,
	subscriptionPolicies: {locationPlacementId: 'Public_2014-09-01', quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off'},
});

const extension = (name: string, isEnabled: boolean): Json => ({name, isEnabled: isEnabled ? 'True' : 'False'});

const extensions = (isSensorOn: boolean): readonly Json[] => [
	extension('ContainerRegistriesVulnerabilityAssessments', true),
	extension('AgentlessDiscoveryForKubernetes', true),
	extension('AgentlessVmScanning', true),
	extension('ContainerSensor', isSensorOn),
	extension('ContainerIntegrityContribution', false),
];

/**
Name and properties of the subscription's Defender plans (Microsoft.Security/pricings 2024-01-01); booleans of
extensions are the texts "True" and "False", an old plan is `deprecated` whether it is on or off.
*/
export const defenderPlans = (subscription: DemoSubscription, {base}: DocumentContext): ReadonlyArray<readonly [name: string, properties: Json]> => {
	const isOn = subscription.plans === 'on' || subscription.plans === 'trial';
	const isLegacy = subscription.plans === 'legacy';
	const isTrial = subscription.plans === 'trial';
	const plan = (isEnabled: boolean, given: Json): Json => ({
		pricingTier: isEnabled ? 'Standard' : 'Free',
		freeTrialRemainingTime: isEnabled ? 'PT0S' : 'P30D',
		...(isEnabled && {enablementTime: isoTime(base - days(610))}),
		enforce: 'False',
		resourcesCoverageStatus: isEnabled ? 'FullyCovered' : 'NotCovered',
		...given,
	});
	const old = {deprecated: true, replacedBy: ['Containers']};
	return [
		['CloudPosture', plan(subscription.environment === 'prod' && isOn, {})],
		['Containers', plan(isOn, {
			...(isTrial && {freeTrialRemainingTime: 'P17DT9H40M', enablementTime: isoTime(base - days(12.6))}),
			...(isOn && {extensions: extensions(subscription.environment !== 'dev')}),
		})],
		['KubernetesService', plan(isLegacy, {...(isLegacy && {enablementTime: isoTime(base - days(2190))}), ...old})],
		['ContainerRegistry', plan(isLegacy, {...(isLegacy && {enablementTime: isoTime(base - days(2190))}), ...old})],
	];
};

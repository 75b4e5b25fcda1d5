import type {Cluster} from '../../model/cluster.js';
import type {DefenderPlan} from '../../model/defender-plan.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import {shellQuote} from '../shell-quote.js';

export const benefits = ['hardening', 'vulnerabilities', 'runTime'] as const;

/**
What Defender for Containers does: it looks for weak settings, for vulnerable images, and for attacks under way.
*/
export type Benefit = (typeof benefits)[number];

export type Covered = {
	/**
	`not-meant`: there is nothing of the kind for such a resource.
	*/
	readonly state: 'covered' | 'partly' | 'not-covered' | 'unknown' | 'not-meant';
	/**
	What decides it, or why it is not known.
	*/
	readonly because: string;
	/**
	A command for a POSIX shell that turns it on; absent where nothing is missing or nobody knows what.
	*/
	readonly how: string | undefined;
};

export type Coverage = Readonly<Record<Benefit, Covered>>;

const assessmentExtension = 'ContainerRegistriesVulnerabilityAssessments';
const agentlessExtension = 'AgentlessDiscoveryForKubernetes';
const sensorExtension = 'ContainerSensor';

const say = (state: Covered['state'], because: string, how?: string): Covered => ({state, because, how});

const planCommand = (subscriptionId: string, more = ''): string => `az security pricing create --subscription ${shellQuote(subscriptionId)} --name Containers --tier Standard${more}`;

const extensionCommand = (subscriptionId: string, name: string): string => planCommand(subscriptionId, ` --extensions name=${name} isEnabled=True`);

/**
Whether an extension is on; `undefined` where it is not listed, which is off.
*/
const extension = ({extensions}: DefenderPlan, name: string): Fact<boolean> => {
	if (isUnknown(extensions)) {
		return extensions;
	}

	return extensions === undefined
		? {unknown: 'not-reported', reason: 'the plan tells no extensions'}
		: extensions[name] === true;
};

const everywhere = (covered: Covered): Coverage => ({hardening: covered, vulnerabilities: covered, runTime: covered});

const nothing = say('not-meant', 'a registry runs nothing');

/**
Without the plan nothing is covered, whatever its extensions say.
*/
const withoutPlan = (plan: Fact<DefenderPlan>, subscriptionId: string): Covered | undefined => {
	if (isUnknown(plan)) {
		return say('unknown', plan.reason);
	}

	const {tier} = plan;
	if (isUnknown(tier)) {
		return say('unknown', tier.reason);
	}

	switch (tier) {
		case 'Standard': {
			return undefined;
		}

		case 'Free': {
			return say('not-covered', 'the plan Containers is off', planCommand(subscriptionId));
		}

		default: {
			return say('unknown', `the plan's tier is ${tier ?? 'not told'}, which crowsnest does not know`);
		}
	}
};

const assessment = (plan: DefenderPlan, subscriptionId: string): Covered => {
	const isOn = extension(plan, assessmentExtension);
	if (isUnknown(isOn)) {
		return say('unknown', isOn.reason);
	}

	return isOn ? say('covered', `the extension ${assessmentExtension} is on`) : say('not-covered', `the extension ${assessmentExtension} is off`, extensionCommand(subscriptionId, assessmentExtension));
};

/**
Images that run are matched with what was found in the registry where somebody can see what runs: agentless discovery, or the sensor.
*/
const runningAssessment = (plan: DefenderPlan, {subscriptionId, defenderSensor}: Cluster): Covered => {
	const images = assessment(plan, subscriptionId);
	if (images.state !== 'covered') {
		return images;
	}

	const agentless = extension(plan, agentlessExtension);
	if (agentless === true || defenderSensor === true) {
		return say('covered', agentless === true ? `the extensions ${assessmentExtension} and ${agentlessExtension} are on` : `the extension ${assessmentExtension} is on, and the sensor is on the cluster`);
	}

	const unread = [agentless, defenderSensor].find(fact => isUnknown(fact));
	return isUnknown(unread)
		? say('unknown', unread.reason)
		: say('partly', 'images are scanned in registries; which of them run here nobody sees: agentless discovery is off, and there is no sensor', extensionCommand(subscriptionId, agentlessExtension));
};

const hardening = ({azurePolicy, subscriptionId, resourceGroup, name}: Cluster): Covered => {
	if (isUnknown(azurePolicy)) {
		return say('unknown', azurePolicy.reason);
	}

	return azurePolicy === true
		? say('covered', 'the plan is on, and so is the Azure Policy add-on')
		: say('partly', 'the plan looks at the cluster\'s settings; at what runs inside it looks by the Azure Policy add-on alone, which is off', `az aks enable-addons --subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --name ${shellQuote(name)} --addons azure-policy`);
};

const protection = (plan: DefenderPlan, {defenderSensor, subscriptionId, resourceGroup, name}: Cluster): Covered => {
	if (isUnknown(defenderSensor)) {
		return say('unknown', defenderSensor.reason);
	}

	if (defenderSensor === true) {
		return say('covered', 'the sensor is on the cluster; whether it runs on every node only a look inside tells');
	}

	const provisioned = extension(plan, sensorExtension);
	return say(
		'partly',
		`the API server's log is watched; what happens on nodes is not: there is no sensor${provisioned === true ? `, though the extension ${sensorExtension} is on` : ''}`,
		`az aks update --subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --name ${shellQuote(name)} --enable-defender`,
	);
};

/**
What Defender for Containers covers of a cluster or registry, benefit by benefit.

@param plan The plan `Containers` of its subscription, or why it is not known.
Source: Microsoft Defender for Cloud documentation, support matrix of Defender for Containers; Microsoft.Security/pricings 2024-01-01.
*/
export const coverageOf = (resource: Cluster | Registry, plan: Fact<DefenderPlan>): Coverage => {
	const missing = withoutPlan(plan, resource.subscriptionId);
	if (missing) {
		return resource.kind === 'registry' ? {...everywhere(missing), runTime: nothing} : everywhere(missing);
	}

	const on = plan as DefenderPlan;
	return resource.kind === 'registry'
		? {hardening: say('covered', 'the plan is on'), vulnerabilities: assessment(on, resource.subscriptionId), runTime: nothing}
		: {hardening: hardening(resource), vulnerabilities: runningAssessment(on, resource), runTime: protection(on, resource)};
};

import {networkPolicyManager} from '../../../data/component-retirement.js';
import type {Cluster} from '../../../model/cluster.js';
import {isUnknown, unknown, valueOf} from '../../../model/known.js';
import {daysLeft} from '../../calendar.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {aksCommand} from '../../commands.js';
import {planState} from '../../defender-plan-state.js';
import {kubectl} from '../../kubectl.js';
import {
	fail,
	judgeSwitch,
	notApplicable,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';

const policyPath = 'properties.networkProfile.networkPolicy';
const pluginPath = 'properties.networkProfile.networkPlugin';
const sensorPath = 'properties.securityProfile.defender.securityMonitoring.enabled';

const hasWindowsPool = ({nodePools}: Cluster): boolean =>
	valueOf(nodePools)?.some(({osType}) => osType === 'Windows') ?? false;

const judgeNetworkPolicy = (cluster: Cluster, {now}: JudgeContext): Outcome => {
	const {networkPlugin, networkPolicy} = cluster;
	if (isUnknown(networkPolicy)) {
		return unknownBecause(networkPolicy.reason);
	}

	if (networkPolicy === 'calico' || networkPolicy === 'cilium') {
		return pass(seen(policyPath, networkPolicy));
	}

	if (networkPolicy === 'azure') {
		const {end = ''} = networkPolicyManager.Windows;
		return hasWindowsPool(cluster) && daysLeft(end, now) < 0
			? fail([seen(policyPath, networkPolicy)], {detail: `Azure Network Policy Manager ended on ${end} for Windows nodes, which this cluster has.`})
			: pass(seen(policyPath, networkPolicy));
	}

	if (isUnknown(networkPlugin)) {
		return unknownBecause(networkPlugin.reason);
	}

	if (networkPlugin === 'none') {
		return notApplicable(seen(pluginPath, networkPlugin));
	}

	return networkPolicy === undefined || networkPolicy === 'none'
		? fail([seen(policyPath, networkPolicy)])
		: unfamiliar(policyPath, networkPolicy);
};

const judgeSensor = (cluster: Cluster, context: JudgeContext): Outcome => {
	const plan = planState(cluster.subscriptionId, context);
	if (plan.state === 'off') {
		return notApplicable(plan.because);
	}

	const sensor = judgeSwitch(sensorPath, cluster.defenderSensor, true);
	return sensor.status === 'fail' && plan.state === 'unknown' ? unknownBecause(plan.reason) : sensor;
};

const collector = 'microsoft-defender-collector-ds';

const readyPath = `kube-system daemonsets[${collector}]: numberReady of desiredNumberScheduled`;

const notLookedInto = unknown('not-asked', 'nobody has looked inside this cluster');

/**
The sensor runs on nodes of Linux alone; its collector is there on each.
*/
const judgeSensorState = ({key, defenderSensor}: Cluster, {insides}: JudgeContext): Outcome => {
	if (isUnknown(defenderSensor)) {
		return unknownBecause(defenderSensor.reason);
	}

	if (defenderSensor !== true) {
		return notApplicable(seen(sensorPath, defenderSensor));
	}

	const inside = insides?.get(key) ?? notLookedInto;
	const agents = isUnknown(inside) ? inside : inside.agents;
	if (isUnknown(agents)) {
		return unknownFact(agents);
	}

	const sensor = agents.find(({name}) => name === collector) ?? agents.find(({name}) => name.startsWith('microsoft-defender-collector'));
	if (!sensor) {
		return fail([seen(sensorPath, true), seen(readyPath, undefined)]);
	}

	const {desired, ready} = sensor;
	if (desired === undefined || ready === undefined) {
		return unknownBecause(`\`${readyPath}\` is not in the answer`);
	}

	const evidence = seen(readyPath, `${ready} of ${desired}`);
	return ready < desired ? fail([evidence]) : pass(evidence);
};

export const protectionChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-network-policy-missing',
		kind: 'cluster',
		title: 'No network policy engine',
		severity: 'medium',
		why: 'Without an engine, NetworkPolicy objects are accepted and do nothing: every pod can reach every other.',
		decidedBy: `${policyPath} and ${pluginPath} (Resource Graph)`,
		references: {cisAks: ['5.4.4'], mcsb: ['NS-1']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--network-policy calico'),
			effect: 'Replaces all nodes; policies that lie there unheeded start to count, and traffic that they forbid stops. With Azure CNI powered by Cilium, take cilium.',
		}),
		judge: judgeNetworkPolicy,
	},
	{
		id: 'aks-azure-policy-addon-missing',
		kind: 'cluster',
		title: 'Azure Policy add-on is off',
		severity: 'medium',
		why: 'Guardrails for pods, and what Defender says about workloads, depend on this add-on.',
		decidedBy: 'properties.addonProfiles.azurepolicy.enabled, in any casing (Resource Graph)',
		references: {mcsb: ['AM-2', 'PV-2'], azurePolicy: ['0a15ec92-a229-4763-bb14-0ea34a568f8d'], defender: ['08e628db-e2ed-4793-bc91-d13e684401c3']},
		fix: cluster => ({
			command: aksCommand('enable-addons', cluster, '--addons azure-policy'),
			effect: 'Adds the admission webhook of Gatekeeper; assigned policies with effect deny begin to refuse pods.',
		}),
		judge: ({azurePolicy}) => judgeSwitch('properties.addonProfiles.azurepolicy.enabled', azurePolicy, true),
	},
	{
		id: 'aks-http-application-routing-enabled',
		kind: 'cluster',
		title: 'Retired HTTP application routing add-on is on',
		severity: 'high',
		why: 'It publishes services under public names, without TLS, through an ingress that nobody maintains any more.',
		decidedBy: 'properties.addonProfiles.httpApplicationRouting.enabled (Resource Graph)',
		references: {mcsb: ['DP-4', 'NS-1']},
		fix: cluster => ({
			command: aksCommand('disable-addons', cluster, '--addons http_application_routing'),
			effect: 'Services that are published through the add-on cannot be reached any more: move them to application routing first.',
		}),
		judge: ({httpApplicationRouting}) => judgeSwitch('properties.addonProfiles.httpApplicationRouting.enabled', httpApplicationRouting, false),
	},
	{
		id: 'aks-defender-sensor-missing',
		kind: 'cluster',
		title: 'Defender sensor is missing',
		severity: 'high',
		why: 'Threats on nodes and in containers are seen only by the sensor that runs there.',
		decidedBy: `${sensorPath} (Resource Graph) and the subscription's plan Containers (pricings)`,
		references: {mcsb: ['LT-1', 'LT-2'], azurePolicy: ['a1840de2-8088-4ea8-b153-b4c723e9cb01'], defender: ['56a83a6e-c417-42ec-b567-1e6fcb3d09a9']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--enable-defender'),
			effect: 'Starts one more pod on each node; nothing is interrupted. The plan bills by vCore whether the sensor runs or not.',
		}),
		judge: judgeSensor,
	},
	{
		id: 'aks-defender-sensor-unhealthy',
		kind: 'cluster',
		title: 'Defender DaemonSet is not running on every node',
		severity: 'medium',
		why: 'A node without the sensor reports no threat, and looks as quiet as one where there is none.',
		decidedBy: `${sensorPath} (Resource Graph); ${readyPath} (the cluster's own API, apps/v1 DaemonSet)`,
		references: {},
		fix: cluster => ({
			command: kubectl('rollout restart', {clusterName: cluster.name}, `--namespace kube-system daemonset ${collector}`),
			effect: 'Starts the sensor\'s pods anew, node by node; nothing else is interrupted. Where they do not start, taints, quotas or the way out to Azure hold them up.',
		}),
		judge: judgeSensorState,
	},
];

import {imageFamilies} from '../../fleet/node-images.js';
import {kuredOf, type KuredSpec} from '../../inside/kured.js';
import type {NodeSpec} from '../../inside/node-spec.js';
import {nodesOf} from '../../inside/nodes.js';
import type {Site} from '../../inside/site.js';
import type {Json} from '../context.js';
import {metadata} from './metadata.js';

type Given = {
	readonly name: string;
	readonly namespace?: string;
	readonly image: string;
	readonly command?: readonly string[];
	readonly annotations?: Json;
	/**
	@default 'linux'
	*/
	readonly system?: 'windows';
	/**
	Pods that are wanted and not ready besides those of nodes that are lost.
	*/
	readonly broken?: number;
};

/**
What Kured writes into its DaemonSet while it holds the lock: JSON in a string (example documents). A person writes `manual`.
*/
const lockOf = ({isHeld}: KuredSpec, nodes: readonly NodeSpec[]): string | undefined => {
	if (isHeld) {
		return JSON.stringify({nodeID: 'manual'});
	}

	const node = nodes.find(({reboot}) => reboot?.step === 'drains' || reboot?.step === 'restarts');
	return node?.reboot
		? JSON.stringify({
			nodeID: node.name, metadata: {unschedulable: false}, created: new Date(node.reboot.since).toISOString(), TTL: 0,
		})
		: undefined;
};

const kuredSet = (kured: KuredSpec, nodes: readonly NodeSpec[]): Given => {
	const lock = lockOf(kured, nodes);
	return {
		name: 'kured',
		image: 'ghcr.io/kubereboot/kured:1.21.0',
		command: ['/usr/bin/kured', '--reboot-sentinel=/sentinel/reboot-required', '--period=1h', ...(kured.annotatesNodes ? ['--annotate-nodes=true'] : [])],
		annotations: {'deprecated.daemonset.template.generation': '4', ...(lock !== undefined && {[`${kured.prefix}/kured-node-lock`]: lock})},
	};
};

const setsOf = (site: Site, nodes: readonly NodeSpec[]): readonly Given[] => {
	const {cluster: {network, defender, containerInsights, workloadIdentity}, index} = site;
	const kured = kuredOf(site);
	const hasWindows = nodes.some(({image}) => imageFamilies[image].osType === 'Windows');
	return [
		...(kured ? [kuredSet(kured, nodes)] : []),
		network === 'cilium'
			? {name: 'cilium', image: 'mcr.microsoft.com/containernetworking/cilium/cilium:v1.17.9'}
			: {name: 'kube-proxy', image: `mcr.microsoft.com/oss/kubernetes/kube-proxy:v${site.cluster.version}`},
		{name: 'cloud-node-manager', image: `mcr.microsoft.com/oss/kubernetes/azure-cloud-node-manager:v${site.cluster.version}`},
		{name: 'csi-azuredisk-node', image: 'mcr.microsoft.com/oss/v2/kubernetes-csi/azuredisk-csi:v1.33.5'},
		{name: 'csi-azurefile-node', image: 'mcr.microsoft.com/oss/v2/kubernetes-csi/azurefile-csi:v1.34.0'},
		...(defender
			? [
				{name: 'microsoft-defender-collector-ds', image: 'mcr.microsoft.com/azuredefender/stable/pod-collector:1.0.177', broken: index % 7 === 4 ? 1 : 0},
				{name: 'microsoft-defender-publisher-ds', image: 'mcr.microsoft.com/azuredefender/stable/security-publisher:1.0.240'},
			]
			: []),
		...(containerInsights
			? [
				{name: 'ama-logs', image: 'mcr.microsoft.com/azuremonitor/containerinsights/ciprod:3.1.30'},
				...(hasWindows ? [{name: 'ama-logs-windows', image: 'mcr.microsoft.com/azuremonitor/containerinsights/ciprod:win-3.1.30', system: 'windows'} as const] : []),
			]
			: []),
		...(workloadIdentity ? [{name: 'ama-metrics-node', image: 'mcr.microsoft.com/azuremonitor/containerinsights/ciprod/prometheus-collector/images:6.22.1'}] : []),
	];
};

const isLost = ({lostAt, reboot}: NodeSpec): boolean => lostAt !== undefined || reboot?.step === 'restarts';

/**
DaemonSets (apps/v1), with one pod on each node of their system.
*/
export const daemonSetDocuments = (site: Site): readonly Json[] => {
	const nodes = nodesOf(site);
	return setsOf(site, nodes).map(({name, namespace = 'kube-system', image, command, annotations, system = 'linux', broken = 0}) => {
		const own = nodes.filter(node => imageFamilies[node.image].osType.toLowerCase() === system);
		const desired = own.length;
		const ready = Math.max(0, own.filter(node => !isLost(node)).length - broken);
		return {
			metadata: metadata(site, 'DaemonSet', name, {
				namespace, generation: 4, labels: name === 'kured' ? {name} : {app: name, 'kubernetes.azure.com/managedby': 'aks'}, annotations: annotations ?? {'deprecated.daemonset.template.generation': '4'},
			}),
			spec: {
				selector: {matchLabels: {name}},
				template: {
					metadata: {creationTimestamp: null, labels: {name}},
					spec: {
						containers: [{
							name, image, command, resources: {}, imagePullPolicy: 'IfNotPresent',
						}],
						restartPolicy: 'Always',
						nodeSelector: {'kubernetes.io/os': system},
					},
				},
				updateStrategy: {type: 'RollingUpdate', rollingUpdate: {maxUnavailable: 1, maxSurge: 0}},
				revisionHistoryLimit: 10,
			},
			status: {
				currentNumberScheduled: desired,
				numberMisscheduled: 0,
				desiredNumberScheduled: desired,
				numberReady: ready,
				observedGeneration: 4,
				updatedNumberScheduled: desired,
				numberAvailable: ready,
				numberUnavailable: ready === desired ? undefined : desired - ready,
			},
		};
	});
};

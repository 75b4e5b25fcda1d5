import {imageFamilies} from '../../fleet/node-images.js';
import type {NodeSpec} from '../../inside/node-spec.js';
import {nodeGroupOf, numberOf, type Site} from '../../inside/site.js';
import {guidOf, hexOf} from '../../random.js';
import type {Json} from '../context.js';
import {kubernetesTime, metadata} from './metadata.js';
import {nodeConditions} from './node-conditions.js';
import {systemOf} from './node-system.js';

const isWindows = ({image}: NodeSpec): boolean => imageFamilies[image].osType === 'Windows';

const addressOf = ({place}: NodeSpec): string => `10.224.${Math.floor((place + 4) / 250)}.${((place + 4) % 250) + 1}`;

/**
A node without zones is in zone 0, of no region.
*/
const zoneOf = ({zone}: NodeSpec, region: string): string => (zone === undefined ? '0' : `${region}-${zone}`);

/**
Labels as AKS sets them (example documents); a node of no pool has those of node auto-provisioning instead.
*/
const labels = (node: NodeSpec, site: Site): Json => {
	const {pool, name, image, imageVersion: version, vmSize} = node;
	const {cluster: {region}, context: {seed}} = site;
	const os = isWindows(node) ? 'windows' : 'linux';
	const arch = image === 'ubuntuArm' ? 'arm64' : 'amd64';
	const zone = zoneOf(node, region);
	const {osSku} = imageFamilies[image];
	return {
		agentpool: pool?.name,
		'beta.kubernetes.io/arch': arch,
		'beta.kubernetes.io/instance-type': vmSize,
		'beta.kubernetes.io/os': os,
		'failure-domain.beta.kubernetes.io/region': region,
		'failure-domain.beta.kubernetes.io/zone': zone,
		'karpenter.sh/nodepool': pool ? undefined : 'default',
		'kubernetes.azure.com/agentpool': pool?.name,
		'kubernetes.azure.com/cluster': nodeGroupOf(site),
		'kubernetes.azure.com/kubelet-identity-client-id': guidOf(seed, `kubelet client ${site.cluster.name}`),
		'kubernetes.azure.com/mode': pool?.mode.toLowerCase() ?? 'user',
		'kubernetes.azure.com/node-image-version': version,
		'kubernetes.azure.com/nodepool-type': pool && (pool.virtualMachines ? 'VirtualMachines' : 'VirtualMachineScaleSets'),
		'kubernetes.azure.com/os-sku': osSku,
		'kubernetes.azure.com/os-sku-effective': osSku,
		'kubernetes.azure.com/os-sku-requested': osSku,
		'kubernetes.azure.com/role': 'agent',
		'kubernetes.azure.com/scalesetpriority': pool?.spot ? 'spot' : undefined,
		'kubernetes.io/arch': arch,
		'kubernetes.io/hostname': name,
		'kubernetes.io/os': os,
		'node.kubernetes.io/instance-type': vmSize,
		'node.kubernetes.io/windows-build': isWindows(node) ? systemOf(node).kernel.split('.').slice(0, 3).join('.') : undefined,
		'topology.disk.csi.azure.com/zone': node.zone === undefined ? '' : zone,
		'topology.kubernetes.io/region': region,
		'topology.kubernetes.io/zone': zone,
	};
};

/**
`20260710T000000Z`, as the scripts of the channel SecurityPatch write it.
*/
const patchTime = (time: number): string => `${new Date(time).toISOString().slice(0, 10).replaceAll('-', '')}T000000Z`;

/**
Kured sets both of its marks when a restart is needed, takes the first one away when the node is back, and leaves the second.
*/
const annotations = (node: NodeSpec): Json => {
	const {name, reboot, marks, livePatch} = node;
	const marked = reboot && kubernetesTime(reboot.since);
	return {
		'alpha.kubernetes.io/provided-node-ip': addressOf(node),
		'csi.volume.kubernetes.io/nodeid': JSON.stringify({'disk.csi.azure.com': name, 'file.csi.azure.com': name}),
		...(livePatch && {
			'kubernetes.azure.com/live-patching-current-timestamp': patchTime(livePatch.applied),
			'kubernetes.azure.com/live-patching-golden-timestamp': patchTime(livePatch.wanted),
		}),
		'node.alpha.kubernetes.io/ttl': '0',
		'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
		...(marks !== undefined && reboot && {
			...(reboot.step !== 'done' && {[`${marks}/kured-reboot-in-progress`]: marked}),
			[`${marks}/kured-most-recent-reboot-needed`]: marked,
		}),
	};
};

const cordonTime = ({cordonedAt, reboot}: NodeSpec): number | undefined => {
	// While it restarts it is still cordoned since the step before.
	const drained = reboot?.step === 'drains' || reboot?.step === 'restarts' ? reboot.steppedAt - (reboot.step === 'restarts' ? 20_000 : 0) : undefined;
	return cordonedAt ?? drained;
};

const unreachable = (since: number): readonly Json[] => ['NoSchedule', 'NoExecute'].map(effect => ({key: 'node.kubernetes.io/unreachable', effect, timeAdded: kubernetesTime(since)}));

const taintsOf = (node: NodeSpec): readonly Json[] | undefined => {
	const {pool, lostAt, reboot} = node;
	const cordoned = cordonTime(node);
	const gone = lostAt ?? (reboot?.step === 'restarts' ? reboot.steppedAt : undefined);
	const taints = [
		...(pool?.spot ? [{key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule'}] : []),
		...(pool?.name === 'system' ? [{key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule'}] : []),
		...(cordoned === undefined ? [] : [{key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule', timeAdded: kubernetesTime(cordoned)}]),
		...(gone === undefined ? [] : unreachable(gone + 40_000)),
	];
	return taints.length === 0 ? undefined : taints;
};

const machineOf = (node: NodeSpec, site: Site): string => {
	const {pool, name, instance} = node;
	return !pool || pool.virtualMachines ? `virtualMachines/${name}` : `virtualMachineScaleSets/${isWindows(node) ? `aks${pool.name}` : `aks-${pool.name}-${numberOf(site)}-vmss`}/virtualMachines/${instance}`;
};

/**
Cores and bytes by the size's name, and what a kubelet keeps for itself.
*/
const resources = ({vmSize, pool}: NodeSpec): Json => {
	const cores = Number(/\d+/v.exec(vmSize)?.[0] ?? 2);
	const gib = cores * (vmSize.startsWith('Standard_E') ? 8 : 4);
	const pods = pool === undefined ? '250' : '110';
	return {
		capacity: {
			cpu: String(cores), 'ephemeral-storage': '129886128Ki', memory: `${Math.round(gib * 0.976 * 1_048_576)}Ki`, pods,
		},
		allocatable: {
			cpu: `${(cores * 1000) - 140}m`, 'ephemeral-storage': '119703055367', memory: `${Math.round(gib * 0.79 * 1_048_576)}Ki`, pods,
		},
	};
};

/**
A node (core/v1 Node) as an AKS cluster of today sends it in a list: without kind and apiVersion. Of its images only two
are told; a kubelet tells up to fifty.
*/
export const nodeDocument = (node: NodeSpec, site: Site): Json => {
	const {cluster, context: {seed}} = site;
	const {name, externalIp, kubeletVersion, reboot} = node;
	const key = `${cluster.name} ${name}`;
	const {kernel, osImage, runtime} = systemOf(node);
	const taints = taintsOf(node);
	const hasRestarted = reboot?.step === 'done' ? reboot.steppedAt : 0;
	return {
		metadata: metadata(site, 'Node', name, {created: node.created, labels: labels(node, site), annotations: annotations(node)}),
		spec: {
			providerID: `azure:///subscriptions/${cluster.subscription.id}/resourceGroups/${nodeGroupOf(site).toLowerCase()}/providers/Microsoft.Compute/${machineOf(node, site)}`,
			taints,
			unschedulable: cordonTime(node) === undefined ? undefined : true,
		},
		status: {
			...resources(node),
			conditions: nodeConditions(node, site.context.base),
			addresses: [
				{type: 'InternalIP', address: addressOf(node)},
				...(externalIp === undefined ? [] : [{type: 'ExternalIP', address: externalIp}]),
				{type: 'Hostname', address: name},
			],
			daemonEndpoints: {kubeletEndpoint: {Port: 10_250}},
			nodeInfo: {
				machineID: hexOf(seed, `machine ${key}`, 32),
				systemUUID: guidOf(seed, `system ${key}`),
				bootID: guidOf(seed, `boot ${key} ${hasRestarted}`),
				kernelVersion: kernel,
				osImage,
				containerRuntimeVersion: runtime,
				kubeletVersion: `v${kubeletVersion}`,
				kubeProxyVersion: `v${kubeletVersion}`,
				operatingSystem: isWindows(node) ? 'windows' : 'linux',
				architecture: node.image === 'ubuntuArm' ? 'arm64' : 'amd64',
			},
			images: [
				{names: ['mcr.microsoft.com/oss/v2/kubernetes/pause:3.10.1'], sizeBytes: 301_461},
				{names: [`mcr.microsoft.com/oss/kubernetes/kube-proxy:v${kubeletVersion}`], sizeBytes: 31_891_765},
			],
		},
	};
};

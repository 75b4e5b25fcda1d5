import type {ClusterSpec, PoolSpec} from '../fleet/cluster-spec.js';
import {imageFamilies, imageVersion} from '../fleet/node-images.js';
import {guidOf} from '../random.js';
import {type DocumentContext, type Json} from './context.js';
import {clusterId} from './ids.js';

const sizeOf = (pool: PoolSpec): Json => {
	if (pool.virtualMachines) {
		return {
			virtualMachinesProfile: {scale: {manual: [{size: pool.vmSize, count: pool.count}]}},
			virtualMachineNodesStatus: [{size: pool.vmSize, count: pool.count}],
		};
	}

	return {count: pool.count, vmSize: pool.vmSize};
};

const scalingOf = ({scale}: PoolSpec): Json => (scale ? {maxCount: scale[1], minCount: scale[0], enableAutoScaling: true} : {enableAutoScaling: false});

/**
A pool's members as they stand flat inside the cluster (Microsoft.ContainerService managedClusters 2026-07-01), in the
order of recorded answers; a member that Azure leaves out is absent.
*/
export const poolMembers = (cluster: ClusterSpec, pool: PoolSpec, context: DocumentContext): Json => {
	const {osType, osSku} = imageFamilies[pool.image];
	const version = pool.version ?? cluster.version;
	const isWindows = osType === 'Windows';
	return {
		...sizeOf(pool),
		osDiskSizeGB: 128,
		osDiskType: !isWindows && pool.zones ? 'Ephemeral' : 'Managed',
		kubeletDiskType: 'OS',
		workloadRuntime: 'OCIContainer',
		maxPods: isWindows ? 30 : (cluster.network === 'kubenet' ? 110 : 250),
		type: pool.virtualMachines ? 'VirtualMachines' : 'VirtualMachineScaleSets',
		...(pool.zones && {availabilityZones: pool.zones}),
		...scalingOf(pool),
		...(pool.spot && {scaleSetPriority: 'Spot', scaleSetEvictionPolicy: 'Delete', spotMaxPrice: -1}),
		scaleDownMode: 'Delete',
		provisioningState: pool.provisioningState ?? 'Succeeded',
		powerState: {code: pool.powerState ?? 'Running'},
		orchestratorVersion: pool.version ?? cluster.wantedVersion ?? version,
		currentOrchestratorVersion: version,
		enableNodePublicIP: pool.publicIp ?? false,
		...(pool.spot && {nodeLabels: {'kubernetes.azure.com/scalesetpriority': 'spot'}, nodeTaints: ['kubernetes.azure.com/scalesetpriority=spot:NoSchedule']}),
		...(pool.mode === 'System' && pool.name === 'system' && {nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']}),
		mode: pool.mode,
		enableEncryptionAtHost: pool.encryptionAtHost ?? false,
		enableUltraSSD: false,
		osType,
		osSKU: osSku,
		nodeImageVersion: imageVersion(pool.image, context.base, cluster.region, pool.weeksBehind),
		upgradeStrategy: 'Rolling',
		upgradeSettings: pool.zones ? {maxSurge: '10%', maxUnavailable: '0'} : {},
		enableFIPS: pool.image === 'azureLinuxFips',
		...(isWindows && {windowsProfile: {}}),
		networkProfile: pool.hostPorts
			? {allowedHostPorts: pool.hostPorts.map(([portStart, portEnd]) => ({portStart, portEnd, protocol: 'TCP'}))}
			: {},
		securityProfile: {sshAccess: pool.ssh ?? 'LocalUser', enableVTPM: false, enableSecureBoot: false},
		eTag: guidOf(context.seed, `etag ${cluster.name} ${pool.name} ${pool.count} ${pool.weeksBehind} ${version} ${pool.provisioningState}`),
	};
};

/**
The same pool as the agentPools API sends it: nested under `properties`.
*/
export const poolDocument = (cluster: ClusterSpec, pool: PoolSpec, context: DocumentContext): Json => ({
	id: `${clusterId(cluster)}/agentPools/${pool.name}`,
	name: pool.name,
	type: 'Microsoft.ContainerService/managedClusters/agentPools',
	properties: poolMembers(cluster, pool, context),
});

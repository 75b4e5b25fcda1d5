import type {ClusterSpec, PoolSpec} from '../fleet/cluster-spec.js';
import {imageFamilies, imageVersion} from '../fleet/node-images.js';
import {guidOf} from '../random.js';
import {type DocumentContext, type Json} from './context.js';
import {clusterId} from './ids.js';

/**
Windows nodes take fewer pods, and kubenet gives each node a small range.
*/
const podsOf = (cluster: ClusterSpec, isWindows: boolean): number => {
	if (isWindows) {
		return 30;
	}

	return cluster.network === 'kubenet' ? 110 : 250;
};

const taintsOf = (pool: PoolSpec): readonly string[] | undefined => {
	if (pool.spot) {
		return ['kubernetes.azure.com/scalesetpriority=spot:NoSchedule'];
	}

	return pool.name === 'system' ? ['CriticalAddonsOnly=true:NoSchedule'] : undefined;
};

/**
A pool's members as they stand flat inside the cluster (Microsoft.ContainerService managedClusters 2026-07-01), in the
order of recorded answers. What Azure leaves out is undefined here, and so left out of the JSON.
*/
export const poolMembers = (cluster: ClusterSpec, pool: PoolSpec, context: DocumentContext): Json => {
	const {osType, osSku} = imageFamilies[pool.image];
	const version = pool.version ?? cluster.version;
	const isWindows = osType === 'Windows';
	const isSpot = pool.spot ?? false;
	const single = pool.virtualMachines ? {size: pool.vmSize, count: pool.count} : undefined;
	return {
		count: single ? undefined : pool.count,
		vmSize: single ? undefined : pool.vmSize,
		virtualMachinesProfile: single && {scale: {manual: [single]}},
		virtualMachineNodesStatus: single && [single],
		osDiskSizeGB: 128,
		osDiskType: !isWindows && pool.zones ? 'Ephemeral' : 'Managed',
		kubeletDiskType: 'OS',
		workloadRuntime: 'OCIContainer',
		maxPods: podsOf(cluster, isWindows),
		type: single ? 'VirtualMachines' : 'VirtualMachineScaleSets',
		availabilityZones: pool.zones,
		maxCount: pool.scale?.[1],
		minCount: pool.scale?.[0],
		enableAutoScaling: pool.scale !== undefined,
		scaleSetPriority: isSpot ? 'Spot' : undefined,
		scaleSetEvictionPolicy: isSpot ? 'Delete' : undefined,
		spotMaxPrice: isSpot ? -1 : undefined,
		scaleDownMode: 'Delete',
		provisioningState: pool.provisioningState ?? 'Succeeded',
		powerState: {code: pool.powerState ?? 'Running'},
		orchestratorVersion: pool.version ?? cluster.wantedVersion ?? version,
		currentOrchestratorVersion: version,
		enableNodePublicIP: pool.publicIp ?? false,
		nodeLabels: isSpot ? {'kubernetes.azure.com/scalesetpriority': 'spot'} : undefined,
		nodeTaints: taintsOf(pool),
		tags: cluster.tagsOnPools ? cluster.tags : undefined,
		mode: pool.mode,
		enableEncryptionAtHost: pool.encryptionAtHost ?? false,
		enableUltraSSD: false,
		osType,
		osSKU: osSku,
		nodeImageVersion: imageVersion(pool.image, context.base, cluster.region, pool.weeksBehind),
		upgradeStrategy: 'Rolling',
		upgradeSettings: pool.zones ? {maxSurge: '10%', maxUnavailable: '0'} : {},
		enableFIPS: pool.image === 'azureLinuxFips',
		windowsProfile: isWindows ? {} : undefined,
		networkProfile: {
			allowedHostPorts: pool.hostPorts?.map(([portStart, portEnd]) => ({portStart, portEnd, protocol: 'TCP'})),
		},
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

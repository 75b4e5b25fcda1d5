import type {Cluster} from '../../model/cluster.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {NodePool} from '../../model/node-pool.js';
import {sanitize} from '../../terminal/sanitize.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {readTags} from './resource.js';
import {
	osDiskTypes,
	osSkus,
	osTypes,
	poolModes,
	poolTypes,
	powerStates,
	provisioningStates,
	sshAccesses,
} from './vocabulary.js';

/**
What a pool takes from its cluster.
*/
export type PoolOwner = Pick<Cluster, 'id' | 'key' | 'name' | 'subscriptionId' | 'resourceGroup' | 'region' | 'nodeOsUpgradeChannel' | 'currentKubernetesVersion'>;

const hostPorts = (element: unknown): string | undefined => {
	const range = Branch.of(element);
	const start = range.number('portStart');
	const end = range.number('portEnd') ?? start;
	const protocol = range.word('protocol') ?? 'TCP';
	return typeof start === 'number' && typeof end === 'number' && typeof protocol === 'string'
		? intern(`${start}-${end}/${protocol}`)
		: undefined;
};

/**
Pools of type VirtualMachines have neither `count` nor `vmSize`: their nodes stand size by size in `virtualMachineNodesStatus`.
*/
const machines = (properties: Branch): {readonly count: Fact<number | undefined>; readonly vmSize: Fact<string | undefined>} => {
	const groups = properties.list('virtualMachineNodesStatus');
	if (groups === undefined || isUnknown(groups)) {
		return {count: groups, vmSize: groups};
	}

	let total = 0;
	const sizes = new Set<string>();
	for (const element of groups) {
		const group = Branch.of(element);
		const count = group.number('count');
		const size = group.word('size');
		if (isUnknown(count) || isUnknown(size)) {
			return {count, vmSize: size};
		}

		total += count ?? 0;
		if (size !== undefined) {
			sizes.add(size);
		}
	}

	return {count: total, vmSize: sizes.size === 1 ? [...sizes][0] : undefined};
};

const spot = (priority: Fact<string | undefined>): Fact<boolean | undefined> =>
	typeof priority === 'string' ? priority.toLowerCase() === 'spot' : priority;

const orElse = <T>(first: Fact<T | undefined>, second: () => Fact<T | undefined>): Fact<T | undefined> => first ?? second();

/**
Maps one agent pool: an element of `properties.agentPoolProfiles` (members flat) or an answer of the agentPools API
(members under `properties`). Never throws.

Gives nothing only where the pool has no name and no `position`; with a position, a pool that cannot be read stays
visible under a name in brackets, with unknown facts.
Source: Microsoft.ContainerService managedClusters 2026-07-01.
*/
export const readNodePool = (document: unknown, owner: PoolOwner, position?: number): NodePool | undefined => {
	const root = Branch.of(document);
	const properties = root.raw('properties') === undefined ? root : root.child('properties');
	const sentName = root.raw('name');
	const placeholder = position === undefined ? '' : `(pool ${position + 1})`;
	const name = typeof sentName === 'string' && sentName !== '' ? sanitize(sentName) : placeholder;
	if (name === '') {
		return undefined;
	}

	const id = `${owner.id}/agentPools/${name}`;
	const scale = machines(properties);
	return {
		kind: 'nodePool',
		id,
		key: id.toLowerCase(),
		name,
		subscriptionId: owner.subscriptionId,
		resourceGroup: owner.resourceGroup,
		region: owner.region,
		tags: readTags(properties),
		isTagged: properties.child('tags').presence(),
		clusterKey: owner.key,
		clusterName: owner.name,
		mode: properties.word('mode', poolModes),
		osType: properties.word('osType', osTypes),
		osSku: properties.word('osSKU', osSkus),
		vmSize: orElse(properties.word('vmSize'), () => scale.vmSize),
		count: orElse(properties.number('count'), () => scale.count),
		minCount: properties.number('minCount'),
		maxCount: properties.number('maxCount'),
		autoScaling: properties.flag('enableAutoScaling'),
		poolType: properties.word('type', poolTypes),
		provisioningState: properties.word('provisioningState', provisioningStates),
		powerState: properties.child('powerState').word('code', powerStates),
		kubernetesVersion: orElse(properties.word('currentOrchestratorVersion'), () => properties.word('orchestratorVersion')),
		nodeImageVersion: properties.word('nodeImageVersion'),
		subnetId: properties.text('vnetSubnetID', 2048),
		publicIpPerNode: properties.flag('enableNodePublicIP'),
		allowedHostPorts: properties.child('networkProfile').texts('allowedHostPorts', hostPorts),
		sshAccess: properties.child('securityProfile').word('sshAccess', sshAccesses),
		fips: properties.flag('enableFIPS'),
		osDiskType: properties.word('osDiskType', osDiskTypes),
		encryptionAtHost: properties.flag('enableEncryptionAtHost'),
		spot: spot(properties.word('scaleSetPriority')),
		zones: properties.texts('availabilityZones'),
		nodeOsUpgradeChannel: owner.nodeOsUpgradeChannel,
		clusterKubernetesVersion: owner.currentKubernetesVersion,
	};
};

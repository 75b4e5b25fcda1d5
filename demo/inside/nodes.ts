import {days} from '../documents/context.js';
import type {PoolSpec} from '../fleet/cluster-spec.js';
import {imageFamilies, imageVersion} from '../fleet/node-images.js';
import {hash, hexOf} from '../random.js';
import {kuredOf, type KuredSpec} from './kured.js';
import {documentationAddress} from './public-addresses.js';
import {diceOf, numberOf, type Site} from './site.js';
import type {NodeReboot, NodeSpec} from './node-spec.js';

const hours = (count: number): number => count * 3_600_000;

/**
`aks-POOL-NUMBER-vmss` and six digits to the base of 36; a Windows pool's are short; single machines are counted.
*/
const nameOf = (site: Site, pool: PoolSpec, instance: number): string => {
	const suffix = instance.toString(36).padStart(6, '0');
	if (imageFamilies[pool.image].osType === 'Windows') {
		return `aks${pool.name}${suffix}`;
	}

	return pool.virtualMachines ? `aks-${pool.name}-${numberOf(site)}-vms${instance + 1}` : `aks-${pool.name}-${numberOf(site)}-vmss${suffix}`;
};

/**
Nodes of a pool that is being upgraded: the last one is new.
*/
const isSurge = (pool: PoolSpec, instance: number): boolean => pool.provisioningState === 'UpgradingNodeImageVersion' && instance === pool.count - 1;

/**
One node in sixty is lost, one in fifty was cordoned by somebody and forgotten, one in seventy has something coming.
*/
const mishapsOf = (dice: number, base: number): Pick<NodeSpec, 'lostAt' | 'cordonedAt' | 'trouble'> => ({
	lostAt: dice % 61 === 7 ? base - hours(1 + (dice % 9)) : undefined,
	cordonedAt: dice % 53 === 11 ? base - days(3 + (dice % 30)) : undefined,
	trouble: dice % 71 === 3 || dice % 89 === 5 ? {type: dice % 71 === 3 ? 'VMEventScheduled' : 'DiskPressure', since: base - hours(2 + (dice % 40))} : undefined,
});

/**
Where a person holds Kured's lock most nodes wait, and long. A node that is younger than its marks would be has none.
*/
const rebootOf = (kured: KuredSpec | undefined, dice: number, base: number, created: number, isAside: boolean): NodeReboot | undefined => {
	if (!kured?.annotatesNodes) {
		return undefined;
	}

	const isWaiting = !isAside && (kured.isHeld ? dice % 4 !== 0 : dice % 4 === 1);
	const since = base - (isWaiting ? hours(kured.isHeld ? 200 + (dice % 500) : 3 + (dice % 40)) : days(9 + (dice % 20)));
	return since < created ? undefined : {step: isWaiting ? 'waits' : 'done', since, steppedAt: since};
};

/**
How many weeks a kernel is behind: under Unmanaged it follows the nightly updates as far as the node was restarted, else the image.
*/
const kernelWeeks = (site: Site, pool: PoolSpec, reboot: NodeReboot | undefined, dice: number): number => {
	if (site.cluster.nodeOsChannel !== 'Unmanaged' || imageFamilies[pool.image].osType === 'Windows') {
		return pool.weeksBehind;
	}

	return reboot?.step === 'done' ? dice % 2 : Math.min(pool.weeksBehind, 4 + (dice % 6));
};

const poolNode = (site: Site, pool: PoolSpec, instance: number, place: number): NodeSpec => {
	const {cluster, context: {base}} = site;
	const dice = diceOf(site, `node ${pool.name} ${instance}`);
	const kured = imageFamilies[pool.image].osType === 'Windows' ? undefined : kuredOf(site);
	const weeks = isSurge(pool, instance) ? 0 : pool.weeksBehind;
	const created = Math.floor((base - days(weeks * 7) - hours(3 + (dice % 60))) / 1000) * 1000;
	const mishaps = mishapsOf(dice, base);
	const reboot = rebootOf(kured, dice, base, created, (mishaps.lostAt ?? mishaps.cordonedAt) !== undefined);
	return {
		name: nameOf(site, pool, instance),
		pool,
		place,
		instance,
		image: pool.image,
		imageVersion: imageVersion(pool.image, base, cluster.region, weeks),
		vmSize: pool.vmSize,
		kubeletVersion: pool.version ?? cluster.version,
		kernelWeeks: isSurge(pool, instance) ? 0 : kernelWeeks(site, pool, reboot, dice),
		created,
		zone: pool.zones?.[instance % pool.zones.length],
		externalIp: pool.publicIp ? documentationAddress(site, 10 + (instance % 10)) : undefined,
		...mishaps,
		reboot,
		marks: kured?.prefix,
		livePatch: cluster.nodeOsChannel === 'SecurityPatch' && imageFamilies[pool.image].osType === 'Linux'
			? {applied: base - days(7 * (1 + (dice % 3))), wanted: base - days(7)}
			: undefined,
	};
};

/**
Three nodes of node auto-provisioning, where Azure keeps the system pools to itself.
*/
const provisionedNode = (site: Site, place: number): NodeSpec => {
	const {cluster, context: {seed, base}} = site;
	const dice = diceOf(site, `provisioned ${place}`);
	const weeks = place % 2;
	return {
		name: `aks-default-${hexOf(seed, `provisioned ${cluster.name} ${place}`, 5)}`,
		pool: undefined,
		place,
		instance: place,
		image: 'azureLinux',
		imageVersion: imageVersion('azureLinux', base, cluster.region, weeks),
		vmSize: 'Standard_D4ds_v5',
		kubeletVersion: cluster.version,
		kernelWeeks: weeks,
		created: Math.floor((base - hours(20 + (dice % 120))) / 1000) * 1000,
		zone: String((place % 3) + 1),
		externalIp: undefined,
		lostAt: undefined,
		cordonedAt: undefined,
		trouble: undefined,
		reboot: undefined,
		marks: undefined,
		livePatch: undefined,
	};
};

/**
Whether the story may restart a node: it is well, and Kured tells of it.
*/
const isActor = ({marks, reboot, lostAt, cordonedAt, trouble}: NodeSpec): boolean => marks !== undefined && reboot?.step !== 'waits' && (lostAt ?? cordonedAt ?? trouble) === undefined;

const restarted = (node: NodeSpec, {step, startedAt, steppedAt}: NonNullable<Site['moment']['node']>, base: number): NodeSpec => ({
	...node,
	kernelWeeks: step === 'back' ? 0 : Math.max(1, node.kernelWeeks),
	reboot: {step: step === 'back' ? 'done' : step, since: base + (startedAt * 1000), steppedAt: base + (steppedAt * 1000)},
});

/**
The nodes of a cluster at one moment, in order of pools. A stopped cluster or pool has none.
*/
export const nodesOf = (site: Site): readonly NodeSpec[] => {
	const {cluster, context, moment} = site;
	if (cluster.powerState === 'Stopped') {
		return [];
	}

	if (!cluster.pools) {
		return [0, 1, 2].map(place => provisionedNode(site, place));
	}

	const nodes: NodeSpec[] = [];
	const running = cluster.pools.filter(({powerState}) => powerState !== 'Stopped');
	for (const pool of running) {
		for (let instance = 0; instance < pool.count; instance++) {
			nodes.push(poolNode(site, pool, instance, nodes.length));
		}
	}

	const kured = kuredOf(site);
	if (!moment.node || !kured?.annotatesNodes || kured.isHeld) {
		return nodes;
	}

	const actors = nodes.filter(node => isActor(node));
	const actor = actors[(hash(context.seed, cluster.name) + moment.node.turn) % actors.length];
	return actor ? nodes.with(actor.place, restarted(actor, moment.node, context.base)) : nodes;
};

import {isUnknown, valueOf} from '../../../model/known.js';
import type {NodePool} from '../../../model/node-pool.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../../check.js';
import {clusterOfPoolCommand, needed} from '../../commands.js';
import {minorNumber} from '../../kubernetes-minor.js';
import {
	fail,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {managedBecause} from './emptiness.js';

const channelPath = 'properties.autoUpgradeProfile.nodeOSUpgradeChannel';
const versionPath = 'currentOrchestratorVersion';

/**
Whether something reboots nodes that have patched themselves, as far as somebody has looked inside: a person may, but nobody sees that.
*/
const judgeKured = (clusterKey: string, channel: Evidence, {insides}: JudgeContext): Outcome => {
	const inside = insides?.get(clusterKey);
	if (inside === undefined) {
		return unknownBecause('nodes patch themselves nightly, but only kured or a person reboots them, and nobody has looked inside this cluster');
	}

	const kured = isUnknown(inside) ? inside : inside.kured;
	if (isUnknown(kured)) {
		return unknownFact(kured);
	}

	if (kured === undefined) {
		return fail([channel, {...seen('daemonsets[kured]', undefined), resource: clusterKey}]);
	}

	const ready: Evidence = {...seen(`daemonsets[kured] of ${kured.namespace}: numberReady`, kured.ready), resource: clusterKey};
	return kured.ready === 0
		? fail([channel, ready], {detail: 'Kured is installed, and runs on no node.'})
		: pass(channel, ready);
};

const judgeReboots = (pool: NodePool, context: JudgeContext): Outcome => {
	const managed = managedBecause(pool);
	if (managed !== undefined) {
		return notApplicable(managed);
	}

	const {osType, nodeOsUpgradeChannel: channel, clusterKey} = pool;
	if (osType === 'Windows') {
		return notApplicable(seen('osType', osType));
	}

	if (isUnknown(channel)) {
		return unknownBecause(channel.reason);
	}

	const evidence: Evidence = {...seen(channelPath, channel), resource: clusterKey};
	switch (channel) {
		case 'NodeImage':
		case 'SecurityPatch': {
			return pass(evidence);
		}

		// Nothing is patched nightly then, and so nothing waits for a reboot: aks-node-os-upgrade-channel-off tells.
		case 'None':
		case undefined: {
			return notApplicable(evidence);
		}

		case 'Unmanaged': {
			return isUnknown(osType) ? unknownBecause(osType.reason) : judgeKured(clusterKey, evidence, context);
		}

		default: {
			return unfamiliar(channelPath, channel);
		}
	}
};

/**
First minor versions of AKS whose nodes run containerd and nothing else, by operating system (AKS documentation, cluster configuration).
*/
const containerdFrom: Readonly<Record<string, string>> = {Linux: '1.19', Windows: '1.23'};

const judgeRuntime = ({osType, kubernetesVersion: version, nodeImageVersion}: NodePool): Outcome => {
	const image = valueOf(nodeImageVersion);
	if (image?.toLowerCase().includes('containerd')) {
		return pass(seen('nodeImageVersion', image));
	}

	if (isUnknown(version) || isUnknown(osType)) {
		return unknownBecause((isUnknown(version) ? version : osType as {readonly reason: string}).reason);
	}

	if (version === undefined || osType === undefined) {
		return notReported(version === undefined ? versionPath : 'osType');
	}

	const floor = minorNumber(containerdFrom[osType] ?? '');
	const minor = minorNumber(version);
	if (floor === undefined || minor === undefined) {
		return minor === undefined ? unfamiliar(versionPath, version) : unfamiliar('osType', osType);
	}

	return minor >= floor ? pass(seen(versionPath, version)) : fail([seen(versionPath, version), seen('nodeImageVersion', image)]);
};

export const patchingChecks: ReadonlyArray<Check<'nodePool'>> = [
	{
		id: 'nodepool-unmanaged-without-kured',
		kind: 'nodePool',
		title: 'Nodes patch themselves nightly, and nothing reboots them',
		severity: 'high',
		why: 'Fixes are installed, but the vulnerable kernel goes on running until somebody reboots the node.',
		decidedBy: `${channelPath} of the cluster (Resource Graph); under Unmanaged, a DaemonSet of kured in the cluster's own API`,
		references: {},
		fix: pool => ({
			command: clusterOfPoolCommand('update', pool, '--node-os-upgrade-channel NodeImage'),
			effect: 'For the whole cluster: nodes are drained and replaced about weekly; plan a maintenance window first. Or install kured, which reboots Linux nodes one by one.',
		}),
		judge: judgeReboots,
	},
	{
		id: 'node-runtime-not-containerd',
		kind: 'nodePool',
		title: 'Nodes run the removed Docker runtime',
		severity: 'high',
		why: 'Only a pool that nobody has touched for years still has it; neither it nor its Kubernetes version gets fixes.',
		decidedBy: 'nodeImageVersion, or currentOrchestratorVersion: containerd alone from 1.19 (Linux) and 1.23 (Windows) (Resource Graph)',
		references: {},
		fix: pool => ({
			command: clusterOfPoolCommand('upgrade', pool, `--kubernetes-version ${needed('VERSION', 'a version that az aks get-upgrades offers')}`),
			effect: 'Replaces control plane and nodes one after the other: pods are drained and start elsewhere; one minor version at a time, look for removed APIs first.',
		}),
		judge: judgeRuntime,
	},
];

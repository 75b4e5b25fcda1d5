import {addYears, daysLeft} from '../../calendar.js';
import type {Cluster} from '../../../model/cluster.js';
import {isUnknown, type Fact} from '../../../model/known.js';
import {kubernetesCalendar, longTermSupportYears} from '../../../data/kubernetes-calendar.js';
import type {KubernetesVersion} from '../../../model/kubernetes-version.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../../check.js';
import {aksCommand, needed} from '../../commands.js';
import {minorName, minorNumber} from '../../kubernetes-minor.js';
import {
	fail,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';

const versionPath = 'properties.currentKubernetesVersion';
const channelPath = 'properties.autoUpgradeProfile.upgradeChannel';
const osChannelPath = 'properties.autoUpgradeProfile.nodeOSUpgradeChannel';

const longTerm = 'AKSLongTermSupport';

/**
Support that ends sooner is a warning.
*/
const warningDays = 60;

/**
What the calendar says of a version: a warning or failure, a pass, or nothing where it does not know the version.
*/
const byCalendar = (version: string, isLongTerm: boolean, evidence: Evidence, now: number): Outcome | undefined => {
	const minor = minorName(version);
	const release = kubernetesCalendar.find(entry => entry.minor === minor);
	const oldest = kubernetesCalendar[0];
	if (release === undefined || oldest === undefined) {
		const isOlder = oldest !== undefined && (minorNumber(version) ?? Infinity) < (minorNumber(oldest.minor) ?? 0);
		return isOlder && !isLongTerm && daysLeft(oldest.end, now) < 0
			? fail([evidence], {detail: `Kubernetes ${minor} is older than ${oldest.minor}, whose support ended on ${oldest.end}.`})
			: undefined;
	}

	const end = isLongTerm ? addYears(release.end, longTermSupportYears) : release.end;
	const left = daysLeft(end, now);
	if (left < 0) {
		return fail([evidence], {detail: `Support of Kubernetes ${minor} ended on ${end}.`});
	}

	return left < warningDays
		? fail([evidence], {severity: 'medium', detail: `Support of Kubernetes ${minor} ends on ${end}.`})
		: pass(evidence);
};

const listedAs = (versions: Fact<readonly KubernetesVersion[]> | undefined, version: string): KubernetesVersion | 'not-listed' | 'not-known' => {
	if (versions === undefined || isUnknown(versions) || versions.length === 0) {
		return 'not-known';
	}

	const minor = minorNumber(version);
	return versions.find(entry => minorNumber(entry.minor) === minor) ?? 'not-listed';
};

const judgeVersion = (cluster: Cluster, {now, supportedVersions}: JudgeContext): Outcome => {
	const version = cluster.currentKubernetesVersion ?? cluster.kubernetesVersion;
	if (version === undefined) {
		return notReported(versionPath);
	}

	if (isUnknown(version) || isUnknown(cluster.supportPlan)) {
		return unknownBecause(isUnknown(version) ? version.reason : (cluster.supportPlan as {readonly reason: string}).reason);
	}

	if (minorNumber(version) === undefined) {
		return unfamiliar(versionPath, version);
	}

	const isLongTerm = cluster.supportPlan === longTerm;
	const evidence = seen(versionPath, version);
	const versions = supportedVersions.get(cluster.region);
	const listed = listedAs(versions, version);
	const planned = byCalendar(version, isLongTerm, evidence, now);
	if (listed === 'not-known') {
		return planned ?? unknownBecause(isUnknown(versions) ? versions.reason : `the versions that ${cluster.region} supports have not been read`);
	}

	if (listed === 'not-listed') {
		return fail([evidence], {detail: `${cluster.region} does not offer Kubernetes ${minorName(version)} any more.`});
	}

	const plan = isLongTerm ? longTerm : 'KubernetesOfficial';
	if (listed.supportPlans.length > 0 && !listed.supportPlans.includes(plan)) {
		return fail([evidence, seen('properties.supportPlan', plan)], {detail: `${cluster.region} supports Kubernetes ${minorName(version)} only under ${listed.supportPlans.join(', ')}.`});
	}

	// The region's own answer counts for more than a date: what is still listed gets no worse than a warning.
	return planned?.status === 'fail' ? fail(planned.evidence, {severity: 'medium', detail: planned.detail}) : pass(evidence);
};

export const upgradeChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-kubernetes-version-unsupported',
		kind: 'cluster',
		title: 'Kubernetes version is out of support, or nearly',
		severity: 'high',
		why: 'A version out of support gets no security fixes, falls out of the service agreement, and may be upgraded by force.',
		decidedBy: 'properties.currentKubernetesVersion and supportPlan against locations/{location}/kubernetesVersions; dates from the bundled calendar',
		references: {},
		fix: cluster => ({
			command: aksCommand('upgrade', cluster, `--kubernetes-version ${needed('VERSION', 'a version that az aks get-upgrades offers')}`),
			effect: 'Replaces control plane and nodes one after the other: pods are drained and start elsewhere; look for removed APIs first.',
		}),
		judge: judgeVersion,
	},
	{
		id: 'aks-auto-upgrade-off',
		kind: 'cluster',
		title: 'No automatic upgrade channel',
		severity: 'medium',
		why: 'A cluster without a channel stays behind until its version leaves support.',
		decidedBy: `${channelPath} (Resource Graph); absent means none`,
		references: {mcsb: ['PV-7'], azurePolicy: ['5c345cdf-2049-47e0-b8fe-b0e96bc2df35']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--auto-upgrade-channel patch'),
			effect: 'Nodes are drained and replaced at each new patch version; plan a maintenance window first (az aks maintenanceconfiguration add).',
		}),
		judge({upgradeChannel}) {
			if (isUnknown(upgradeChannel)) {
				return unknownBecause(upgradeChannel.reason);
			}

			if (upgradeChannel === undefined || upgradeChannel === 'none') {
				return fail([seen(channelPath, upgradeChannel)]);
			}

			return ['patch', 'stable', 'rapid', 'node-image'].includes(upgradeChannel) ? pass(seen(channelPath, upgradeChannel)) : unfamiliar(channelPath, upgradeChannel);
		},
	},
	{
		id: 'aks-node-os-upgrade-channel-off',
		kind: 'cluster',
		title: 'Operating systems of nodes are not updated automatically',
		severity: 'high',
		why: 'Fixes of kernel and container runtime then never arrive: nodes do not patch themselves unless a channel says so.',
		decidedBy: `${osChannelPath}, or ${channelPath} = node-image (Resource Graph)`,
		references: {azurePolicy: ['04408ca5-aa10-42ce-8536-98955cdddd4c']},
		fix: cluster => ({
			command: aksCommand('update', cluster, '--node-os-upgrade-channel NodeImage'),
			effect: 'Nodes are drained and replaced about weekly; plan a maintenance window first (aksManagedNodeOSUpgradeSchedule).',
		}),
		judge({nodeOsUpgradeChannel, upgradeChannel}) {
			if (upgradeChannel === 'node-image') {
				return pass(seen(channelPath, upgradeChannel));
			}

			if (isUnknown(nodeOsUpgradeChannel)) {
				return unknownBecause(nodeOsUpgradeChannel.reason);
			}

			switch (nodeOsUpgradeChannel) {
				case 'NodeImage':
				case 'SecurityPatch': {
					return pass(seen(osChannelPath, nodeOsUpgradeChannel));
				}

				case 'None':
				case undefined: {
					return isUnknown(upgradeChannel) ? unknownBecause(upgradeChannel.reason) : fail([seen(osChannelPath, nodeOsUpgradeChannel)]);
				}

				case 'Unmanaged': {
					return unknownBecause('under the channel Unmanaged, nodes patch themselves nightly, but only kured or a person reboots them, and whether kured runs stands in the cluster\'s own API');
				}

				default: {
					return unfamiliar(osChannelPath, nodeOsUpgradeChannel);
				}
			}
		},
	},
];

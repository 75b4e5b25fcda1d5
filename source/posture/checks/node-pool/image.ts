import {isUnknown, valueOf} from '../../../model/known.js';
import {
	nodeImageAge,
	nodeImageKey,
	parseNodeImage,
	type NodeImage,
} from '../../../model/node-image.js';
import type {NodePool} from '../../../model/node-pool.js';
import {isoDay, settledPatchTuesday} from '../../calendar.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../../check.js';
import {nodePoolCommand} from '../../commands.js';
import {isRetired, releasesOf} from '../../operating-system.js';
import {patchGraceDays, severeDays, toleratedDays} from '../../patching/limits.js';
import {
	fail,
	notApplicable,
	notReported,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {emptyBecause, managedBecause} from './emptiness.js';

const imagePath = 'nodeImageVersion';

const byAge = (days: number, evidence: Evidence, detail: string): Outcome => days <= toleratedDays ? pass(evidence) : fail([evidence], {severity: days > severeDays ? 'high' : 'medium', detail});

const upgrade = (pool: NodePool) => ({
	command: nodePoolCommand('upgrade', pool, '--node-image-only'),
	effect: 'Drains and replaces the nodes one after the other; pods start elsewhere, and what has a single replica is away for a moment.',
});

/**
The image, where it can be judged; otherwise the outcome that says why not.
*/
const judgeable = (pool: NodePool): NodeImage | Outcome => {
	const because = managedBecause(pool) ?? emptyBecause(pool);
	if (because !== undefined) {
		return notApplicable(because);
	}

	const {nodeImageVersion: version} = pool;
	if (version === undefined) {
		return notReported(imagePath);
	}

	return isUnknown(version) ? unknownBecause(version.reason) : parseNodeImage(version);
};

const judgeImage = (pool: NodePool, {now, latestNodeImages}: JudgeContext): Outcome => {
	if (pool.poolType === 'AvailabilitySet') {
		return notApplicable(seen('type', pool.poolType));
	}

	const image = judgeable(pool);
	if ('status' in image) {
		return image;
	}

	const evidence = seen(imagePath, image.version);
	const age = nodeImageAge(image, now);
	const retired = releasesOf(valueOf(pool.osSku), image.version).find(release => isRetired(release, now));
	if (retired !== undefined && age !== undefined) {
		// The newest image of a family that gets no more images is not current.
		return byAge(age, evidence, `The image is of ${image.built ?? ''}, and ${retired.name} gets no more images.`);
	}

	const latest = latestNodeImages.get(nodeImageKey(image.family, pool.region));
	if (latest === undefined || isUnknown(latest)) {
		const reason = latest?.reason ?? 'the newest image of this family has not been read';
		return age === undefined ? unknownBecause(reason) : byAge(age, evidence, `The image is of ${image.built ?? ''}, and images come weekly (${reason}).`);
	}

	if (latest.version.toLowerCase() === image.version.toLowerCase()) {
		return pass(evidence);
	}

	const lag = latest.built === undefined ? undefined : nodeImageAge(image, Date.parse(latest.built));
	return lag === undefined
		? unknownBecause(`the newest image is ${latest.version}, and the two cannot be compared by date`)
		: byAge(lag, evidence, `${lag} days behind ${latest.version}.`);
};

/**
Channels under which nothing replaces the nodes of a Windows pool.
*/
const idleChannels = new Set<unknown>(['None', 'Unmanaged', 'SecurityPatch']);

const judgeWindows = (pool: NodePool, {now}: JudgeContext): Outcome => {
	const {osType, nodeOsUpgradeChannel} = pool;
	if (isUnknown(osType)) {
		return unknownBecause(osType.reason);
	}

	if (osType !== 'Windows') {
		return osType === 'Linux' ? notApplicable(seen('osType', osType)) : notReported('osType');
	}

	const image = judgeable(pool);
	if ('status' in image) {
		return image;
	}

	if (image.built === undefined) {
		return unknownBecause(`\`${imagePath}\` holds "${image.version}", which carries no date`);
	}

	const cycle = isoDay(settledPatchTuesday(now, patchGraceDays));
	if (image.built >= cycle) {
		return pass(seen(imagePath, image.version));
	}

	const channel = idleChannels.has(nodeOsUpgradeChannel) ? ` The channel ${String(valueOf(nodeOsUpgradeChannel))} does not patch Windows nodes.` : '';
	return fail([seen(imagePath, image.version)], {detail: `Built on ${image.built}, before the fixes of ${cycle}.${channel}`});
};

export const imageChecks: ReadonlyArray<Check<'nodePool'>> = [
	{
		id: 'nodepool-image-outdated',
		kind: 'nodePool',
		title: 'Node image is behind the newest one',
		severity: 'high',
		why: 'The image is how fixes of the operating system reach a node, Linux and Windows alike.',
		decidedBy: 'nodeImageVersion against the newest image of its family and region (agentPools upgradeProfiles/default); more than 14 days behind fails, more than 30 is high',
		references: {},
		fix: upgrade,
		judge: judgeImage,
	},
	{
		id: 'nodepool-windows-not-patched',
		kind: 'nodePool',
		title: 'Windows pool misses the last Patch Tuesday',
		severity: 'high',
		why: 'Windows Update never runs on nodes of AKS: a new image is the only way in which a fix arrives.',
		decidedBy: 'osType, and the date in nodeImageVersion against the newest Patch Tuesday that is 14 days old',
		references: {},
		fix: upgrade,
		judge: judgeWindows,
	},
];

import type {Kured} from '../../model/inside.js';
import {valueOf, type Fact} from '../../model/known.js';
import type {Callout} from './callout.js';
import {kuredCallouts} from './kured-callouts.js';
import {toleratedDays} from './limits.js';
import type {PoolPatching} from './pool-patching.js';

const day = 86_400_000;

type Patched = Pick<PoolPatching, 'pool' | 'image' | 'kubelet' | 'way' | 'isWindows' | 'patchedAt'>;

/**
A channel that should bring patches, where an image is behind and nothing came for longer than images are apart.
*/
const idle = ({pool, way, image, patchedAt}: Patched, now: number): readonly Callout[] => {
	const days = patchedAt === undefined ? image.age : Math.floor((now - Date.parse(patchedAt)) / day);
	const isMeant = way === 'image' || way === 'packages';
	if (!isMeant || days === undefined || days <= toleratedDays || image.state !== 'behind') {
		return [];
	}

	const last = patchedAt === undefined ? `and the image is of ${days} d ago` : `nothing applied for ${days} d`;
	return [{
		id: 'channel-idle', severity: 'medium', short: 'channel idle', text: `${valueOf(pool.nodeOsUpgradeChannel) ?? 'A channel'} set, ${last}.`,
	}];
};

/**
Windows Update never runs by itself, and the node OS channels other than NodeImage do nothing there.
*/
const noChannel = ({pool, way, isWindows}: Patched): readonly Callout[] => {
	const why = isWindows
		? `the channel ${valueOf(pool.nodeOsUpgradeChannel) ?? 'None'} does nothing on Windows, and Windows Update never runs by itself`
		: 'the node OS channel is None';
	return way === 'nothing'
		? [{
			id: 'no-channel', severity: 'high', short: 'no channel', text: `Nothing patches these nodes: ${why}.`,
		}]
		: [];
};

const outdated = ({image, kubelet}: Patched): readonly Callout[] => [
	...(image.missedPatchTuesday === undefined
		? []
		: [{
			id: 'missed-patch-tuesday',
			severity: 'high',
			short: 'missed Patch Tuesday',
			text: `The image is of ${image.image?.built ?? 'no day that is known'} and lacks the fixes of Patch Tuesday, ${image.missedPatchTuesday}.`,
		} as const]),
	...(image.retired === undefined
		? []
		: [{
			id: 'retired-system', severity: 'high', short: 'retired system', text: `${image.retired} gets no fixes any more.`,
		} as const]),
	...(kubelet.state === 'over'
		? [{
			id: 'kubelet-unsupported', severity: 'high', short: 'Kubernetes unsupported', text: `Kubernetes ${kubelet.version ?? ''} is out of support: ${kubelet.because}.`,
		} as const]
		: []),
];

/**
What is to be called out of how a pool is patched, what nothing patches first.
*/
export const poolCallouts = (patched: Patched, kured: Fact<Kured | undefined>, now: number): readonly Callout[] => [
	...noChannel(patched),
	...(patched.way === 'nightly' ? kuredCallouts(kured) : []),
	...outdated(patched),
	...idle(patched, now),
];

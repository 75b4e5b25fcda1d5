import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {Line, Tone} from '../../theme.js';
import {unknownLine, words} from '../../parts/sheet/fact-row.js';

type ChannelWords = Readonly<Record<string, readonly [meaning: string, tone: Tone]>>;

/**
What the node OS upgrade channels do.
Source: AKS documentation, node OS auto-upgrade; the service's default for new clusters is NodeImage.
*/
const linuxChannels: ChannelWords = {
	none: ['nothing patches the nodes but an upgrade by hand', 'high'],
	unmanaged: ['the OS patches itself nightly; kernel updates wait for a reboot that nobody does', 'medium'],
	securitypatch: ['AKS brings security patches, most without new nodes', 'good'],
	nodeimage: ['AKS replaces the node image when a new one is out', 'good'],
};

/**
Windows has no unattended upgrades and no security patch images: only new node images patch it.
*/
const windowsChannels: ChannelWords = {
	none: ['nothing patches the nodes: Windows Update never runs by itself', 'high'],
	unmanaged: ['does nothing on Windows: Windows Update never runs by itself', 'high'],
	securitypatch: ['does nothing on Windows: only new node images patch it', 'high'],
	nodeimage: ['AKS replaces the node image when a new one is out', 'good'],
};

const clusterChannels: ChannelWords = {
	none: ['Kubernetes is upgraded by hand only', 'medium'],
	patch: ['newest patch of its minor version', 'good'],
	stable: ['newest patch of the minor version before the newest', 'good'],
	rapid: ['newest patch of the newest minor version', 'good'],
	'node-image': ['node images only, Kubernetes by hand', 'medium'],
};

const channelLine = (channel: Fact<string | undefined>, meanings: ChannelWords, absent: Line): Line => {
	if (isUnknown(channel)) {
		return unknownLine(channel);
	}

	if (channel === undefined) {
		return absent;
	}

	const [meaning, tone] = meanings[channel.toLowerCase()] ?? ['a channel that crowsnest does not know', 'unknown' as const];
	return [{text: channel, bold: true}, {text: `: ${meaning}`, tone}];
};

/**
`autoUpgradeProfile.nodeOSUpgradeChannel` and what it does for an operating system.
*/
export const nodeOsChannelLine = (channel: Fact<string | undefined>, osType: Fact<string | undefined>): Line =>
	channelLine(
		channel,
		osType === 'Windows' ? windowsChannels : linuxChannels,
		words('not reported: Azure names no node OS channel', 'unknown'),
	);

/**
`autoUpgradeProfile.upgradeChannel` and what it does; absent means none.
*/
export const upgradeChannelLine = (channel: Fact<string | undefined>): Line =>
	channelLine(channel, clusterChannels, words('none: Kubernetes is upgraded by hand only', 'medium'));

import {hostTags, type Host, type PatchAssessment} from '../../model/host.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';
import {Branch} from './branch.js';
import {readResource} from './resource.js';
import {tagOf} from './tag-of.js';
import {arcStates, systemFamilies} from './vocabulary.js';

type Tags = Readonly<Record<string, string>>;

const flagWords = new Map([
	...['installed', 'enabled', 'on', 'true', 'yes'].map(word => [word, true] as const),
	...['missing', 'absent', 'disabled', 'off', 'false', 'no'].map(word => [word, false] as const),
]);

const flagTag = (tags: Tags, name: string, what: string): Fact<boolean> => {
	const value = tagOf(tags, name);
	return value === undefined ? unknown('not-reported', `Azure Arc does not report ${what}; the tag \`${name}\` with on or off would tell`) : flagWords.get(value.trim().toLowerCase()) ?? unknown('malformed', `the tag \`${name}\` holds "${value.slice(0, 40)}", not on or off`);
};

const driveTag = (tags: Tags): Fact<string> => {
	const value = tagOf(tags, hostTags.systemDrive);
	if (value === undefined) {
		return unknown('not-reported', `Azure Arc does not report which drive Windows is installed to; the tag \`${hostTags.systemDrive}\` with a letter would tell`);
	}

	const letter = /^(?<letter>[a-z]):?\\?$/iv.exec(value.trim())?.groups?.letter;
	return letter === undefined ? unknown('malformed', `the tag \`${hostTags.systemDrive}\` holds "${value.slice(0, 40)}", not a drive's letter`) : `${letter.toUpperCase()}:`;
};

/**
The agent sends its numbers as texts: `"6"`, `"34307309568"`.
*/
const textNumber = (branch: Branch, name: string): Fact<number | undefined> => {
	const text = typeof branch.raw(name) === 'number' ? branch.number(name) : branch.text(name);
	if (typeof text !== 'string') {
		return text;
	}

	const number = Number(text);
	return text.trim() !== '' && Number.isFinite(number) && number >= 0 ? number : unknown('malformed', `\`${branch.path}.${name}\` holds "${text.slice(0, 40)}", not a number`);
};

const gibibyte = 2 ** 30;

/**
Bytes; older agents tell whole gibibytes, or nothing.
*/
const memoryOf = (detected: Branch): Fact<number | undefined> => {
	const bytes = textNumber(detected, 'totalPhysicalMemoryInBytes');
	if (bytes !== undefined) {
		return bytes;
	}

	const gibibytes = textNumber(detected, 'totalPhysicalMemoryInGigabytes');
	return typeof gibibytes === 'number' ? gibibytes * gibibyte : gibibytes;
};

/**
What the firmware of virtual machines calls its model or its maker.
*/
const virtualModel = /virtual|vmware|\bkvm\b|qemu|\bxen\b|hvm domu|bochs|parallels|proxmox|nutanix|openstack|google compute engine|amazon ec2|droplet/iv;

/**
Clouds in which a machine is a virtual one unless its model says `metal`.
*/
const clouds = /^(?:azure|aws|gcp|google)$/iv;

const virtualOf = (manufacturer: Fact<string | undefined>, model: Fact<string | undefined>, cloud: Fact<string | undefined>): Fact<boolean | undefined> => {
	if (typeof cloud === 'string' && clouds.test(cloud) && !(typeof model === 'string' && /metal/iv.test(model))) {
		return true;
	}

	if (isUnknown(model)) {
		return model;
	}

	return model === undefined || model === '' ? undefined : virtualModel.test(model) || (typeof manufacturer === 'string' && virtualModel.test(manufacturer));
};

const patchesOf = (patches: Branch): Fact<PatchAssessment | undefined> => {
	const presence = patches.presence();
	if (isUnknown(presence)) {
		return presence;
	}

	if (!presence) {
		return undefined;
	}

	const counts = patches.child('availablePatchCountByClassification');
	return {
		critical: textNumber(counts, 'critical'),
		security: textNumber(counts, 'security'),
		rebootPending: patches.textFlag('rebootPending'),
		assessed: patches.text('lastModifiedDateTime'),
	};
};

/**
Maps a machine as Resource Graph sends it; `patches`, a column of ours, is the machine's patch assessment. Never throws; gives
nothing without a usable id. Source: Microsoft.HybridCompute machines 2025-01-13; recorded answers say `windows` in small letters and numbers as texts.
*/
export const readHost = (document: unknown): Host | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	const detected = properties.child('detectedProperties');
	const manufacturer = detected.word('manufacturer');
	const model = detected.word('model');
	const cloud = properties.child('cloudMetadata').word('provider');
	return {
		...resource,
		kind: 'host',
		osType: properties.word('osType', systemFamilies),
		osSku: properties.word('osSku'),
		osVersion: properties.word('osVersion'),
		memory: memoryOf(detected),
		processors: textNumber(detected, 'logicalCoreCount'),
		isVirtual: virtualOf(manufacturer, model, cloud),
		hyperV: flagTag(resource.tags, hostTags.hyperV, 'whether the Hyper-V role is installed'),
		nestedVirtualization: flagTag(resource.tags, hostTags.nestedVirtualization, 'whether virtualisation is exposed to the machine'),
		systemDrive: driveTag(resource.tags),
		status: properties.word('status', arcStates),
		statusChanged: properties.text('lastStatusChange'),
		agentVersion: properties.word('agentVersion'),
		manufacturer,
		model,
		cloud,
		processorName: detected.word('processorNames'),
		architecture: detected.word('architecture'),
		domain: properties.word('domainName'),
		patches: patchesOf(root.child('patches')),
	};
};

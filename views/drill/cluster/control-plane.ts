import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown, valueOf} from '../../../source/model/known.js';
import {isTooBroad, parseIpRange} from '../../../source/posture/ip-range.js';
import {
	factRow,
	goodWhenOn,
	plainSwitch,
	switchRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section, type SheetRow} from '../../parts/sheet/sheet.js';
import type {Line} from '../../theme.js';
import {reachSection} from '../inside/reach-section.js';
import {upgradeChannelLine} from '../patching/channel-words.js';
import {versionWords} from '../rows/version-words.js';
import type {Tab} from '../tab.js';
import {accessSections} from './access-sections.js';
import {exposureLine} from './exposure.js';
import {serverRows} from './server-rows.js';

/**
How many addresses a range lets in, in words.
*/
const widthWords = (range: string): Line => {
	const parsed = parseIpRange(range);
	if (parsed.kind !== 'addresses') {
		return parsed.kind === 'service-tag' ? words('a service tag: addresses that many customers share', 'medium') : words('cannot be read as a range', 'unknown');
	}

	const bits = (parsed.family === 4 ? 32 : 128) - parsed.prefix;
	const count = bits === 0 ? '1 address' : (bits > 32 ? `2^${bits} addresses` : `${2 ** bits} addresses`);
	return isTooBroad(parsed) ? words(`${count}: a large part of the internet`, 'high') : words(count, 'dim');
};

const rangeRows = ({authorizedIpRanges: ranges}: Cluster): readonly SheetRow[] => {
	const label = 'Authorised ranges';
	if (isUnknown(ranges)) {
		return [{label, value: unknownLine(ranges)}];
	}

	return ranges === undefined || ranges.length === 0
		? [{label, value: words('none', 'dim')}]
		: ranges.map((range, index): SheetRow => ({label: index === 0 ? label : '', value: [{text: `${range} `}, ...widthWords(range)]}));
};

const serverSection = (cluster: Cluster): Section => ({
	title: 'API server',
	rows: [
		{label: 'Exposure', value: exposureLine(cluster)},
		...rangeRows(cluster),
		...serverRows(cluster),
	],
});

/**
What Microsoft promises of the API server, by tier. Source: ManagedClusterSKUTier of Microsoft.ContainerService, api-version 2026-07-01.
*/
const promiseLine = (tier: string, cluster: Cluster): Line => {
	if (tier === 'Free') {
		return words('Free: no service level agreement', 'medium');
	}

	const zones = (valueOf(cluster.nodePools) ?? []).some(pool => (valueOf(pool.zones) ?? []).length > 0);
	return words(`${tier}: ${zones ? '99.95 % with availability zones' : '99.9 % without availability zones'}${tier === 'Premium' ? ', long-term support possible' : ''}`, 'good');
};

const lifeSection = (cluster: Cluster, snapshot: Snapshot): Section => ({
	title: 'Version and support',
	rows: [
		{label: 'Kubernetes', value: versionWords(cluster.currentKubernetesVersion, cluster.supportPlan, cluster.region, snapshot.supportedVersions)},
		factRow('Tier', cluster.tier, tier => promiseLine(tier, cluster), words('not reported', 'unknown')),
		textRow('Support plan', cluster.supportPlan, words('not reported', 'dim')),
		{label: 'Upgrades', value: upgradeChannelLine(cluster.upgradeChannel)},
	],
});

const agentRows = (cluster: Cluster, {insides}: Snapshot): readonly SheetRow[] => {
	const agents = insides.get(cluster.key)?.agents;
	if (agents === undefined) {
		return [];
	}

	if (isUnknown(agents)) {
		return [{label: 'Agents', value: unknownLine(agents)}];
	}

	return agents.map(({name, desired, ready}): SheetRow => ({
		label: name,
		value: desired === undefined || ready === undefined
			? words('readiness not reported', 'unknown')
			: words(`${ready} of ${desired} ready`, ready < desired ? 'high' : 'good'),
	}));
};

const protectionSection = (cluster: Cluster, snapshot: Snapshot): Section => ({
	title: 'Workload identity and protection',
	rows: [
		switchRow('OIDC issuer', cluster.oidcIssuer, plainSwitch),
		switchRow('Workload identity', cluster.workloadIdentity, goodWhenOn),
		switchRow('Defender sensor', cluster.defenderSensor, goodWhenOn),
		switchRow('Azure Policy', cluster.azurePolicy, goodWhenOn),
		...agentRows(cluster, snapshot),
	],
});

/**
The control plane: who reaches it, who gets in and as what, how long it is supported, and what watches over it.
*/
export const controlPlane: Tab<Cluster> = {
	id: 'control-plane',
	title: 'Control plane',
	type: 'lines',
	lines: ({resource, snapshot, theme, width, now}) => drawSheet([
		serverSection(resource),
		...accessSections(resource),
		lifeSection(resource, snapshot),
		protectionSection(resource, snapshot),
		reachSection(resource, snapshot, now),
	], width, theme),
};

import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {
	isUnknown,
	valueOf,
	type Fact,
	type Unknown,
} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import type {Line} from '../../theme.js';
import {
	factRow,
	goodWhenOn,
	listRow,
	plainSwitch,
	switchRow,
	textRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import {postureSection} from '../rows/posture-section.js';
import {placeRows, tagSection} from '../rows/resource-section.js';
import {drawSheet, type Section} from '../../parts/sheet/sheet.js';
import type {Tab} from '../tab.js';
import {plural} from '../../../source/model/plural.js';
import {poolPatchingSection} from './pool-patching-section.js';

const sizeLine = ({count, autoScaling, minCount, maxCount}: NodePool): Line => {
	if (isUnknown(count)) {
		return unknownLine(count);
	}

	const nodes = count === undefined ? 'node count not reported' : plural(count, 'node');
	if (autoScaling !== true) {
		const gap = isUnknown(autoScaling) ? unknownLine(autoScaling) : words('fixed', 'dim');
		return [{text: `${nodes}, `}, ...gap];
	}

	const limits: ReadonlyArray<Fact<number | undefined>> = [minCount, maxCount];
	const hidden = limits.find((fact): fact is Unknown => isUnknown(fact));
	return hidden
		? [{text: `${nodes}, autoscaled, limits `}, ...unknownLine(hidden)]
		: words(`${nodes}, autoscaled from ${valueOf(minCount) ?? '?'} to ${valueOf(maxCount) ?? '?'}`);
};

const poolSection = (pool: NodePool, snapshot: Snapshot): Section => ({
	title: 'Node pool',
	rows: [
		{label: 'Cluster', value: words(pool.clusterName)},
		textRow('Mode', pool.mode, words('not reported', 'unknown')),
		{label: 'Size', value: sizeLine(pool)},
		textRow('VM size', pool.vmSize, words('not reported', 'unknown')),
		textRow('Type', pool.poolType, words('not reported', 'unknown')),
		listRow('Zones', pool.zones, words('none', 'dim')),
		switchRow('Spot', pool.spot, plainSwitch),
		factRow('Power', pool.powerState, state => words(state, state === 'Running' ? 'good' : 'medium'), words('not reported', 'unknown')),
		...placeRows(pool, snapshot),
	],
});

const hardeningSection = (pool: NodePool): Section => ({
	title: 'Hardening',
	rows: [
		switchRow('Public node addresses', pool.publicIpPerNode, {on: words('each node has one', 'high'), off: words('none', 'good')}),
		listRow('Open host ports', pool.allowedHostPorts, words('none', 'good')),
		factRow('SSH', pool.sshAccess, access => words(access, access === 'Disabled' || access === 'EntraId' ? 'good' : 'medium'), words('not set: LocalUser, with a key', 'medium')),
		switchRow('FIPS', pool.fips, plainSwitch),
		switchRow('Encryption at host', pool.encryptionAtHost, goodWhenOn),
	],
});

/**
A node pool at a glance.
*/
export const overview: Tab<NodePool> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines: ({resource, snapshot, theme, width, now}) => drawSheet([
		postureSection(snapshot.posture.byKey.get(resource.key), theme),
		poolSection(resource, snapshot),
		{...poolPatchingSection(resource, snapshot, now), title: 'Patching'},
		hardeningSection(resource),
		tagSection(resource),
	], width, theme),
};

import type {Snapshot} from '../../../source/fleet/snapshot.js';
import {isUnknown, type Fact} from '../../../source/model/known.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import type {PoolPatching} from '../../../source/posture/patching/pool-patching.js';
import type {Line} from '../../theme.js';
import {compareVersions} from '../rows/compare-versions.js';
import {textRow, unknownLine, words} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import {versionWords} from '../rows/version-words.js';
import {nodeOsChannelLine} from './channel-words.js';
import {imageLine, newestImageLine} from './image-words.js';
import {poolRows} from './pool-rows.js';

const systemLine = ({osType, osSku}: NodePool): Line => {
	if (isUnknown(osSku)) {
		return unknownLine(osSku);
	}

	if (isUnknown(osType)) {
		return unknownLine(osType);
	}

	const known = [osType, osSku].filter(text => text !== undefined);
	return known.length === 0 ? words('not reported', 'unknown') : words(known.join(' '));
};

const skewRows = (pool: NodePool): readonly SheetRow[] => {
	const {kubernetesVersion: own, clusterKubernetesVersion: control} = pool;
	if (own === undefined || control === undefined || isUnknown(own) || isUnknown(control) || compareVersions(own, control) === 0) {
		return [];
	}

	return [{
		label: 'Control plane',
		value: words(`${control}: the pool is ${compareVersions(own, control) < 0 ? 'behind' : 'ahead of'} it`, 'medium'),
	}];
};

/**
How one pool is patched: its image against the newest in its region, the channel that brings new ones, its Kubernetes version.
The support plan is the cluster's.
*/
export const patchingSection = ({pool, supportPlan, snapshot, now, patching}: {
	readonly pool: NodePool;
	readonly supportPlan: Fact<string | undefined>;
	readonly snapshot: Snapshot;
	readonly now: number;
	/**
	Absent where the cluster of the pool was not read.
	*/
	readonly patching: PoolPatching | undefined;
}): Section => ({
	title: pool.name,
	rows: [
		{label: 'Operating system', value: systemLine(pool)},
		{label: 'Node image', value: imageLine(pool, now)},
		{label: 'Newest image', value: newestImageLine(pool, snapshot.latestNodeImages, now)},
		{label: 'OS upgrade channel', value: nodeOsChannelLine(pool.nodeOsUpgradeChannel, pool.osType)},
		{label: 'Kubernetes', value: versionWords(pool.kubernetesVersion, supportPlan, pool.region, snapshot.supportedVersions)},
		...skewRows(pool),
		...(patching ? poolRows(patching, now) : []),
		textRow('State', pool.provisioningState, words('not reported', 'unknown')),
	],
});

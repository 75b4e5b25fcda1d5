import type {Snapshot} from '../../../source/fleet/snapshot.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {isUnknown} from '../../../source/model/known.js';
import {upgradeChannelLine, nodeOsChannelLine} from '../patching/channel-words.js';
import {factRow, textRow, words} from '../../parts/sheet/fact-row.js';
import {placeRows} from '../rows/resource-section.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';
import {versionWords} from '../rows/version-words.js';

/**
While an upgrade runs (or after it was refused) what was asked for differs from what runs.
*/
const askedRows = ({kubernetesVersion: asked, currentKubernetesVersion: current}: Cluster): readonly SheetRow[] => {
	if (asked === undefined || current === undefined || isUnknown(asked) || isUnknown(current)) {
		return [];
	}

	// A version asked for as `1.33` is met by every patch of it.
	return current === asked || current.startsWith(`${asked}.`) ? [] : [{label: 'Asked for', value: words(asked, 'medium')}];
};

/**
What a cluster is and where: version against what its region supports, tier, state.
*/
export const clusterSection = (cluster: Cluster, snapshot: Snapshot): Section => ({
	title: 'Cluster',
	rows: [
		{label: 'Kubernetes', value: versionWords(cluster.currentKubernetesVersion, cluster.supportPlan, cluster.region, snapshot.supportedVersions)},
		...askedRows(cluster),
		textRow('Tier', cluster.tier, words('not reported', 'unknown')),
		textRow('SKU', cluster.skuName, words('not reported', 'unknown')),
		textRow('Support plan', cluster.supportPlan),
		factRow('Power', cluster.powerState, state => words(state, state === 'Running' ? 'good' : 'medium'), words('not reported', 'unknown')),
		factRow('Provisioning', cluster.provisioningState, state => words(state, state === 'Failed' || state === 'Canceled' ? 'high' : 'plain'), words('not reported', 'unknown')),
		...placeRows(cluster, snapshot),
		textRow('Node resource group', cluster.nodeResourceGroup),
	],
});

/**
What upgrades the cluster and patches its nodes by itself.
*/
export const upgradeSection = (cluster: Cluster): Section => ({
	title: 'Upgrade channels',
	rows: [
		{label: 'Kubernetes', value: upgradeChannelLine(cluster.upgradeChannel)},
		{label: 'Node OS', value: nodeOsChannelLine(cluster.nodeOsUpgradeChannel, 'Linux')},
	],
});

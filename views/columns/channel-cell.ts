import type {Cluster} from '../../source/model/cluster.js';
import {isUnknown} from '../../source/model/known.js';
import type {Cell} from './column.js';
import {unknownCell} from './fact-cell.js';

/**
None patches nothing; Unmanaged patches Linux only, and waits for a reboot that nobody does.
*/
export const nodeOsChannelTone = (channel: string): 'high' | 'medium' | 'unknown' | 'plain' => {
	switch (channel.toLowerCase()) {
		case 'none': {
			return 'high';
		}

		case 'unmanaged': {
			return 'medium';
		}

		case '?':
		case 'not reported': {
			return 'unknown';
		}

		default: {
			return 'plain';
		}
	}
};

/**
`patch/NodeImage`: how the cluster's Kubernetes version and its nodes' operating system are kept up to date.
An upgrade channel that Azure leaves out means none; for the node OS it means that Azure does not say.
Source: managedClusters `autoUpgradeProfile`, api-version 2026-07-01.
*/
export const channelCell = (cluster: Cluster): Cell => {
	const {upgradeChannel, nodeOsUpgradeChannel} = cluster;
	if (isUnknown(upgradeChannel) && isUnknown(nodeOsUpgradeChannel)) {
		return unknownCell;
	}

	const version = isUnknown(upgradeChannel) ? '?' : (upgradeChannel ?? 'none');
	const nodes = isUnknown(nodeOsUpgradeChannel) ? '?' : (nodeOsUpgradeChannel ?? 'not reported');
	return {text: `${version}/${nodes}`, tone: nodeOsChannelTone(nodes)};
};

import type {Cluster} from '../../../source/model/cluster.js';
import {
	factRow,
	listRow,
	switchRow,
	textRow,
	words,
} from '../../parts/sheet/fact-row.js';
import type {Section} from '../../parts/sheet/sheet.js';
import {exposureLine} from './exposure.js';
import {serverRows} from './server-rows.js';

/**
Who reaches the API server, and how the cluster's network is built.
*/
export const networkSections = (cluster: Cluster): readonly Section[] => [
	{
		title: 'API server',
		rows: [
			{label: 'Exposure', value: exposureLine(cluster)},
			switchRow('Private cluster', cluster.privateCluster, {on: words('yes', 'good'), off: words('no')}),
			textRow('Public access', cluster.publicNetworkAccess, words('not set: enabled', 'dim')),
			listRow('Authorised ranges', cluster.authorizedIpRanges, words('none', 'dim')),
			...serverRows(cluster),
		],
	},
	{
		title: 'Network',
		rows: [
			textRow('Plugin', cluster.networkPlugin),
			factRow('Network policy', cluster.networkPolicy, policy => words(policy, policy === 'none' ? 'medium' : 'plain'), words('none: every pod reaches every other', 'medium')),
			textRow('Data plane', cluster.networkDataplane),
			textRow('Outbound', cluster.outboundType),
		],
	},
];

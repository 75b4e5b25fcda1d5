import {isUnknown, valueOf} from '../../source/model/known.js';
import type {Cluster} from '../../source/model/cluster.js';
import {channelCell} from './channel-cell.js';
import type {Cell, Column} from './column.js';
import {factCell, unknownCell} from './fact-cell.js';
import {versionWeight} from './measures.js';
import {resourceGroupColumn, regionColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn, scoreColumn} from './posture-columns.js';
import {powerCell} from './power-cell.js';
import {versionCell} from './version-cell.js';

/**
Who reaches the API server: `private`, `ranges 3` or `public`. A private cluster is never judged by its ranges.
*/
const apiServer = (cluster: Cluster): Cell => {
	if (cluster.privateCluster === true || valueOf(cluster.publicNetworkAccess)?.toLowerCase() === 'disabled') {
		return {text: 'private', tone: 'good'};
	}

	const {privateCluster, publicNetworkAccess, authorizedIpRanges} = cluster;
	if (isUnknown(privateCluster) || isUnknown(publicNetworkAccess) || isUnknown(authorizedIpRanges)) {
		return unknownCell;
	}

	const ranges = authorizedIpRanges ?? [];
	const isOpen = ranges.length === 0 || ranges.some(range => range.endsWith('/0'));
	return isOpen ? {text: 'public', tone: 'high'} : {text: `ranges ${ranges.length}`};
};

/**
Who signs in: Entra alone, Entra beside certificates that nobody can revoke, or certificates alone.
*/
const signIn = (cluster: Cluster): Cell => {
	const {entraIntegrated, localAccountsDisabled} = cluster;
	if (isUnknown(entraIntegrated) || isUnknown(localAccountsDisabled)) {
		return unknownCell;
	}

	if (!entraIntegrated) {
		return {text: 'local', tone: 'high'};
	}

	return localAccountsDisabled === true ? {text: 'Entra', tone: 'good'} : {text: 'Entra+local', tone: 'high'};
};

const nodesOf = (cluster: Cluster): {readonly sum: number; readonly isComplete: boolean} | undefined => {
	const pools = valueOf(cluster.nodePools);
	if (!pools) {
		return undefined;
	}

	const counts = pools.map(pool => valueOf(pool.count));
	return {sum: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0), isComplete: !counts.includes(undefined)};
};

/**
What an operator sees of a cluster, what matters most first.
*/
export const clusterColumns: ReadonlyArray<Column<Cluster>> = [
	{
		id: 'name', aliases: ['cluster'], title: 'NAME', minWidth: 20, width: 32, grows: true, priority: 0, cell: cluster => ({text: cluster.name}),
	},
	{...failuresColumn, priority: 1},
	{
		id: 'version',
		aliases: ['kubernetes'],
		title: 'VERSION',
		minWidth: 9,
		width: 10,
		priority: 2,
		cell: (cluster, {snapshot}) => versionCell(
			cluster.currentKubernetesVersion ?? cluster.kubernetesVersion,
			cluster.region,
			snapshot.supportedVersions,
			cluster.supportPlan,
		),
		sortBy(cluster) {
			const version = valueOf(cluster.currentKubernetesVersion) ?? valueOf(cluster.kubernetesVersion);
			return version === undefined ? undefined : versionWeight(version);
		},
		measure: {
			of(cluster) {
				const version = valueOf(cluster.currentKubernetesVersion) ?? valueOf(cluster.kubernetesVersion);
				return version === undefined ? undefined : versionWeight(version);
			},
			parse: versionWeight,
			example: '1.33',
		},
	},
	{
		id: 'api', title: 'API', minWidth: 8, width: 9, priority: 2, cell: apiServer,
	},
	{
		id: 'defender',
		aliases: ['sensor'],
		title: 'DEFENDER',
		minWidth: 8,
		width: 8,
		priority: 3,
		// Defender's profile is only there where the sensor was once switched on; its absence is told apart from off.
		cell: cluster => factCell(cluster.defenderSensor, isOn => (isOn ? {text: 'on', tone: 'good'} : {text: 'off', tone: 'high'}), {text: 'not set', tone: 'high'}),
	},
	{
		id: 'identity', aliases: ['entra', 'accounts'], title: 'IDENTITY', minWidth: 11, width: 11, priority: 4, cell: signIn,
	},
	{...scoreColumn, priority: 5},
	{
		id: 'channel', aliases: ['upgrade'], title: 'CHANNEL', minWidth: 14, width: 20, priority: 6, cell: channelCell,
	},
	{
		id: 'pools',
		title: 'POOLS',
		align: 'right',
		minWidth: 5,
		width: 5,
		priority: 8,
		cell: cluster => factCell(cluster.nodePools, pools => ({text: String(pools.length)}), {text: '-', tone: 'dim'}),
		sortBy: cluster => valueOf(cluster.nodePools)?.length,
	},
	{
		id: 'nodes',
		title: 'NODES',
		align: 'right',
		minWidth: 5,
		width: 5,
		priority: 7,
		cell(cluster) {
			const nodes = nodesOf(cluster);
			if (!nodes) {
				return isUnknown(cluster.nodePools) ? unknownCell : {text: '-', tone: 'dim'};
			}

			return nodes.isComplete ? {text: String(nodes.sum)} : {text: `${nodes.sum}+?`, tone: 'unknown'};
		},
		sortBy: cluster => nodesOf(cluster)?.sum,
	},
	{
		id: 'state', aliases: ['power'], title: 'STATE', minWidth: 9, width: 10, priority: 6, cell: powerCell,
	},
	{...regionColumn, priority: 8},
	{...subscriptionColumn, priority: 9},
	{...resourceGroupColumn, priority: 10},
	{
		id: 'tier', title: 'TIER', minWidth: 8, width: 8, priority: 11, cell: cluster => factCell(cluster.tier, text => ({text})),
	},
];

/**
Worst first.
*/
export const clusterSort = {column: 'severity', isDescending: true} as const;

import {valueOf} from '../../source/model/known.js';
import type {NodePool} from '../../source/model/node-pool.js';
import {nodeOsChannelTone} from './channel-cell.js';
import type {Cell, Column} from './column.js';
import {factCell, textCell} from './fact-cell.js';
import {imageCell, imageDays} from './image-cell.js';
import {versionWeight} from './measures.js';
import {resourceGroupColumn, regionColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn, scoreColumn} from './posture-columns.js';
import {powerCell} from './power-cell.js';

const poolName = (pool: NodePool): string => `${pool.clusterName}/${pool.name}`;

const operatingSystem = (pool: NodePool): Cell => textCell(pool.osSku ?? pool.osType);

const nodes = (pool: NodePool): Cell => factCell(pool.count, count => {
	const [lowest, highest] = [valueOf(pool.minCount), valueOf(pool.maxCount)];
	const isScaled = pool.autoScaling === true && lowest !== undefined && highest !== undefined;
	return {text: isScaled ? `${count} (${lowest}-${highest})` : String(count)};
}, {text: '-', tone: 'dim'});

/**
What an operator sees of a node pool: what it runs, how old its image is, and who patches it.
*/
export const nodePoolColumns: ReadonlyArray<Column<NodePool>> = [
	{
		id: 'pool', aliases: ['name', 'cluster'], title: 'POOL', minWidth: 26, width: 38, grows: true, priority: 0, cell: pool => ({text: poolName(pool)}),
	},
	{...failuresColumn, priority: 1},
	{
		id: 'image',
		title: 'IMAGE',
		minWidth: 10,
		width: 12,
		priority: 2,
		cell: imageCell,
		sortBy: (pool, {now}) => imageDays(pool, now),
		filterBy: (pool, context) => `${imageCell(pool, context).text} ${valueOf(pool.nodeImageVersion) ?? ''}`,
		measure: {
			of: (pool, {now}) => imageDays(pool, now),
			parse(text) {
				const match = /^(?<days>\d+(?:\.\d+)?)d?$/v.exec(text);
				return match ? Number(match.groups!.days) : undefined;
			},
			example: '30d',
		},
	},
	{
		id: 'os', title: 'OS', minWidth: 10, width: 11, priority: 3, cell: operatingSystem,
	},
	{
		id: 'version',
		aliases: ['kubernetes'],
		title: 'VERSION',
		minWidth: 8,
		width: 8,
		priority: 3,
		cell: pool => factCell(pool.kubernetesVersion, version => {
			const isBehind = (versionWeight(version) ?? 0) < (versionWeight(valueOf(pool.clusterKubernetesVersion) ?? '') ?? 0);
			return {text: version, tone: isBehind ? 'medium' : 'plain'};
		}),
		sortBy(pool) {
			const version = valueOf(pool.kubernetesVersion);
			return version === undefined ? undefined : versionWeight(version);
		},
		measure: {
			of(pool) {
				const version = valueOf(pool.kubernetesVersion);
				return version === undefined ? undefined : versionWeight(version);
			},
			parse: versionWeight,
			example: '1.33',
		},
	},
	{
		id: 'channel',
		title: 'CHANNEL',
		minWidth: 9,
		width: 13,
		priority: 4,
		cell: pool => factCell(pool.nodeOsUpgradeChannel, channel => ({text: channel, tone: nodeOsChannelTone(channel)})),
	},
	{
		id: 'nodes', title: 'NODES', align: 'right', minWidth: 5, width: 9, priority: 5, cell: nodes, sortBy: pool => valueOf(pool.count),
	},
	{
		id: 'mode', title: 'MODE', minWidth: 6, width: 6, priority: 6, cell: pool => textCell(pool.mode),
	},
	{...scoreColumn, priority: 7},
	{
		id: 'state', aliases: ['power'], title: 'STATE', minWidth: 9, width: 10, priority: 7, cell: powerCell,
	},
	{
		id: 'size', aliases: ['vm'], title: 'SIZE', minWidth: 15, width: 18, priority: 8, cell: pool => textCell(pool.vmSize),
	},
	{
		id: 'ip',
		title: 'IP',
		minWidth: 7,
		width: 7,
		priority: 8,
		cell: pool => factCell(pool.publicIpPerNode, isPublic => (isPublic ? {text: 'public', tone: 'high'} : {text: 'private', tone: 'good'})),
	},
	{
		id: 'ssh', title: 'SSH', minWidth: 10, width: 10, priority: 11, cell: pool => textCell(pool.sshAccess),
	},
	{...regionColumn, priority: 9},
	{...subscriptionColumn, priority: 10},
	{...resourceGroupColumn, priority: 11},
];

/**
Worst first.
*/
export const nodePoolSort = {column: 'severity', isDescending: true} as const;

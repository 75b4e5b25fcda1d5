import {nodeOsChannelTone} from '../columns/channel-cell.js';
import type {Column} from '../columns/column.js';
import {factCell, notReportedCell, textCell} from '../columns/fact-cell.js';
import {imageCell, imageDays} from '../columns/image-cell.js';
import {
	becauseColumn,
	calloutColumn,
	countColumns,
	riskColumn,
} from './count-columns.js';
import {lagColumn, releasesColumn} from './lag-columns.js';
import type {PoolRow} from './patching-row.js';

const none = {text: '-', tone: 'dim'} as const;

/**
A pool in the patching view of one cluster.
*/
export const poolPatchingColumns: ReadonlyArray<Column<PoolRow>> = [
	riskColumn,
	{
		id: 'pool', aliases: ['name'], title: 'POOL', minWidth: 12, width: 16, grows: true, priority: 0, cell: ({name, resource}) => (resource ? {text: name} : {text: name, tone: 'dim'}),
	},
	// What belongs to no pool was seen inside.
	...countColumns<PoolRow>(({resource, patching}) => resource === undefined || patching.nodes !== undefined),
	{
		id: 'image',
		title: 'IMAGE',
		minWidth: 12,
		width: 12,
		priority: 3,
		cell: ({resource}, context) => (resource ? imageCell(resource, context) : none),
		sortBy: ({resource}, {now}) => resource && imageDays(resource, now),
	},
	lagColumn<PoolRow>(({patching}) => patching.image),
	releasesColumn<PoolRow>(({patching}) => patching.image),
	{
		id: 'os', title: 'OS', minWidth: 10, width: 11, priority: 4, cell: ({resource}) => (resource ? textCell(resource.osSku ?? resource.osType) : none),
	},
	{
		id: 'channel',
		title: 'CHANNEL',
		minWidth: 9,
		width: 13,
		priority: 4,
		cell: ({resource}) => (resource ? factCell(resource.nodeOsUpgradeChannel, channel => ({text: channel, tone: nodeOsChannelTone(channel)}), notReportedCell) : none),
	},
	calloutColumn,
	becauseColumn,
	{
		id: 'version', title: 'VERSION', minWidth: 8, width: 8, priority: 7, cell: ({resource}) => (resource ? textCell(resource.kubernetesVersion) : none),
	},
];

import {valueOf} from '../../source/model/known.js';
import {toleratedDays} from '../../source/posture/patching/limits.js';
import {channelCell} from '../columns/channel-cell.js';
import type {Cell, Column} from '../columns/column.js';
import {regionColumn, resourceGroupColumn, subscriptionColumn} from '../columns/place-columns.js';
import {versionCell} from '../columns/version-cell.js';
import {
	becauseColumn,
	calloutColumn,
	countColumns,
	riskColumn,
} from './count-columns.js';
import {lagColumn} from './lag-columns.js';
import type {ClusterRow} from './patching-row.js';
import {windowCell} from './window-words.js';

const look = ({patching}: ClusterRow): Cell => {
	switch (patching.look.state) {
		case 'looked': {
			return {text: 'looked into', tone: 'good'};
		}

		case 'not-looked': {
			return {text: 'not yet', tone: 'dim'};
		}

		case 'failed': {
			return {text: 'failed', tone: 'unknown'};
		}
	}
};

/**
A cluster in the patching view: its risk, how many nodes are how patched, and why.
*/
export const clusterPatchingColumns: ReadonlyArray<Column<ClusterRow>> = [
	riskColumn,
	{
		id: 'cluster', aliases: ['name'], title: 'CLUSTER', minWidth: 27, width: 32, grows: true, priority: 0, cell: ({name}) => ({text: name}),
	},
	...countColumns<ClusterRow>(({patching}) => patching.look.state === 'looked'),
	// Of its worst image.
	lagColumn<ClusterRow>(({patching: {lag}}) => ({lag, state: lag !== undefined && lag > toleratedDays ? 'behind' : 'recent'})),
	calloutColumn,
	becauseColumn,
	{
		id: 'inside',
		aliases: ['look'],
		title: 'INSIDE',
		minWidth: 11,
		width: 11,
		priority: 7,
		cell: look,
		filterBy: row => (row.patching.look.state === 'failed' ? `failed ${row.patching.look.reason}` : look(row).text),
	},
	{
		id: 'channel', title: 'CHANNEL', minWidth: 14, width: 20, priority: 8, cell: ({resource}) => channelCell(resource),
	},
	{
		id: 'window',
		title: 'WINDOW',
		minWidth: 8,
		width: 12,
		priority: 9,
		cell: ({patching}, {now}) => windowCell(patching.window, now),
		sortBy: ({patching}) => Date.parse(valueOf(patching.window)?.opensNext ?? ''),
	},
	{
		id: 'version',
		title: 'VERSION',
		minWidth: 9,
		width: 10,
		priority: 10,
		cell: ({resource}, {snapshot}) => versionCell(resource.currentKubernetesVersion ?? resource.kubernetesVersion, resource.region, snapshot.supportedVersions, resource.supportPlan),
	},
	{...regionColumn, priority: 11},
	{...subscriptionColumn, priority: 12},
	{...resourceGroupColumn, priority: 13},
];

export const patchingSort = {column: 'risk', isDescending: true} as const;

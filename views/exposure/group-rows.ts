import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {ClusterService} from '../../source/model/cluster-service.js';
import type {Reachability} from '../../source/model/exposure.js';
import type {Resource} from '../../source/model/resource.js';
import type {ServiceGroup} from '../../source/posture/exposure/group-services.js';
import {findResource} from '../resources.js';
import {reachOrder, reachWords} from './reach-words.js';

/**
A group of Services as a row: it stands for exactly the Services that it counts.
*/
export type GroupRow = Resource & {
	readonly group: ServiceGroup;
	readonly title: string;
	/**
	Who reaches the widest of them.
	*/
	readonly widest: Reachability;
};

export const isGroupRow = (row: ClusterService | GroupRow): row is GroupRow => 'group' in row;

const isReachability = (id: string): id is Reachability => Object.hasOwn(reachWords, id);

/**
What a group is called: the word of a reachability, or a cluster's name.
*/
export const groupTitle = (snapshot: Snapshot, id: string): string => (isReachability(id) ? reachWords[id].word : findResource(snapshot, 'cluster', id)?.name ?? id.slice(id.lastIndexOf('/') + 1));

const widestOf = ({counts}: ServiceGroup): Reachability => reachOrder.find(who => (counts.get(who) ?? 0) > 0) ?? 'nobody';

const rows = new WeakMap<ServiceGroup, GroupRow>();

/**
The rows of groups; the same ones for as long as their groups are.
*/
export const groupRows = (groups: Iterable<ServiceGroup>, snapshot: Snapshot): readonly GroupRow[] => Array.from(groups, group => {
	let row = rows.get(group);
	if (!row) {
		const cluster = group.by === 'cluster' ? findResource(snapshot, 'cluster', group.id) : undefined;
		row = {
			kind: 'service',
			id: cluster?.id ?? group.id,
			key: `group:${group.id}`,
			name: groupTitle(snapshot, group.id),
			subscriptionId: cluster?.subscriptionId ?? '',
			resourceGroup: cluster?.resourceGroup ?? '',
			region: cluster?.region ?? '',
			tags: cluster?.tags ?? {},
			group,
			title: groupTitle(snapshot, group.id),
			widest: widestOf(group),
		};
		rows.set(group, row);
	}

	return row;
});

import type {ContainerGroup} from '../../source/model/container-group.js';
import type {Resource} from '../../source/model/resource.js';
import {
	recommendationIds,
	type RecommendationBoard,
	type RecommendationId,
	type RecommendationState,
} from '../../source/posture/groups/recommendations.js';
import {recommendationWords} from './words.js';

/**
A recommendation as a row, with the groups by how it stands for them.
*/
export type BoardRow = Resource & {
	readonly recommendation: RecommendationId;
	readonly groups: Readonly<Record<RecommendationState, readonly ContainerGroup[]>>;
	/**
	A recommendation is no resource: nothing of Azure opens from it.
	*/
	readonly resource: undefined;
};

const none = {met: [], 'not-met': [], unknown: []} as const;

export const boardRows = (board: RecommendationBoard | undefined): readonly BoardRow[] => recommendationIds.map(id => ({
	kind: 'containerGroup', id, key: `recommendation:${id}`, name: recommendationWords[id].title, subscriptionId: '', resourceGroup: '', region: '', tags: {}, recommendation: id, groups: board?.get(id) ?? none, resource: undefined,
}));

/**
One group, and how one recommendation stands for it.
*/
export type GroupStanding = ContainerGroup & {readonly state: RecommendationState; readonly resource: ContainerGroup};

const order: readonly RecommendationState[] = ['not-met', 'unknown', 'met'];

const rowsOfGroups = new WeakMap<readonly ContainerGroup[], readonly GroupStanding[]>();

const standingsIn = (groups: readonly ContainerGroup[], state: RecommendationState): readonly GroupStanding[] => {
	const rows = rowsOfGroups.get(groups) ?? groups.map(group => ({...group, state, resource: group}));
	rowsOfGroups.set(groups, rows);
	return rows;
};

/**
The groups of one recommendation, those that do not meet it first.
*/
export const standingsOf = ({groups}: Pick<BoardRow, 'groups'>): readonly GroupStanding[] => order.flatMap(state => standingsIn(groups[state], state));

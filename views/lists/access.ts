import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {RoleHolder} from '../../source/model/role-holder.js';
import {isDoubtful, roleHolderColumns, roleHolderSort} from '../columns/role-holders.js';
import type {ListDefinition} from './list.js';

const missing = ({access}: Snapshot): string => {
	if (!access) {
		return '';
	}

	const {assignmentGap, assignmentGaps, graphGap} = access.parts;
	return [
		...(assignmentGap ? [`role assignments: ${assignmentGap.reason}`] : []),
		...(assignmentGaps.size === 0 ? [] : [`at least: ${assignmentGaps.size} of ${access.parts.subscriptionNames.size} subscriptions not read`]),
		...(graphGap ? [graphGap.unknown === 'not-asked' ? 'names need --graph' : `names: ${graphGap.reason}`] : []),
	].join('; ');
};

/**
Who can do what in the whole fleet.
*/
export const accessList: ListDefinition<RoleHolder> = {
	kind: 'principal',
	title: 'Access',
	columns: roleHolderColumns,
	defaultSort: roleHolderSort,
	isWrong: isDoubtful,
	empty: ({access}) => (access ? 'Nobody holds a role that reaches what was read.' : 'Being worked out.'),
	missing,
};

import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {DenyAssignment} from '../../model/deny-assignment.js';
import type {Branch} from './branch.js';
import {readElements} from './elements.js';
import {lowerText} from './lower-text.js';
import {readPermissions} from './permissions.js';
import {readResource} from './resource.js';
import {conditionOf} from './role-assignment.js';

const principalId = (element: Branch): Fact<string> => {
	const id = lowerText(element, 'id');
	return id === undefined || id === '' ? unknown('not-reported', 'a principal of it has no id') : id;
};

/**
Maps a deny assignment. Never throws. Unknown without a usable id: what it takes away is not known either.
Source: Microsoft.Authorization denyAssignments 2022-04-01.
*/
export const readDenyAssignment = (root: Branch): Fact<DenyAssignment> => {
	const resource = readResource(root);
	if (!resource) {
		return unknown('malformed', 'a deny assignment has no id');
	}

	const properties = root.required('properties');
	const name = valueOf(properties.text('denyAssignmentName')) ?? '';
	const scope = lowerText(properties, 'scope');
	const principals = readElements(properties, 'principals', principalId);
	return {
		key: resource.key,
		name: name === '' ? resource.name : name,
		scope,
		stopsAtScope: properties.flag('doNotApplyToChildScopes'),
		principals: !isUnknown(principals) && principals.length === 0 ? unknown('not-reported', 'whom it is for is not in the answer') : principals,
		excluded: readElements(properties, 'excludePrincipals', principalId),
		permissions: readPermissions(properties),
		condition: conditionOf(properties),
	};
};

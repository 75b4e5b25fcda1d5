import {isUnknown, valueOf} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import {gapWordsOf, selvesOf, type AccessIndex} from './access-index.js';
import {matchOnce} from './match-once.js';
import {control} from './operation.js';
import {scopeWidth} from './scope-width.js';
import {someHeld} from './some.js';
import type {IdentityAccess} from './summaries.js';

/**
What Owner, Contributor, User Access Administrator and roles of a company's own that write everything have in common: they give roles, or
make resource groups.
*/
const privileged = [control('Microsoft.Authorization/roleAssignments/write'), control('Microsoft.Resources/subscriptions/resourceGroups/write')];

const isPrivileged = ({roles}: AccessIndex, {roleId}: RoleAssignment): boolean => {
	const permissions = valueOf(roles.get(valueOf(roleId) ?? '')?.permissions);
	return permissions !== undefined && privileged.some(need => matchOnce(permissions, need) !== undefined);
};

/**
What could hide a role: assignments that were not read, anywhere, and roles whose definition is gone.
*/
const gapsOf = (index: AccessIndex, held: readonly RoleAssignment[]): readonly string[] => {
	const {assignmentGaps, subscriptionNames} = index.parts;
	const [first] = assignmentGaps.values();
	const lost = held.filter(({roleId}) => {
		const role = index.roles.get(valueOf(roleId) ?? '');
		return role === undefined || isUnknown(role.permissions);
	});
	return [
		...gapWordsOf(index, '', held),
		...(first === undefined ? [] : [`role assignments of ${assignmentGaps.size} of ${subscriptionNames.size} subscriptions could not be read: ${first.reason}`]),
		...(lost.length === 0 ? [] : ['what one of its roles lets do could not be read']),
	];
};

/**
Which wide roles an identity holds, by itself and by groups that are known to hold it, wherever they were given.

@param id its object id in small letters
*/
export const summariseIdentity = (index: AccessIndex, id: string): IdentityAccess => {
	const held = [...selvesOf(index, id)].flatMap(self => index.byHolder.get(self) ?? []);
	const strong = held.filter(assignment => isPrivileged(index, assignment));
	const isWide = ({scope}: RoleAssignment): boolean => ['root', 'management-group', 'subscription', 'unknown'].includes(scopeWidth(scope));
	return {
		gaps: gapsOf(index, held),
		wide: someHeld(index, strong.filter(assignment => isWide(assignment))),
		inGroup: someHeld(index, strong.filter(assignment => scopeWidth(assignment.scope) === 'group')),
	};
};

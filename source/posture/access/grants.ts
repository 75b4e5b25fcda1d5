import type {RoleAssignment} from '../../model/role-assignment.js';
import {isUnknown, valueOf, type Unknown} from '../../model/known.js';
import type {Access} from './access.js';
import {limitWords} from './limit-words.js';
import {matchOnce} from './match-once.js';
import type {Need} from './operation.js';
import type {Reason} from './right.js';
import {scopeReach} from './scope-reach.js';

/**
What gives a need, and what could and was not readable.
*/
export type Grants = {readonly by: readonly Reason[]; readonly gaps: readonly string[]};

const gapWords = (what: string, {reason}: Unknown): string => `${what}: ${reason}`;

/**
A reason where the assignment gives the need, a text where it might, nothing where it does not.
*/
const grantOf = (assignment: RoleAssignment, need: Need, access: Access): Reason | string | undefined => {
	const {key, principalId, roleId, scope, condition} = assignment;
	if (isUnknown(principalId)) {
		return gapWords(`Whom ${key} is for`, principalId);
	}

	if (principalId === undefined) {
		return `Whom ${key} is for is not in the answer.`;
	}

	if (!access.principals.has(principalId)) {
		return undefined;
	}

	const reach = scopeReach(scope, access.resourceKey, access.managementGroups);
	if (isUnknown(reach)) {
		return gapWords(`Where ${key} reaches`, reach);
	}

	// Something inside a resource has content of its own, and no say over the resource itself.
	if (reach === 'none' || (reach === 'part' && need.plane === 'control')) {
		return undefined;
	}

	if (isUnknown(roleId)) {
		return gapWords(`The role of ${key}`, roleId);
	}

	const role = access.roles.get(roleId ?? '');
	if (!role) {
		return `The definition of role ${roleId ?? 'without an id'} is gone or could not be read.`;
	}

	if (isUnknown(role.permissions)) {
		return gapWords(`What ${role.name} allows`, role.permissions);
	}

	const match = matchOnce(role.permissions, need);
	const place = valueOf(scope) ?? '';
	return match && {
		assignment: key,
		scope: place,
		role: role.name,
		pattern: match.pattern,
		limits: [...(reach === 'part' ? [`only inside ${place}`] : []), ...limitWords(condition), ...limitWords(match.condition)],
	};
};

/**
Everything that gives a principal what a need asks for.
*/
export const grantsOf = (need: Need, access: Access): Grants => {
	const found = access.assignments.map(assignment => grantOf(assignment, need, access));
	const group = access.groupGap === undefined || access.isOwnOnly === true ? [] : [gapWords('Its groups', access.groupGap)];
	return {
		by: found.filter(entry => typeof entry === 'object'),
		gaps: [...new Set([...found.filter(entry => typeof entry === 'string'), ...access.assignmentGaps.map(({reason}) => reason), ...group])],
	};
};

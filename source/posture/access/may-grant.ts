import type {RoleAssignment} from '../../model/role-assignment.js';
import type {Access} from './access.js';
import {scopeReach} from './scope-reach.js';

/**
Whether an assignment can have a say at all: not where it is surely somebody else's, or surely elsewhere. Asked once for a resource,
so that each operation looks at few assignments.
*/
export const mayGrant = ({principalId, scope}: RoleAssignment, {principals, resourceKey, managementGroups}: Access): boolean =>
	(typeof principalId !== 'string' || principals.has(principalId)) && scopeReach(scope, resourceKey, managementGroups) !== 'none';

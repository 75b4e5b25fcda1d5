import type {Fact} from './known.js';
import type {RoleAssignment} from './role-assignment.js';

/**
A role assignment with what limits it.
Source: Microsoft.Authorization roleAssignments, api-version 2022-04-01.
*/
export type AccessAssignment = RoleAssignment & {
	/**
	As Azure sends it; `undefined` without one.
	*/
	readonly condition: Fact<string | undefined>;
};

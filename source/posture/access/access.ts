import type {RoleAssignment} from '../../model/role-assignment.js';
import type {DenyAssignment} from '../../model/deny-assignment.js';
import type {Fact, Unknown} from '../../model/known.js';
import type {RoleDefinition} from '../../model/role-definition.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';

/**
What decides on the rights of one principal on one resource.
*/
export type Access = {
	/**
	Id of the resource, in small letters.
	*/
	readonly resourceKey: string;
	/**
	Object ids in small letters: the principal, and every group that is known to hold it.
	*/
	readonly principals: ReadonlySet<string>;
	/**
	Why the groups of the principal are not all known; `undefined` where they are.
	*/
	readonly groupGap: Unknown | undefined;
	/**
	True where only its own assignments are asked about: that groups could add to them is told beside.

	@default false
	*/
	readonly isOwnOnly?: boolean;
	/**
	Those of others are passed over.
	*/
	readonly assignments: readonly RoleAssignment[];
	/**
	Roles that may be taken on (PIM); those of others are passed over.

	@default none
	*/
	readonly eligible?: readonly RoleEligibility[];
	/**
	Scopes whose assignments could not be read.
	*/
	readonly assignmentGaps: readonly Unknown[];
	readonly denials: readonly DenyAssignment[];
	readonly denialGaps: readonly Unknown[];
	/**
	By id.
	*/
	readonly roles: ReadonlyMap<string, RoleDefinition>;
	/**
	Names of the management groups above the resource's subscription, in small letters.
	*/
	readonly managementGroups: Fact<readonly string[]>;
};

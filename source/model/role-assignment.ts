import type {Fact} from './known.js';

/**
A role that somebody holds at a scope, with what limits it.
Source: Microsoft.Authorization roleAssignments, api-version 2022-04-01.
*/
export type RoleAssignment = {
	/**
	Id in small letters.
	*/
	readonly key: string;
	/**
	Empty above subscriptions.
	*/
	readonly subscriptionId: string;
	/**
	Object id in small letters.
	*/
	readonly principalId: Fact<string | undefined>;
	/**
	User, Group, ServicePrincipal, ForeignGroup, Device, Unknown; `undefined` where Azure does not say.
	*/
	readonly principalType?: Fact<string | undefined>;
	/**
	Last segment of the role definition's id, in small letters.
	*/
	readonly roleId: Fact<string | undefined>;
	/**
	In small letters.
	*/
	readonly scope: Fact<string | undefined>;
	/**
	As Azure sends it; `undefined` without one.
	*/
	readonly condition: Fact<string | undefined>;
	/**
	When it was last changed, milliseconds since 1970; absent where Azure does not say.
	*/
	readonly changedAt?: number | undefined;
};

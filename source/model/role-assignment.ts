import type {Fact} from './known.js';

/**
A role that lets somebody read or change what is in a registry, at its registry or above.
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
	Last segment of the role definition's id, in small letters.
	*/
	readonly roleId: Fact<string | undefined>;
	/**
	In small letters.
	*/
	readonly scope: Fact<string | undefined>;
};

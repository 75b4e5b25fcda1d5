import type {Fact} from './known.js';
import type {Permission} from './role-definition.js';

/**
What is taken away from principals, whatever roles they hold: Azure makes these itself, for deployment stacks, managed
applications and locked node resource groups.
Source: Microsoft.Authorization denyAssignments, api-version 2022-04-01.
*/
export type DenyAssignment = {
	/**
	Id in small letters.
	*/
	readonly key: string;
	readonly name: string;
	/**
	In small letters.
	*/
	readonly scope: Fact<string | undefined>;
	/**
	`doNotApplyToChildScopes`.
	*/
	readonly stopsAtScope: Fact<boolean | undefined>;
	/**
	Object ids in small letters; thirty-two zeros stand for everybody.
	*/
	readonly principals: Fact<readonly string[]>;
	/**
	Object ids of those that it spares.
	*/
	readonly excluded: Fact<readonly string[]>;
	readonly permissions: Fact<readonly Permission[]>;
	readonly condition: Fact<string | undefined>;
};

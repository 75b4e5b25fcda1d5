import type {Fact} from './known.js';

/**
What a role lets its holder do: allowed is what an `actions` entry matches and no `notActions` entry of the same block does;
the same with data actions, which decide on content. `*` stands for any run of characters.
*/
export type Permission = {
	readonly actions: readonly string[];
	readonly notActions: readonly string[];
	readonly dataActions: readonly string[];
	readonly notDataActions: readonly string[];
	/**
	A condition in the definition itself, as Azure sends it.
	*/
	readonly condition: Fact<string | undefined>;
};

/**
A role, built-in or custom. Its blocks add up.
Source: Microsoft.Authorization roleDefinitions, api-version 2022-04-01.
*/
export type RoleDefinition = {
	/**
	Last segment of its id, in small letters.
	*/
	readonly id: string;
	readonly name: string;
	readonly isBuiltIn: boolean;
	readonly permissions: Fact<readonly Permission[]>;
};

/**
A definition as it was listed. `subscriptionId`: where; empty for one that comes with Azure or lies above subscriptions.
*/
export type ListedRole = RoleDefinition & {readonly subscriptionId: string};

import {builtInRoles} from '../../data/built-in-roles.js';
import type {RoleDefinition} from '../../model/role-definition.js';

const none: readonly never[] = Object.freeze([]);

/**
The built-in roles that we carry, by id.
*/
export const builtInDefinitions: ReadonlyMap<string, RoleDefinition> = new Map(builtInRoles.map(role => [role.id, {
	id: role.id,
	name: role.name,
	isBuiltIn: true,
	permissions: [{
		actions: role.actions ?? none,
		notActions: role.notActions ?? none,
		dataActions: role.dataActions ?? none,
		notDataActions: role.notDataActions ?? none,
		condition: role.condition,
	}],
}]));

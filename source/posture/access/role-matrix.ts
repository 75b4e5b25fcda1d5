import type {RoleDefinition} from '../../model/role-definition.js';
import type {Operation} from './operation.js';
import type {Right} from './right.js';
import {rightsOf} from './rights-of.js';

/**
What a role gives by itself.
*/
export type RoleRow = {readonly role: RoleDefinition; readonly rights: readonly Right[]};

const holder = 'holder';
const place = '/here';

/**
A row for each role: what somebody can do who holds it, at the resource or above it, and nothing else.
*/
export const roleMatrix = (roles: readonly RoleDefinition[], operations: readonly Operation[]): readonly RoleRow[] => roles.map(role => ({
	role,
	rights: rightsOf(operations, {
		resourceKey: place,
		principals: new Set([holder]),
		groupGap: undefined,
		assignments: [{
			key: 'reference', subscriptionId: '', principalId: holder, roleId: role.id, scope: place, condition: undefined,
		}],
		assignmentGaps: [],
		denials: [],
		denialGaps: [],
		roles: new Map([[role.id, role]]),
		managementGroups: [],
	}),
}));

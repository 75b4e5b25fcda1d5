import {readRoleAssignment} from '../../source/azure/read/role-assignment.js';
import type {RoleAssignment} from '../../source/model/role-assignment.js';
import type {DenyAssignment} from '../../source/model/deny-assignment.js';
import type {Permission, RoleDefinition} from '../../source/model/role-definition.js';
import type {Access} from '../../source/posture/access/access.js';
import {builtInDefinitions} from '../../source/posture/access/built-in-definitions.js';
import {documentOf} from './models.js';

type PermissionDocument = Omit<Permission, 'condition'> & {readonly condition?: string | undefined};
type Listed<T> = {readonly value: ReadonlyArray<{readonly id: string; readonly name: string; readonly properties: T}>};

const permissionsOf = (documents: readonly PermissionDocument[]): readonly Permission[] =>
	documents.map(document => ({...document, condition: document.condition ?? undefined}));

/**
Role definitions of a list as Azure sends it.
*/
export const definitionsIn = (path: string): ReadonlyMap<string, RoleDefinition> => {
	const {value} = documentOf(path) as Listed<{readonly roleName: string; readonly type: string; readonly permissions: readonly PermissionDocument[]}>;
	return new Map(value.map(({name, properties}) => [name.toLowerCase(), {
		id: name.toLowerCase(), name: properties.roleName, isBuiltIn: properties.type === 'BuiltInRole', permissions: permissionsOf(properties.permissions),
	}]));
};

/**
Role assignments of a list as Azure sends it.
*/
export const assignmentsIn = (path: string): readonly RoleAssignment[] => {
	const {value} = documentOf(path) as Listed<{readonly condition?: string | undefined}>;
	return value.map(document => ({...readRoleAssignment(document)!, condition: document.properties.condition ?? undefined}));
};

type DenyDocument = {
	readonly denyAssignmentName: string;
	readonly scope: string;
	readonly doNotApplyToChildScopes: boolean;
	readonly principals: ReadonlyArray<{readonly id: string}>;
	readonly excludePrincipals: ReadonlyArray<{readonly id: string}>;
	readonly permissions: readonly PermissionDocument[];
	readonly condition: string | undefined;
};

/**
Deny assignments of a list as Azure sends it.
*/
export const denialsIn = (path: string): readonly DenyAssignment[] => {
	const {value} = documentOf(path) as Listed<DenyDocument>;
	return value.map(({id, properties}) => ({
		key: id.toLowerCase(),
		name: properties.denyAssignmentName,
		scope: properties.scope.toLowerCase(),
		stopsAtScope: properties.doNotApplyToChildScopes,
		principals: properties.principals.map(principal => principal.id),
		excluded: properties.excludePrincipals.map(principal => principal.id),
		permissions: permissionsOf(properties.permissions),
		condition: properties.condition ?? undefined,
	}));
};

export const resourceKey = '/subscriptions/s1/resourcegroups/rg/providers/microsoft.containerregistry/registries/acr';

/**
An assignment of a role to `someone`, at a resource unless said otherwise.
*/
export const assignment = (roleId: string, members: Partial<RoleAssignment> = {}): RoleAssignment => ({
	key: `assignment of ${roleId}`, subscriptionId: 's1', principalId: 'someone', roleId, scope: resourceKey, condition: undefined, ...members,
});

/**
A role with one block.
*/
export const role = (id: string, members: Partial<Permission>): RoleDefinition => ({
	id,
	name: id,
	isBuiltIn: false,
	permissions: [{
		actions: [], notActions: [], dataActions: [], notDataActions: [], condition: undefined, ...members,
	}],
});

/**
A deny assignment for everybody, at a resource unless said otherwise.
*/
export const denial = (members: Partial<DenyAssignment> & {readonly actions?: readonly string[]; readonly dataActions?: readonly string[]}): DenyAssignment => {
	const {actions = [], dataActions = [], ...rest} = members;
	return {
		key: 'deny',
		name: 'Lock',
		scope: resourceKey,
		stopsAtScope: false,
		principals: ['00000000-0000-0000-0000-000000000000'],
		excluded: [],
		permissions: [{
			actions, notActions: [], dataActions, notDataActions: [], condition: undefined,
		}],
		condition: undefined,
		...rest,
	};
};

/**
What decides on `someone`, with the built-in roles and those given.
*/
export const accessOf = (members: Partial<Omit<Access, 'roles'>> & {readonly roles?: readonly RoleDefinition[]} = {}): Access => {
	const {roles = [], ...rest} = members;
	return {
		resourceKey,
		principals: new Set(['someone']),
		groupGap: undefined,
		assignments: [],
		assignmentGaps: [],
		denials: [],
		denialGaps: [],
		managementGroups: ['mg-platform'],
		...rest,
		roles: new Map([...builtInDefinitions, ...roles.map(definition => [definition.id, definition] as const)]),
	};
};

import {guidOf, hash} from '../random.js';
import {
	days,
	isoTime,
	type DocumentContext,
	type Json,
} from './context.js';

/**
Built-in roles of the demo, by the last segment of their ids.
*/
export const roleIds = {
	Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
	Contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
	Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
	'User Access Administrator': '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
	'Role Based Access Control Administrator': 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
	AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
	AcrPush: '8311e382-0749-4cb8-b61a-304f252e45ec',
	'Container Registry Repository Reader': 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
	'Container Registry Repository Writer': '2a1e307c-b015-4ebd-883e-5b7698a07328',
	'Azure Kubernetes Service Cluster Admin Role': '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
	'Azure Kubernetes Service RBAC Reader': '7f6c6a51-bcf8-42ba-9220-52d62157d7db',
	'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
} as const;

export type Grant = {
	readonly principalId: string;
	readonly principalType: 'User' | 'Group' | 'ServicePrincipal';
	/**
	Last segment of the definition's id.
	*/
	readonly role: string;
	readonly scope: string;
	readonly condition?: string;
	readonly daysAgo?: number;
};

const definitionId = (scope: string, role: string): string => {
	// The definition is named below the subscription of the scope, or below the tenant.
	const home = scope.startsWith('/subscriptions/') ? scope.split('/', 3).join('/') : '';
	return `${home}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
};

const below = (scope: string): string => (scope === '/' ? '' : scope);

/**
A role that somebody holds (Microsoft.Authorization/roleAssignments 2022-04-01).

@param key what makes it this one
*/
export const grantDocument = (key: string, {principalId, principalType, role, scope, condition, daysAgo}: Grant, {seed, base}: DocumentContext): Json => {
	const name = guidOf(seed, key);
	const created = isoTime(base - days(daysAgo ?? (90 + (hash(seed, `assigned ${name}`) % 900))));
	return {
		id: `${below(scope)}/providers/Microsoft.Authorization/roleAssignments/${name}`,
		name,
		type: 'Microsoft.Authorization/roleAssignments',
		properties: {
			roleDefinitionId: definitionId(scope, role),
			principalId,
			principalType,
			scope,
			condition: condition ?? null,
			conditionVersion: condition === undefined ? null : '2.0',
			createdOn: created,
			updatedOn: created,
		},
	};
};

/**
A role that somebody may take on (Microsoft.Authorization/roleEligibilityScheduleInstances 2020-10-01).

@param endsIn days; absent: without an end
*/
export const eligibilityDocument = (grant: Grant, endsIn: number | undefined, {seed, base}: DocumentContext): Json => {
	const {principalId, principalType, role, scope} = grant;
	const name = guidOf(seed, `eligible ${principalId} ${role} ${scope}`);
	const start = base - days(200);
	return {
		id: `${scope}/providers/Microsoft.Authorization/RoleEligibilityScheduleInstances/${name}`,
		name,
		type: 'Microsoft.Authorization/RoleEligibilityScheduleInstances',
		properties: {
			scope,
			roleDefinitionId: definitionId(scope, role),
			principalId,
			principalType,
			status: 'Provisioned',
			startDateTime: isoTime(start),
			endDateTime: endsIn === undefined ? null : isoTime(base + days(endsIn)),
			memberType: 'Direct',
			createdOn: isoTime(start),
			condition: null,
			conditionVersion: null,
		},
	};
};

/**
A role of the company's own (Microsoft.Authorization/roleDefinitions 2022-04-01).
*/
// eslint-disable-next-line max-params
export const customRoleDocument = (id: string, roleName: string, scope: string, permission: {readonly actions: readonly string[]; readonly notActions?: readonly string[]}, {base}: DocumentContext): Json => ({
	id: `/subscriptions/${scope.split('/', 3)[2]!}/providers/Microsoft.Authorization/roleDefinitions/${id}`,
	name: id,
	type: 'Microsoft.Authorization/roleDefinitions',
	properties: {
		roleName,
		type: 'CustomRole',
		description: '',
		assignableScopes: [scope],
		permissions: [{
			actions: permission.actions, notActions: permission.notActions ?? [], dataActions: [], notDataActions: [],
		}],
		createdOn: isoTime(base - days(700)),
		updatedOn: isoTime(base - days(400)),
	},
});

const everybody = '00000000-0000-0000-0000-000000000000';

/**
What a deployment stack takes from everybody but some (Microsoft.Authorization/denyAssignments 2022-04-01).
*/
export const denyDocument = (scope: string, actions: readonly string[], spared: readonly string[], {seed, base}: DocumentContext): Json => {
	const name = guidOf(seed, `denial ${scope}`);
	return {
		id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${name}`,
		name,
		type: 'Microsoft.Authorization/denyAssignments',
		properties: {
			denyAssignmentName: `Deny assignment created by deployment stack ${scope.slice(scope.lastIndexOf('/') + 1)}`,
			description: 'What the stack manages is not to be deleted',
			permissions: [{
				actions, notActions: [], dataActions: ['Microsoft.ContainerRegistry/registries/repositories/content/delete'], notDataActions: [], condition: null, conditionVersion: null,
			}],
			scope,
			doNotApplyToChildScopes: false,
			principals: [{
				id: everybody, type: 'SystemDefined', displayName: 'All Principals', email: null,
			}],
			excludePrincipals: spared.map(id => ({
				id, type: 'Group', displayName: '', email: null,
			})),
			isSystemProtected: true,
			condition: null,
			conditionVersion: null,
			createdOn: isoTime(base - days(120)),
			updatedOn: isoTime(base - days(120)),
		},
	};
};

/**
A role of Azure's own that somebody holds and that is not about containers.
*/
export const vaultSecretsUserDocument: Json = {
	id: `/providers/Microsoft.Authorization/roleDefinitions/${roleIds['Key Vault Secrets User']}`,
	name: roleIds['Key Vault Secrets User'],
	type: 'Microsoft.Authorization/roleDefinitions',
	properties: {
		roleName: 'Key Vault Secrets User',
		type: 'BuiltInRole',
		description: '',
		assignableScopes: ['/'],
		permissions: [{
			actions: [],
			notActions: [],
			dataActions: ['Microsoft.KeyVault/vaults/secrets/getSecret/action', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
			notDataActions: [],
		}],
	},
};

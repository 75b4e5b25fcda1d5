import {finish} from '../../source/model/finish.js';
import {unknown} from '../../source/model/known.js';
import type {RoleAssignment} from '../../source/model/role-assignment.js';
import type {AccessParts} from '../../source/posture/access/access-parts.js';
import {deriveAccess, type AccessView} from '../../source/posture/access/access-view.js';

/**
When the documents were written.
*/
export const at = Date.parse('2026-11-24T12:00:00Z');

export const partsOf = (members: Partial<AccessParts> = {}): AccessParts => ({
	assignments: [],
	assignmentGap: undefined,
	assignmentGaps: new Map(),
	definitions: [],
	definitionGap: undefined,
	denials: new Map(),
	denialGap: unknown('not-asked', 'Deny assignments were not read.'),
	eligibilities: new Map(),
	eligibilityGap: unknown('not-asked', 'Eligible roles were not read.'),
	principals: new Map(),
	graphGap: undefined,
	managementGroups: new Map(),
	subscriptionNames: new Map(),
	registries: [],
	clusters: [],
	kubelets: [],
	groupIdentities: [],
	...members,
});

export const viewOf = (parts: AccessParts, now = at): AccessView => finish(deriveAccess(parts, now));

/**
A role that somebody holds.
*/
export const held = (principalId: string, roleId: string, scope: string, members: Partial<RoleAssignment> = {}): RoleAssignment => ({
	key: `${scope}/providers/microsoft.authorization/roleassignments/${principalId}-${roleId}`,
	subscriptionId: scope.startsWith('/subscriptions/') ? scope.split('/', 3)[2]! : '',
	principalId,
	principalType: 'User',
	roleId,
	scope,
	condition: undefined,
	...members,
});

export const roleIds = {
	owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
	contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
	reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
	userAccess: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
	rbacAdministrator: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
	acrPush: '8311e382-0749-4cb8-b61a-304f252e45ec',
	acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
	acrDelete: 'c2f4ef07-c644-48eb-af81-4b1b4947fb11',
	clusterAdmin: '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
} as const;

import {isUnknown, type Fact} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import {Branch} from './branch.js';
import {intern} from './intern.js';
import {lastSegment, readResource} from './resource.js';

const lower = (fact: Fact<string | undefined>): Fact<string | undefined> =>
	(fact === undefined || isUnknown(fact) ? fact : intern(fact.toLowerCase()));

/**
Maps a role assignment as Resource Manager and Resource Graph send it. Never throws; gives nothing without a usable id.
Source: Microsoft.Authorization roleAssignments 2022-04-01.
*/
export const readRoleAssignment = (document: unknown): RoleAssignment | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	const roleDefinition = lower(properties.text('roleDefinitionId', 2048));
	return {
		key: resource.key,
		subscriptionId: resource.subscriptionId,
		principalId: lower(properties.text('principalId')),
		roleId: typeof roleDefinition === 'string' ? lastSegment(roleDefinition) : roleDefinition,
		scope: lower(properties.text('scope', 2048)),
	};
};

import {valueOf} from '../../model/known.js';
import type {ListedRole} from '../../model/role-definition.js';
import {Branch} from './branch.js';
import {readPermissions} from './permissions.js';
import {readResource} from './resource.js';

/**
Maps a role definition as Resource Manager and Resource Graph send it. Never throws; gives nothing without a usable id.
Source: Microsoft.Authorization roleDefinitions 2022-04-01; a recorded answer of 2018 calls the type so too, documentation calls it `roleType`.
*/
export const readRoleDefinition = (document: unknown): ListedRole | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	const id = resource.key.slice(resource.key.lastIndexOf('/') + 1);
	const type = valueOf(properties.word('type')) ?? valueOf(properties.word('roleType')) ?? '';
	const name = valueOf(properties.text('roleName')) ?? '';
	return {
		id,
		subscriptionId: resource.subscriptionId,
		name: name === '' ? id : name,
		// Only the word itself: what is not said to be Azure's own may be anybody's.
		isBuiltIn: type.toLowerCase() === 'builtinrole',
		permissions: readPermissions(properties),
	};
};

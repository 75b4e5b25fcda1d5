import {Branch} from './branch.js';

/**
The management groups that a subscription lies in, nearest first, by id in small letters; absent where the row does not tell.
Source: `managementGroupAncestorsChain` of a row of `resourcecontainers`.
*/
export const readManagementGroups = (row: unknown): readonly string[] | undefined => {
	const chain = Branch.of(row).child('properties').raw('managementGroupAncestorsChain');
	if (!Array.isArray(chain)) {
		return undefined;
	}

	const names = (chain as readonly unknown[]).map(group => Branch.of(group).raw('name'));
	return names.every(name => typeof name === 'string') ? names.map(name => name.toLowerCase()) : undefined;
};

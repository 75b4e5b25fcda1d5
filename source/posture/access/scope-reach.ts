import {isUnknown, unknown, type Fact} from '../../model/known.js';

/**
How far a scope reaches a resource: all of it, only something inside it (a namespace of a cluster), or not at all.
*/
export type ScopeReach = 'all' | 'part' | 'none';

const groupPrefix = '/providers/microsoft.management/managementgroups/';

const tidy = (scope: string): string => {
	const small = scope.toLowerCase();
	return small.length > 1 && small.endsWith('/') ? small.slice(0, -1) : small;
};

/**
Whether an assignment at a scope reaches a resource: at the resource, or above it, up to the root of the tenant.

`managementGroups`: names of those above the resource's subscription, in small letters.
*/
export const scopeReach = (scope: Fact<string | undefined>, resourceKey: string, managementGroups: Fact<readonly string[]>): Fact<ScopeReach> => {
	if (isUnknown(scope)) {
		return scope;
	}

	if (scope === undefined || scope === '') {
		return unknown('not-reported', 'Its scope is not in the answer.');
	}

	const at = tidy(scope);
	if (at === '/') {
		return 'all';
	}

	if (at.startsWith(groupPrefix)) {
		if (isUnknown(managementGroups)) {
			return managementGroups;
		}

		return managementGroups.includes(at.slice(groupPrefix.length)) ? 'all' : 'none';
	}

	const key = tidy(resourceKey);
	if (key === at || key.startsWith(`${at}/`)) {
		return 'all';
	}

	return at.startsWith(`${key}/`) ? 'part' : 'none';
};

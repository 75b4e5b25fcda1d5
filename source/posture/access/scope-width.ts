import {isUnknown, type Fact} from '../../model/known.js';
import {scopeWidths, type ScopeWidth} from '../../model/role-holder.js';

const managementGroup = '/providers/microsoft.management/managementgroups/';

/**
Segments of the id of a resource: `/subscriptions/S/resourcegroups/G/providers/N/T/NAME` begins with an empty one.
*/
const resourceSegments = 9;

const byLength: ReadonlyArray<readonly [most: number, width: ScopeWidth]> = [[3, 'subscription'], [5, 'group'], [resourceSegments, 'resource']];

/**
How far a scope reaches, by its form. `scope` in small letters.
*/
export const scopeWidth = (scope: Fact<string | undefined>): ScopeWidth => {
	if (scope === undefined || scope === '' || isUnknown(scope)) {
		return 'unknown';
	}

	if (scope === '/') {
		return 'root';
	}

	if (scope.startsWith(managementGroup)) {
		return 'management-group';
	}

	const {length} = scope.split('/');
	return byLength.find(([most]) => length <= most)?.[1] ?? 'part';
};

/**
The higher the wider.
*/
export const widthRank = (width: ScopeWidth): number => scopeWidths.length - scopeWidths.indexOf(width);

/**
The resource that a scope inside it lies in.
*/
export const resourceOfPart = (scope: string): string => scope.split('/', resourceSegments).join('/');

const last = (scope: string): string => scope.slice(scope.lastIndexOf('/') + 1);

/**
A scope as a person reads it; the widest ones by their kind, in the short words of `az`. `nameOf` tells the name of a subscription by its id.
*/
export const scopeWords = (scope: string, nameOf: (subscriptionId: string) => string): string => {
	switch (scopeWidth(scope)) {
		case 'root': {
			return 'the whole tenant';
		}

		case 'management-group': {
			return `mg ${last(scope)}`;
		}

		case 'subscription': {
			return `sub ${nameOf(last(scope))}`;
		}

		case 'group': {
			return `rg ${last(scope)} in ${nameOf(scope.split('/', 3)[2]!)}`;
		}

		case 'resource': {
			return last(scope);
		}

		case 'part': {
			return `${last(resourceOfPart(scope))}, only ${scope.split('/').slice(resourceSegments).join('/')}`;
		}

		case 'unknown': {
			return 'a scope that could not be read';
		}
	}
};

/**
The scopes at and above a resource, from the root down. `managementGroups`: those above its subscription, in small letters.
*/
export const scopeChain = (resourceKey: string, managementGroups: readonly string[]): readonly string[] => {
	const parts = resourceKey.split('/');
	return [...new Set(['/', ...managementGroups.map(name => `${managementGroup}${name}`), ...[3, 5, parts.length].map(count => parts.slice(0, count).join('/'))])];
};

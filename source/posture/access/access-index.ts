import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {Principal} from '../../model/principal.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {RoleDefinition} from '../../model/role-definition.js';
import type {ScopeWidth} from '../../model/role-holder.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';
import type {Access} from './access.js';
import type {AccessParts} from './access-parts.js';
import {builtInDefinitions} from './built-in-definitions.js';
import {scopeReach} from './scope-reach.js';
import {resourceOfPart, scopeChain, scopeWidth} from './scope-width.js';

const none: readonly never[] = Object.freeze([]);

/**
Entries between two yields.
*/
const batch = 512;

/**
What was read, found by scope and by holder.
*/
export type AccessIndex = {
	readonly parts: AccessParts;
	/**
	By id: those that were listed, and else those that we carry.
	*/
	readonly roles: ReadonlyMap<string, RoleDefinition>;
	readonly byScope: ReadonlyMap<string, readonly RoleAssignment[]>;
	/**
	Scopes inside each resource, by the resource's key.
	*/
	readonly partsOf: ReadonlyMap<string, readonly string[]>;
	/**
	How far each scope of an assignment reaches.
	*/
	readonly widths: ReadonlyMap<string, ScopeWidth>;
	/**
	Those whose scope could not be read may reach anything.
	*/
	readonly unplaced: readonly RoleAssignment[];
	/**
	Those at management groups: where it is not known which lie above a resource, each may.
	*/
	readonly above: readonly RoleAssignment[];
	/**
	Whether any of them could not be read as a whole.
	*/
	readonly hasBroken: boolean;
	readonly byHolder: ReadonlyMap<string, readonly RoleAssignment[]>;
	readonly eligibleByHolder: ReadonlyMap<string, readonly RoleEligibility[]>;
	/**
	What may be taken on in a subscription and is not over, by its id: that of the management groups above it too.
	*/
	readonly eligibleIn: ReadonlyMap<string, readonly RoleEligibility[]>;
	/**
	The groups that are known to hold somebody, by the member's id.
	*/
	readonly groupsOf: ReadonlyMap<string, readonly string[]>;
};

const add = <T>(map: Map<string, T[]>, key: string, item: T): void => {
	const there = map.get(key);
	if (there) {
		there.push(item);
	} else {
		map.set(key, [item]);
	}
};

const isAboveSubscriptions = (scope: string): boolean => scope.startsWith('/providers/microsoft.management/');

const isBroken = ({principalId, roleId, scope}: RoleAssignment): boolean => isUnknown(principalId) || isUnknown(roleId) || isUnknown(scope);

const groupMembers = (principals: ReadonlyMap<string, Principal>): ReadonlyMap<string, readonly string[]> => {
	const groups = new Map<string, string[]>();
	for (const {id, members} of principals.values()) {
		for (const member of valueOf(members) ?? none) {
			add(groups, member, id);
		}
	}

	return groups;
};

/**
Whether an eligibility still counts: one that is over does not; one whose end could not be read does.
*/
const isOpen = ({endsAt}: RoleEligibility, now: number): boolean => isUnknown(endsAt) || endsAt === undefined || endsAt > now;

/**
Finds out who holds what where, step by step.

@param now milliseconds since 1970
*/
export const indexAccess = function * (parts: AccessParts, now: number): Generator<void, AccessIndex, void> {
	const byScope = new Map<string, RoleAssignment[]>();
	const partsOf = new Map<string, string[]>();
	const widths = new Map<string, ScopeWidth>();
	const unplaced: RoleAssignment[] = [];
	const above: RoleAssignment[] = [];
	const byHolder = new Map<string, RoleAssignment[]>();
	let count = 0;
	let hasBroken = false;
	for (const assignment of parts.assignments) {
		const {scope, principalId} = assignment;
		hasBroken ||= isBroken(assignment);
		if (typeof scope === 'string' && scope !== '') {
			const there = byScope.get(scope);
			if (there) {
				there.push(assignment);
			} else {
				byScope.set(scope, [assignment]);
				const width = scopeWidth(scope);
				widths.set(scope, width);
				if (width === 'part') {
					add(partsOf, resourceOfPart(scope), scope);
				}
			}

			if (isAboveSubscriptions(scope)) {
				above.push(assignment);
			}
		} else {
			unplaced.push(assignment);
		}

		if (typeof principalId === 'string') {
			add(byHolder, principalId, assignment);
		}

		if (++count % batch === 0) {
			yield;
		}
	}

	const eligibleByHolder = new Map<string, RoleEligibility[]>();
	const eligibleIn = new Map<string, RoleEligibility[]>();
	const seen = new Set<string>();
	for (const [subscriptionId, fact] of parts.eligibilities) {
		for (const eligibility of valueOf(fact) ?? none) {
			if (isOpen(eligibility, now)) {
				add(eligibleIn, subscriptionId, eligibility);
				// What is inherited from a management group is listed in each of its subscriptions.
				if (typeof eligibility.principalId === 'string' && !seen.has(eligibility.key)) {
					seen.add(eligibility.key);
					add(eligibleByHolder, eligibility.principalId, eligibility);
				}
			}

			if (++count % batch === 0) {
				yield;
			}
		}
	}

	return {
		parts,
		roles: new Map([...builtInDefinitions, ...parts.definitions.map(role => [role.id, role] as const)]),
		byScope,
		partsOf,
		widths,
		unplaced,
		above,
		hasBroken,
		byHolder,
		eligibleByHolder,
		eligibleIn,
		groupsOf: groupMembers(parts.principals),
	};
};

/**
Why the management groups above a subscription are not known.
*/
const groupsUnread = unknown('not-reported', 'which management groups its subscription lies in was not read');

export const subscriptionOf = (resourceKey: string): string => resourceKey.split('/', 3)[2] ?? '';

export const managementGroupsOf = ({parts}: AccessIndex, resourceKey: string): Fact<readonly string[]> =>
	parts.managementGroups.get(subscriptionOf(resourceKey)) ?? groupsUnread;

/**
Every assignment that may have a say on a resource: at it, above it, inside it, and where that cannot be told.
*/
export const assignmentsNear = (index: AccessIndex, resourceKey: string): readonly RoleAssignment[] => {
	const {byScope, partsOf, unplaced, above} = index;
	const groups = managementGroupsOf(index, resourceKey);
	const scopes = [...scopeChain(resourceKey, valueOf(groups) ?? none), ...partsOf.get(resourceKey) ?? none];
	return [...scopes.flatMap(scope => byScope.get(scope) ?? none), ...(isUnknown(groups) ? above : none), ...unplaced];
};

/**
Every role that may be taken on and then may have a say on a resource.
*/
export const eligibleNear = (index: AccessIndex, resourceKey: string): readonly RoleEligibility[] => {
	const all = index.eligibleIn.get(subscriptionOf(resourceKey)) ?? none;
	const groups = managementGroupsOf(index, resourceKey);
	return all.filter(({scope}) => scopeReach(scope, resourceKey, groups) !== 'none');
};

const gapsOf = ({parts}: AccessIndex, subscriptionId: string): readonly Unknown[] =>
	[parts.assignmentGap, parts.assignmentGaps.get(subscriptionId)].filter(gap => gap !== undefined);

/**
What could add a right in a subscription and was not readable, in words.
*/
export const gapWordsOf = (index: AccessIndex, subscriptionId: string, near: readonly RoleAssignment[]): readonly string[] => [
	...gapsOf(index, subscriptionId).map(({reason}) => `role assignments: ${reason}`),
	...(index.hasBroken && near.some(assignment => isBroken(assignment)) ? ['a role assignment could not be read'] : none),
];

/**
A principal and the groups that are known to hold it.
*/
export const selvesOf = ({groupsOf}: AccessIndex, id: string): ReadonlySet<string> => new Set([id, ...groupsOf.get(id) ?? none]);

/**
What decides on the rights of one principal on one resource.

@param assignments those that may have a say; by default all near the resource
@param eligible those that may have one once they are taken on; by default none is looked at
*/

export const accessOn = (
	index: AccessIndex,
	resourceKey: string,
	id: string,
	assignments: readonly RoleAssignment[] = assignmentsNear(index, resourceKey),
	eligible: readonly RoleEligibility[] = none,
): Access => {
	const {parts, roles} = index;
	const subscriptionId = subscriptionOf(resourceKey);
	const denials = parts.denials.get(subscriptionId) ?? parts.denialGap;
	return {
		resourceKey,
		principals: selvesOf(index, id),
		groupGap: parts.graphGap,
		isOwnOnly: true,
		assignments,
		eligible,
		assignmentGaps: gapsOf(index, subscriptionId),
		denials: isUnknown(denials) ? none : denials,
		denialGaps: isUnknown(denials) ? [denials] : none,
		roles,
		managementGroups: managementGroupsOf(index, resourceKey),
	};
};

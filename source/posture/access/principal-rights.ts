import type {Resource} from '../../model/resource.js';
import {valueOf} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {RoleEligibility} from '../../model/role-eligibility.js';
import type {AccessLevel} from '../../model/role-holder.js';
import {
	accessOn,
	managementGroupsOf,
	selvesOf,
	subscriptionOf,
	type AccessIndex,
} from './access-index.js';
import {operationsOn, type AccessResource} from './access-matrix.js';
import {levelOf} from './levels.js';
import type {Right} from './right.js';
import {rightsOf} from './rights-of.js';
import {scopeReach} from './scope-reach.js';

const none: readonly never[] = Object.freeze([]);

/**
One role that somebody holds or may take on.
*/
export type HeldRole = {
	readonly assignment: RoleAssignment | RoleEligibility;
	readonly role: string;
	readonly level: AccessLevel;
	readonly isStanding: boolean;
	/**
	The group by which it comes; absent for one's own.
	*/
	readonly group: string | undefined;
};

/**
Resources of one kind on which the very same is allowed, for the same reasons.
*/
export type RightsGroup = {
	readonly kind: AccessResource['kind'];
	readonly resources: ReadonlyArray<Pick<Resource, 'key' | 'name'>>;
	readonly rights: readonly Right[];
};

export type PrincipalRights = {
	readonly roles: readonly HeldRole[];
	readonly groups: readonly RightsGroup[];
};

const heldRoles = (index: AccessIndex, id: string): readonly HeldRole[] => {
	const held = (assignment: RoleAssignment, isStanding: boolean, self: string): HeldRole => {
		const roleId = valueOf(assignment.roleId) ?? '';
		const role = index.roles.get(roleId);
		return {
			assignment, role: role?.name ?? `role ${roleId}`, level: levelOf(role), isStanding, group: self === id ? undefined : self,
		};
	};

	return [...selvesOf(index, id)].flatMap(self => [
		...(index.byHolder.get(self) ?? none).map(assignment => held(assignment, true, self)),
		...(index.eligibleByHolder.get(self) ?? none).map(assignment => held(assignment, false, self)),
	]);
};

/**
Everything that somebody can do with some resources, and through what. Resources that the same assignments reach, in the same mode and
under the same denials, are worked out once.
*/
export const principalRights = (index: AccessIndex, id: string, resources: readonly AccessResource[]): PrincipalRights => {
	const roles = heldRoles(index, id);
	const own = roles.filter(({isStanding}) => isStanding).map(({assignment}) => assignment);
	const groups = new Map<string, {readonly kind: AccessResource['kind']; readonly resources: AccessResource[]; readonly rights: readonly Right[]}>();
	for (const resource of resources) {
		const managementGroups = managementGroupsOf(index, resource.key);
		const reaching = own.flatMap((assignment, place) => {
			const reach = scopeReach(assignment.scope, resource.key, managementGroups);
			return reach === 'none' ? [] : [place];
		});
		if (reaching.length === 0) {
			continue;
		}

		const {operations} = operationsOn(resource);
		const access = accessOn(index, resource.key, id, reaching.map(place => own[place]!));
		const denials = access.denials.filter(({scope}) => scopeReach(scope, resource.key, managementGroups) !== 'none');
		// A part of it, or a denial on it alone, is nobody else's.
		const isAlone = denials.length > 0 || reaching.some(place => valueOf(own[place]!.scope)?.startsWith(`${resource.key}/`));
		const signature = `${resource.kind} ${operations.map(({needs}) => needs.map(({action}) => action).join(',')).join(' ')} ${reaching.join(',')} ${isAlone ? resource.key : subscriptionOf(resource.key)}`;
		const known = groups.get(signature);
		if (known) {
			known.resources.push(resource);
		} else {
			groups.set(signature, {kind: resource.kind, resources: [resource], rights: rightsOf(operations, access)});
		}
	}

	return {roles, groups: groups.values().filter(({rights}) => rights.some(({is}) => is !== 'none')).toArray()};
};


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
export type HeldRole = ({readonly assignment: RoleAssignment; readonly isStanding: true} | {readonly assignment: RoleEligibility; readonly isStanding: false}) & {
	readonly role: string;
	readonly level: AccessLevel;
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
	const about = (assignment: RoleAssignment, self: string): Pick<HeldRole, 'group' | 'level' | 'role'> => {
		const roleId = valueOf(assignment.roleId) ?? '';
		const role = index.roles.get(roleId);
		return {role: role?.name ?? `role ${roleId}`, level: levelOf(role), group: self === id ? undefined : self};
	};

	return [...selvesOf(index, id)].flatMap(self => [
		...(index.byHolder.get(self) ?? none).map((assignment): HeldRole => ({assignment, isStanding: true, ...about(assignment, self)})),
		...(index.eligibleByHolder.get(self) ?? none).map((assignment): HeldRole => ({assignment, isStanding: false, ...about(assignment, self)})),
	]);
};

const isEligible = (held: HeldRole): held is HeldRole & {readonly isStanding: false} => !held.isStanding;

/**
Everything that somebody can do with some resources, and through what. Resources that the same assignments reach, in the same mode and
under the same denials, are worked out once.
*/
export const principalRights = (index: AccessIndex, id: string, resources: readonly AccessResource[]): PrincipalRights => {
	const roles = heldRoles(index, id);
	const groups = new Map<string, {readonly kind: AccessResource['kind']; readonly resources: AccessResource[]; readonly rights: readonly Right[]}>();
	for (const resource of resources) {
		const managementGroups = managementGroupsOf(index, resource.key);
		const reaching = roles.flatMap(({assignment}, place) => {
			const reach = scopeReach(assignment.scope, resource.key, managementGroups);
			return reach === 'none' ? [] : [place];
		});
		if (reaching.length === 0) {
			continue;
		}

		const {operations} = operationsOn(resource);
		const held = reaching.map(place => roles[place]!);
		const standing = held.filter(({isStanding}) => isStanding).map(({assignment}) => assignment);
		const eligible = held.filter(isEligible).map(({assignment}) => assignment);
		const access = accessOn(index, resource.key, id, standing, eligible);
		const denials = access.denials.filter(({scope}) => scopeReach(scope, resource.key, managementGroups) !== 'none');
		// A part of it, or a denial on it alone, is nobody else's.
		const isAlone = denials.length > 0 || held.some(({assignment: {scope}}) => valueOf(scope)?.startsWith(`${resource.key}/`));
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


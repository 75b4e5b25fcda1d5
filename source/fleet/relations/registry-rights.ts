import {isUnknown, valueOf, type Fact} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import {registryRoles, type RegistryRole} from '../../model/registry-roles.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {Subscription} from '../../model/subscription.js';
import type {Puller, RegistryRight} from '../../posture/relations.js';
import type {ClusterFace} from './cluster-faces.js';
import type {ServicePrincipals} from './service-principals.js';

const none: readonly never[] = Object.freeze([]);

const abac = 'AbacRepositoryPermissions';

const rightOn = (registry: Registry, role: RegistryRole, {key: assignment}: RoleAssignment, scope: string): RegistryRight => {
	// A mode that could not be read is the older one: what it lets do is never less.
	const isAbac = registry.roleAssignmentMode === abac;
	const isAtRegistry = scope === registry.key;
	return {
		registryKey: registry.key,
		registryName: registry.name,
		role: role.name,
		assignment,
		scope,
		pulls: isAbac ? role.pullsAbac : role.pulls,
		changes: isAbac ? role.changesAbac : role.changes,
		// Reader on a group was not given for this registry: that it lets nobody pull is no fault.
		isVoid: isAbac && isAtRegistry && role.pulls && !role.pullsAbac,
	};
};

/**
The object ids that nodes pull with, in small letters.
*/
export const kubeletIdsOf = (clusters: ReadonlyArray<Pick<ClusterFace, 'kubeletObjectId'>>): readonly string[] =>
	clusters.flatMap(({kubeletObjectId}) => (typeof kubeletObjectId === 'string' ? [kubeletObjectId.toLowerCase()] : []));

/**
The registries at or below each scope: a role at a group or a subscription reaches all that lie in it.
*/
const registriesByScope = (registries: readonly Registry[]): ReadonlyMap<string, readonly Registry[]> => {
	const byScope = new Map<string, Registry[]>();
	const add = (scope: string, registry: Registry): void => {
		const there = byScope.get(scope);
		if (there) {
			there.push(registry);
		} else {
			byScope.set(scope, [registry]);
		}
	};

	for (const registry of registries) {
		add(registry.key, registry);
		add(registry.key.split('/', 5).join('/'), registry);
		add(registry.key.split('/', 3).join('/'), registry);
	}

	return byScope;
};

const managementGroupPrefix = '/providers/microsoft.management/managementgroups/';

/**
The registries that a role above subscriptions reaches: all below the root, and below a group those of its subscriptions.
`isSure` is false where nobody tells which groups one of them lies in.
*/
const belowGroup = (scope: string, registries: readonly Registry[], groupsOf: GroupsOf): {readonly reached: readonly Registry[]; readonly isSure: boolean} => {
	if (scope === '/') {
		return {reached: registries, isSure: true};
	}

	const group = scope.slice(managementGroupPrefix.length);
	return {
		reached: registries.filter(({subscriptionId}) => groupsOf.get(subscriptionId)?.includes(group)),
		isSure: registries.every(({subscriptionId}) => groupsOf.has(subscriptionId)),
	};
};

const isAboveSubscriptions = (scope: string): boolean => scope === '/' || scope.startsWith(managementGroupPrefix);

/**
The management groups of each subscription, by its id; without an entry nobody tells.
*/
export type GroupsOf = ReadonlyMap<string, readonly string[]>;

export const groupsOf = (subscriptions: readonly Subscription[]): GroupsOf =>
	new Map(subscriptions.flatMap(({id, managementGroups}) => (managementGroups ? [[id, managementGroups] as const] : [])));

export type RegistryRights = {
	/**
	By object id of the identity.
	*/
	readonly byIdentity: ReadonlyMap<string, readonly RegistryRight[]>;
	/**
	Identities with a role at a management group of which it is not known whether a registry lies below it.
	*/
	readonly unsure: ReadonlySet<string>;
};

/**
What each of some identities may do with the registries of the fleet.
*/
export const registryRightsOf = (assignments: readonly RoleAssignment[], registries: readonly Registry[], identities: readonly string[], groups: GroupsOf): RegistryRights => {
	const byScope = registriesByScope(registries);
	const wanted = new Set(identities);
	const byIdentity = new Map<string, RegistryRight[]>();
	const unsure = new Set<string>();
	for (const assignment of assignments) {
		const {principalId, roleId, scope} = assignment;
		const role = typeof roleId === 'string' ? registryRoles.get(roleId) : undefined;
		if (!role || typeof principalId !== 'string' || typeof scope !== 'string' || !wanted.has(principalId)) {
			continue;
		}

		const {reached, isSure} = isAboveSubscriptions(scope) ? belowGroup(scope, registries, groups) : {reached: byScope.get(scope) ?? none, isSure: true};
		if (!isSure) {
			unsure.add(principalId);
		}

		if (reached.length === 0) {
			continue;
		}

		const own = byIdentity.get(principalId) ?? [];
		own.push(...reached.map(registry => rightOn(registry, role, assignment, scope)));
		byIdentity.set(principalId, own);
	}

	return {byIdentity, unsure};
};

/**
The clusters that may pull from each registry, by its key.
*/
export const pullersOf = (rights: ReadonlyMap<string, readonly RegistryRight[]>, clusters: readonly ClusterFace[], servicePrincipals: ServicePrincipals): ReadonlyMap<string, readonly Puller[]> => {
	const pullers = new Map<string, Map<string, Puller>>();
	for (const {key, name, kubeletObjectId, servicePrincipalClientId, privateCluster} of clusters) {
		const identity = kubeletObjectId ?? servicePrincipals.get((valueOf(servicePrincipalClientId) ?? '').toLowerCase());
		if (identity === undefined || isUnknown(identity)) {
			continue;
		}

		const pulling = (rights.get(identity.toLowerCase()) ?? none).filter(({pulls}) => pulls);
		for (const {registryKey} of pulling) {
			const ofRegistry = pullers.get(registryKey) ?? new Map<string, Puller>();
			ofRegistry.set(key, {key, name, isPrivate: privateCluster satisfies Fact<boolean | undefined>});
			pullers.set(registryKey, ofRegistry);
		}
	}

	return new Map(pullers.entries().map(([key, ofRegistry]) => [key, ofRegistry.values().toArray()]));
};

import type {Collected} from '../../azure/collectors.js';
import type {Cluster} from '../../model/cluster.js';
import {
	isUnknown,
	unknown,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {Principal} from '../../model/principal.js';
import type {Registry} from '../../model/registry.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import type {Coverage, Subscription} from '../../model/subscription.js';
import type {JudgeContext, Lookup} from '../../posture/check.js';
import type {
	Holdings,
	Puller,
	VaultUser,
} from '../../posture/relations.js';
import {toUnknown} from '../error-detail.js';
import {isSameJson, reuseList, reuseMap} from '../reuse.js';
import type {ClusterFace} from './cluster-faces.js';
import {gapOf} from './gap-of.js';
import {holdingsOf} from './holdings.js';
import {createMemo} from './memo.js';
import {
	groupsOf,
	kubeletIdsOf,
	pullersOf,
	registryRightsOf,
	type GroupsOf,
	type RegistryRights,
} from './registry-rights.js';
import {objectIdsOf, servicePrincipalsOf, type ServicePrincipals} from './service-principals.js';

export type RelationParts = {
	/**
	Absent while it was never read, as for the others.
	*/
	readonly clusters: Pick<Collected<Cluster>, 'coverage'> | undefined;
	readonly clusterFaces: readonly ClusterFace[];
	readonly registries: Collected<Registry> | undefined;
	/**
	Object ids of the identities of container groups, which may pull too.
	*/
	readonly groupIdentities?: readonly string[];
	readonly roleAssignments: Collected<RoleAssignment> | undefined;
	/**
	Absent where Microsoft Graph was not asked, or has not answered.
	*/
	readonly principals?: ReadonlyMap<string, Principal> | undefined;
	/**
	Why role assignments could not be read.
	*/
	readonly roleError: SourceErrorDetail | undefined;
	readonly vaultUsers: ReadonlyMap<string, readonly VaultUser[]>;
	readonly subscriptions: readonly Subscription[];
};

export type Relations = Required<Pick<JudgeContext, 'holdings' | 'registryRights' | 'pullers' | 'vaultUsers'>>;

type CoverageMap = ReadonlyMap<string, Coverage>;

const none: readonly never[] = Object.freeze([]);

const nothing: Holdings = Object.freeze({clusters: 0, registries: 0});

const notRead = (what: string): Unknown => unknown('not-asked', `${what} have not been read yet.`);

const firstGap = (coverage: ReadonlyMap<string, Coverage>): Unknown | undefined => coverage.values().map(entry => gapOf(entry)).find(gap => gap !== undefined);

const holdingsLookup = (clusters: CoverageMap | undefined, registries: CoverageMap | undefined, holdings: ReadonlyMap<string, Holdings>): Lookup<string, Fact<Holdings>> => ({
	get(id) {
		return !clusters || !registries ? notRead('Clusters and registries') : holdings.get(id) ?? gapOf(clusters.get(id)) ?? gapOf(registries.get(id)) ?? nothing;
	},
});

const groupsUnread = unknown('not-reported', 'It has a role at a management group, and which subscriptions lie in that could not be read.');

/**
What is missing may be what could not be read: only where everything was read is an empty answer one.
*/
const rightsLookup = (hasRegistries: boolean, {roleAssignments, roleError}: Pick<RelationParts, 'roleAssignments' | 'roleError'>, {byIdentity, unsure}: RegistryRights, servicePrincipals: ServicePrincipals): Relations['registryRights'] => {
	const unread = roleAssignments
		? (hasRegistries ? firstGap(roleAssignments.coverage) : notRead('Registries'))
		: (roleError ? toUnknown(roleError) : notRead('Role assignments'));
	return {
		get(name) {
			// A cluster names its service principal by its client id.
			const id = servicePrincipals.has(name) ? servicePrincipals.get(name) : name;
			if (id === undefined || isUnknown(id)) {
				return id ?? unread ?? none;
			}

			const own = byIdentity.get(id);
			// That it changes a registry is enough to know; that it changes none is not known.
			return unsure.has(id) && !own?.some(({changes}) => changes) ? unread ?? groupsUnread : own ?? unread ?? none;
		},
	};
};

const pullersLookup = (hasClusters: boolean, {roleAssignments, roleError}: Pick<RelationParts, 'roleAssignments' | 'roleError'>, pullers: ReadonlyMap<string, readonly Puller[]>): Relations['pullers'] => {
	const unread = roleAssignments
		? (hasClusters ? undefined : notRead('Clusters'))
		: (roleError ? toUnknown(roleError) : notRead('Role assignments'));
	return {get: key => pullers.get(key) ?? unread ?? none};
};

const noRegistries: readonly Registry[] = [];
const noAssignments: readonly RoleAssignment[] = [];

/**
Makes the function that relates resources to each other, each relation once for each change of what it is made of: the same
lookup again while it says the same.
*/
export const createRelationsOf = (): ((parts: RelationParts) => Relations) => {
	const keepHoldings = createMemo(holdingsOf);
	const keepGroups = createMemo(groupsOf);
	const keepIds = createMemo(kubeletIdsOf);
	const keepRights = createMemo(registryRightsOf);
	const keepPrincipals = createMemo(servicePrincipalsOf);
	const keepPullers = createMemo(pullersOf);
	const makeHoldings = createMemo(holdingsLookup);
	type Pullers = ReadonlyMap<string, readonly Puller[]>;
	type Assignments = RelationParts['roleAssignments'];
	type RoleError = RelationParts['roleError'];

	const makeRights = createMemo((hasRegistries: boolean, roleAssignments: Assignments, roleError: RoleError, rights: RegistryRights, principals: ServicePrincipals) =>
		rightsLookup(hasRegistries, {roleAssignments, roleError}, rights, principals));

	const makePullers = createMemo((hasClusters: boolean, roleAssignments: Assignments, roleError: RoleError, known: Pullers) =>
		pullersLookup(hasClusters, {roleAssignments, roleError}, known));
	let groups: GroupsOf = new Map();
	let kubeletIds: readonly string[] = [];
	let servicePrincipals: ServicePrincipals = new Map();
	let identities: readonly string[] = [];
	let vaultUsers: ReadonlyMap<string, readonly VaultUser[]> = new Map();
	let holdings: ReadonlyMap<string, Holdings> = new Map();
	let pullers: ReadonlyMap<string, readonly Puller[]> = new Map();

	return parts => {
		const {clusters, clusterFaces, registries, roleAssignments, roleError} = parts;
		const allRegistries = registries?.items ?? noRegistries;
		holdings = reuseMap(holdings, keepHoldings(clusterFaces, allRegistries), isSameJson);
		kubeletIds = reuseList(kubeletIds, keepIds(clusterFaces));
		groups = reuseMap(groups, keepGroups(parts.subscriptions), isSameJson);
		servicePrincipals = reuseMap(servicePrincipals, keepPrincipals(clusterFaces, roleAssignments?.items ?? noAssignments, parts.principals), isSameJson);
		identities = reuseList(identities, [...kubeletIds, ...objectIdsOf(servicePrincipals), ...parts.groupIdentities ?? none]);
		const rights = keepRights(roleAssignments?.items ?? noAssignments, allRegistries, identities, groups);
		pullers = reuseMap(pullers, keepPullers(rights.byIdentity, clusterFaces, servicePrincipals), isSameJson);
		vaultUsers = reuseMap(vaultUsers, parts.vaultUsers, isSameJson);
		return {
			holdings: makeHoldings(clusters?.coverage, registries?.coverage, holdings),
			registryRights: makeRights(registries !== undefined, roleAssignments, roleError, rights, servicePrincipals),
			pullers: makePullers(clusters !== undefined, roleAssignments, roleError, pullers),
			vaultUsers,
		};
	};
};

import type {Collected} from '../../azure/collectors.js';
import type {Cluster} from '../../model/cluster.js';
import {unknown, type Fact, type Unknown} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import type {Coverage} from '../../model/subscription.js';
import type {JudgeContext, Lookup} from '../../posture/check.js';
import type {
	Holdings,
	Puller,
	RegistryRight,
	VaultUser,
} from '../../posture/relations.js';
import {toUnknown} from '../error-detail.js';
import {isSameJson, reuseList, reuseMap} from '../reuse.js';
import {gapOf} from './gap-of.js';
import {holdingsOf} from './holdings.js';
import {createMemo} from './memo.js';
import {kubeletIdsOf, pullersOf, registryRightsOf} from './registry-rights.js';

export type RelationParts = {
	/**
	Absent while it was never read, as for the others.
	*/
	readonly clusters: Collected<Cluster> | undefined;
	readonly registries: Collected<Registry> | undefined;
	readonly roleAssignments: Collected<RoleAssignment> | undefined;
	/**
	Why role assignments could not be read.
	*/
	readonly roleError: SourceErrorDetail | undefined;
	readonly vaultUsers: ReadonlyMap<string, readonly VaultUser[]>;
};

export type Relations = Required<Pick<JudgeContext, 'holdings' | 'registryRights' | 'pullers' | 'vaultUsers'>>;

const none: readonly never[] = Object.freeze([]);

const nothing: Holdings = Object.freeze({clusters: 0, registries: 0});

const notRead = (what: string): Unknown => unknown('not-asked', `${what} have not been read yet.`);

const firstGap = (coverage: ReadonlyMap<string, Coverage>): Unknown | undefined => coverage.values().map(entry => gapOf(entry)).find(gap => gap !== undefined);

const holdingsLookup = (clusters: RelationParts['clusters'], registries: RelationParts['registries'], holdings: ReadonlyMap<string, Holdings>): Lookup<string, Fact<Holdings>> => ({
	get(id) {
		return !clusters || !registries ? notRead('Clusters and registries') : holdings.get(id) ?? gapOf(clusters.coverage.get(id)) ?? gapOf(registries.coverage.get(id)) ?? nothing;
	},
});

/**
What is missing may be what could not be read: only where everything was read is an empty answer one.
*/
const rightsLookup = (parts: Pick<RelationParts, 'registries' | 'roleAssignments' | 'roleError'>, rights: ReadonlyMap<string, readonly RegistryRight[]>): Relations['registryRights'] => {
	const {registries, roleAssignments, roleError} = parts;
	const unread = roleAssignments
		? (registries ? firstGap(roleAssignments.coverage) : notRead('Registries'))
		: (roleError ? toUnknown(roleError) : notRead('Role assignments'));
	return {get: id => rights.get(id) ?? unread ?? none};
};

const pullersLookup = (parts: Pick<RelationParts, 'clusters' | 'roleAssignments' | 'roleError'>, pullers: ReadonlyMap<string, readonly Puller[]>): Relations['pullers'] => {
	const {clusters, roleAssignments, roleError} = parts;
	const unread = roleAssignments
		? (clusters ? undefined : notRead('Clusters'))
		: (roleError ? toUnknown(roleError) : notRead('Role assignments'));
	return {get: key => pullers.get(key) ?? unread ?? none};
};

const noClusters: readonly Cluster[] = [];
const noRegistries: readonly Registry[] = [];
const noAssignments: readonly RoleAssignment[] = [];

/**
Makes the function that relates resources to each other, each relation once for each change of what it is made of: the same
lookup again while it says the same.
*/
export const createRelationsOf = (): ((parts: RelationParts) => Relations) => {
	const keepHoldings = createMemo(holdingsOf);
	const keepRights = createMemo(registryRightsOf);
	const keepPullers = createMemo(pullersOf);
	const makeHoldings = createMemo(holdingsLookup);
	const makeRights = createMemo((registries: RelationParts['registries'], roleAssignments: RelationParts['roleAssignments'], roleError: RelationParts['roleError'], rights: ReadonlyMap<string, readonly RegistryRight[]>) =>
		rightsLookup({registries, roleAssignments, roleError}, rights));
	const makePullers = createMemo((hasClusters: RelationParts['clusters'], roleAssignments: RelationParts['roleAssignments'], roleError: RelationParts['roleError'], pullers: ReadonlyMap<string, readonly Puller[]>) =>
		pullersLookup({clusters: hasClusters, roleAssignments, roleError}, pullers));
	let kubeletIds: readonly string[] = [];
	let vaultUsers: ReadonlyMap<string, readonly VaultUser[]> = new Map();
	let holdings: ReadonlyMap<string, Holdings> = new Map();
	let pullers: ReadonlyMap<string, readonly Puller[]> = new Map();

	return parts => {
		const {clusters, registries, roleAssignments, roleError} = parts;
		const allClusters = clusters?.items ?? noClusters;
		const allRegistries = registries?.items ?? noRegistries;
		holdings = reuseMap(holdings, keepHoldings(allClusters, allRegistries), isSameJson);
		kubeletIds = reuseList(kubeletIds, kubeletIdsOf(allClusters));
		const rights = keepRights(roleAssignments?.items ?? noAssignments, allRegistries, kubeletIds);
		pullers = reuseMap(pullers, keepPullers(rights, allClusters), isSameJson);
		vaultUsers = reuseMap(vaultUsers, parts.vaultUsers, isSameJson);
		return {
			holdings: makeHoldings(clusters, registries, holdings),
			registryRights: makeRights(registries, roleAssignments, roleError, rights),
			pullers: makePullers(clusters, roleAssignments, roleError, pullers),
			vaultUsers,
		};
	};
};

import {valueOf} from '../../model/known.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import {
	accessOn,
	assignmentsNear,
	gapWordsOf,
	subscriptionOf,
	type AccessIndex,
} from './access-index.js';
import type {AccessParts} from './access-parts.js';
import {control, data, type Need} from './operation.js';
import {matchOnce} from './match-once.js';
import {rightsOf} from './rights-of.js';
import {someHeld} from './some.js';
import type {ClusterAccess, RegistryAccess} from './summaries.js';

const legacy: ReadonlySet<string> = new Set(['7f951dda-4ed3-4680-a7ca-43fe172d538d', '8311e382-0749-4cb8-b61a-304f252e45ec', 'c2f4ef07-c644-48eb-af81-4b1b4947fb11']);

const cluster = 'Microsoft.ContainerService/managedClusters';
const registry = 'Microsoft.ContainerRegistry/registries';

type Wanted = {readonly name: string; readonly needs: readonly Need[]};

const fetching: Wanted = {name: 'fetching', needs: [control(`${cluster}/listClusterAdminCredential/action`), control(`${cluster}/accessProfiles/listCredential/action`)]};

const deleting = {
	rbac: {name: 'deleting', needs: [control(`${registry}/artifacts/delete`)]},
	abac: {name: 'deleting data', needs: [data(`${registry}/repositories/content/delete`)]},
} as const;

const changing = {
	rbac: {name: 'changing', needs: [...deleting.rbac.needs, control(`${registry}/push/write`)]},
	abac: {name: 'changing data', needs: [...deleting.abac.needs, data(`${registry}/repositories/content/write`)]},
} as const;

/**
Finds who has something on a resource. What is held over a whole subscription is found once for all of its resources, which are many.
*/
export type ResourceSummaries = {
	/**
	Who may get the certificate of cluster-admin.
	*/
	readonly cluster: (key: string) => ClusterAccess;
	/**
	Who may delete images, which nodes may change them, and which roles do nothing.
	*/
	readonly registry: (registry: AccessParts['registries'][number]) => RegistryAccess;
};

const isLegacy = ({roleId}: RoleAssignment): boolean => typeof roleId === 'string' && legacy.has(roleId);

export const createResourceSummaries = (index: AccessIndex): ResourceSummaries => {
	const {byScope, partsOf, roles} = index;
	const over = new Map<string, readonly RoleAssignment[]>();
	const overBy = new Map<string, ReadonlyMap<string, RoleAssignment>>();
	const kubelets = new Set(index.parts.kubelets);

	const overOf = (key: string): readonly RoleAssignment[] => {
		const subscription = key.split('/', 3).join('/');
		const list = over.get(subscription) ?? assignmentsNear(index, subscription);
		over.set(subscription, list);
		return list;
	};

	/**
	At the group, at the resource and inside it.
	*/
	const closeTo = (key: string): readonly RoleAssignment[] =>
		[key.split('/', 5).join('/'), key, ...partsOf.get(key) ?? []].flatMap(scope => byScope.get(scope) ?? []);

	const findHolders = (list: readonly RoleAssignment[], {needs}: Wanted): ReadonlyMap<string, RoleAssignment> => {
		const holders = new Map<string, RoleAssignment>();
		for (const assignment of list) {
			const id = valueOf(assignment.principalId);
			const role = roles.get(valueOf(assignment.roleId) ?? '');
			const permissions = role && valueOf(role.permissions);
			if (id !== undefined && permissions && !holders.has(id) && needs.some(need => matchOnce(permissions, need) !== undefined)) {
				holders.set(id, assignment);
			}
		}

		return holders;
	};

	const holdersOver = (key: string, wanted: Wanted): ReadonlyMap<string, RoleAssignment> => {
		const name = `${wanted.name} ${subscriptionOf(key)}`;
		const holders = overBy.get(name) ?? findHolders(overOf(key), wanted);
		overBy.set(name, holders);
		return holders;
	};

	/**
	Where something is denied, each is worked out by the whole engine.
	*/
	const holdersOf = (key: string, wanted: Wanted, isMeant: (id: string) => boolean = () => true): readonly RoleAssignment[] => {
		const wide = holdersOver(key, wanted);
		const near = findHolders(closeTo(key), wanted);
		const all = [...wide, ...near.entries().filter(([id]) => !wide.has(id))].filter(([id]) => isMeant(id));
		const access = accessOn(index, key, '', []);
		if (access.denials.length === 0) {
			return all.map(([, assignment]) => assignment);
		}

		const assignments = [...overOf(key), ...closeTo(key)];
		const isDenied = (id: string): boolean => rightsOf([{
			id: 'any', title: '', short: '', means: '', require: 'any', needs: wanted.needs,
		}], {...access, assignments, principals: new Set([id])})[0]!.is === 'denied';
		return all.filter(([id]) => !isDenied(id)).map(([, assignment]) => assignment);
	};

	const gapsOf = (key: string): readonly string[] => gapWordsOf(index, subscriptionOf(key), index.hasBroken ? [...overOf(key), ...closeTo(key)] : []);

	const legacyOver = new Map<string, readonly RoleAssignment[]>();
	const legacyOverOf = (key: string): readonly RoleAssignment[] => {
		const list = legacyOver.get(subscriptionOf(key)) ?? overOf(key).filter(assignment => isLegacy(assignment));
		legacyOver.set(subscriptionOf(key), list);
		return list;
	};

	return {
		cluster: key => ({gaps: gapsOf(key), adminFetchers: someHeld(index, holdersOf(key, fetching))}),
		registry({key, isAbac}) {
			const mode = isAbac ? 'abac' : 'rbac';
			return {
				gaps: gapsOf(key),
				legacyHere: someHeld(index, closeTo(key).filter(assignment => isLegacy(assignment))),
				legacyAbove: someHeld(index, legacyOverOf(key)),
				deleters: someHeld(index, holdersOf(key, deleting[mode])),
				workloadGap: index.parts.kubeletGap?.reason,
				workloads: someHeld(index, holdersOf(key, changing[mode], id => kubelets.has(id))),
			};
		},
	};
};

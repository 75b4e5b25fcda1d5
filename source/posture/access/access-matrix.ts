import type {Cluster} from '../../model/cluster.js';
import type {ContainerGroup} from '../../model/container-group.js';
import type {JudgedSubscription} from '../../model/judged-subscription.js';
import type {KeyVault} from '../../model/key-vault.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import {
	accessOn,
	assignmentsNear,
	eligibleNear,
	subscriptionOf,
	type AccessIndex,
} from './access-index.js';
import {clusterOperations, kubernetesOperations} from './cluster-operations.js';
import {containerGroupOperations} from './container-group-operations.js';
import {nameOf, type Named} from './name-of.js';
import type {Operation} from './operation.js';
import {registryMode} from './registry-mode.js';
import {registryOperations} from './registry-operations.js';
import type {Right, Standing} from './right.js';
import {rightsOf} from './rights-of.js';
import {subscriptionOperations} from './subscription-operations.js';
import {vaultOperations} from './vault-operations.js';

/**
What rights are told of.
*/
export type AccessResource = Cluster | ContainerGroup | KeyVault | Registry | JudgedSubscription;

/**
One principal: a cell for each operation. Worked out when it is asked for.
*/
export type MatrixRow = Named & {
	readonly id: string;
	readonly marks: readonly Standing[];
	readonly rights: readonly Right[];
};

export type AccessMatrix = {
	readonly operations: readonly Operation[];
	/**
	Who can do most comes first.
	*/
	readonly rows: readonly MatrixRow[];
	/**
	What could add a right or somebody and was not readable: with any, the matrix says 'at least'.
	*/
	readonly gaps: readonly string[];
	/**
	What decides here besides roles, or instead of them.
	*/
	readonly notes: readonly string[];
};

/**
The operations on a resource, and what is to be known of them.
*/
export const operationsOn = (resource: AccessResource): Pick<AccessMatrix, 'notes' | 'operations'> => {
	switch (resource.kind) {
		case 'registry': {
			const mode = registryMode(resource);
			if (isUnknown(mode)) {
				return {operations: registryOperations('rbac'), notes: [`Whether repository permissions (ABAC) decide here is not known: ${mode.reason} The cells are those of a registry without them.`]};
			}

			const decides = mode === 'abac' ? 'Repository permissions (ABAC) decide on images: the older Acr roles do nothing, Owner, Contributor and Reader lose images.' : 'Roles count for the whole registry (RBAC).';
			return {operations: registryOperations(mode), notes: [decides, 'Beside the roles, the admin user, tokens and anonymous pull let in whoever has no role.']};
		}

		case 'cluster': {
			const isAzure = valueOf(resource.azureRbac) === true;
			const why = isUnknown(resource.azureRbac) ? `Whether Azure RBAC decides inside the cluster is not known: ${resource.azureRbac.reason}` : 'Inside the cluster Kubernetes\' own roles decide, not Azure\'s.';
			return isAzure
				? {operations: [...clusterOperations, ...kubernetesOperations], notes: ['Inside the cluster Azure RBAC decides, and Kubernetes\' own roles may add to it.']}
				: {operations: clusterOperations, notes: [why]};
		}

		case 'keyVault': {
			return {
				operations: vaultOperations,
				notes: valueOf(resource.rbacAuthorization) === true ? [] : ['Access policies decide on what is in this vault, or it is not known whether they do: the cells of its content hold only where Azure RBAC does.'],
			};
		}

		case 'containerGroup': {
			return {operations: containerGroupOperations, notes: ['Whoever may open a shell is in the container, and acts as its identities.']};
		}

		case 'subscription': {
			return {operations: subscriptionOperations, notes: []};
		}
	}
};

const weights: Readonly<Record<Standing, number>> = {
	given: 5, conditional: 4, eligible: 3, unknown: 2, denied: 1, none: 0,
};

const weightOf = (marks: readonly Standing[]): number => marks.reduce((sum, is) => sum + weights[is], 0);

const isHeld = (marks: readonly Standing[]): boolean => marks.some(is => is !== 'none');

/**
What two principals who hold the same roles at the same scopes have in common; absent where a denial may tell them apart.
*/
const signatureOf = (own: readonly RoleAssignment[]): string => own.map(({roleId, scope, condition}) => JSON.stringify([roleId, scope, condition])).toSorted().join('\n');

const isNamed = ({principalId}: RoleAssignment): boolean => typeof principalId === 'string' && principalId !== '';

const byPrincipal = <T extends RoleAssignment>(list: readonly T[]): ReadonlyMap<string, readonly T[]> =>
	Map.groupBy(list.filter(assignment => isNamed(assignment)), ({principalId}) => principalId as string);

const groupGapOf = ({parts}: AccessIndex, near: readonly RoleAssignment[]): readonly string[] => {
	const groups = new Set(near.filter(({principalType}) => valueOf(principalType)?.toLowerCase().endsWith('group')).flatMap(({principalId}) => valueOf(principalId) ?? []));
	if (groups.size === 0) {
		return [];
	}

	if (parts.graphGap) {
		return [`Who is in the groups (${groups.size}) that hold roles here: ${parts.graphGap.reason}`];
	}

	return [...groups].flatMap(id => {
		const {members} = parts.principals.get(id) ?? {};
		return isUnknown(members) ? [`Who is in ${valueOf(parts.principals.get(id)?.name) ?? id}: ${members.reason}`] : [];
	});
};

/**
Who can do what with one resource: a row for everybody who holds a role that reaches it, or may take one on. Members of groups that hold one stand behind
their group; whoever holds one as well by itself has a row with both.
*/
export const accessMatrix = (index: AccessIndex, resource: AccessResource): AccessMatrix => {
	const {operations, notes} = operationsOn(resource);
	const near = assignmentsNear(index, resource.key);
	const toTake = eligibleNear(index, resource.key);
	const byHolder = byPrincipal(near);
	const takenBy = byPrincipal(toTake);
	const unnamed = near.filter(assignment => !isNamed(assignment));
	const takenByNobody = toTake.filter(eligibility => !isNamed(eligibility));
	const base = accessOn(index, resource.key, '', near);
	const isPersonal = base.denials.length > 0;
	const known = new Map<string, readonly Standing[]>();
	const rows = [...new Set([...byHolder.keys(), ...takenBy.keys()])].map((id): MatrixRow => {
		const selves = [...index.groupsOf.get(id) ?? [], id];
		const own = selves.flatMap(self => byHolder.get(self) ?? []);
		const eligible = selves.flatMap(self => takenBy.get(self) ?? []);
		const signature = isPersonal ? id : `${signatureOf(own)}\n\n${signatureOf(eligible)}`;
		let rights: readonly Right[] | undefined;
		const compute = (): readonly Right[] => {
			rights ??= rightsOf(operations, accessOn(index, resource.key, id, [...own, ...unnamed], [...eligible, ...takenByNobody]));
			return rights;
		};

		const marks = known.get(signature) ?? compute().map(({is}) => is);
		known.set(signature, marks);
		return {
			id, ...nameOf(index, id), marks, get rights() {
				return compute();
			},
		};
	});
	const doubts = isPersonal ? [] : base.denialGaps.map(({reason}) => `What is denied: ${reason}`);
	return {
		operations,
		rows: rows.filter(({marks}) => isHeld(marks)).toSorted((one, other) => weightOf(other.marks) - weightOf(one.marks) || (one.name < other.name ? -1 : 1)), // eslint-disable-line @typescript-eslint/strict-boolean-expressions
		gaps: [...base.assignmentGaps.map(({reason}) => `Role assignments: ${reason}`), ...definitionGaps(index, [...near, ...toTake]), ...groupGapOf(index, [...near, ...toTake]), ...doubts, ...eligibleGaps(index, resource.key)],
		notes,
	};
};

const definitionGaps = ({parts, roles}: AccessIndex, near: readonly RoleAssignment[]): readonly string[] => {
	const lost = new Set(near.flatMap(({roleId}) => (typeof roleId === 'string' && !roles.has(roleId) ? [roleId] : [])));
	const why = parts.definitionGap ? ` (${parts.definitionGap.reason})` : '';
	return [...lost].map(id => `What role ${id} lets do: its definition is gone, or could not be read${why}.`);
};

/**
Why it is not known who may take on a role here.
*/
const eligibleGaps = ({parts}: AccessIndex, resourceKey: string): readonly string[] => {
	const fact = parts.eligibilities.get(subscriptionOf(resourceKey)) ?? parts.eligibilityGap;
	return isUnknown(fact) ? [`Who may take on a role here (PIM) is not known: ${fact.reason}`] : [];
};

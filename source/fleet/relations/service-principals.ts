import {isUnknown, unknown, type Fact} from '../../model/known.js';
import type {Principal} from '../../model/principal.js';
import type {RoleAssignment} from '../../model/role-assignment.js';
import type {ClusterFace} from './cluster-faces.js';

/**
The object id of each service principal that nodes pull as, by its client id, both in small letters. `undefined`: it holds no role, so
that its object id is of no use.
*/
export type ServicePrincipals = ReadonlyMap<string, Fact<string | undefined>>;

const notAsked = unknown('not-asked', 'it pulls as a service principal, of which only the client id is known: role assignments name its object id, which Microsoft Graph tells (--graph)');

const notAll = unknown('not-asked', 'it pulls as a service principal, and Microsoft Graph has not told the client ids of all who hold roles');

/**
The client ids of service principals that nodes pull as: of a cluster without a kubelet identity.
*/
export const clientIdsOf = (clusters: ReadonlyArray<Pick<ClusterFace, 'kubeletObjectId' | 'servicePrincipalClientId'>>): readonly string[] => [...new Set(clusters.flatMap(({kubeletObjectId, servicePrincipalClientId: id}) =>
	(kubeletObjectId === undefined && typeof id === 'string' && id.toLowerCase() !== 'msi' ? [id.toLowerCase()] : [])))];

/**
Whether Graph has told the client id of everybody who holds a role and might be a service principal.
*/
const isTold = ({principalId}: RoleAssignment, principals: ReadonlyMap<string, Principal>): boolean => {
	const principal = typeof principalId === 'string' ? principals.get(principalId) : undefined;
	if (!principal) {
		return false;
	}

	const {kind, appId} = principal;
	return appId !== undefined || kind !== 'servicePrincipal';
};

/**
Finds the service principals of clusters among those who hold roles: Microsoft Graph tells the client id of each.

@param principals absent where Graph was not asked, or has not answered
*/
export const servicePrincipalsOf = (clusters: readonly ClusterFace[], assignments: readonly RoleAssignment[], principals: ReadonlyMap<string, Principal> | undefined): ServicePrincipals => {
	const clientIds = clientIdsOf(clusters);
	if (!principals || clientIds.length === 0) {
		return new Map(clientIds.map(id => [id, notAsked]));
	}

	const byClientId = new Map(principals.values().flatMap(({id, appId}) => (appId === undefined ? [] : [[appId, id] as const])));
	const otherwise = assignments.every(assignment => isTold(assignment, principals)) ? undefined : notAll;
	return new Map(clientIds.map(id => [id, byClientId.get(id) ?? otherwise]));
};

/**
The object ids that are known.
*/
export const objectIdsOf = (servicePrincipals: ServicePrincipals): readonly string[] => servicePrincipals.values().filter(id => id !== undefined && !isUnknown(id)).toArray() as string[];

import type {Cluster} from '../../model/cluster.js';
import {isUnknown, unknown, type Fact} from '../../model/known.js';

/**
As whom the nodes of a cluster pull: a managed identity by its object id, or a service principal by its client id, which role assignments do
not name and Microsoft Graph leads from; both in small letters.
*/
export type PullIdentity = {readonly kind: 'kubelet' | 'servicePrincipal'; readonly id: string};

const notTold = unknown('not-reported', '`properties.identityProfile.kubeletidentity.objectId` is not in the answer');

export const pullIdentityOf = ({kubeletObjectId, servicePrincipalClientId}: Pick<Cluster, 'kubeletObjectId' | 'servicePrincipalClientId'>): Fact<PullIdentity> => {
	if (isUnknown(kubeletObjectId)) {
		return kubeletObjectId;
	}

	if (kubeletObjectId !== undefined) {
		return {kind: 'kubelet', id: kubeletObjectId.toLowerCase()};
	}

	if (isUnknown(servicePrincipalClientId)) {
		return servicePrincipalClientId;
	}

	return servicePrincipalClientId === undefined || servicePrincipalClientId.toLowerCase() === 'msi' ? notTold : {kind: 'servicePrincipal', id: servicePrincipalClientId.toLowerCase()};
};

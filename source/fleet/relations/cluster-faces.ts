import type {Cluster} from '../../model/cluster.js';
import {isSameJson, reuseList} from '../reuse.js';

/**
What relations read of a cluster.
*/
export type ClusterFace = Pick<Cluster, 'key' | 'name' | 'subscriptionId' | 'kubeletObjectId' | 'servicePrincipalClientId' | 'privateCluster' | 'diskEncryptionSetId'>;

const faceOf = ({key, name, subscriptionId, kubeletObjectId, servicePrincipalClientId, privateCluster, diskEncryptionSetId}: Cluster): ClusterFace => ({
	key, name, subscriptionId, kubeletObjectId, servicePrincipalClientId, privateCluster, diskEncryptionSetId,
});

/**
Makes the function that keeps the list of faces as it is for as long as no cluster changed in what relations read: a cluster
changes mostly elsewhere, and then nothing has to be related again.
*/
export const createClusterFaces = (): ((clusters: readonly Cluster[]) => readonly ClusterFace[]) => {
	let last: readonly Cluster[] = [];
	let faces: readonly ClusterFace[] = [];
	return clusters => {
		if (clusters !== last) {
			const next = clusters.map((cluster, index) => {
				const before = faces[index];
				if (before !== undefined && cluster === last[index]) {
					return before;
				}

				const face = faceOf(cluster);
				return before !== undefined && isSameJson(before, face) ? before : face;
			});
			faces = reuseList(faces, next);
			last = clusters;
		}

		return faces;
	};
};

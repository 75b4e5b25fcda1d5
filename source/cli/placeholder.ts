import {readCluster} from '../azure/read/cluster.js';
import {readContainerGroup} from '../azure/read/container-group.js';
import {readNode} from '../kubernetes/read/node.js';
import {readService} from '../kubernetes/read/service.js';
import {readRegistry} from '../azure/read/registry.js';
import {valueOf} from '../model/known.js';
import type {Resource} from '../model/resource.js';
import type {JudgedKind} from '../posture/check.js';

const group = '/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers';

const idOf = (type: string, name: string): string => `${group}/${type}/${name}`;

/**
Names as a person would fill them in; upper case, so that nobody takes them for real ones.
*/
const plain = (kind: JudgedKind, id: string, name: string): Resource => ({
	kind, id, key: id.toLowerCase(), name, subscriptionId: 'SUBSCRIPTION', resourceGroup: 'GROUP', region: 'REGION', tags: {},
});

/**
Azure's readers make the rest of the model, so that it is as complete as that of a real resource.
*/
const named = <R extends Resource>(resource: R | undefined, kind: JudgedKind, id: string, name: string): Resource => ({...resource, ...plain(kind, id, name)});

const imagePlaceholder = {
	host: 'REGISTRY.azurecr.io', repository: 'REPOSITORY', digest: 'DIGEST', tagNames: ['TAG'], registryKey: '', registryName: 'REGISTRY',
};

/**
A resource of a kind that has nothing but placeholders for names: what a fix in the catalogue is written for.
*/
export const placeholderOf = (kind: JudgedKind): Resource => {
	const clusterId = idOf('Microsoft.ContainerService/managedClusters', 'CLUSTER');
	switch (kind) {
		case 'cluster': {
			return named(readCluster({id: clusterId, name: 'CLUSTER', properties: {}}), kind, clusterId, 'CLUSTER');
		}

		case 'nodePool': {
			const cluster = readCluster({id: clusterId, name: 'CLUSTER', properties: {currentKubernetesVersion: 'VERSION', agentPoolProfiles: [{name: 'pool'}]}});
			const [pool] = valueOf(cluster?.nodePools) ?? [];
			return named(pool, kind, `${clusterId}/agentPools/POOL`, 'POOL');
		}

		case 'node': {
			const id = `${clusterId}/nodes/NODE`;
			const cluster = readCluster({id: clusterId, name: 'CLUSTER', properties: {}});
			return named(cluster && readNode({metadata: {name: 'NODE'}}, cluster), kind, id, 'NODE');
		}

		case 'service': {
			const id = `${clusterId}/namespaces/NAMESPACE/services/SERVICE`;
			const cluster = readCluster({id: clusterId, name: 'CLUSTER', properties: {}});
			return named(cluster && readService({metadata: {name: 'SERVICE', namespace: 'NAMESPACE'}}, cluster), kind, id, 'SERVICE');
		}

		case 'registry': {
			const id = idOf('Microsoft.ContainerRegistry/registries', 'REGISTRY');
			return named(readRegistry({id, name: 'REGISTRY', properties: {}}), kind, id, 'REGISTRY');
		}

		case 'containerGroup': {
			const id = idOf('Microsoft.ContainerInstance/containerGroups', 'CONTAINER_GROUP');
			return named(readContainerGroup({id, name: 'CONTAINER_GROUP', properties: {}}), kind, id, 'CONTAINER_GROUP');
		}

		case 'image': {
			const id = `${idOf('Microsoft.ContainerRegistry/registries', 'REGISTRY')}/images/REPOSITORY:TAG`;
			const image: Resource & typeof imagePlaceholder = {...plain(kind, id, 'REPOSITORY:TAG'), ...imagePlaceholder};
			return image;
		}

		case 'subscription': {
			return plain(kind, '/subscriptions/SUBSCRIPTION', 'SUBSCRIPTION');
		}

		case 'diskEncryptionSet': {
			return plain(kind, idOf('Microsoft.Compute/diskEncryptionSets', 'DISK_ENCRYPTION_SET'), 'DISK_ENCRYPTION_SET');
		}

		case 'host': {
			return plain(kind, idOf('Microsoft.HybridCompute/machines', 'MACHINE'), 'MACHINE');
		}

		case 'keyVault': {
			return plain(kind, idOf('Microsoft.KeyVault/vaults', 'VAULT'), 'VAULT');
		}
	}
};

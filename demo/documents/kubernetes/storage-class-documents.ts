import type {Site} from '../../inside/site.js';
import {diskEncryptionSetId} from '../key-documents.js';
import type {Json} from '../context.js';
import {metadata} from './metadata.js';

type Given = {readonly name: string; readonly provisioner?: string; readonly parameters: Json; readonly isDefault?: boolean; readonly isOwn?: boolean};

/**
The classes that AKS makes, and those that a team has made: with the cluster's own key where its disks have one, written as people write
it (names of parameters compare without regard to case).
*/
const classesOf = ({cluster, index}: Site): readonly Given[] => [
	{name: 'default', parameters: {skuname: 'StandardSSD_ZRS'}, isDefault: true},
	{name: 'managed-csi', parameters: {skuname: 'StandardSSD_LRS'}},
	{name: 'managed-csi-premium', parameters: {skuname: 'Premium_LRS'}},
	{name: 'azurefile-csi', provisioner: 'file.csi.azure.com', parameters: {skuName: 'Standard_LRS'}},
	...(cluster.diskEncryption
		? [{name: 'own-key', parameters: {[index % 2 === 0 ? 'diskEncryptionSetID' : 'DiskEncryptionSetID']: diskEncryptionSetId(cluster), skuName: 'Premium_LRS'}, isOwn: true}]
		: []),
	...(cluster.servicePrincipal
		? [{
			name: 'fast', provisioner: 'kubernetes.io/azure-disk', parameters: {storageaccounttype: 'Premium_LRS', kind: 'managed'}, isOwn: true,
		}]
		: []),
];

/**
Storage classes (storage.k8s.io/v1).
*/
export const storageClassDocuments = (site: Site): readonly Json[] => classesOf(site).map(({name, provisioner = 'disk.csi.azure.com', parameters, isDefault, isOwn}) => ({
	metadata: metadata(site, 'StorageClass', name, {
		labels: isOwn ? undefined : {'addonmanager.kubernetes.io/mode': 'EnsureExists', 'kubernetes.io/cluster-service': 'true'},
		annotations: isDefault ? {'storageclass.kubernetes.io/is-default-class': 'true'} : undefined,
	}),
	provisioner,
	parameters,
	reclaimPolicy: 'Delete',
	allowVolumeExpansion: true,
	volumeBindingMode: 'WaitForFirstConsumer',
}));

import {valueOf, isUnknown, type Fact} from '../../model/known.js';
import type {StorageClass} from '../../model/inside.js';
import {readMetadata} from './metadata.js';
import {together} from './together.js';

const provisioners = new Set(['disk.csi.azure.com', 'kubernetes.io/azure-disk']);

const defaults = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'] as const;

type Texts = ReadonlyArray<string | undefined>;

/**
Maps a storage class of Azure disks; nothing for one of something else. Never throws.
Sources: Kubernetes storage.k8s.io/v1 StorageClass; kubernetes-sigs/azuredisk-csi-driver docs/driver-parameters.md.
*/
export const readStorageClass = (document: unknown): Fact<StorageClass | undefined> => {
	const {root, name, annotations} = readMetadata(document);
	const parameters = root.child('parameters', true);
	const facts = together<Texts>(
		root.word('provisioner'),
		parameters.text('diskEncryptionSetID', 2048),
		parameters.word('skuName'),
		parameters.word('storageAccountType'),
	);
	if (isUnknown(facts)) {
		return facts;
	}

	const [provisioner = '', set, sku, type] = facts;
	return provisioners.has(provisioner)
		? {
			name,
			provisioner,
			isDefault: defaults.some(annotation => valueOf(annotations.textFlag(annotation)) === true),
			diskEncryptionSetId: set === '' ? undefined : set,
			sku: sku ?? type,
		}
		: undefined;
};

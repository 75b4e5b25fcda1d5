import type {DataDisk} from '../../model/data-disk.js';
import {Branch} from './branch.js';
import {lowerText} from './lower-text.js';
import {readResource} from './resource.js';
import {tagOf} from './tag-of.js';

/**
Maps a disk that was made for a volume. Never throws; gives nothing without a usable id, or for a disk of something else.
Source: Microsoft.Compute disks 2025-01-02; tags that kubernetes-sigs/azuredisk-csi-driver sets.
*/
export const readDataDisk = (document: unknown): DataDisk | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	const claim = resource && tagOf(resource.tags, 'kubernetes.io-created-for-pvc-name');
	if (!resource || claim === undefined || claim === '') {
		return undefined;
	}

	const namespace = tagOf(resource.tags, 'kubernetes.io-created-for-pvc-namespace');
	const properties = root.required('properties');
	const encryption = properties.child('encryption');
	return {
		...resource,
		kind: 'dataDisk',
		claim: namespace === undefined || namespace === '' ? claim : `${namespace}/${claim}`,
		encryptionType: encryption.word('type'),
		diskEncryptionSetKey: lowerText(encryption, 'diskEncryptionSetId'),
		sizeGib: properties.number('diskSizeGB'),
	};
};

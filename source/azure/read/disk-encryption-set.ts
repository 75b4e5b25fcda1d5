import type {DiskEncryptionSet} from '../../model/disk-encryption-set.js';
import {Branch} from './branch.js';
import {readResource} from './resource.js';

/**
Maps a disk encryption set as Resource Manager and Resource Graph send it. Never throws; gives nothing without a usable id.
Source: Microsoft.Compute diskEncryptionSets 2025-01-02.
*/
export const readDiskEncryptionSet = (document: unknown): DiskEncryptionSet | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	const key = properties.child('activeKey');
	return {
		...resource,
		kind: 'diskEncryptionSet',
		encryptionType: properties.word('encryptionType'),
		keyUrl: key.text('keyUrl'),
		vaultId: key.child('sourceVault').text('id', 2048),
		autoRotation: properties.flag('rotationToLatestKeyVersionEnabled'),
		lastRotated: properties.text('lastKeyRotationTimestamp'),
		rotationError: properties.child('autoKeyRotationError').text('code'),
		identityType: root.child('identity').word('type'),
	};
};

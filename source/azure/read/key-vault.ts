import type {KeyVault} from '../../model/key-vault.js';
import {Branch} from './branch.js';
import {readResource} from './resource.js';

/**
Maps a vault as Resource Manager and Resource Graph send it. Never throws; gives nothing without a usable id.
Source: Microsoft.KeyVault vaults 2024-11-01.
*/
export const readKeyVault = (document: unknown): KeyVault | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	return {
		...resource,
		kind: 'keyVault',
		sku: properties.child('sku').word('name'),
		vaultUri: properties.text('vaultUri'),
		softDelete: properties.flag('enableSoftDelete'),
		softDeleteDays: properties.number('softDeleteRetentionInDays'),
		purgeProtection: properties.flag('enablePurgeProtection'),
		rbacAuthorization: properties.flag('enableRbacAuthorization'),
		publicNetworkAccess: properties.word('publicNetworkAccess'),
		created: root.child('systemData').text('createdAt'),
	};
};

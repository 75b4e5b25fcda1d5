import {
	control,
	data,
	type Need,
	type Operation,
} from './operation.js';

const vault = (action: string): Need => control(`Microsoft.KeyVault/vaults/${action}`);

const content = (action: string): Need => data(`Microsoft.KeyVault/vaults/${action}`);

/**
What can be done with a key vault and with what is in it. Where access policies decide on its content, data actions do nothing.
Source: operations of Microsoft.KeyVault; Key Vault documentation, 'Provide access to Key Vault keys, certificates, and secrets with Azure RBAC'.
*/
export const vaultOperations: readonly Operation[] = [
	{
		id: 'read', title: 'Read', short: 'read', means: 'sees the vault and its settings',
		require: 'all', needs: [vault('read')],
	},
	{
		id: 'change', title: 'Change or delete vault', short: 'make', means: 'changes its network, access policies and protection, or deletes it',
		require: 'all', needs: [vault('write'), vault('delete')],
	},
	{
		id: 'readSecrets', title: 'Read secrets', short: 'secr', means: 'reads what a secret holds',
		require: 'all', needs: [content('secrets/getSecret/action')],
	},
	{
		id: 'changeSecrets', title: 'Change secrets', short: 'set', means: 'writes secrets',
		require: 'all', needs: [content('secrets/setSecret/action')],
	},
	{
		id: 'useKeys', title: 'Use keys', short: 'use', means: 'decrypts with a key, as disks and registries do',
		require: 'any', needs: [content('keys/unwrap/action'), content('keys/decrypt/action')],
	},
	{
		id: 'manageKeys', title: 'Manage keys', short: 'keys', means: 'makes, rotates and deletes keys',
		require: 'any', needs: [content('keys/create/action'), content('keys/delete')],
	},
];

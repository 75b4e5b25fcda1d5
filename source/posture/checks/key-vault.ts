import type {KeyVault} from '../../model/key-vault.js';
import type {VaultKey} from '../../model/cluster-records.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../check.js';
import {needed} from '../commands.js';
import {judgeLogs} from '../kept-logs.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../outcome.js';
import type {VaultUser} from '../relations.js';
import {shellQuote} from '../shell-quote.js';

const softDeletePath = 'properties.enableSoftDelete';
const purgePath = 'properties.enablePurgeProtection';
const createdPath = 'systemData.createdAt';

/**
Soft delete is on by default for vaults made since then.
Source: Azure Key Vault soft-delete overview, as read on 2026-08-24.
*/
const onByDefaultSince = '2020-12-15';

const mostNamed = 5;

const command = (vault: KeyVault, options: string): string =>
	`az keyvault update --subscription ${shellQuote(vault.subscriptionId)} --resource-group ${shellQuote(vault.resourceGroup)} --name ${shellQuote(vault.name)} ${options}`;

const usersOf = ({key}: KeyVault, context: JudgeContext): readonly VaultUser[] => context.vaultUsers?.get(key) ?? [];

const proofs = (users: readonly VaultUser[]): readonly Evidence[] =>
	users.slice(0, mostNamed).map(({key, path, keyUrl}) => ({...seen(path, keyUrl), resource: key}));

const withUsers = (path: string, value: boolean | undefined, users: readonly VaultUser[]): Outcome => fail([seen(path, value), ...proofs(users)], {
	detail: `Keys of ${users.slice(0, mostNamed).map(({name}) => name).join(', ')}${users.length > mostNamed ? ` and ${users.length - mostNamed} more` : ''} lie here.`,
});

const unused: Outcome = notApplicable(seen('keys of clusters and registries', 'none'));

const judgeSoftDelete = (vault: KeyVault, context: JudgeContext): Outcome => {
	const users = usersOf(vault, context);
	if (users.length === 0) {
		return unused;
	}

	const {softDelete, purgeProtection, created} = vault;
	if (isUnknown(softDelete)) {
		return unknownBecause(softDelete.reason);
	}

	if (softDelete !== undefined) {
		return softDelete ? pass(seen(softDeletePath, true)) : withUsers(softDeletePath, false, users);
	}

	// Purge protection cannot be had without soft delete.
	if (purgeProtection === true) {
		return pass(seen(purgePath, true));
	}

	return typeof created === 'string' && created.slice(0, 10) >= onByDefaultSince
		? pass(seen(softDeletePath, undefined), seen(createdPath, created))
		: unknownBecause(`\`${softDeletePath}\` is not in the answer, and whether the vault is older than ${onByDefaultSince} is not either`);
};

const judgePurge = (vault: KeyVault, context: JudgeContext): Outcome => {
	const users = usersOf(vault, context);
	if (users.length === 0) {
		return unused;
	}

	const {purgeProtection} = vault;
	if (isUnknown(purgeProtection)) {
		return unknownBecause(purgeProtection.reason);
	}

	return purgeProtection ? pass(seen(purgePath, true)) : withUsers(purgePath, purgeProtection, users);
};

const keyPath = 'properties.rotationPolicy.lifetimeActions[].action.type';
const expiryPath = 'properties.attributes.exp';

const keysNotRead = unknown('not-asked', 'the keys of this vault have not been read yet');

/**
Name of the key in `https://HOST/keys/NAME/VERSION`, in small letters.
*/
const keyNameOf = (keyUrl: string): string => /\/keys\/(?<name>[^\/]+)/iv.exec(keyUrl)?.groups?.name?.toLowerCase() ?? '';

const rotates = ({rotation}: VaultKey): Fact<boolean> => (isUnknown(rotation) ? rotation : rotation.some(action => /^rotate\b/iv.test(action)));

const judgeKeys = (vault: KeyVault, context: JudgeContext): Outcome => {
	const users = usersOf(vault, context);
	if (users.length === 0) {
		return unused;
	}

	const keys = context.vaultKeys?.get(vault.key) ?? keysNotRead;
	if (isUnknown(keys)) {
		return unknownFact(keys);
	}

	const names = new Set(users.map(({keyUrl}) => keyNameOf(keyUrl)));
	const used = keys.filter(({name}) => names.has(name.toLowerCase()));
	const bad = used.filter(key => key.expires === undefined && rotates(key) === false);
	if (bad.length > 0) {
		return fail(bad.slice(0, mostNamed).flatMap(({name}) => [seen(`keys/${name}: ${expiryPath}`, undefined), seen(`keys/${name}: ${keyPath}`, 'no Rotate')]));
	}

	const hidden = used.map(key => rotates(key)).find((fact): fact is Unknown => isUnknown(fact));
	if (hidden) {
		return unknownBecause(hidden.reason);
	}

	return used.length < names.size
		? unknownBecause('a key that is used is not among those that could be read')
		: pass(...used.slice(0, mostNamed).map(({name, expires, rotation}) => seen(`keys/${name}`, [...valueOf(rotation) ?? [], ...(expires === undefined ? [] : [`expires ${expires.slice(0, 10)}`])])));
};

/**
Of vaults that hold a key of the fleet. Of the keys, only what Resource Manager tells is read.
*/
export const keyVaultChecks: ReadonlyArray<Check<'keyVault'>> = [
	{
		id: 'keyvault-soft-delete-off',
		kind: 'keyVault',
		title: 'Soft delete is off on a vault that holds a disk or registry key',
		severity: 'high',
		why: 'Deleting the key destroys what is encrypted with it for good, and disks with an own key need soft delete.',
		decidedBy: `\`${softDeletePath}\` (Microsoft.KeyVault/vaults), where a disk encryption set of a cluster or a registry has its key there`,
		references: {azurePolicy: ['1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d'], mcsb: ['DP-8']},
		fix: vault => ({
			command: command(vault, '--enable-soft-delete true'),
			effect: 'Deleted keys can be recovered from then on; it cannot be switched off again, and nothing is interrupted.',
		}),
		judge: judgeSoftDelete,
	},
	{
		id: 'keyvault-purge-protection-off',
		kind: 'keyVault',
		title: 'Purge protection is off on a vault with a disk or registry key',
		severity: 'high',
		why: 'Without it one administrator can purge a deleted key at once, and with it everything that is encrypted.',
		decidedBy: `\`${purgePath}\` (Microsoft.KeyVault/vaults), where a disk encryption set of a cluster or a registry has its key there`,
		references: {azurePolicy: ['0b60c0b2-2dc2-4e1c-b5c9-abbed971de53'], mcsb: ['DP-8']},
		fix: vault => ({
			command: command(vault, '--enable-purge-protection true'),
			effect: 'Deleted keys stay for the whole retention; it can never be switched off again, and nothing is interrupted.',
		}),
		judge: judgePurge,
	},
	{
		id: 'keyvault-key-no-expiry-or-rotation',
		kind: 'keyVault',
		title: 'Key of a disk or registry neither rotates nor expires',
		severity: 'medium',
		why: 'A key that is never replaced protects what it encrypts for as long as nobody has got hold of it, and then not at all.',
		decidedBy: `\`${expiryPath}\`, \`${keyPath}\` (Microsoft.KeyVault/vaults/keys, by Resource Manager)`,
		references: {azurePolicy: ['152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0', 'd8cf8476-a2ec-4916-896e-992351803c44'], mcsb: ['DP-6']},
		fix: vault => ({
			command: `az keyvault key rotation-policy update --vault-name ${shellQuote(vault.name)} --name ${needed('KEY', 'name of the key, from the evidence')} --value ${needed('POLICY', 'file of the rotation policy')}`,
			effect: 'New versions are made by themselves; what uses the key without a version takes them up, and nothing is interrupted.',
		}),
		judge: judgeKeys,
	},
	{
		id: 'keyvault-logging-off',
		kind: 'keyVault',
		title: 'Uses of a disk or registry key are not logged',
		severity: 'low',
		why: 'Who used, changed or deleted a key leaves no trace.',
		decidedBy: 'category `AuditEvent`, or a group that holds it, of the vault\'s diagnostic settings (Microsoft.Insights/diagnosticSettings), where a disk encryption set of a cluster or a registry has its key there',
		references: {mcsb: ['LT-3']},
		fix: vault => ({
			command: `az monitor diagnostic-settings create --name audit --resource ${shellQuote(vault.id)} --workspace ${needed('WORKSPACE', 'id of the Log Analytics workspace')} --logs '[{"category":"AuditEvent","enabled":true}]'`,
			effect: 'Logs flow within minutes and nothing is interrupted; the workspace bills by the gigabyte.',
		}),
		judge: (vault, context) => (usersOf(vault, context).length === 0 ? unused : judgeLogs(context.diagnostics?.get(vault.key), ['AuditEvent'], ['group:allLogs', 'group:audit'])),
	},
];

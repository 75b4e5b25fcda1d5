import type {VaultInUse} from '../../azure/collectors.js';
import type {DataDisk} from '../../model/data-disk.js';
import type {DiskEncryptionSet} from '../../model/disk-encryption-set.js';
import type {Inside} from '../../model/inside.js';
import type {KeyVault} from '../../model/key-vault.js';
import {valueOf} from '../../model/known.js';
import type {Registry} from '../../model/registry.js';
import type {VaultUser} from '../../posture/relations.js';
import {reuseList} from '../reuse.js';
import type {ClusterFace} from './cluster-faces.js';
import {unreadSet, unreadVault, type WhyUnread} from './unread-keys.js';

const hostOf = (address: string | undefined): string | undefined => {
	const host = address === undefined ? undefined : URL.parse(address)?.hostname;
	return host === undefined || host === '' ? undefined : host;
};

const classSets = function * (insides: ReadonlyMap<string, Inside>): Generator<string> {
	for (const {storageClasses} of insides.values()) {
		for (const {diskEncryptionSetId} of valueOf(storageClasses) ?? []) {
			if (diskEncryptionSetId !== undefined) {
				yield diskEncryptionSetId;
			}
		}
	}
};

const nobodyLooked: ReadonlyMap<string, Inside> = new Map();

const setsOf = ({clusters, disks = [], insides = nobodyLooked, allSets: all, whySetUnread}: KeyParts): readonly DiskEncryptionSet[] => {
	const ids = [
		...clusters.flatMap(({diskEncryptionSetId}) => valueOf(diskEncryptionSetId) ?? []),
		...disks.flatMap(({diskEncryptionSetKey}) => valueOf(diskEncryptionSetKey) ?? []),
		...classSets(insides),
	];
	const wanted = new Map(ids.toReversed().map(id => [id.toLowerCase(), id]));
	const found = all.filter(({key}) => wanted.has(key));
	for (const {key} of found) {
		wanted.delete(key);
	}

	return whySetUnread === undefined ? found : [...found, ...wanted.values().map(id => unreadSet(id, whySetUnread)).filter(set => set !== undefined)];
};

const userOf = ({key, name}: DiskEncryptionSet | Registry, path: string, keyUrl: string | undefined): readonly VaultUser[] => (keyUrl === undefined
	? []
	: [{
		key, name, path, keyUrl,
	}]);

const usersByHost = (sets: readonly DiskEncryptionSet[], registries: readonly Registry[]): ReadonlyMap<string, readonly VaultUser[]> => {
	const users = [
		...sets.flatMap(set => userOf(set, 'properties.activeKey.keyUrl', valueOf(set.keyUrl))),
		...registries.flatMap(registry => userOf(registry, 'properties.encryption.keyVaultProperties.keyIdentifier', valueOf(valueOf(registry.encryptionKey)?.keyIdentifier))),
	];
	return Map.groupBy(users, ({keyUrl}) => hostOf(keyUrl) ?? '');
};

/**
Vaults that a set names, and of which nothing was read. Of a registry's vault only the address is known, and no id.
*/
const unreadVaultsOf = (sets: readonly DiskEncryptionSet[], known: ReadonlySet<string>, why: WhyUnread) => {
	const named = sets.flatMap(set => {
		const vaultId = valueOf(set.vaultId);
		return vaultId === undefined || known.has(vaultId.toLowerCase()) ? [] : [{set, vaultId}];
	});
	return Map.groupBy(named, ({vaultId}) => vaultId.toLowerCase()).values().flatMap(group => {
		const vault = unreadVault(group[0]!.vaultId, why);
		return vault ? [{vault, users: group.flatMap(({set}) => userOf(set, 'properties.activeKey.keyUrl', valueOf(set.keyUrl)))}] : [];
	}).toArray();
};

export type Keys = {
	readonly diskEncryptionSets: readonly DiskEncryptionSet[];
	readonly keyVaults: readonly KeyVault[];
	/**
	By the vault's key.
	*/
	readonly vaultUsers: ReadonlyMap<string, readonly VaultUser[]>;
};

export type KeyParts = {
	readonly clusters: readonly ClusterFace[];
	readonly registries: readonly Registry[];
	/**
	Of volumes.

	@default none
	*/
	readonly disks?: readonly DataDisk[];
	/**
	Storage classes name sets for volumes that are still to come.

	@default none
	*/
	readonly insides?: ReadonlyMap<string, Inside>;
	readonly allSets: readonly DiskEncryptionSet[];
	readonly allVaults: readonly KeyVault[];
	/**
	With these, what is referred to and was not read is there with every fact unknown; without, it is left out.
	*/
	readonly whySetUnread?: WhyUnread;
	readonly whyVaultUnread?: WhyUnread;
};

/**
What of a company's keys concerns the fleet: disk encryption sets of its clusters and of their volumes, and vaults that hold a key of those or
of its registries. Lists that hold the same keep their identity.
*/
export const keysOf = (parts: KeyParts, before: Keys | undefined): Keys => {
	const {registries, allVaults, whyVaultUnread} = parts;
	const sets = setsOf(parts);
	const byHost = usersByHost(sets, registries);
	const used = allVaults.flatMap(vault => {
		const users = byHost.get(hostOf(valueOf(vault.vaultUri)) ?? '');
		return users ? [{vault, users}] : [];
	});
	if (whyVaultUnread) {
		const known = new Set(allVaults.map(({key}) => key));
		used.push(...unreadVaultsOf(sets, known, whyVaultUnread));
	}

	const vaults = used.map(({vault}) => vault);
	return {
		diskEncryptionSets: before ? reuseList(before.diskEncryptionSets, sets) : sets,
		keyVaults: before ? reuseList(before.keyVaults, vaults) : vaults,
		vaultUsers: new Map(used.map(({vault, users}) => [vault.key, users])),
	};
};

/**
`https://kv-pay.vault.azure.net/keys/disk/VERSION` → `disk`.
*/
const keyNameOf = (keyUrl: string): string | undefined => {
	const [, kind, name] = URL.parse(keyUrl)?.pathname.split('/') ?? [];
	// Key Vault's own names; what is none of them is no address of a key.
	return kind?.toLowerCase() === 'keys' && /^[\d\-a-z]{1,127}$/iv.test(name ?? '') ? name : undefined;
};

/**
Which keys of which vaults the fleet uses. Names compare without regard to case.
*/
export const vaultsInUse = ({keyVaults, vaultUsers}: Keys): readonly VaultInUse[] => keyVaults.map(vault => {
	const names = (vaultUsers.get(vault.key) ?? []).flatMap(({keyUrl}) => keyNameOf(keyUrl) ?? []);
	return {vault, keyNames: new Map(names.map(name => [name.toLowerCase(), name])).values().toArray().toSorted()};
});

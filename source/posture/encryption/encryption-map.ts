import type {VaultKey} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {DataDisk} from '../../model/data-disk.js';
import type {DiskEncryptionSet} from '../../model/disk-encryption-set.js';
import type {StorageClass} from '../../model/inside.js';
import type {KeyVault} from '../../model/key-vault.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
	type Unknown,
} from '../../model/known.js';

/**
What something is encrypted with, from the disk encryption set to the vault. Each station that Azure names and that could not be read is unknown.
*/
export type KeyChain = {
	readonly set: Fact<DiskEncryptionSet>;
	/**
	Name of the set, from its id.
	*/
	readonly nameOfSet: string;
	readonly keyName: string | undefined;
	readonly key: Fact<VaultKey>;
	readonly vault: Fact<KeyVault>;
	readonly vaultName: string | undefined;
};

/**
Whose key: `platform`: Microsoft's, which is the default.
*/
export type Encryption =
	| {readonly by: 'platform'}
	| {readonly by: 'own'; readonly chain: KeyChain}
	| {readonly by: 'unknown'; readonly reason: string};

export type EncryptedClass = {readonly storageClass: StorageClass; readonly encryption: Encryption};

export type DiskGroup = {readonly encryption: Encryption; readonly disks: readonly DataDisk[]};

export type EncryptionMap = {
	readonly osDisks: Encryption;
	/**
	Storage classes of Azure disks.
	*/
	readonly classes: Fact<readonly EncryptedClass[]>;
	/**
	Volumes that are there, by what they are encrypted with.
	*/
	readonly volumes: Fact<readonly DiskGroup[]>;
};

export type EncryptionInput = {
	readonly cluster: Cluster;
	readonly sets: readonly DiskEncryptionSet[];
	readonly vaults: readonly KeyVault[];
	readonly vaultKeys: ReadonlyMap<string, Fact<readonly VaultKey[]>>;
	/**
	Why a set or vault that is not among these could not be read.
	*/
	readonly gap: Unknown | undefined;
	readonly storageClasses: Fact<readonly StorageClass[]>;
	readonly disks: Fact<readonly DataDisk[]>;
};

/**
Provisioners of Azure disks. Source: disk.csi.azure.com; kubernetes.io/azure-disk is the in-tree one before it.
*/
const diskProvisioners: ReadonlySet<string> = new Set(['disk.csi.azure.com', 'kubernetes.io/azure-disk']);

const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/**
Name of the key and host of the vault in the address of a key: `https://HOST/keys/NAME/VERSION`.
*/
const partsOfKeyUrl = (address: string): {readonly host: string; readonly name: string} | undefined => {
	const url = URL.parse(address);
	const name = /^\/keys\/(?<name>[^\/]+)/v.exec(url?.pathname ?? '')?.groups?.name;
	return url && name !== undefined ? {host: url.hostname.toLowerCase(), name} : undefined;
};

const notThere = unknown('not-reported', 'It is not among those that could be read.');

const keyOf = (vault: Fact<KeyVault>, name: string, vaultKeys: EncryptionInput['vaultKeys']): Fact<VaultKey> => {
	if (isUnknown(vault)) {
		return vault;
	}

	const keys = vaultKeys.get(vault.key) ?? unknown('not-asked', 'The keys of this vault have not been read yet.');
	return isUnknown(keys) ? keys : keys.find(key => key.name.toLowerCase() === name.toLowerCase()) ?? notThere;
};

const chainOf = (id: string, {sets, vaults, vaultKeys, gap}: EncryptionInput): KeyChain => {
	const set = sets.find(({key}) => key === id.toLowerCase()) ?? gap ?? notThere;
	const start = {set, nameOfSet: lastSegment(id)};
	const url = isUnknown(set) ? set : set.keyUrl;
	if (url === undefined || isUnknown(url)) {
		const reason = isUnknown(url) ? url : unknown('not-reported', 'The set names no key.');
		return {
			...start, keyName: undefined, key: reason, vault: reason, vaultName: undefined,
		};
	}

	const parts = partsOfKeyUrl(url);
	if (!parts) {
		const reason = unknown('malformed', 'The address of the key cannot be read.');
		return {
			...start, keyName: undefined, key: reason, vault: reason, vaultName: undefined,
		};
	}

	const vault = vaults.find(({vaultUri}) => URL.parse(valueOf(vaultUri) ?? '')?.hostname.toLowerCase() === parts.host) ?? gap ?? notThere;
	return {
		...start, keyName: parts.name, key: keyOf(vault, parts.name, vaultKeys), vault, vaultName: parts.host.split('.', 1)[0],
	};
};

const encryptionOf = (id: Fact<string | undefined>, input: EncryptionInput): Encryption => {
	if (isUnknown(id)) {
		return {by: 'unknown', reason: id.reason};
	}

	return id === '' || id === undefined ? {by: 'platform'} : {by: 'own', chain: chainOf(id, input)};
};

const classesOf = ({storageClasses}: EncryptionInput): Fact<readonly StorageClass[]> =>
	(isUnknown(storageClasses) ? storageClasses : storageClasses.filter(({provisioner}) => diskProvisioners.has(provisioner)));

const groupKey = ({diskEncryptionSetKey: key}: DataDisk): string => (isUnknown(key) ? `unknown ${key.reason}` : key ?? '');

/**
What of a cluster's disks is encrypted with what: OS disks by the cluster's own set (chosen when it is made), volumes by their storage class's.
Source: AKS documentation, 'Bring your own keys with Azure managed disks in AKS'.
*/
export const encryptionMap = (input: EncryptionInput): EncryptionMap => {
	const classes = classesOf(input);
	return {
		osDisks: encryptionOf(input.cluster.diskEncryptionSetId, input),
		classes: isUnknown(classes) ? classes : classes.map(storageClass => ({storageClass, encryption: encryptionOf(storageClass.diskEncryptionSetId, input)})),
		volumes: isUnknown(input.disks)
			? input.disks
			: Map.groupBy(input.disks, disk => groupKey(disk)).values().map(disks => ({encryption: encryptionOf(disks[0]!.diskEncryptionSetKey, input), disks})).toArray(),
	};
};

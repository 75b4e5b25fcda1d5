import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
What encrypts the disks of nodes with a key of the customer's own.
Source: Microsoft.Compute diskEncryptionSets, api-version 2025-01-02.
*/
export type DiskEncryptionSet = Resource & {
	readonly kind: 'diskEncryptionSet';
	/**
	EncryptionAtRestWithCustomerKey, EncryptionAtRestWithPlatformAndCustomerKeys, ConfidentialVmEncryptedWithCustomerKey.
	*/
	readonly encryptionType: Fact<string | undefined>;
	/**
	`activeKey.keyUrl`: vault, name and version of the key.
	*/
	readonly keyUrl: Fact<string | undefined>;
	/**
	`activeKey.sourceVault.id`; absent where the vault lies in another subscription.
	*/
	readonly vaultId: Fact<string | undefined>;
	/**
	`rotationToLatestKeyVersionEnabled`.
	*/
	readonly autoRotation: Fact<boolean | undefined>;
	/**
	`lastKeyRotationTimestamp`, ISO 8601.
	*/
	readonly lastRotated: Fact<string | undefined>;
	/**
	`autoKeyRotationError.code`.
	*/
	readonly rotationError: Fact<string | undefined>;
	readonly identityType: Fact<string | undefined>;
};

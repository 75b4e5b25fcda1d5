import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
A disk that a cluster has made for a volume. Source: Microsoft.Compute disks, api-version 2025-01-02; tags of disk.csi.azure.com.
*/
export type DataDisk = Resource & {
	readonly kind: 'dataDisk';
	/**
	Tag `kubernetes.io-created-for-pvc-name`, with its namespace before it: `shop/orders-data`.
	*/
	readonly claim: string;
	/**
	`properties.encryption.type`.
	*/
	readonly encryptionType: Fact<string | undefined>;
	/**
	In small letters.
	*/
	readonly diskEncryptionSetKey: Fact<string | undefined>;
	readonly sizeGib: Fact<number | undefined>;
};

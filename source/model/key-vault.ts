import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
A vault, without what lies in it. Source: Microsoft.KeyVault vaults, api-version 2024-11-01.
*/
export type KeyVault = Resource & {
	readonly kind: 'keyVault';
	/**
	Standard or premium.
	*/
	readonly sku: Fact<string | undefined>;
	readonly vaultUri: Fact<string | undefined>;
	readonly softDelete: Fact<boolean | undefined>;
	readonly softDeleteDays: Fact<number | undefined>;
	readonly purgeProtection: Fact<boolean | undefined>;
	readonly rbacAuthorization: Fact<boolean | undefined>;
	readonly publicNetworkAccess: Fact<string | undefined>;
	/**
	`systemData.createdAt`, ISO 8601; Resource Graph leaves it out.
	*/
	readonly created: Fact<string | undefined>;
};

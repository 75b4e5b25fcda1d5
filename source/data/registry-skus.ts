/**
What a SKU of a registry includes.
*/
export type RegistrySku = {
	/**
	GiB of images that are part of the price.
	*/
	readonly storage: number;
	readonly webhooks: number;
	readonly tokens: number;
	/**
	Replicas, private endpoints, address rules, dedicated data endpoints and an own key.
	*/
	readonly isPremium: boolean;
	readonly anonymousPull: boolean;
	/**
	TiB at which pushes fail, whatever is paid.
	*/
	readonly mostStorage: number;
};

/**
Source: Azure Container Registry service tiers, as read on 2026-08-24.
*/
export const registrySkuTable: Readonly<Record<string, RegistrySku>> = {
	Basic: {
		storage: 10, webhooks: 2, tokens: 100, isPremium: false, anonymousPull: false, mostStorage: 40,
	},
	Standard: {
		storage: 100, webhooks: 10, tokens: 500, isPremium: false, anonymousPull: true, mostStorage: 40,
	},
	Premium: {
		storage: 500, webhooks: 500, tokens: 50_000, isPremium: true, anonymousPull: true, mostStorage: 100,
	},
};

export const registrySkusReadOn = '2026-08-24';

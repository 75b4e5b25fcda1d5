import type {Fact} from './known.js';
import type {Resource} from './resource.js';

export type PrivateEndpointConnection = {
	readonly name: string;
	/**
	`Approved`, `Pending`, `Rejected`, `Disconnected`.
	*/
	readonly status: Fact<string | undefined>;
	readonly privateEndpointId: Fact<string | undefined>;
	/**
	What who asked for it, or who answered, wrote beside it.
	*/
	readonly description: Fact<string | undefined>;
};

/**
Customer-managed key of a registry: `encryption.keyVaultProperties`.
*/
export type RegistryKey = {
	readonly keyIdentifier: Fact<string | undefined>;
	readonly versionedKeyIdentifier: Fact<string | undefined>;
	readonly rotationEnabled: Fact<boolean | undefined>;
	/**
	ISO 8601.
	*/
	readonly lastRotated: Fact<string | undefined>;
	/**
	Client id of the identity that reads the key.
	*/
	readonly identityClientId: Fact<string | undefined>;
};

/**
A copy of a registry in a region. The home region is one of them as soon as there is another.
*/
export type RegistryReplica = {
	readonly key: string;
	/**
	In the form of `location`: `westeurope`.
	*/
	readonly region: string;
	/**
	False for one that holds the data and answers no pulls.
	*/
	readonly endpointEnabled: Fact<boolean | undefined>;
	/**
	`status.displayStatus`: Ready, Syncing, Failed and others.
	*/
	readonly state: Fact<string | undefined>;
	/**
	What Azure says about the state.
	*/
	readonly message: Fact<string | undefined>;
	/**
	Since when it is in that state, ISO 8601.
	*/
	readonly since: Fact<string | undefined>;
	readonly provisioningState: Fact<string | undefined>;
	readonly zoneRedundancy: Fact<string | undefined>;
};

/**
A webhook as it may be read: where it posts is not in its document.
*/
export type RegistryWebhook = {
	readonly key: string;
	readonly name: string;
	/**
	Enabled or disabled.
	*/
	readonly status: Fact<string | undefined>;
	/**
	`shop/frontend:*`; empty for all repositories.
	*/
	readonly scope: Fact<string | undefined>;
	/**
	What it tells of: `push`, `delete`, `quarantine`, `chart_push`, `chart_delete`.
	*/
	readonly actions: Fact<readonly string[] | undefined>;
	readonly provisioningState: Fact<string | undefined>;
};

/**
A registry's child resources, which have documents of their own.
*/
export type RegistryChildren = {
	readonly replicas: Fact<readonly RegistryReplica[]>;
	readonly webhooks: Fact<readonly RegistryWebhook[]>;
};

/**
A container registry. Source: Microsoft.ContainerRegistry registries, api-version 2025-11-01.
*/
export type Registry = Resource & RegistryChildren & {
	readonly kind: 'registry';
	/**
	Basic, Standard, Premium.
	*/
	readonly sku: Fact<string | undefined>;
	readonly loginServer: Fact<string | undefined>;
	readonly provisioningState: Fact<string | undefined>;
	/**
	ISO 8601.
	*/
	readonly created: Fact<string | undefined>;
	readonly adminUser: Fact<boolean | undefined>;
	readonly anonymousPull: Fact<boolean | undefined>;
	/**
	Enabled or Disabled.
	*/
	readonly publicNetworkAccess: Fact<string | undefined>;
	/**
	`networkRuleSet.defaultAction`: Allow or Deny; absent on Basic.
	*/
	readonly defaultAction: Fact<string | undefined>;
	readonly ipRules: Fact<readonly string[] | undefined>;
	/**
	`networkRuleBypassOptions`: AzureServices or None.
	*/
	readonly networkBypass: Fact<string | undefined>;
	readonly dataEndpointEnabled: Fact<boolean | undefined>;
	readonly dataEndpointHosts: Fact<readonly string[] | undefined>;
	readonly privateEndpoints: Fact<readonly PrivateEndpointConnection[] | undefined>;
	readonly zoneRedundancy: Fact<string | undefined>;
	/**
	`encryption.status`: enabled or disabled.
	*/
	readonly encryption: Fact<string | undefined>;
	readonly encryptionKey: Fact<RegistryKey | undefined>;
	/**
	Each of `policies.*.status`: enabled or disabled.
	*/
	readonly quarantinePolicy: Fact<string | undefined>;
	readonly trustPolicy: Fact<string | undefined>;
	readonly retentionPolicy: Fact<string | undefined>;
	readonly retentionDays: Fact<number | undefined>;
	readonly exportPolicy: Fact<string | undefined>;
	readonly softDeletePolicy: Fact<string | undefined>;
	readonly armAudiencePolicy: Fact<string | undefined>;
	/**
	`roleAssignmentMode`: LegacyRegistryPermissions or AbacRepositoryPermissions.
	*/
	readonly roleAssignmentMode: Fact<string | undefined>;
	readonly identityType: Fact<string | undefined>;
};

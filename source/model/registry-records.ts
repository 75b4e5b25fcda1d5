import type {Fact} from './known.js';
import type {RegistryReplica, RegistryWebhook} from './registry.js';

/**
One quota of a registry as its usage call reports it: `Size`, `Webhooks`, `Tokens` and so on.
Source: Microsoft.ContainerRegistry registries/listUsages 2025-11-01.
*/
export type RegistryUsage = {
	readonly name: string;
	readonly used: number;
	/**
	Absent for 'without limit', which Azure sends as -1.
	*/
	readonly limit: number | undefined;
	readonly unit: 'bytes' | 'count';
};

/**
What a token signs in with; its value is never read.
*/
export type RegistryTokenCredential = {
	readonly kind: 'password' | 'certificate';
	/**
	`password1`, `certificate2`.
	*/
	readonly name: string;
	/**
	ISO 8601.
	*/
	readonly created: string | undefined;
	/**
	ISO 8601; absent for one that never ends.
	*/
	readonly expires: string | undefined;
};

/**
A repository-scoped token: a way in that Entra knows nothing of.
*/
export type RegistryToken = {
	readonly key: string;
	readonly name: string;
	/**
	`enabled` or `disabled`.
	*/
	readonly status: Fact<string | undefined>;
	/**
	Id of its scope map in small letters.
	*/
	readonly scopeMapKey: Fact<string | undefined>;
	readonly created: Fact<string | undefined>;
	/**
	Empty for a token that nobody has made a password for.
	*/
	readonly credentials: Fact<readonly RegistryTokenCredential[]>;
};

/**
What tokens that name it may do.
*/
export type RegistryScopeMap = {
	readonly key: string;
	readonly name: string;
	/**
	Made by Azure (`_repositories_admin`) rather than by a person.
	*/
	readonly isSystem: Fact<boolean>;
	/**
	`repositories/NAME/content/read`; `NAME` may hold wildcards.
	*/
	readonly actions: Fact<readonly string[]>;
};

/**
Which images of another registry are kept a copy of here.
*/
export type RegistryCacheRule = {
	readonly name: string;
	/**
	`docker.io/library/ubuntu`.
	*/
	readonly source: Fact<string | undefined>;
	readonly target: Fact<string | undefined>;
	/**
	Name of the credential set that it signs in with; absent for a source that asks for none.
	*/
	readonly credentialSet: Fact<string | undefined>;
};

/**
Where the name and password for another registry lie; they themselves are never read.
*/
export type RegistryCredentialSet = {
	readonly name: string;
	readonly loginServer: Fact<string | undefined>;
	/**
	Hosts of the vaults that its secrets lie in.
	*/
	readonly vaults: readonly string[];
	/**
	`Healthy` or `Unhealthy`, the worst of its credentials; absent where Azure has not looked.
	*/
	readonly health: Fact<string | undefined>;
	/**
	Why it is not healthy.
	*/
	readonly fault: Fact<string | undefined>;
};

/**
A copy of the registry on a machine of one's own.
*/
export type ConnectedRegistry = {
	readonly name: string;
	/**
	`ReadWrite`, `ReadOnly`, `Registry`, `Mirror`.
	*/
	readonly mode: Fact<string | undefined>;
	/**
	`Online`, `Offline`, `Syncing`, `Unhealthy`.
	*/
	readonly state: Fact<string | undefined>;
	/**
	`Active` or `Inactive`.
	*/
	readonly activation: Fact<string | undefined>;
	readonly lastActivity: Fact<string | undefined>;
};

/**
What is read of a registry only while somebody looks at it.
*/
export type RegistryDetails = {
	readonly replicas: Fact<readonly RegistryReplica[]>;
	readonly webhooks: Fact<readonly RegistryWebhook[]>;
	readonly cacheRules: Fact<readonly RegistryCacheRule[]>;
	readonly credentialSets: Fact<readonly RegistryCredentialSet[]>;
	readonly connectedRegistries: Fact<readonly ConnectedRegistry[]>;
};

/**
What the registry's own service tells of one registry alone, each part known or unknown by itself.
*/
export type RegistryRecords = {
	readonly registryKey: string;
	readonly usages: Fact<readonly RegistryUsage[]>;
	readonly tokens: Fact<readonly RegistryToken[]>;
	readonly scopeMaps: Fact<readonly RegistryScopeMap[]>;
	/**
	Absent for a registry that nobody has opened.
	*/
	readonly details: RegistryDetails | undefined;
};

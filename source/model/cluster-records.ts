import type {Fact} from './known.js';

/**
One diagnostic setting: which logs go where.
Source: Microsoft.Insights diagnosticSettings, api-version 2021-05-01-preview.
*/
export type DiagnosticSetting = {
	readonly name: string;
	/**
	Enabled categories (`kube-audit`) and groups (`group:audit`, `group:allLogs`), sorted.
	*/
	readonly categories: readonly string[];
	/**
	`workspace NAME`, `storage NAME`, `event hub NAME`, `partner NAME`.
	*/
	readonly destinations: readonly string[];
};

/**
An administrative action on the cluster. Source: Microsoft.Insights eventtypes/management/values, api-version 2015-04-01.
*/
export type ActivityEvent = {
	readonly id: string;
	/**
	ISO 8601.
	*/
	readonly at: string;
	/**
	`Microsoft.ContainerService/managedClusters/runCommand/action`.
	*/
	readonly operation: string;
	/**
	Its name in words, as Azure says it.
	*/
	readonly title: string;
	readonly status: string | undefined;
	/**
	Name or id of who did it.
	*/
	readonly caller: string | undefined;
	readonly address: string | undefined;
};

/**
When Azure may work on the cluster. Source: Microsoft.ContainerService maintenanceConfigurations, api-version 2026-07-01.
*/
export type MaintenanceWindow = {
	/**
	`default`, `aksManagedAutoUpgradeSchedule`, `aksManagedNodeOSUpgradeSchedule`.
	*/
	readonly name: string;
	/**
	In words: `weekly, Saturday 02:00 for 4 h, UTC+01:00`.
	*/
	readonly schedule: string;
	/**
	When it opens next, or has opened where it is open now, ISO 8601; absent where that cannot be told.
	*/
	readonly opensNext: string | undefined;
	/**
	When it closes again, ISO 8601; absent while it is closed.
	*/
	readonly openUntil?: string | undefined;
};

/**
A key that encrypts disks or objects. Source: Microsoft.KeyVault vaults/keys (Resource Manager), api-version 2026-02-01; needs no right on the vault's data.
*/
export type VaultKey = {
	readonly name: string;
	readonly vaultKey: string;
	/**
	ISO 8601.
	*/
	readonly created: string | undefined;
	readonly expires: string | undefined;
	readonly isEnabled: boolean | undefined;
	/**
	Actions of `rotationPolicy.lifetimeActions`: `rotate after P90D`, `notify P30D before expiry`; empty: none.
	*/
	readonly rotation: Fact<readonly string[]>;
};

/**
What Azure itself tells of one cluster only when that one is asked for. Reader is enough for all of it.
*/
export type ClusterRecords = {
	readonly clusterKey: string;
	readonly diagnosticSettings: Fact<readonly DiagnosticSetting[]>;
	/**
	Newest first, of the last seven days.
	*/
	readonly activity: Fact<readonly ActivityEvent[]>;
	readonly maintenance: Fact<readonly MaintenanceWindow[]>;
	/**
	Milliseconds since 1970.
	*/
	readonly readAt: number;
};

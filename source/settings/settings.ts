import type {EncryptionKeys} from '../model/standards.js';
import type {ClipboardWay} from '../terminal/clipboard-way.js';

export const authMethods = [
	'auto',
	'environment',
	'workload-identity',
	'managed-identity',
	'azure-cli',
	'azure-developer-cli',
	'device-code',
	'token',
] as const;

export type AuthMethod = (typeof authMethods)[number];

/**
Where a value came from: named in errors, and shown by whoever explains the settings.
*/
export type Origin =
	| {readonly from: 'flag'; readonly name: string}
	| {readonly from: 'variable'; readonly name: string}
	| {readonly from: 'file'; readonly path: string; readonly line: number}
	| {readonly from: 'default'};

export type SettingValues = {
	/**
	`on` is the fleet for presenting; a number makes a fleet of as many clusters, for measuring.
	*/
	readonly demo: 'off' | 'on' | number;
	/**
	What the demo's chance begins with: the same seed gives the same fleet and story.
	*/
	readonly seed: number;
	/**
	Ids or names; empty means every subscription that can be read.
	*/
	readonly subscriptions: readonly string[];
	readonly managementGroup: string | undefined;
	/**
	Tenant id or domain.
	*/
	readonly tenant: string | undefined;
	/**
	Name of a cloud or path of a profile file.
	*/
	readonly cloud: string;
	readonly auth: AuthMethod;
	/**
	Seconds from one poll to the next.
	*/
	readonly interval: number;
	/**
	False: no colour at all. True: as much as the terminal can.
	*/
	readonly color: boolean;
	/**
	True: borders and marks of plain ASCII.
	*/
	readonly ascii: boolean;
	/**
	How `c` and `F` copy.
	*/
	readonly clipboard: ClipboardWay;
	/**
	The file of accepted risks.
	*/
	readonly decisions: string | undefined;
	/**
	The file of prices for estimates.
	*/
	readonly prices: string | undefined;
	/**
	Names of tags that every cluster and registry has to have; empty: none.
	*/
	readonly requiredTags: readonly string[];
	/**
	Whether every node has to use validated cryptography.
	*/
	readonly requireFips: boolean;
	/**
	Whose keys are asked for where a choice is left.
	*/
	readonly encryptionKeys: EncryptionKeys;
	/**
	Whether clusters are looked into with their user credentials, which is more than Reader.
	*/
	readonly inside: boolean;
	/**
	Whether that may be done with a certificate that everybody shares.
	*/
	readonly localAccounts: boolean;
	/**
	A kubeconfig that leads to clusters.
	*/
	readonly kubeconfig: string | undefined;
	/**
	The only context of it that counts.
	*/
	readonly context: string | undefined;
	/**
	Commands that it may run, as they stand in it.
	*/
	readonly allowExec: readonly string[];
	/**
	Whether clusters are looked into by Azure's run command, which starts a pod.
	*/
	readonly runCommand: boolean;
	/**
	So many clusters are looked into at once.
	*/
	readonly insideConcurrency: number;
	/**
	Whether Microsoft Graph is asked for the names behind roles, which is more than Reader.
	*/
	readonly graph: boolean;
	/**
	Whether registries are asked what they hold, which is more than Reader.
	*/
	readonly images: boolean;
	/**
	Hosts that images may come from; empty: nobody has said.
	*/
	readonly approvedRegistries: readonly string[];
	/**
	Whether images are to be signed.
	*/
	readonly requireSignatures: boolean;
	readonly logFile: string | undefined;
	readonly debug: boolean;
};

export type SettingName = keyof SettingValues;

export type Settings = SettingValues & {
	/**
	The config file that was read; absent where there is none.
	*/
	readonly configFile: string | undefined;
	readonly origin: Readonly<Record<SettingName, Origin>>;
};

import {encryptionKeyChoices} from '../model/standards.js';
import {clipboardWays} from '../terminal/clipboard-way.js';
import {authMethods, type SettingName} from './settings.js';

/**
How one setting is named in each place where it can be given. Flags, help, variables, the keys of the config file and the
readme's table are all read from here; nothing is loaded for it, so that help costs nothing.
*/
export type SettingEntry = {
	readonly name: SettingName;
	/**
	With its dashes, as a person types it; `undefined` where only a variable and the config file say it.
	*/
	readonly flag: string | undefined;
	readonly variable: string;
	/**
	`none`: the flag alone switches it; `optional`: `--flag` or `--flag=VALUE`; else it takes a value.
	*/
	readonly takes: 'none' | 'optional' | 'value';
	readonly argument: string | undefined;
	readonly isRepeatable?: boolean;
	/**
	What the flag alone says, where it takes no value.
	*/
	readonly says?: string;
	readonly help: string;
};

export const settingsCatalogue: readonly SettingEntry[] = [
	{
		name: 'demo', flag: '--demo', variable: 'CROWSNEST_DEMO', takes: 'optional', argument: 'N', says: 'on',
		help: 'a made-up fleet, without Azure; N: of as many clusters',
	},
	{
		name: 'seed', flag: '--seed', variable: 'CROWSNEST_SEED', takes: 'value', argument: 'S',
		help: 'whole number that the demo is made from (default 1)',
	},
	{
		name: 'subscriptions', flag: '--subscription', variable: 'CROWSNEST_SUBSCRIPTIONS', takes: 'value', argument: 'ID|NAME', isRepeatable: true,
		help: 'watch this subscription; repeatable (default: all that can be read)',
	},
	{
		name: 'managementGroup', flag: '--management-group', variable: 'CROWSNEST_MANAGEMENT_GROUP', takes: 'value', argument: 'ID',
		help: 'watch the subscriptions below this management group',
	},
	{
		name: 'tenant', flag: '--tenant', variable: 'CROWSNEST_TENANT', takes: 'value', argument: 'ID',
		help: 'sign in to this tenant (id or domain)',
	},
	{
		name: 'cloud', flag: '--cloud', variable: 'CROWSNEST_CLOUD', takes: 'value', argument: 'NAME|FILE',
		help: 'public, us-government, china, or a profile file (default public)',
	},
	{
		name: 'auth', flag: '--auth', variable: 'CROWSNEST_AUTH', takes: 'value', argument: 'METHOD',
		help: `how to sign in: ${authMethods.join(', ')} (default auto)`,
	},
	{
		name: 'interval', flag: '--interval', variable: 'CROWSNEST_INTERVAL', takes: 'value', argument: 'S',
		help: 'time between polls, 10 to 3600 seconds; also 30s, 2m (default 60)',
	},
	{
		name: 'color', flag: '--no-color', variable: 'CROWSNEST_COLOR', takes: 'none', argument: undefined, says: 'false',
		help: 'no colours; NO_COLOR says the same',
	},
	{
		name: 'ascii', flag: '--ascii', variable: 'CROWSNEST_ASCII', takes: 'none', argument: undefined, says: 'true',
		help: 'borders and marks of plain ASCII',
	},
	{
		name: 'clipboard', flag: undefined, variable: 'CROWSNEST_CLIPBOARD', takes: 'value', argument: 'WAY',
		help: `how c copies: ${clipboardWays.join(', ')} (default auto)`,
	},
	{
		name: 'decisions', flag: '--decisions', variable: 'CROWSNEST_DECISIONS', takes: 'value', argument: 'FILE',
		help: 'accepted risks (default crowsnest.decisions.yaml beside the config file)',
	},
	{
		name: 'prices', flag: '--prices', variable: 'CROWSNEST_PRICES', takes: 'value', argument: 'FILE',
		help: 'prices for estimates (default crowsnest.prices.yaml beside the config file)',
	},
	{
		name: 'requiredTags', flag: undefined, variable: 'CROWSNEST_REQUIRED_TAGS', takes: 'value', argument: 'NAME,...', isRepeatable: true,
		help: 'tags that clusters and registries must have (default none)',
	},
	{
		name: 'requireFips', flag: undefined, variable: 'CROWSNEST_REQUIRE_FIPS', takes: 'none', argument: undefined, says: 'true',
		help: 'on: nodes without validated cryptography fail (default off)',
	},
	{
		name: 'encryptionKeys', flag: undefined, variable: 'CROWSNEST_ENCRYPTION_KEYS', takes: 'value', argument: 'WHOSE',
		help: `keys that are asked for: ${encryptionKeyChoices.join(', ')} (default any)`,
	},
	{
		name: 'inside', flag: '--inside', variable: 'CROWSNEST_INSIDE', takes: 'none', argument: undefined, says: 'true',
		help: 'look inside clusters, as an Azure Kubernetes Service Cluster User',
	},
	{
		name: 'localAccounts', flag: '--local-accounts', variable: 'CROWSNEST_LOCAL_ACCOUNTS', takes: 'none', argument: undefined, says: 'true',
		help: 'and with the shared certificate where Entra does not sign in',
	},
	{
		name: 'kubeconfig', flag: '--kubeconfig', variable: 'CROWSNEST_KUBECONFIG', takes: 'value', argument: 'FILE',
		help: 'look inside clusters that this kubeconfig leads to',
	},
	{
		name: 'context', flag: '--context', variable: 'CROWSNEST_CONTEXT', takes: 'value', argument: 'NAME',
		help: 'only by this context of it',
	},
	{
		name: 'allowExec', flag: '--allow-exec', variable: 'CROWSNEST_ALLOW_EXEC', takes: 'value', argument: 'COMMAND', isRepeatable: true,
		help: 'the kubeconfig may run this command; repeatable (default none)',
	},
	{
		name: 'runCommand', flag: '--run-command', variable: 'CROWSNEST_RUN_COMMAND', takes: 'none', argument: undefined, says: 'true',
		help: 'look inside by a pod that Azure starts, where no other way is open',
	},
	{
		name: 'insideConcurrency', flag: undefined, variable: 'CROWSNEST_INSIDE_CONCURRENCY', takes: 'value', argument: 'N',
		help: 'clusters that are looked into at once, 1 to 64 (default 8)',
	},
	{
		name: 'graph', flag: '--graph', variable: 'CROWSNEST_GRAPH', takes: 'none', argument: undefined, says: 'true',
		help: 'ask Microsoft Graph who holds roles; needs Directory.Read.All',
	},
	{
		name: 'images', flag: '--images', variable: 'CROWSNEST_IMAGES', takes: 'none', argument: undefined, says: 'true',
		help: 'read what an opened registry holds, as AcrPull or Repository Reader',
	},
	{
		name: 'approvedRegistries', flag: undefined, variable: 'CROWSNEST_APPROVED_REGISTRIES', takes: 'value', argument: 'HOST,...', isRepeatable: true,
		help: 'hosts that images may run from, such as *.azurecr.io (default any)',
	},
	{
		name: 'requireSignatures', flag: undefined, variable: 'CROWSNEST_REQUIRE_SIGNATURES', takes: 'none', argument: undefined, says: 'true',
		help: 'on: registries with unsigned images fail (default off)',
	},
	{
		name: 'logFile', flag: '--log-file', variable: 'CROWSNEST_LOG_FILE', takes: 'value', argument: 'FILE',
		help: 'append requests, polls and errors to FILE, as JSON lines',
	},
	{
		name: 'debug', flag: '--debug', variable: 'CROWSNEST_DEBUG', takes: 'none', argument: undefined, says: 'true',
		help: 'print the stack of an error',
	},
];

export type FlaggedEntry = SettingEntry & {readonly flag: string};

/**
The settings that have a flag.
*/
export const flaggedSettings: readonly FlaggedEntry[] = settingsCatalogue.filter((entry): entry is FlaggedEntry => entry.flag !== undefined);

/**
The flag that says which file the others may stand in; it cannot stand there itself.
*/
export const configEntry = {
	flag: '--config', variable: 'CROWSNEST_CONFIG', argument: 'FILE', help: 'read this config file',
} as const;

/**
Variables that are no settings: read by the sign-in alone, so that a token never enters the settings.
*/
export const tokenVariable = 'CROWSNEST_TOKEN';

export const variableNames: readonly string[] = [
	...settingsCatalogue.map(entry => entry.variable),
	configEntry.variable,
	tokenVariable,
];

export const flagNames: readonly string[] = [
	...flaggedSettings.map(entry => entry.flag),
	configEntry.flag,
	'--help',
	'--version',
];

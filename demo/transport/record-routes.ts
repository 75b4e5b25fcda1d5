import {activityDocuments} from '../documents/activity-documents.js';
import type {Json} from '../documents/context.js';
import {
	clusterSettings,
	registrySettings,
	subscriptionSettings,
	vaultSettings,
} from '../documents/diagnostic-settings.js';
import {maintenanceDocuments} from '../documents/maintenance-documents.js';
import {vaultKeyDocument} from '../documents/vault-key-document.js';
import {careOf} from '../inside/workloads.js';
import {hash} from '../random.js';
import {ok, resourceNotFound} from './answer.js';
import {clusterPath, withCluster} from './cluster-routes.js';
import {listPage, pathPattern, type Route} from './route.js';
import {siteOf} from './site-of.js';
import type {World} from './world.js';

const vaultAt = (world: World, id: string): Json | undefined => world.keyring.keyVaults.find(vault => String(vault.id).toLowerCase() === id.toLowerCase());

/**
Sandboxes and what is used without paying send nothing on.
*/
const settingsOf = (world: World, scope: string): readonly Json[] => {
	const key = scope.toLowerCase();
	const cluster = world.clusterShelf.find(key);
	if (cluster !== undefined) {
		const site = siteOf(world, cluster);
		return clusterSettings(scope, site.cluster, careOf(site), site.index);
	}

	const registry = world.registryShelf.find(key);
	if (registry !== undefined) {
		const {subscription, team, sku} = world.stage.registries.at(registry);
		return registrySettings(scope, subscription.id, team, sku === 'Premium');
	}

	const subscription = world.subscription(key.split('/', 3)[2] ?? '');
	if (subscription && vaultAt(world, scope)) {
		return hash(world.context.seed, `watched ${key}`) % 4 === 0 ? [] : vaultSettings(scope, subscription.id, subscription.team);
	}

	return subscription?.environment === 'prod' && key.split('/').length === 3 ? subscriptionSettings(scope, subscription.id, subscription.team) : [];
};

/**
The activity log takes no other filter than this: since when, and of which resource.
*/
const filterPattern = /^eventtimestamp ge '(?<since>[^']+)' and resourceuri eq '(?<resource>[^']+)'$/iv;

/**
What Azure tells of one resource alone: Microsoft.Insights, Microsoft.ContainerService and Microsoft.KeyVault.
*/
export const recordRoutes: readonly Route[] = [
	{
		pattern: pathPattern(':scope*/providers/Microsoft.Insights/diagnosticSettings'),
		action: 'Microsoft.Insights/diagnosticSettings/read',
		answer: (world, _call, groups) => ok({value: settingsOf(world, groups.scope!)}),
	},
	{
		pattern: pathPattern('/subscriptions/:subscription/providers/Microsoft.Insights/eventtypes/management/values'),
		action: 'Microsoft.Insights/eventtypes/values/read',
		answer(world, call) {
			const {since, resource} = filterPattern.exec(call.url.searchParams.get('$filter') ?? '')?.groups ?? {};
			const index = resource === undefined ? undefined : world.clusterShelf.find(resource.toLowerCase());
			const events = index === undefined ? [] : activityDocuments(siteOf(world, index));
			const begin = Date.parse(since ?? '');
			const asked = events.filter(({eventTimestamp}) => Date.parse(String(eventTimestamp)) >= begin);
			return listPage(call, asked.length, 200, place => asked[place]);
		},
	},
	{
		pattern: pathPattern(`${clusterPath}/maintenanceConfigurations`),
		action: 'Microsoft.ContainerService/managedClusters/maintenanceConfigurations/read',
		answer: (world, _call, groups) => withCluster(world, groups, (_cluster, index) => ok({value: maintenanceDocuments(siteOf(world, index))})),
	},
	{
		pattern: pathPattern('/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.KeyVault/vaults/:vault/keys/:key'),
		action: 'Microsoft.KeyVault/vaults/keys/read',
		answer(world, {path}, {group, vault, key}) {
			const found = vaultAt(world, path.split('/').slice(0, -2).join('/'));
			return found ? ok(vaultKeyDocument(found, key!, world.context)) : resourceNotFound(`Microsoft.KeyVault/vaults/${vault}/keys/${key}`, group!);
		},
	},
];

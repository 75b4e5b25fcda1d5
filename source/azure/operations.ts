import type {InsideGrants} from '../model/inside.js';

/**
One request that crowsnest may send to Resource Manager. All of them read; a POST is a query, or needs a grant.
*/
export type Operation = {
	readonly id: string;
	readonly method: 'GET' | 'POST';
	/**
	Path below the cloud's Resource Manager. `:subscriptionId` stands for a GUID, `:resourceId` for the path of a
	resource, group or subscription, every other name for one segment. Compared without regard to case.
	*/
	readonly path: string;
	readonly reason: string;
	/**
	The Azure action that an identity needs for it.
	*/
	readonly right: string;
	/**
	More than Reader, and never sent before a person has asked for it.
	*/
	readonly grant?: keyof InsideGrants;
};

const subscription = '/subscriptions/:subscriptionId';
const group = `${subscription}/resourceGroups/:resourceGroup`;
const aks = 'providers/Microsoft.ContainerService';
const cluster = `${group}/${aks}/managedClusters/:cluster`;
const registry = `${group}/providers/Microsoft.ContainerRegistry/registries/:registry`;
const aci = 'providers/Microsoft.ContainerInstance';
const defender = 'providers/Microsoft.Security';
const authorization = 'providers/Microsoft.Authorization';

/**
The one list of every operation on Resource Manager that crowsnest may call; the transport refuses any other.
*/
export const operations: readonly Operation[] = [
	{
		id: 'subscriptions.list',
		method: 'GET',
		path: '/subscriptions',
		reason: 'which subscriptions the identity can see',
		right: 'Microsoft.Resources/subscriptions/read',
	},
	{
		id: 'subscriptions.get',
		method: 'GET',
		path: subscription,
		reason: 'whether a subscription that was asked for exists',
		right: 'Microsoft.Resources/subscriptions/read',
	},
	{
		id: 'resourceGraph.resources',
		method: 'POST',
		path: '/providers/Microsoft.ResourceGraph/resources',
		reason: 'the whole fleet in a few pages',
		right: 'Microsoft.ResourceGraph/resources/read',
	},
	{
		id: 'managedClusters.list',
		method: 'GET',
		path: `${subscription}/${aks}/managedClusters`,
		reason: 'clusters of a subscription that Resource Graph leaves out',
		right: 'Microsoft.ContainerService/managedClusters/read',
	},
	{
		id: 'managedClusters.get',
		method: 'GET',
		path: cluster,
		reason: 'the fresh state of the cluster that is open',
		right: 'Microsoft.ContainerService/managedClusters/read',
	},
	{
		id: 'managedClusters.listClusterUserCredentials',
		method: 'POST',
		path: `${cluster}/listClusterUserCredential`,
		reason: 'where a cluster\'s own API is, and who signs its certificate',
		right: 'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action',
		grant: 'userCredential',
	},
	{
		id: 'managedClusters.runCommand',
		method: 'POST',
		path: `${cluster}/runCommand`,
		reason: 'what a private cluster holds, read by a pod of its own',
		right: 'Microsoft.ContainerService/managedClusters/runcommand/action',
		grant: 'runCommand',
	},
	{
		id: 'managedClusters.getCommandResult',
		method: 'GET',
		path: `${cluster}/commandResults/:command`,
		reason: 'what that pod has read',
		right: 'Microsoft.ContainerService/managedClusters/commandResults/read',
		grant: 'runCommand',
	},
	{
		id: 'agentPools.get',
		method: 'GET',
		path: `${cluster}/agentPools/:pool`,
		reason: 'the fresh state of the node pool that is open',
		right: 'Microsoft.ContainerService/managedClusters/agentPools/read',
	},
	{
		id: 'agentPools.getUpgradeProfile',
		method: 'GET',
		path: `${cluster}/agentPools/:pool/upgradeProfiles/default`,
		reason: 'the newest node image, once for each image family and region',
		right: 'Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles/read',
	},
	{
		id: 'managedClusters.listKubernetesVersions',
		method: 'GET',
		path: `${subscription}/${aks}/locations/:location/kubernetesVersions`,
		reason: 'the Kubernetes versions that a region supports, once for each region',
		right: 'Microsoft.ContainerService/locations/kubernetesversions/read',
	},
	{
		id: 'maintenanceConfigurations.listByManagedCluster',
		method: 'GET',
		path: `${cluster}/maintenanceConfigurations`,
		reason: 'when Azure may work on the cluster',
		right: 'Microsoft.ContainerService/managedClusters/maintenanceConfigurations/read',
	},
	{
		id: 'diagnosticSettings.list',
		method: 'GET',
		path: '/:resourceId/providers/Microsoft.Insights/diagnosticSettings',
		reason: 'which logs of a cluster, registry, vault or subscription go where',
		right: 'Microsoft.Insights/diagnosticSettings/read',
	},
	{
		id: 'activityLogs.list',
		method: 'GET',
		path: `${subscription}/providers/Microsoft.Insights/eventtypes/management/values`,
		reason: 'who did what to the cluster in the last days',
		right: 'Microsoft.Insights/eventtypes/values/read',
	},
	{
		id: 'vaultKeys.get',
		method: 'GET',
		path: `${group}/providers/Microsoft.KeyVault/vaults/:vault/keys/:key`,
		reason: 'age, end and rotation of a key that encrypts disks or images; never the key itself',
		right: 'Microsoft.KeyVault/vaults/keys/read',
	},
	{
		id: 'roleAssignments.listForSubscription',
		method: 'GET',
		path: `${subscription}/${authorization}/roleAssignments`,
		reason: 'who holds which role in a subscription that Resource Graph leaves out',
		right: 'Microsoft.Authorization/roleAssignments/read',
	},
	{
		id: 'roleDefinitions.list',
		method: 'GET',
		path: `${subscription}/${authorization}/roleDefinitions`,
		reason: 'what those roles let do',
		right: 'Microsoft.Authorization/roleDefinitions/read',
	},
	{
		id: 'denyAssignments.list',
		method: 'GET',
		path: `${subscription}/${authorization}/denyAssignments`,
		reason: 'what is taken away whatever role one holds; Resource Graph does not have it',
		right: 'Microsoft.Authorization/denyAssignments/read',
	},
	{
		id: 'roleEligibilityScheduleInstances.listForScope',
		method: 'GET',
		path: `${subscription}/${authorization}/roleEligibilityScheduleInstances`,
		reason: 'who may take on which role by Privileged Identity Management',
		right: 'Microsoft.Authorization/roleEligibilityScheduleInstances/read',
	},
	{
		id: 'registries.list',
		method: 'GET',
		path: `${subscription}/providers/Microsoft.ContainerRegistry/registries`,
		reason: 'registries of a subscription that Resource Graph leaves out',
		right: 'Microsoft.ContainerRegistry/registries/read',
	},
	{
		id: 'registries.get',
		method: 'GET',
		path: registry,
		reason: 'the fresh state of the registry that is open',
		right: 'Microsoft.ContainerRegistry/registries/read',
	},
	{
		id: 'registries.listUsages',
		method: 'GET',
		path: `${registry}/listUsages`,
		reason: 'how much of what its SKU includes a registry uses',
		right: 'Microsoft.ContainerRegistry/registries/listUsages/read',
	},
	{
		id: 'tokens.list',
		method: 'GET',
		path: `${registry}/tokens`,
		reason: 'repository-scoped tokens and when their passwords end; never a password',
		right: 'Microsoft.ContainerRegistry/registries/tokens/read',
	},
	{
		id: 'scopeMaps.list',
		method: 'GET',
		path: `${registry}/scopeMaps`,
		reason: 'what those tokens may do',
		right: 'Microsoft.ContainerRegistry/registries/scopeMaps/read',
	},
	{
		id: 'replications.list',
		method: 'GET',
		path: `${registry}/replications`,
		reason: 'the fresh state of the replicas of the registry that is open',
		right: 'Microsoft.ContainerRegistry/registries/replications/read',
	},
	{
		id: 'webhooks.list',
		method: 'GET',
		path: `${registry}/webhooks`,
		reason: 'the webhooks of the registry that is open; not where they post',
		right: 'Microsoft.ContainerRegistry/registries/webhooks/read',
	},
	{
		id: 'cacheRules.list',
		method: 'GET',
		path: `${registry}/cacheRules`,
		reason: 'which images of other registries the open one keeps copies of',
		right: 'Microsoft.ContainerRegistry/registries/cacheRules/read',
	},
	{
		id: 'credentialSets.list',
		method: 'GET',
		path: `${registry}/credentialSets`,
		reason: 'whether the open registry can sign in to those; never with what',
		right: 'Microsoft.ContainerRegistry/registries/credentialSets/read',
	},
	{
		id: 'connectedRegistries.list',
		method: 'GET',
		path: `${registry}/connectedRegistries`,
		reason: 'copies of the open registry on machines of one\'s own',
		right: 'Microsoft.ContainerRegistry/registries/connectedRegistries/read',
	},
	{
		id: 'containerGroups.list',
		method: 'GET',
		path: `${subscription}/${aci}/containerGroups`,
		reason: 'container groups of a subscription that Resource Graph leaves out',
		right: 'Microsoft.ContainerInstance/containerGroups/read',
	},
	{
		id: 'containerGroups.get',
		method: 'GET',
		path: `${group}/${aci}/containerGroups/:containerGroup`,
		reason: 'the fresh state of the container group that is open, its restarts and events',
		right: 'Microsoft.ContainerInstance/containerGroups/read',
	},
	{
		id: 'containers.listLogs',
		method: 'GET',
		path: `${group}/${aci}/containerGroups/:containerGroup/containers/:container/logs`,
		reason: 'the logs of a container whose tab is open, its last lines again and again',
		right: 'Microsoft.ContainerInstance/containerGroups/containers/logs/read',
	},
	{
		id: 'pricings.list',
		method: 'GET',
		path: `${subscription}/${defender}/pricings`,
		reason: 'Defender plans of a subscription that Resource Graph leaves out',
		right: 'Microsoft.Security/pricings/read',
	},
	{
		id: 'assessments.list',
		method: 'GET',
		path: `/:resourceId/${defender}/assessments`,
		reason: 'recommendations of a subscription or resource that Resource Graph leaves out',
		right: 'Microsoft.Security/assessments/read',
	},
	{
		id: 'assessments.get',
		method: 'GET',
		path: `/:resourceId/${defender}/assessments/:assessment`,
		reason: 'the fresh state of the recommendation that is open',
		right: 'Microsoft.Security/assessments/read',
	},
	{
		id: 'alerts.list',
		method: 'GET',
		path: `${subscription}/${defender}/alerts`,
		reason: 'alerts of a subscription that Resource Graph leaves out',
		right: 'Microsoft.Security/alerts/read',
	},
	{
		id: 'alerts.getSubscriptionLevel',
		method: 'GET',
		path: `${subscription}/${defender}/locations/:location/alerts/:alert`,
		reason: 'the fresh state of the alert that is open',
		right: 'Microsoft.Security/locations/alerts/read',
	},
	{
		id: 'alerts.getResourceGroupLevel',
		method: 'GET',
		path: `${group}/${defender}/locations/:location/alerts/:alert`,
		reason: 'the fresh state of the alert that is open',
		right: 'Microsoft.Security/locations/alerts/read',
	},
];

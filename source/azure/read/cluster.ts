import type {Cluster} from '../../model/cluster.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {NodePool} from '../../model/node-pool.js';
import {Branch} from './branch.js';
import {readNodePool, type PoolOwner} from './node-pool.js';
import {readResource} from './resource.js';
import {
	capitalisedStates,
	clusterSkus,
	clusterTiers,
	identityTypes,
	networkAccesses,
	networkDataplanes,
	networkPlugins,
	networkPolicies,
	nginxControllerTypes,
	nodeOsUpgradeChannels,
	outboundTypes,
	powerStates,
	provisioningStates,
	supportPlans,
	upgradeChannels,
} from './vocabulary.js';

const readPools = (properties: Branch, owner: PoolOwner): Fact<readonly NodePool[] | undefined> => {
	const profiles = properties.list('agentPoolProfiles');
	return profiles === undefined || isUnknown(profiles)
		? profiles
		: profiles.flatMap((profile, position) => readNodePool(profile, owner, position) ?? []);
};

/**
Maps a managed cluster as Resource Manager and Resource Graph send it. Never throws; gives nothing only where the
document has no usable id. A member that is absent stays `undefined`, for absence has a meaning of its own here; a
member of a wrong type is unknown with its path.
Source: Microsoft.ContainerService managedClusters 2026-07-01.
*/
export const readCluster = (document: unknown): Cluster | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (resource === undefined) {
		return undefined;
	}

	const properties = root.required('properties');
	const sku = root.child('sku');
	const apiServer = properties.child('apiServerAccessProfile');
	const entra = properties.child('aadProfile');
	const upgrade = properties.child('autoUpgradeProfile');
	const network = properties.child('networkProfile');
	// The keys come as azurepolicy and azurePolicy, kubeDashboard and KubeDashboard.
	const addons = properties.child('addonProfiles', true);
	const insights = addons.child('omsagent');
	const monitor = properties.child('azureMonitorProfile');
	const monitorInsights = monitor.child('containerInsights');
	const routing = properties.child('ingressProfile').child('webAppRouting');
	const security = properties.child('securityProfile');
	const currentKubernetesVersion = properties.word('currentKubernetesVersion');
	const nodeOsUpgradeChannel = upgrade.word('nodeOSUpgradeChannel', nodeOsUpgradeChannels);
	return {
		kind: 'cluster',
		...resource,
		isTagged: root.child('tags').presence(),
		provisioningState: properties.word('provisioningState', provisioningStates),
		powerState: properties.child('powerState').word('code', powerStates),
		kubernetesVersion: properties.word('kubernetesVersion'),
		currentKubernetesVersion,
		tier: sku.word('tier', clusterTiers),
		skuName: sku.word('name', clusterSkus),
		supportPlan: properties.word('supportPlan', supportPlans),
		fqdn: properties.text('fqdn'),
		privateFqdn: properties.text('privateFQDN'),
		nodeResourceGroup: properties.text('nodeResourceGroup'),

		privateCluster: apiServer.flag('enablePrivateCluster'),
		publicNetworkAccess: properties.word('publicNetworkAccess', networkAccesses),
		authorizedIpRanges: apiServer.texts('authorizedIPRanges'),
		runCommandDisabled: apiServer.flag('disableRunCommand'),
		vnetIntegration: apiServer.flag('enableVnetIntegration'),

		entraIntegrated: entra.presence(),
		entraManaged: entra.flag('managed'),
		azureRbac: entra.flag('enableAzureRBAC'),
		localAccountsDisabled: properties.flag('disableLocalAccounts'),
		kubernetesRbac: properties.flag('enableRBAC'),
		identityType: root.child('identity').word('type', identityTypes),
		servicePrincipalClientId: properties.child('servicePrincipalProfile').word('clientId'),

		upgradeChannel: upgrade.word('upgradeChannel', upgradeChannels),
		nodeOsUpgradeChannel,

		networkPlugin: network.word('networkPlugin', networkPlugins),
		networkPolicy: network.word('networkPolicy', networkPolicies),
		networkDataplane: network.word('networkDataplane', networkDataplanes),
		outboundType: network.word('outboundType', outboundTypes),

		azurePolicy: addons.child('azurepolicy').flag('enabled'),
		httpApplicationRouting: addons.child('httpApplicationRouting').flag('enabled'),
		containerInsights: insights.flag('enabled'),
		containerInsightsWorkspace: insights.child('config').word('logAnalyticsWorkspaceResourceID'),
		monitorContainerInsights: monitorInsights.flag('enabled'),
		monitorContainerInsightsWorkspace: monitorInsights.word('logAnalyticsWorkspaceResourceId'),
		prometheusMetrics: monitor.child('metrics').flag('enabled'),
		oidcIssuer: properties.child('oidcIssuerProfile').flag('enabled'),
		workloadIdentity: security.child('workloadIdentity').flag('enabled'),
		podIdentity: properties.child('podIdentityProfile').flag('enabled'),
		defenderSensor: security.child('defender').child('securityMonitoring').flag('enabled'),
		keyManagementService: security.child('azureKeyVaultKms').flag('enabled'),
		infrastructureEncryption: security.child('kubernetesResourceObjectEncryptionProfile').word('infrastructureEncryption', capitalisedStates),
		kubeletObjectId: properties.child('identityProfile').child('kubeletidentity').text('objectId'),
		diskEncryptionSetId: properties.word('diskEncryptionSetID'),

		webAppRouting: routing.flag('enabled'),
		nginxControllerType: routing.child('nginx').word('defaultIngressControllerType', nginxControllerTypes),
		gatewayApiIstio: routing.child('gatewayAPIImplementations').child('appRoutingIstio').word('mode', capitalisedStates),

		nodePools: readPools(properties, {...resource, nodeOsUpgradeChannel, currentKubernetesVersion}),
	};
};

import type {ClusterSpec} from '../fleet/cluster-spec.js';
import {guidOf, hexOf} from '../random.js';
import type {DocumentContext, Json} from './context.js';

export const networkProfile = (cluster: ClusterSpec): Json => {
	const isKubenet = cluster.network === 'kubenet';
	const dataplane = cluster.network === 'cilium' ? 'cilium' : 'azure';
	return {
		networkPlugin: isKubenet ? 'kubenet' : 'azure',
		networkPluginMode: isKubenet ? undefined : 'overlay',
		// Absent or the word none: both mean that nothing holds pods apart.
		networkPolicy: isKubenet ? undefined : cluster.network,
		networkDataplane: isKubenet ? undefined : dataplane,
		loadBalancerSku: isKubenet ? 'Standard' : 'standard',
		loadBalancerProfile: cluster.outbound === 'loadBalancer' ? {managedOutboundIPs: {count: 1}, backendPoolType: 'nodeIPConfiguration'} : undefined,
		podCidr: '10.244.0.0/16',
		serviceCidr: '10.0.0.0/16',
		dnsServiceIP: '10.0.0.10',
		outboundType: cluster.outbound,
		podCidrs: ['10.244.0.0/16'],
		serviceCidrs: ['10.0.0.0/16'],
		ipFamilies: ['IPv4'],
	};
};

/**
Absent where nothing of it was ever set.
*/
export const apiServerAccess = ({access, ranges, runCommandDisabled}: ClusterSpec): Json | undefined => {
	if (access !== 'public') {
		return {
			enablePrivateCluster: true,
			privateDNSZone: 'system',
			enablePrivateClusterPublicFQDN: false,
			disableRunCommand: runCommandDisabled,
			enableVnetIntegration: access === 'vnet' ? true : undefined,
		};
	}

	return runCommandDisabled === true || ranges !== undefined
		? {authorizedIPRanges: ranges, enablePrivateCluster: false, disableRunCommand: runCommandDisabled}
		: undefined;
};

const off: Json = {enabled: false, config: null};

const workspaceOf = ({subscription, team}: ClusterSpec): string =>
	`/subscriptions/${subscription.id}/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/law-${team}`;

/**
Application routing: by NGINX, or by the Gateway API, where no default controller is made.
*/
export const ingressProfile = ({webAppRouting, gatewayApi, access}: ClusterSpec): Json | undefined => {
	if (!webAppRouting) {
		return undefined;
	}

	return gatewayApi
		? {
			gatewayAPI: {installation: 'Standard'},
			webAppRouting: {enabled: true, gatewayAPIImplementations: {appRoutingIstio: {mode: 'Enabled'}}, nginx: {defaultIngressControllerType: 'None'}},
		}
		: {webAppRouting: {enabled: true, nginx: {defaultIngressControllerType: access === 'public' ? 'AnnotationControlled' : 'Internal'}}};
};

/**
Newer api-versions repeat the add-on here; metrics are switched on their own. Absent where neither was ever set.
*/
export const azureMonitorProfile = (cluster: ClusterSpec): Json | undefined => {
	const {containerInsights, workloadIdentity} = cluster;
	return containerInsights || workloadIdentity
		? {
			metrics: workloadIdentity ? {enabled: true, kubeStateMetrics: {metricLabelsAllowlist: '', metricAnnotationsAllowList: ''}} : undefined,
			containerInsights: containerInsights ? {enabled: true, logAnalyticsWorkspaceResourceId: workspaceOf(cluster)} : undefined,
		}
		: undefined;
};

/**
Add-ons; configurations hold texts only, and null where there is nothing to configure.
*/
export const addonProfiles = (cluster: ClusterSpec, nodeGroupId: string, {seed}: DocumentContext): Json => {
	const addon = (key: string, config: Json | undefined): Json => ({
		enabled: true,
		config: config ?? null,
		identity: {
			resourceId: `${nodeGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${key}-${cluster.name}`,
			clientId: guidOf(seed, `client ${key} ${cluster.name}`),
			objectId: guidOf(seed, `object ${key} ${cluster.name}`),
		},
	});
	return {
		azureKeyvaultSecretsProvider: cluster.workloadIdentity ? addon('azurekeyvaultsecretsprovider', {enableSecretRotation: 'true', rotationPollInterval: '2m'}) : undefined,
		azurepolicy: cluster.azurePolicy ? addon('azurepolicy', undefined) : off,
		httpApplicationRouting: cluster.httpApplicationRouting
			? {enabled: true, config: {HTTPApplicationRoutingZoneName: `${hexOf(seed, `zone ${cluster.name}`, 20)}.${cluster.region}.aksapp.io`}}
			: undefined,
		omsagent: cluster.containerInsights ? addon('omsagent', {logAnalyticsWorkspaceResourceID: workspaceOf(cluster), useAADAuth: 'true'}) : off,
	};
};

/**
An empty object where nothing is set, as recorded answers have it.
*/
export const securityProfile = (cluster: ClusterSpec): Json => {
	const {subscription, team, environment, resourceGroup} = cluster;
	const vault = `kv-${team}-${environment}`;
	return {
		defender: cluster.defender
			? {
				logAnalyticsWorkspaceResourceId: `/subscriptions/${subscription.id}/resourcegroups/rg-monitoring/providers/microsoft.operationalinsights/workspaces/law-${team}`,
				securityMonitoring: {enabled: true},
			}
			: undefined,
		azureKeyVaultKms: cluster.keyManagement
			? {
				enabled: true,
				keyId: `https://${vault}.vault.azure.net/keys/etcd`,
				keyVaultNetworkAccess: 'Private',
				keyVaultResourceId: `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${vault}`,
			}
			: undefined,
		kubernetesResourceObjectEncryptionProfile: cluster.infrastructureEncryption ? {infrastructureEncryption: 'Enabled'} : undefined,
		imageCleaner: cluster.workloadIdentity ? {enabled: true, intervalHours: 168} : undefined,
		workloadIdentity: cluster.workloadIdentity ? {enabled: true} : undefined,
	};
};

/**
Absent for an old cluster; `upgradeChannel` is absent for none.
*/
export const autoUpgradeProfile = ({upgradeChannel, nodeOsChannel}: ClusterSpec): Json | undefined =>
	(nodeOsChannel === undefined ? undefined : {upgradeChannel, nodeOSUpgradeChannel: nodeOsChannel});

/**
Who may enter, where Entra decides it; absent where only certificates do.
*/
export const entraProfile = (cluster: ClusterSpec, {seed, tenantId}: DocumentContext): Json | undefined => (cluster.entra
	? {
		managed: true,
		adminGroupObjectIDs: [guidOf(seed, `admins ${cluster.team}`)],
		adminUsers: null,
		enableAzureRBAC: cluster.azureRbac,
		tenantID: tenantId,
	}
	: undefined);

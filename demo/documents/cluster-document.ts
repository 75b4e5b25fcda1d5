import type {ClusterSpec} from '../fleet/cluster-spec.js';
import {guidOf, hexOf} from '../random.js';
import {type DocumentContext, type Json} from './context.js';
import {clusterId} from './ids.js';
import {poolMembers} from './pool-document.js';

const networkProfile = (cluster: ClusterSpec): Json => {
	const isKubenet = cluster.network === 'kubenet';
	const policy = isKubenet ? undefined : cluster.network;
	return {
		networkPlugin: isKubenet ? 'kubenet' : 'azure',
		...(!isKubenet && {networkPluginMode: 'overlay'}),
		// Absent or the word none: both mean that nothing holds pods apart.
		...(!isKubenet && {networkPolicy: policy}),
		...(!isKubenet && {networkDataplane: policy === 'cilium' ? 'cilium' : 'azure'}),
		loadBalancerSku: isKubenet ? 'Standard' : 'standard',
		...(cluster.outbound === 'loadBalancer' && {loadBalancerProfile: {managedOutboundIPs: {count: 1}, backendPoolType: 'nodeIPConfiguration'}}),
		podCidr: '10.244.0.0/16',
		serviceCidr: '10.0.0.0/16',
		dnsServiceIP: '10.0.0.10',
		outboundType: cluster.outbound,
		podCidrs: ['10.244.0.0/16'],
		serviceCidrs: ['10.0.0.0/16'],
		ipFamilies: ['IPv4'],
	};
};

const apiServerAccess = (cluster: ClusterSpec): Json | undefined => {
	const disableRunCommand = cluster.runCommandDisabled;
	if (cluster.access === 'public') {
		return disableRunCommand === true || cluster.ranges
			? {
				...(cluster.ranges && {authorizedIPRanges: cluster.ranges}),
				enablePrivateCluster: false,
				...(disableRunCommand && {disableRunCommand}),
			}
			: undefined;
	}

	return {
		enablePrivateCluster: true,
		privateDNSZone: 'system',
		enablePrivateClusterPublicFQDN: false,
		...(disableRunCommand && {disableRunCommand}),
		...(cluster.access === 'vnet' && {enableVnetIntegration: true}),
	};
};

const hostNames = (cluster: ClusterSpec, label: string): Json => {
	const host = `${label}.hcp.${cluster.region}.azmk8s.io`;
	return cluster.access === 'public'
		? {fqdn: host, azurePortalFQDN: `${label}.portal.hcp.${cluster.region}.azmk8s.io`}
		: {privateFQDN: `${label}.${cluster.access === 'vnet' ? `private.${cluster.region}` : `privatelink.${cluster.region}`}.azmk8s.io`};
};

const addon = (nodeGroupId: string, name: string, key: string, config: Json | undefined, context: DocumentContext): Json => ({
	enabled: true,
	config: config ?? null,
	identity: {
		resourceId: `${nodeGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${key}-${name}`,
		clientId: guidOf(context.seed, `client ${key} ${name}`),
		objectId: guidOf(context.seed, `object ${key} ${name}`),
	},
});

const addonProfiles = (cluster: ClusterSpec, nodeGroupId: string, context: DocumentContext): Json => {
	const workspace = `/subscriptions/${cluster.subscription.id}/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/law-${cluster.team}`;
	return {
		...(cluster.workloadIdentity && {
			azureKeyvaultSecretsProvider: addon(nodeGroupId, cluster.name, 'azurekeyvaultsecretsprovider', {enableSecretRotation: 'true', rotationPollInterval: '2m'}, context),
		}),
		azurepolicy: cluster.azurePolicy ? addon(nodeGroupId, cluster.name, 'azurepolicy', undefined, context) : {enabled: false, config: null},
		...(cluster.httpApplicationRouting && {
			httpApplicationRouting: {
				enabled: true,
				config: {HTTPApplicationRoutingZoneName: `${hexOf(context.seed, `zone ${cluster.name}`, 20)}.${cluster.region}.aksapp.io`},
			},
		}),
		omsagent: cluster.containerInsights
			? addon(nodeGroupId, cluster.name, 'omsagent', {logAnalyticsWorkspaceResourceID: workspace, useAADAuth: 'true'}, context)
			: {enabled: false, config: null},
	};
};

const securityProfile = (cluster: ClusterSpec): Json => ({
	...(cluster.defender && {
		defender: {
			logAnalyticsWorkspaceResourceId: `/subscriptions/${cluster.subscription.id}/resourcegroups/rg-monitoring/providers/microsoft.operationalinsights/workspaces/law-${cluster.team}`,
			securityMonitoring: {enabled: true},
		},
	}),
	...(cluster.keyManagement && {
		azureKeyVaultKms: {
			enabled: true,
			keyId: `https://kv-${cluster.team}-${cluster.environment}.vault.azure.net/keys/etcd`,
			keyVaultNetworkAccess: 'Private',
			keyVaultResourceId: `/subscriptions/${cluster.subscription.id}/resourceGroups/${cluster.resourceGroup}/providers/Microsoft.KeyVault/vaults/kv-${cluster.team}-${cluster.environment}`,
		},
	}),
	...(cluster.workloadIdentity && {imageCleaner: {enabled: true, intervalHours: 168}, workloadIdentity: {enabled: true}}),
});

/**
A managed cluster as `managedClusters.get` sends it (api-version 2026-07-01): what is not set is left out, ids in
`resourcegroups`, the type `ManagedClusters`, all as in recorded answers.
*/
export const clusterDocument = (cluster: ClusterSpec, context: DocumentContext): Json => {
	const {seed, tenantId} = context;
	const label = `${cluster.name}-${hexOf(seed, `dns ${cluster.name}`, 8)}`;
	const nodeResourceGroup = `MC_${cluster.resourceGroup}_${cluster.name}_${cluster.region}`;
	const nodeGroupId = `/subscriptions/${cluster.subscription.id}/resourcegroups/${nodeResourceGroup}`;
	const access = apiServerAccess(cluster);
	return {
		id: clusterId(cluster),
		location: cluster.region,
		name: cluster.name,
		...(cluster.tags && {tags: cluster.tags}),
		type: 'Microsoft.ContainerService/ManagedClusters',
		kind: cluster.isAutomatic ? 'Automatic' : 'Base',
		properties: {
			provisioningState: cluster.provisioningState ?? 'Succeeded',
			powerState: {code: cluster.powerState ?? 'Running'},
			kubernetesVersion: cluster.wantedVersion ?? cluster.version,
			currentKubernetesVersion: cluster.version,
			dnsPrefix: cluster.name,
			...hostNames(cluster, label),
			...(cluster.pools && {agentPoolProfiles: cluster.pools.map(pool => ({name: pool.name, ...poolMembers(cluster, pool, context)}))}),
			linuxProfile: {adminUsername: 'azureuser', ssh: {publicKeys: [{keyData: 'ssh-rsa REDACTED azureuser@vellamar.example\n'}]}},
			servicePrincipalProfile: {clientId: cluster.servicePrincipal ? guidOf(seed, `principal ${cluster.name}`) : 'msi'},
			addonProfiles: addonProfiles(cluster, nodeGroupId, context),
			nodeResourceGroup,
			enableRBAC: cluster.kubernetesRbac,
			supportPlan: cluster.longTermSupport ? 'AKSLongTermSupport' : 'KubernetesOfficial',
			networkProfile: networkProfile(cluster),
			...(cluster.entra && {
				aadProfile: {
					managed: true,
					adminGroupObjectIDs: [guidOf(seed, `admins ${cluster.team}`)],
					adminUsers: null,
					enableAzureRBAC: cluster.azureRbac,
					tenantID: tenantId,
				},
			}),
			maxAgentPools: 100,
			...(access && {apiServerAccessProfile: access}),
			...(cluster.diskEncryption && {
				diskEncryptionSetID: `/subscriptions/${cluster.subscription.id}/resourceGroups/${cluster.resourceGroup}/providers/Microsoft.Compute/diskEncryptionSets/des-${cluster.team}-${cluster.environment}`,
			}),
			...(!cluster.servicePrincipal && {
				identityProfile: {
					kubeletidentity: {
						resourceId: `${nodeGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${cluster.name}-agentpool`,
						clientId: guidOf(seed, `kubelet client ${cluster.name}`),
						objectId: guidOf(seed, `kubelet object ${cluster.name}`),
					},
				},
			}),
			...(cluster.nodeOsChannel !== undefined && {
				autoUpgradeProfile: {
					...(cluster.upgradeChannel !== undefined && {upgradeChannel: cluster.upgradeChannel}),
					nodeOSUpgradeChannel: cluster.nodeOsChannel,
				},
			}),
			disableLocalAccounts: cluster.localAccountsDisabled,
			securityProfile: securityProfile(cluster),
			storageProfile: {diskCSIDriver: {enabled: true}, fileCSIDriver: {enabled: true}, snapshotController: {enabled: true}},
			oidcIssuerProfile: cluster.workloadIdentity
				? {enabled: true, issuerURL: `https://${cluster.region}.oic.prod-aks.azure.com/${tenantId}/${guidOf(seed, `issuer ${cluster.name}`)}/`}
				: {enabled: false},
			...(cluster.webAppRouting && {ingressProfile: {webAppRouting: {enabled: true, nginx: {defaultIngressControllerType: 'Internal'}}}}),
			workloadAutoScalerProfile: {},
			metricsProfile: {costAnalysis: {enabled: false}},
			resourceUID: hexOf(seed, `uid ${cluster.name}`, 24),
			bootstrapProfile: {artifactSource: 'Direct'},
			...(cluster.isAutomatic && {hostedSystemProfile: {enabled: true}}),
		},
		...(!cluster.servicePrincipal && {identity: {type: 'SystemAssigned', principalId: guidOf(seed, `identity ${cluster.name}`), tenantId}}),
		sku: {name: cluster.isAutomatic ? 'Automatic' : 'Base', tier: cluster.tier},
		eTag: guidOf(seed, `etag ${cluster.name} ${cluster.version} ${cluster.provisioningState} ${cluster.powerState} ${cluster.ranges?.join(',')}`),
	};
};

import type {ClusterSpec} from '../fleet/cluster-spec.js';
import {company} from '../fleet/estate.js';
import {guidOf, hexOf} from '../random.js';
import {
	addonProfiles,
	apiServerAccess,
	autoUpgradeProfile,
	azureMonitorProfile,
	entraProfile,
	ingressProfile,
	networkProfile,
	securityProfile,
} from './cluster-profiles.js';
import {apiServerHost} from './api-server-host.js';
import type {DocumentContext, Json} from './context.js';
import {clusterId} from './ids.js';
import {diskEncryptionSetId} from './key-documents.js';
import {poolMembers} from './pool-document.js';

/**
A private cluster without a public name has no `fqdn`.
*/
const hostNames = (cluster: ClusterSpec, {seed}: DocumentContext) => {
	const isPublic = cluster.access === 'public';
	const host = apiServerHost(cluster, seed);
	return {
		fqdn: isPublic ? host : undefined,
		privateFQDN: isPublic ? undefined : host,
		azurePortalFQDN: isPublic ? host.replace('.hcp.', '.portal.hcp.') : undefined,
	};
};

const kubeletIdentity = (cluster: ClusterSpec, nodeGroupId: string, seed: number): Json => ({
	kubeletidentity: {
		resourceId: `${nodeGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${cluster.name}-agentpool`,
		clientId: guidOf(seed, `kubelet client ${cluster.name}`),
		objectId: guidOf(seed, `kubelet object ${cluster.name}`),
	},
});

const properties = (cluster: ClusterSpec, context: DocumentContext): Json => {
	const {seed, tenantId} = context;
	const {name, subscription, region, pools} = cluster;
	const nodeResourceGroup = `MC_${cluster.resourceGroup}_${name}_${region}`;
	const nodeGroupId = `/subscriptions/${subscription.id}/resourcegroups/${nodeResourceGroup}`;
	const {fqdn, privateFQDN, azurePortalFQDN} = hostNames(cluster, context);
	return {
		provisioningState: cluster.provisioningState ?? 'Succeeded',
		powerState: {code: cluster.powerState ?? 'Running'},
		kubernetesVersion: cluster.wantedVersion ?? cluster.version,
		currentKubernetesVersion: cluster.version,
		dnsPrefix: name,
		fqdn,
		privateFQDN,
		azurePortalFQDN,
		agentPoolProfiles: pools?.map(pool => ({name: pool.name, ...poolMembers(cluster, pool, context)})),
		linuxProfile: {adminUsername: 'azureuser', ssh: {publicKeys: [{keyData: `ssh-rsa REDACTED azureuser@${company.domain}\n`}]}},
		servicePrincipalProfile: {clientId: cluster.servicePrincipal ? guidOf(seed, `principal ${name}`) : 'msi'},
		addonProfiles: addonProfiles(cluster, nodeGroupId, context),
		nodeResourceGroup,
		enableRBAC: cluster.kubernetesRbac,
		supportPlan: cluster.longTermSupport ? 'AKSLongTermSupport' : 'KubernetesOfficial',
		networkProfile: networkProfile(cluster),
		aadProfile: entraProfile(cluster, context),
		maxAgentPools: 100,
		apiServerAccessProfile: apiServerAccess(cluster),
		diskEncryptionSetID: cluster.diskEncryption ? diskEncryptionSetId(cluster) : undefined,
		identityProfile: cluster.servicePrincipal ? undefined : kubeletIdentity(cluster, nodeGroupId, seed),
		autoUpgradeProfile: autoUpgradeProfile(cluster),
		disableLocalAccounts: cluster.localAccountsDisabled,
		securityProfile: securityProfile(cluster),
		storageProfile: {diskCSIDriver: {enabled: true}, fileCSIDriver: {enabled: true}, snapshotController: {enabled: true}},
		oidcIssuerProfile: cluster.workloadIdentity
			? {enabled: true, issuerURL: `https://${region}.oic.prod-aks.azure.com/${tenantId}/${guidOf(seed, `issuer ${name}`)}/`}
			: {enabled: false},
		ingressProfile: ingressProfile(cluster),
		azureMonitorProfile: azureMonitorProfile(cluster),
		workloadAutoScalerProfile: {},
		metricsProfile: {costAnalysis: {enabled: false}},
		resourceUID: hexOf(seed, `uid ${name}`, 24),
		bootstrapProfile: {artifactSource: 'Direct'},
		hostedSystemProfile: cluster.isAutomatic ? {enabled: true} : undefined,
	};
};

/**
A managed cluster as `managedClusters.get` sends it (api-version 2026-07-01): ids in `resourcegroups`, the type
`ManagedClusters`, as in recorded answers. What Azure leaves out is undefined here, and so left out of the JSON.
*/
export const clusterDocument = (cluster: ClusterSpec, context: DocumentContext): Json => {
	const {seed, tenantId} = context;
	const skuName = cluster.isAutomatic ? 'Automatic' : 'Base';
	return {
		id: clusterId(cluster),
		location: cluster.region,
		name: cluster.name,
		tags: cluster.tags,
		type: 'Microsoft.ContainerService/ManagedClusters',
		kind: skuName,
		properties: properties(cluster, context),
		identity: cluster.servicePrincipal ? undefined : {type: 'SystemAssigned', principalId: guidOf(seed, `identity ${cluster.name}`), tenantId},
		sku: {name: skuName, tier: cluster.tier},
		eTag: guidOf(seed, `etag ${cluster.name} ${cluster.version} ${cluster.provisioningState} ${cluster.powerState} ${cluster.ranges?.join(',')}`),
	};
};

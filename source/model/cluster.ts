import type {Fact} from './known.js';
import type {NodePool} from './node-pool.js';
import type {Resource} from './resource.js';

/**
A managed cluster, as Resource Graph and `managedClusters.get` both send it.
Member names follow the property path that is given where they differ much.
Source: Microsoft.ContainerService managedClusters, api-version 2026-07-01.
*/
export type Cluster = Resource & {
	readonly kind: 'cluster';
	/**
	Whether `tags` is there at all: `tags` itself is empty too where it could not be read.
	*/
	readonly isTagged: Fact<boolean>;
	readonly provisioningState: Fact<string | undefined>;
	/**
	`properties.powerState.code`: Running or Stopped.
	*/
	readonly powerState: Fact<string | undefined>;
	/**
	`properties.kubernetesVersion`: what was asked for.
	*/
	readonly kubernetesVersion: Fact<string | undefined>;
	/**
	`properties.currentKubernetesVersion`: what runs.
	*/
	readonly currentKubernetesVersion: Fact<string | undefined>;
	/**
	`sku.tier`: Free, Standard, Premium.
	*/
	readonly tier: Fact<string | undefined>;
	/**
	`sku.name`: Base or Automatic.
	*/
	readonly skuName: Fact<string | undefined>;
	/**
	`properties.supportPlan`: KubernetesOfficial or AKSLongTermSupport.
	*/
	readonly supportPlan: Fact<string | undefined>;
	readonly fqdn: Fact<string | undefined>;
	readonly privateFqdn: Fact<string | undefined>;
	readonly nodeResourceGroup: Fact<string | undefined>;

	/**
	`apiServerAccessProfile.enablePrivateCluster`.
	*/
	readonly privateCluster: Fact<boolean | undefined>;
	/**
	`properties.publicNetworkAccess`.
	*/
	readonly publicNetworkAccess: Fact<string | undefined>;
	/**
	`apiServerAccessProfile.authorizedIPRanges`.
	*/
	readonly authorizedIpRanges: Fact<readonly string[] | undefined>;
	/**
	`apiServerAccessProfile.disableRunCommand`.
	*/
	readonly runCommandDisabled: Fact<boolean | undefined>;
	/**
	`apiServerAccessProfile.enableVnetIntegration`.
	*/
	readonly vnetIntegration: Fact<boolean | undefined>;

	/**
	Whether `aadProfile` is there at all.
	*/
	readonly entraIntegrated: Fact<boolean>;
	/**
	`aadProfile.managed`.
	*/
	readonly entraManaged: Fact<boolean | undefined>;
	/**
	`aadProfile.enableAzureRBAC`.
	*/
	readonly azureRbac: Fact<boolean | undefined>;
	/**
	`properties.disableLocalAccounts`.
	*/
	readonly localAccountsDisabled: Fact<boolean | undefined>;
	/**
	`properties.enableRBAC`.
	*/
	readonly kubernetesRbac: Fact<boolean | undefined>;
	/**
	`identity.type`.
	*/
	readonly identityType: Fact<string | undefined>;
	/**
	`servicePrincipalProfile.clientId`: `msi` for a managed identity.
	*/
	readonly servicePrincipalClientId: Fact<string | undefined>;

	/**
	`autoUpgradeProfile.upgradeChannel`; absent means none.
	*/
	readonly upgradeChannel: Fact<string | undefined>;
	/**
	`autoUpgradeProfile.nodeOSUpgradeChannel`.
	*/
	readonly nodeOsUpgradeChannel: Fact<string | undefined>;

	readonly networkPlugin: Fact<string | undefined>;
	readonly networkPolicy: Fact<string | undefined>;
	readonly networkDataplane: Fact<string | undefined>;
	readonly outboundType: Fact<string | undefined>;

	/**
	`addonProfiles.azurepolicy.enabled`, whatever the casing of the key.
	*/
	readonly azurePolicy: Fact<boolean | undefined>;
	readonly httpApplicationRouting: Fact<boolean | undefined>;
	/**
	`addonProfiles.omsagent.enabled`.
	*/
	readonly containerInsights: Fact<boolean | undefined>;
	/**
	`addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID`.
	*/
	readonly containerInsightsWorkspace: Fact<string | undefined>;
	/**
	`azureMonitorProfile.containerInsights.enabled`: newer api-versions repeat the add-on's switch there.
	*/
	readonly monitorContainerInsights: Fact<boolean | undefined>;
	/**
	`azureMonitorProfile.containerInsights.logAnalyticsWorkspaceResourceId`.
	*/
	readonly monitorContainerInsightsWorkspace: Fact<string | undefined>;
	/**
	`azureMonitorProfile.metrics.enabled`: metrics for Prometheus, no logs.
	*/
	readonly prometheusMetrics: Fact<boolean | undefined>;
	readonly oidcIssuer: Fact<boolean | undefined>;
	readonly workloadIdentity: Fact<boolean | undefined>;
	readonly podIdentity: Fact<boolean | undefined>;
	/**
	`securityProfile.defender.securityMonitoring.enabled`.
	*/
	readonly defenderSensor: Fact<boolean | undefined>;
	/**
	`securityProfile.azureKeyVaultKms.enabled`.
	*/
	readonly keyManagementService: Fact<boolean | undefined>;
	/**
	`securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption`: `Enabled` encrypts the objects in etcd with a key of the platform.
	*/
	readonly infrastructureEncryption: Fact<string | undefined>;
	/**
	`identityProfile.kubeletidentity.objectId`: with whose rights the nodes pull images.
	*/
	readonly kubeletObjectId: Fact<string | undefined>;
	/**
	`properties.diskEncryptionSetID`.
	*/
	readonly diskEncryptionSetId: Fact<string | undefined>;

	/**
	`ingressProfile.webAppRouting.enabled`.
	*/
	readonly webAppRouting: Fact<boolean | undefined>;
	/**
	`ingressProfile.webAppRouting.nginx.defaultIngressControllerType`: AnnotationControlled, External, Internal, None.
	*/
	readonly nginxControllerType: Fact<string | undefined>;
	/**
	`ingressProfile.webAppRouting.gatewayAPIImplementations.appRoutingIstio.mode`.
	*/
	readonly gatewayApiIstio: Fact<string | undefined>;

	/**
	`agentPoolProfiles`; absent for AKS Automatic with hosted system pools.
	*/
	readonly nodePools: Fact<readonly NodePool[] | undefined>;
};

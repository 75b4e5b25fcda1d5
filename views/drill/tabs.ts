import type {ClusterNode} from '../../source/model/cluster-node.js';
import type {ClusterService} from '../../source/model/cluster-service.js';
import type {Cluster} from '../../source/model/cluster.js';
import type {ContainerGroup} from '../../source/model/container-group.js';
import type {DiskEncryptionSet} from '../../source/model/disk-encryption-set.js';
import type {Finding} from '../../source/model/finding.js';
import type {Image} from '../../source/model/image.js';
import type {JudgedSubscription} from '../../source/model/judged-subscription.js';
import type {Host} from '../../source/model/host.js';
import type {KeyVault} from '../../source/model/key-vault.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Registry} from '../../source/model/registry.js';
import type {RoleHolder} from '../../source/model/role-holder.js';
import {accessTab} from './access/access-tab.js';
import {checksTab} from './checks/checks-tab.js';
import {controlPlane} from './cluster/control-plane.js';
import {disks} from './cluster/disks.js';
import {monitoring} from './cluster/monitoring.js';
import {overview as clusterOverview} from './cluster/overview.js';
import {patching as clusterPatching} from './cluster/patching.js';
import {nodes as clusterNodes} from './cluster/nodes.js';
import {pools} from './cluster/pools.js';
import {registries as clusterRegistries} from './cluster/registries.js';
import {services as clusterServices} from './cluster/services.js';
import {tags} from './cluster/tags.js';
import {containers as groupContainers} from './container-group/containers.js';
import {logs as groupLogs} from './container-group/logs.js';
import {network as groupNetwork} from './container-group/network.js';
import {overview as groupOverview} from './container-group/overview.js';
import {recommendations as groupRecommendations} from './container-group/recommendations.js';
import {registries as groupRegistries} from './container-group/registries.js';
import {volumes as groupVolumes} from './container-group/volumes.js';
import {overview as diskOverview} from './disk-encryption-set/overview.js';
import {documentTab} from './document-tab.js';
import {overview as findingOverview} from './finding/overview.js';
import {vulnerabilities} from './finding/vulnerabilities.js';
import {findingsTab} from './findings-tab.js';
import {clusters as imageClusters} from './image/clusters.js';
import {overview as imageOverview} from './image/overview.js';
import {vulnerabilities as imageVulnerabilities} from './image/vulnerabilities.js';
import {containers as hostContainers} from './host/containers.js';
import {overview as hostOverview} from './host/overview.js';
import {defender as subscriptionDefender} from './subscription/defender.js';
import {overview as vaultOverview} from './key-vault/overview.js';
import {overview as nodeOverview} from './node/overview.js';
import {nodes as poolNodes} from './node-pool/nodes.js';
import {overview as poolOverview} from './node-pool/overview.js';
import {patching as poolPatching} from './node-pool/patching.js';
import {images as registryImages} from './registry/images.js';
import {network} from './registry/network.js';
import {overview as registryOverview} from './registry/overview.js';
import {clusters as registryClusters} from './registry/clusters.js';
import {parts as registryParts} from './registry/parts.js';
import {usage as registryUsage} from './registry/usage.js';
import {waysInTab} from './registry/ways-in.js';
import {overview as principalOverview} from './principal/overview.js';
import {rights as principalRights} from './principal/rights.js';
import {roles as principalRoles} from './principal/roles.js';
import {overview as serviceOverview} from './service/overview.js';
import {overview as subscriptionOverview} from './subscription/overview.js';
import type {Tab} from './tab.js';

export type TabsByKind = {
	readonly cluster: ReadonlyArray<Tab<Cluster>>;
	readonly nodePool: ReadonlyArray<Tab<NodePool>>;
	readonly registry: ReadonlyArray<Tab<Registry>>;
	readonly finding: ReadonlyArray<Tab<Finding>>;
	readonly subscription: ReadonlyArray<Tab<JudgedSubscription>>;
	readonly diskEncryptionSet: ReadonlyArray<Tab<DiskEncryptionSet>>;
	readonly keyVault: ReadonlyArray<Tab<KeyVault>>;
	readonly host: ReadonlyArray<Tab<Host>>;
	readonly node: ReadonlyArray<Tab<ClusterNode>>;
	readonly service: ReadonlyArray<Tab<ClusterService>>;
	readonly principal: ReadonlyArray<Tab<RoleHolder>>;
	readonly image: ReadonlyArray<Tab<Image>>;
	readonly containerGroup: ReadonlyArray<Tab<ContainerGroup>>;
};

/**
The facets of each kind of resource in the order in which they stand. A new one is one file and one line here.
*/
export const tabs: TabsByKind = {
	cluster: [
		clusterOverview,
		checksTab(),
		pools,
		clusterNodes,
		clusterServices,
		clusterPatching,
		controlPlane,
		disks,
		tags,
		monitoring,
		clusterRegistries,
		accessTab(),
		findingsTab(),
		documentTab(),
	],
	nodePool: [poolOverview, checksTab(), poolNodes, poolPatching, documentTab()],
	registry: [registryOverview, checksTab(), registryUsage, waysInTab, registryClusters, network, registryParts, accessTab(), registryImages, findingsTab(), documentTab()],
	finding: [findingOverview, vulnerabilities, documentTab()],
	subscription: [subscriptionOverview, checksTab(), subscriptionDefender, accessTab(), documentTab()],
	diskEncryptionSet: [diskOverview, checksTab(), documentTab()],
	host: [hostOverview, hostContainers, checksTab(), documentTab()],
	keyVault: [vaultOverview, checksTab(), accessTab(), documentTab()],
	node: [nodeOverview, checksTab(), documentTab('the cluster')],
	service: [serviceOverview, checksTab(), documentTab('the cluster')],
	principal: [principalOverview, principalRights, principalRoles],
	image: [imageOverview, checksTab(), imageVulnerabilities, imageClusters],
	containerGroup: [groupOverview, checksTab(), groupContainers, groupLogs, groupNetwork, groupVolumes, groupRegistries, accessTab(), groupRecommendations, documentTab()],
};

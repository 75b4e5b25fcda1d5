import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
An agent pool. Read from `properties.agentPoolProfiles[]` of a managed cluster (flat members) or from
the agentPools API (members under `properties`); both have the same members.
Source: Microsoft.ContainerService managedClusters, api-version 2026-07-01.
*/
export type NodePool = Resource & {
	readonly kind: 'nodePool';
	/**
	Whether `tags` is there at all: `tags` itself is empty too where it could not be read.
	*/
	readonly isTagged: Fact<boolean>;
	/**
	Key of the cluster that the pool belongs to.
	*/
	readonly clusterKey: string;
	readonly clusterName: string;
	readonly mode: Fact<string | undefined>;
	/**
	`Linux` or `Windows`; Azure sends any casing, the model holds it capitalised.
	*/
	readonly osType: Fact<string | undefined>;
	/**
	`Ubuntu`, `Ubuntu2204`, `AzureLinux`, `Windows2022`, ...
	*/
	readonly osSku: Fact<string | undefined>;
	readonly vmSize: Fact<string | undefined>;
	/**
	Nodes wanted; absent for pools of type VirtualMachines without a sum.
	*/
	readonly count: Fact<number | undefined>;
	readonly minCount: Fact<number | undefined>;
	readonly maxCount: Fact<number | undefined>;
	readonly autoScaling: Fact<boolean | undefined>;
	readonly poolType: Fact<string | undefined>;
	readonly provisioningState: Fact<string | undefined>;
	readonly powerState: Fact<string | undefined>;
	readonly kubernetesVersion: Fact<string | undefined>;
	readonly nodeImageVersion: Fact<string | undefined>;
	/**
	Id of the subnet of one's own that its nodes stand in; absent: that of the cluster's own virtual network.
	*/
	readonly subnetId: Fact<string | undefined>;
	readonly publicIpPerNode: Fact<boolean | undefined>;
	/**
	`START-END/PROTOCOL` of `networkProfile.allowedHostPorts`.
	*/
	readonly allowedHostPorts: Fact<readonly string[] | undefined>;
	readonly sshAccess: Fact<string | undefined>;
	readonly fips: Fact<boolean | undefined>;
	/**
	`Managed` or `Ephemeral`.
	*/
	readonly osDiskType: Fact<string | undefined>;
	readonly encryptionAtHost: Fact<boolean | undefined>;
	readonly spot: Fact<boolean | undefined>;
	readonly zones: Fact<readonly string[] | undefined>;
	/**
	`autoUpgradeProfile.nodeOSUpgradeChannel` of the cluster, repeated here because it decides how this pool is patched.
	*/
	readonly nodeOsUpgradeChannel: Fact<string | undefined>;
	/**
	`currentKubernetesVersion` of the cluster, to tell version skew.
	*/
	readonly clusterKubernetesVersion: Fact<string | undefined>;
};

import type {DemoSubscription} from './estate.js';
import type {ImageFamilyName} from './node-images.js';

export type PoolSpec = {
	readonly name: string;
	readonly mode: 'System' | 'User';
	readonly image: ImageFamilyName;
	/**
	How many weeks its node image is behind the newest of its family in its region.
	*/
	readonly weeksBehind: number;
	readonly count: number;
	readonly vmSize: string;
	/**
	Absent: no autoscaling.
	*/
	readonly scale?: readonly [min: number, max: number];
	readonly zones?: readonly string[];
	readonly publicIp?: boolean;
	readonly hostPorts?: ReadonlyArray<readonly [start: number, end: number]>;
	readonly encryptionAtHost?: boolean;
	readonly ssh?: 'Disabled' | 'LocalUser' | 'EntraId';
	readonly spot?: boolean;
	readonly provisioningState?: string;
	readonly powerState?: string;
	/**
	Where it differs from the cluster's.
	*/
	readonly version?: string;
	/**
	Type VirtualMachines, which has neither `count` nor `vmSize`.
	*/
	readonly virtualMachines?: boolean;
};

/**
Everything that makes one cluster differ from another; `clusterDocument` makes Azure's document of it.
*/
export type ClusterSpec = {
	readonly name: string;
	readonly subscription: DemoSubscription;
	readonly resourceGroup: string;
	readonly region: string;
	readonly team: string;
	/**
	Absent: its team's registry.
	*/
	readonly pullsFrom?: {readonly name: string; readonly team: string};
	readonly environment: string;
	/**
	What runs, `1.35.7`.
	*/
	readonly version: string;
	/**
	What was asked for; absent: the same.
	*/
	readonly wantedVersion?: string;
	readonly tier: 'Free' | 'Standard' | 'Premium';
	readonly isAutomatic?: boolean;
	readonly longTermSupport?: boolean;
	readonly provisioningState?: string;
	readonly powerState?: string;
	/**
	`private`: no public name; `vnet`: API server VNet integration and private; `public`: reachable, limited by `ranges` if there are any.
	*/
	readonly access: 'private' | 'vnet' | 'public';
	readonly ranges?: readonly string[];
	/**
	Private, and no network of it is joined to the one that the dashboard runs in.
	*/
	readonly isOutOfReach?: boolean;
	/**
	What the signed-in identity may not list in it: names of Kubernetes resources.
	*/
	readonly forbidden?: readonly string[];
	readonly runCommandDisabled?: boolean;
	readonly entra: boolean;
	readonly azureRbac: boolean;
	readonly localAccountsDisabled: boolean;
	readonly kubernetesRbac: boolean;
	readonly servicePrincipal?: boolean;
	readonly upgradeChannel?: string;
	/**
	Absent: an old cluster that does not send it.
	*/
	readonly nodeOsChannel?: string;
	readonly network: 'cilium' | 'calico' | 'none' | 'kubenet';
	readonly outbound: 'loadBalancer' | 'userDefinedRouting' | 'managedNATGateway';
	readonly azurePolicy: boolean;
	readonly defender: boolean;
	readonly containerInsights: boolean;
	readonly workloadIdentity: boolean;
	readonly keyManagement?: boolean;
	readonly diskEncryption?: boolean;
	readonly httpApplicationRouting?: boolean;
	readonly webAppRouting?: boolean;
	/**
	Application routing by the Gateway API, without NGINX.
	*/
	readonly gatewayApi?: boolean;
	/**
	Objects in etcd have a key of the platform.
	*/
	readonly infrastructureEncryption?: boolean;
	/**
	Its pools have its tags too: they do not inherit them.
	*/
	readonly tagsOnPools?: boolean;
	readonly tags?: Readonly<Record<string, string>>;
	/**
	Absent: Automatic with hosted system pools, whose document has no `agentPoolProfiles`.
	*/
	readonly pools?: readonly PoolSpec[];
};

/**
A cluster as a kind of estate builds it, without its name and place.
*/
export type Profile = Pick<
	ClusterSpec,
	| 'tier' | 'access' | 'ranges' | 'runCommandDisabled' | 'entra' | 'azureRbac' | 'localAccountsDisabled' | 'kubernetesRbac'
	| 'servicePrincipal' | 'upgradeChannel' | 'nodeOsChannel' | 'network' | 'outbound' | 'azurePolicy' | 'defender'
	| 'containerInsights' | 'workloadIdentity' | 'keyManagement' | 'diskEncryption' | 'httpApplicationRouting' | 'webAppRouting'
	| 'gatewayApi' | 'infrastructureEncryption' | 'tagsOnPools' | 'isAutomatic'
>;

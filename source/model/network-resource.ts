import type {Fact} from './known.js';
import type {Resource} from './resource.js';

/**
An address that a pool of a load balancer sends to. `networkKey`: the virtual network that it lies in, in small letters, where that is told.
*/
export type BackendAddress = {readonly address: string; readonly networkKey: string | undefined};

/**
A rule of a load balancer: which frontend's port leads where. `publicIpKey` in small letters, for a frontend that has one.
*/
export type LoadBalancerRule = {
	readonly name: string;
	readonly protocol: string | undefined;
	readonly frontendPort: number | undefined;
	readonly backendPort: number | undefined;
	/**
	With floating IP what arrives keeps the address and port of the frontend; without, it arrives at the node's own address and `backendPort`.
	*/
	readonly isFloating: boolean;
	readonly publicIpKey: string | undefined;
	readonly privateAddress: string | undefined;
	/**
	Resource groups, other than the load balancer's own, in which network interfaces stand that the rule leads to: `subscription/group` in small letters.
	*/
	readonly groups: readonly string[];
	/**
	Addresses that it leads to, where its pool is one of addresses.
	*/
	readonly addresses: readonly BackendAddress[];
};

/**
A rule of a network security group about what comes in, whether it lets it in or not. Source: Microsoft.Network networkSecurityGroups, securityRules of direction Inbound.
*/
export type InboundRule = {
	readonly name: string;
	readonly priority: number | undefined;
	readonly isAllow: boolean;
	readonly protocol: string | undefined;
	readonly sources: readonly string[];
	readonly destinations: readonly string[];
	readonly ports: readonly string[];
};

/**
What stands in a cluster's node resource group, or leads to its nodes from elsewhere, of Microsoft.Network.
Source: publicIPAddresses, loadBalancers, networkSecurityGroups, routeTables, virtualNetworks, api-version 2025-05-01.
*/
export type NetworkResource = Resource & {
	readonly kind: 'networkResource';
	/**
	Whether `tags` is there at all.
	*/
	readonly isTagged: Fact<boolean>;
} & (
	| {
		readonly type: 'publicIp';
		/**
		Absent for a dynamic one that is not in use.
		*/
		readonly address: Fact<string | undefined>;
		readonly fqdn: Fact<string | undefined>;
		/**
		Services that it serves, as `namespace/name`: tag `k8s-azure-service`, or the older `service`.
		*/
		readonly services: readonly string[];
		/**
		Whether anything uses it: `ipConfiguration` or `natGateway` is there.
		*/
		readonly isInUse: Fact<boolean>;
		readonly ddosProtection: Fact<string | undefined>;
	}
	| {
		readonly type: 'loadBalancer';
		readonly sku: Fact<string | undefined>;
		readonly rules: Fact<readonly LoadBalancerRule[]>;
		/**
		Inbound NAT rules, those of pools and scale sets too: each leads to a port of one node.
		*/
		readonly natRules: Fact<readonly LoadBalancerRule[]>;
	}
	| {readonly type: 'networkSecurityGroup'; readonly rules: Fact<readonly InboundRule[]>}
	| {readonly type: 'routeTable'}
	| {readonly type: 'virtualNetwork'}
);

import type {ClusterService} from '../../model/cluster-service.js';
import type {Cluster} from '../../model/cluster.js';
import {type ExposureReason, type NameState} from '../../model/exposure.js';
import type {Inside} from '../../model/inside.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
	type Unknown,
} from '../../model/known.js';
import type {InboundRule, NetworkResource} from '../../model/network-resource.js';
import type {NamespacePolicy} from '../../model/route.js';
import {nodeGroupKeyOf} from '../../model/node-group.js';
import {byPriority} from './inbound.js';
import {
	ledPortsOf,
	outerLedPortsOf,
	type LedPorts,
	type NodeAddresses,
} from './led-ports.js';
import {networkKeysOf} from './node-networks.js';
import {outerNodesOf, type OuterNodes} from './outer-nodes.js';

export type PublicIp = Extract<NetworkResource, {type: 'publicIp'}>;

export type ExposureInput = {
	readonly cluster: Cluster;
	/**
	Absent: nobody has looked inside.
	*/
	readonly inside: Inside | undefined;
	/**
	Those found inside, or inferred ones.
	*/
	readonly services: readonly ClusterService[];
	/**
	What stands in the node resource group; empty where that was not read, for a cluster always has something there.
	*/
	readonly network: readonly NetworkResource[];
	/**
	Load balancers that stand elsewhere and may lead to its nodes.
	*/
	readonly outer?: readonly NetworkResource[];
	/**
	What became of a name outside; absent: not looked up.
	*/
	readonly nameState?: (name: string) => NameState | undefined;
};

/**
What surrounds the Services of one cluster, found once for all of them.
*/
export type Surroundings = {
	readonly cluster: Cluster;
	readonly services: readonly ClusterService[];
	/**
	Why nobody knows what is inside; absent: it was read.
	*/
	readonly unread: Unknown | undefined;
	/**
	How a namespace is shut off, as a reason; nothing where that was not read, for policies only narrow.
	*/
	readonly policyReason: (namespace: string) => readonly ExposureReason[];
	readonly outerNodes: OuterNodes;
	/**
	By address, and by key.
	*/
	readonly publicIps: ReadonlyMap<string, PublicIp>;
	readonly publicIpsByKey: ReadonlyMap<string, PublicIp>;
	/**
	Ports of the nodes that load balancers lead to from outside.
	*/
	readonly ledPorts: LedPorts;
	/**
	Names of subnets of one's own in which nodes stand: a network security group on one stands in another resource group.
	*/
	readonly ownSubnets: readonly string[];
	readonly isNetworkRead: boolean;
	/**
	Whether a load balancer listens at public addresses that stand elsewhere.
	*/
	readonly hasOtherPublicIps: boolean;
	/**
	The rules of every network security group, by priority.
	*/
	readonly groups: Fact<ReadonlyArray<readonly InboundRule[]>>;
	readonly nameState: (name: string) => NameState | undefined;
};

const noGroup = unknown('not-asked', 'no network security group of the node resource group was read');

const groupsOf = (network: readonly NetworkResource[]): Surroundings['groups'] => {
	const groups = network.filter(resource => resource.type === 'networkSecurityGroup').map(({rules}) => rules);
	return groups.length === 0 ? noGroup : groups.find(rules => isUnknown(rules)) ?? (groups as ReadonlyArray<readonly InboundRule[]>).map(rules => byPriority(rules));
};

const publicIpsOf = (network: readonly NetworkResource[]): ReadonlyMap<string, PublicIp> =>
	new Map(network.flatMap((resource): ReadonlyArray<readonly [string, PublicIp]> => {
		if (resource.type !== 'publicIp') {
			return [];
		}

		const address = valueOf(resource.address);
		return address === undefined ? [] : [[address, resource]];
	}));

const hasOthers = (network: readonly NetworkResource[]): boolean => {
	const own = new Set(network.map(({key}) => key));
	return network.some(resource => resource.type === 'loadBalancer' && (valueOf(resource.rules) ?? []).some(({publicIpKey}) => publicIpKey !== undefined && !own.has(publicIpKey)));
};

const toReason = (namespace: string, policy: NamespacePolicy | undefined): readonly ExposureReason[] => {
	const words = {'default-deny': 'default deny', some: `${policy?.count ?? 0}, without a default deny`, none: 'none for what comes in'};
	return [{path: `networkpolicies of ${namespace}`, value: words[policy?.ingress ?? 'none']}];
};

const policyReasons = (policies: Inside['namespacePolicies'] | undefined): Surroundings['policyReason'] => {
	if (policies === undefined || isUnknown(policies)) {
		return () => [];
	}

	const byNamespace = new Map(policies.map(policy => [policy.namespace, policy]));
	const reasons = new Map<string, readonly ExposureReason[]>();
	return namespace => {
		const reason = reasons.get(namespace) ?? toReason(namespace, byNamespace.get(namespace));
		reasons.set(namespace, reason);
		return reason;
	};
};

const ownSubnetsOf = ({nodePools}: Cluster): readonly string[] =>
	[...new Set((valueOf(nodePools) ?? []).map(({subnetId}) => valueOf(subnetId)).filter(id => id !== undefined).map(id => id.slice(id.lastIndexOf('/') + 1)))];

const nodeAddressesOf = (cluster: Cluster, inside: Inside | undefined, network: readonly NetworkResource[]): NodeAddresses => ({
	groupKey: nodeGroupKeyOf(cluster),
	addresses: new Set(((inside && valueOf(inside.nodes)) ?? []).flatMap(({internalAddresses}) => valueOf(internalAddresses) ?? [])),
	networkKeys: networkKeysOf(cluster, network),
});

const allLedPorts = ({cluster, inside, network, outer = []}: ExposureInput): LedPorts => {
	const own = ledPortsOf(network);
	if (outer.length === 0) {
		return own;
	}

	const led = outerLedPortsOf(outer, nodeAddressesOf(cluster, inside, network));
	return {ports: [...own.ports, ...led.ports], gaps: [...own.gaps, ...led.gaps]};
};

const notLookedInto = unknown('not-asked', 'nobody has looked inside this cluster');

/**
Finds what surrounds the Services of a cluster.
*/
export const surroundingsOf = (input: ExposureInput): Surroundings => {
	const {cluster, inside, services, network, nameState} = input;
	const found: Fact<unknown> = inside ? inside.services : notLookedInto;
	return {
		cluster,
		services,
		unread: isUnknown(found) ? found : undefined,
		policyReason: policyReasons(inside?.namespacePolicies),
		outerNodes: outerNodesOf(cluster, inside),
		publicIps: publicIpsOf(network),
		publicIpsByKey: new Map(network.filter(resource => resource.type === 'publicIp').map(publicIp => [publicIp.key, publicIp])),
		ledPorts: allLedPorts(input),
		ownSubnets: ownSubnetsOf(cluster),
		isNetworkRead: network.length > 0,
		hasOtherPublicIps: hasOthers(network),
		groups: groupsOf(network),
		nameState: nameState ?? (() => undefined),
	};
};

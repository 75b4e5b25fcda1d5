import type {ClusterService, ServicePort} from '../../model/cluster-service.js';
import type {Hop} from '../../model/exposure.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {LoadBalancerRule, NetworkResource} from '../../model/network-resource.js';
import {letIn} from './inbound.js';
import type {Surroundings} from './surroundings.js';
import {
	gapOf,
	nothingFound,
	origin,
	type Findings,
	type Way,
} from './way.js';

/**
A port of the nodes to which a load balancer leads: by a rule without floating IP, or by inbound NAT. From a public address, or, for one
that stands outside the node resource group, from an address of the network.
*/
export type LedPort = {
	readonly balancer: string;
	readonly balancerKey: string;
	readonly kind: 'inboundNatRules' | 'loadBalancingRules';
	readonly rule: LoadBalancerRule;
};

export type LedPorts = {readonly ports: readonly LedPort[]; readonly gaps: readonly string[]};

const rulesOf = (network: readonly NetworkResource[], isWanted: (rule: LoadBalancerRule) => boolean): LedPorts => {
	const ports: LedPort[] = [];
	const gaps: string[] = [];
	for (const resource of network) {
		if (resource.type !== 'loadBalancer') {
			continue;
		}

		const {name, key, rules, natRules} = resource;
		for (const [kind, fact] of [['loadBalancingRules', rules], ['inboundNatRules', natRules]] as const) {
			gaps.push(...gapOf(`where the load balancer ${name} leads was not read`, fact));
			for (const rule of isUnknown(fact) ? [] : fact) {
				if (!rule.isFloating && isWanted(rule)) {
					ports.push({
						balancer: name, balancerKey: key, kind, rule,
					});
				}
			}
		}
	}

	return {ports, gaps};
};

/**
The node ports that load balancers of a cluster's network lead to from outside.
*/
export const ledPortsOf = (network: readonly NetworkResource[]): LedPorts => rulesOf(network, ({publicIpKey}) => publicIpKey !== undefined);

/**
What tells a cluster's nodes from others, for whoever leads to them by address.
*/
export type NodeAddresses = {
	readonly groupKey: string | undefined;
	readonly addresses: ReadonlySet<string>;
	/**
	Virtual networks that the nodes stand in; empty where that is not known.
	*/
	readonly networkKeys: ReadonlySet<string>;
};

/**
The node ports that load balancers lead to which stand outside the node resource group: by network interface, or by a node's address in
its network.
Source: Azure Load Balancer, backend pool management.
*/
export const outerLedPortsOf = (outer: readonly NetworkResource[], {groupKey, addresses, networkKeys}: NodeAddresses): LedPorts => rulesOf(outer, rule =>
	(groupKey !== undefined && rule.groups.includes(groupKey))
	|| rule.addresses.some(({address, networkKey}) => addresses.has(address) && (networkKey === undefined || networkKeys.size === 0 || networkKeys.has(networkKey))));

type Open = Pick<ServicePort, 'protocol'> & {readonly nodePort: number};

const leadsTo = ({rule: {protocol = 'all', backendPort}}: LedPort, open: Open): boolean =>
	backendPort === open.nodePort && (protocol.toLowerCase() === 'all' || protocol.toLowerCase() === open.protocol.toLowerCase());

const lastOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

const wayOf = ({balancer, balancerKey, kind, rule}: LedPort, {protocol, nodePort}: Open, surroundings: Surroundings): Way | undefined => {
	const {groups, publicIpsByKey} = surroundings;
	const {publicIpKey, privateAddress} = rule;
	const shared = {ports: [`${protocol}/${rule.frontendPort ?? nodePort}`]};
	const because = [{path: 'spec.ports[].nodePort', value: String(nodePort)}, {path: `properties.${kind}`, value: rule.name, resource: balancerKey}];
	const last: Hop = {what: 'node port', name: `${protocol}/${nodePort}`};
	if (publicIpKey === undefined) {
		return {
			...shared, who: 'network', ranges: [], hops: [origin('network', []), {what: 'internal load balancer', name: privateAddress === undefined ? balancer : `${balancer} ${privateAddress}`}, last], because,
		};
	}

	const address = valueOf(publicIpsByKey.get(publicIpKey)?.address) ?? lastOf(publicIpKey);
	const hops: readonly Hop[] = [{what: 'public IP', name: address}, {what: 'load balancer', name: balancer}, last];
	if (isUnknown(groups)) {
		return {
			...shared, who: 'unknown', ranges: [], hops: [origin('unknown', []), ...hops], because,
		};
	}

	// What arrives has the node's own address and port by then; which node it is, the rule does not say.
	const all = groups.map(rules => letIn(rules, {
		protocol, port: nodePort, addresses: [], isInNetwork: true,
	})).filter(found => found !== undefined);
	const widest = all.find(({who}) => who === 'internet') ?? all[0];
	return widest && {
		...shared,
		who: widest.who,
		ranges: widest.ranges,
		hops: [origin(widest.who, widest.ranges), ...hops],
		because: [...because, {path: 'properties.securityRules', value: widest.rules.join(', ')}],
	};
};

/**
The ways that a load balancer opens to node ports of a Service which it was not made for: a rule that somebody has added, or inbound NAT.
Rules at the Service's own addresses are its own.
Source: Azure Load Balancer, load-balancing rules, floating IP and inbound NAT rules.
*/
export const ledPortFindings = (service: ClusterService, open: readonly Open[], surroundings: Surroundings): Findings => {
	const {ledPorts, isNetworkRead, publicIpsByKey, groups} = surroundings;
	const own = new Set(valueOf(service.addresses));
	const led = open.flatMap(port => ledPorts.ports
		.filter(ledPort => leadsTo(ledPort, port) && !own.has(valueOf(publicIpsByKey.get(ledPort.rule.publicIpKey ?? '')?.address) ?? ''))
		.map(ledPort => wayOf(ledPort, port, surroundings)))
		.filter(way => way !== undefined);
	const gaps = [
		...(isNetworkRead ? ledPorts.gaps : ['which load balancers lead to its node ports was not read']),
		...(led.some(({who}) => who === 'unknown') ? gapOf('what is let in to its node ports was not read', groups) : []),
	];
	return led.length + gaps.length === 0 ? nothingFound : {...nothingFound, ways: led, gaps};
};

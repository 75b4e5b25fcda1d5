import {isUnknown, valueOf, type Fact} from '../../../model/known.js';
import type {LoadBalancerRule} from '../../../model/network-resource.js';
import type {Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {lowerText} from '../lower-text.js';

type Frontend = {readonly key: string | undefined; readonly publicIpKey: string | undefined; readonly privateAddress: string | undefined};

const noFrontend: Frontend = {key: undefined, publicIpKey: undefined, privateAddress: undefined};

const firstUnknown = (...facts: ReadonlyArray<Fact<unknown>>) => facts.find(fact => isUnknown(fact));

const readFrontend = (element: Branch): Fact<Frontend> => {
	const properties = element.child('properties');
	const key = lowerText(element, 'id');
	const publicIpKey = lowerText(properties.child('publicIPAddress'), 'id');
	const privateAddress = properties.text('privateIPAddress', 64);
	return firstUnknown(key, publicIpKey, privateAddress) ?? {key: valueOf(key), publicIpKey: valueOf(publicIpKey), privateAddress: valueOf(privateAddress)};
};

/**
Reads the rules of one list with the frontend that each listens at.
*/
const readRules = (properties: Branch, list: string): Fact<readonly LoadBalancerRule[]> => {
	const frontends = readElements(properties, 'frontendIPConfigurations', readFrontend);
	if (isUnknown(frontends)) {
		return frontends;
	}

	const byKey = new Map(frontends.map(frontend => [frontend.key, frontend]));
	return readElements(properties, list, element => {
		const rule = element.child('properties');
		const name = element.text('name');
		const protocol = rule.word('protocol');
		const frontendPort = rule.number('frontendPort');
		const rangeStart = rule.number('frontendPortRangeStart');
		const backendPort = rule.number('backendPort');
		const isFloating = rule.flag('enableFloatingIP');
		const frontendKey = lowerText(rule.child('frontendIPConfiguration'), 'id');
		const {publicIpKey, privateAddress} = byKey.get(valueOf(frontendKey)) ?? noFrontend;
		return firstUnknown(name, protocol, frontendPort, rangeStart, backendPort, isFloating, frontendKey) ?? {
			name: valueOf(name) ?? '',
			protocol: valueOf(protocol),
			frontendPort: valueOf(frontendPort) ?? valueOf(rangeStart),
			backendPort: valueOf(backendPort),
			isFloating: isFloating === true,
			publicIpKey,
			privateAddress,
		};
	});
};

/**
The rules of a load balancer with the address that each listens at; inbound NAT rules are none.
Source: Microsoft.Network loadBalancers 2025-05-01.
*/
export const readLoadBalancerRules = (properties: Branch): Fact<readonly LoadBalancerRule[]> => readRules(properties, 'loadBalancingRules');

/**
The inbound NAT rules, and the pools of them that scale sets use; of a rule for a whole pool `frontendPort` is the first of its range.
Source: Microsoft.Network loadBalancers 2025-05-01, `inboundNatRules` and `inboundNatPools`.
*/
export const readNatRules = (properties: Branch): Fact<readonly LoadBalancerRule[]> => {
	const rules = readRules(properties, 'inboundNatRules');
	const pools = readRules(properties, 'inboundNatPools');
	if (isUnknown(rules) || isUnknown(pools)) {
		return isUnknown(rules) ? rules : pools;
	}

	return pools.length === 0 ? rules : [...rules, ...pools];
};

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
The rules of a load balancer with the address that each listens at; inbound NAT rules are none.
Source: Microsoft.Network loadBalancers 2025-05-01.
*/
export const readLoadBalancerRules = (properties: Branch): Fact<readonly LoadBalancerRule[]> => {
	const frontends = readElements(properties, 'frontendIPConfigurations', readFrontend);
	if (isUnknown(frontends)) {
		return frontends;
	}

	const byKey = new Map(frontends.map(frontend => [frontend.key, frontend]));
	return readElements(properties, 'loadBalancingRules', element => {
		const rule = element.child('properties');
		const name = element.text('name');
		const protocol = rule.word('protocol');
		const frontendPort = rule.number('frontendPort');
		const backendPort = rule.number('backendPort');
		const frontendKey = lowerText(rule.child('frontendIPConfiguration'), 'id');
		const {publicIpKey, privateAddress} = byKey.get(valueOf(frontendKey)) ?? noFrontend;
		return firstUnknown(name, protocol, frontendPort, backendPort, frontendKey) ?? {
			name: valueOf(name) ?? '', protocol: valueOf(protocol), frontendPort: valueOf(frontendPort), backendPort: valueOf(backendPort), publicIpKey, privateAddress,
		};
	});
};

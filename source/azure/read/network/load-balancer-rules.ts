import {isUnknown, valueOf, type Fact} from '../../../model/known.js';
import type {BackendAddress, LoadBalancerRule} from '../../../model/network-resource.js';
import {resourceParts} from '../../resource-id.js';
import type {Branch} from '../branch.js';
import {readElements} from '../elements.js';
import {intern} from '../intern.js';
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
What a backend pool sends to.
*/
type Pool = {readonly key: string | undefined; readonly groups: readonly string[]; readonly addresses: readonly BackendAddress[]};

/**
`subscription/group` of what an id names, in small letters.
*/
const groupOf = (id: string): string => {
	const {subscriptionId, resourceGroup} = resourceParts(id);
	return intern(`${subscriptionId}/${resourceGroup}`.toLowerCase());
};

const readId = (element: Branch): Fact<string> => {
	const id = lowerText(element, 'id');
	return isUnknown(id) ? id : id ?? '';
};

const withoutSubnet = (id: string | undefined): string | undefined => id?.replace(/\/subnets\/[^\/]*$/v, '');

type Member = {readonly interfaceKey: string | undefined; readonly address: BackendAddress | undefined};

const readMember = (element: Branch): Fact<Member> => {
	const properties = element.child('properties');
	const interfaceKey = lowerText(properties.child('networkInterfaceIPConfiguration'), 'id');
	const address = properties.text('ipAddress', 64);
	const networkKey = lowerText(properties.child('virtualNetwork'), 'id');
	const subnetKey = lowerText(properties.child('subnet'), 'id');
	const unread = firstUnknown(interfaceKey, address, networkKey, subnetKey);
	if (unread !== undefined && isUnknown(unread)) {
		return unread;
	}

	const at = valueOf(address);
	return {
		interfaceKey: valueOf(interfaceKey),
		address: at === undefined || at === '' ? undefined : {address: at, networkKey: valueOf(networkKey) ?? withoutSubnet(valueOf(subnetKey))},
	};
};

const none: readonly never[] = Object.freeze([]);

const readPool = (ownGroup: string) => (element: Branch): Fact<Pool> => {
	const properties = element.child('properties');
	const key = lowerText(element, 'id');
	const interfaces = readElements(properties, 'backendIPConfigurations', readId);
	const members = readElements(properties, 'loadBalancerBackendAddresses', readMember);
	const networkKey = lowerText(properties.child('virtualNetwork'), 'id');
	if (isUnknown(key) || isUnknown(interfaces) || isUnknown(members) || isUnknown(networkKey)) {
		return firstUnknown(key, interfaces, members, networkKey) as Fact<Pool>;
	}

	const ids = [...interfaces, ...members.map(({interfaceKey}) => interfaceKey)].filter(id => id !== undefined && id !== '');
	const groups = [...new Set(ids.map(id => groupOf(id!)))].filter(group => group !== ownGroup);
	// A network interface has an address, too: the pool is one of addresses where it names no interface.
	const addresses = members.flatMap(({interfaceKey, address}) => (interfaceKey === undefined && address ? [{...address, networkKey: address.networkKey ?? networkKey}] : []));
	return {key, groups: groups.length === 0 ? none : groups, addresses: addresses.length === 0 ? none : addresses};
};

/**
What the pools that a rule names send to, and the one interface that an inbound NAT rule may lead to.
*/
const targetsOf = (rule: Branch, pools: ReadonlyMap<string | undefined, Pool>, ownGroup: string): Fact<Pick<LoadBalancerRule, 'groups' | 'addresses'>> => {
	const one = lowerText(rule.child('backendAddressPool'), 'id');
	const several = readElements(rule, 'backendAddressPools', readId);
	const single = lowerText(rule.child('backendIPConfiguration'), 'id');
	if (isUnknown(one) || isUnknown(several) || isUnknown(single)) {
		return firstUnknown(one, several, single) as Fact<Pool>;
	}

	const named = [...new Set([one, ...several])].map(key => pools.get(key)).filter(pool => pool !== undefined);
	const singleGroup = single === undefined ? [] : [groupOf(single)].filter(group => group !== ownGroup);
	const groups = [...new Set([...named.flatMap(pool => pool.groups), ...singleGroup])];
	const addresses = named.flatMap(pool => pool.addresses);
	return {groups: groups.length === 0 ? none : groups, addresses: addresses.length === 0 ? none : addresses};
};

/**
Reads the rules of one list with the frontend that each listens at.
*/
const readRules = (properties: Branch, list: string, ownGroup: string): Fact<readonly LoadBalancerRule[]> => {
	const frontends = readElements(properties, 'frontendIPConfigurations', readFrontend);
	if (isUnknown(frontends)) {
		return frontends;
	}

	const pools = readElements(properties, 'backendAddressPools', readPool(ownGroup));
	if (isUnknown(pools)) {
		return pools;
	}

	const poolsByKey = new Map(pools.map(pool => [pool.key, pool]));

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
		const targets = targetsOf(rule, poolsByKey, ownGroup);
		return firstUnknown(name, protocol, frontendPort, rangeStart, backendPort, isFloating, frontendKey, targets) ?? {
			name: valueOf(name) ?? '',
			protocol: valueOf(protocol),
			frontendPort: valueOf(frontendPort) ?? valueOf(rangeStart),
			backendPort: valueOf(backendPort),
			isFloating: isFloating === true,
			publicIpKey,
			privateAddress,
			groups: valueOf(targets)?.groups ?? none,
			addresses: valueOf(targets)?.addresses ?? none,
		};
	});
};

/**
The rules of a load balancer with the address that each listens at; inbound NAT rules are none.
Source: Microsoft.Network loadBalancers 2025-05-01.

@param ownGroup `subscription/group` that the load balancer stands in, in small letters.
*/
export const readLoadBalancerRules = (properties: Branch, ownGroup: string): Fact<readonly LoadBalancerRule[]> => readRules(properties, 'loadBalancingRules', ownGroup);

/**
The inbound NAT rules, and the pools of them that scale sets use; of a rule for a whole pool `frontendPort` is the first of its range.
Source: Microsoft.Network loadBalancers 2025-05-01, `inboundNatRules` and `inboundNatPools`.
*/
export const readNatRules = (properties: Branch, ownGroup: string): Fact<readonly LoadBalancerRule[]> => {
	const rules = readRules(properties, 'inboundNatRules', ownGroup);
	const pools = readRules(properties, 'inboundNatPools', ownGroup);
	if (isUnknown(rules) || isUnknown(pools)) {
		return isUnknown(rules) ? rules : pools;
	}

	return pools.length === 0 ? rules : [...rules, ...pools];
};

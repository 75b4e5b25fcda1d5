import {isUnknown, type Fact} from '../../model/known.js';
import type {NetworkResource} from '../../model/network-resource.js';
import {groupKeyOf} from '../../model/node-group.js';
import {Branch} from './branch.js';
import {readInboundRules} from './network/inbound-rules.js';
import {readLoadBalancerRules, readNatRules} from './network/load-balancer-rules.js';
import {readResource} from './resource.js';
import {tagOf} from './tag-of.js';

const typePattern = /\/providers\/microsoft\.network\/(?<type>[^\/]+)\/[^\/]+$/v;

/**
A Service's name has 63 characters at most, and many may share an address.
*/
const mostServices = 250;

/**
Source: kubernetes-sigs/cloud-provider-azure, consts `ServiceTagKey` and `LegacyServiceTagKey`; several are parted by commas.
*/
const servicesOf = (tags: Readonly<Record<string, string>>): readonly string[] =>
	(tagOf(tags, 'k8s-azure-service') ?? tagOf(tags, 'service') ?? '').split(',', mostServices).map(name => name.trim()).filter(name => name.includes('/'));

const either = (one: Fact<boolean>, other: Fact<boolean>): Fact<boolean> => {
	if (one === true || other === true) {
		return true;
	}

	return isUnknown(one) ? one : other;
};

/**
Maps a public address, load balancer, network security group, route table or virtual network as Resource Graph sends it.
Never throws; gives nothing without a usable id of one of these types.
Source: Microsoft.Network 2025-05-01.
*/
export const readNetworkResource = (document: unknown): NetworkResource | undefined => {
	const root = Branch.of(document);
	const resource = readResource(root);
	if (!resource) {
		return undefined;
	}

	const properties = root.required('properties');
	const shared = {...resource, kind: 'networkResource', isTagged: root.child('tags').presence()} as const;
	const ownGroup = groupKeyOf(resource);
	switch (typePattern.exec(resource.key)?.groups?.type) {
		case 'publicipaddresses': {
			return {
				...shared,
				type: 'publicIp',
				address: properties.text('ipAddress', 64),
				fqdn: properties.child('dnsSettings').text('fqdn'),
				services: servicesOf(resource.tags),
				isInUse: either(properties.child('ipConfiguration').presence(), properties.child('natGateway').presence()),
				ddosProtection: properties.child('ddosSettings').word('protectionMode'),
			};
		}

		case 'loadbalancers': {
			return {
				...shared, type: 'loadBalancer', sku: root.child('sku').word('name'), rules: readLoadBalancerRules(properties, ownGroup), natRules: readNatRules(properties, ownGroup),
			};
		}

		case 'networksecuritygroups': {
			return {...shared, type: 'networkSecurityGroup', rules: readInboundRules(properties)};
		}

		case 'routetables': {
			return {...shared, type: 'routeTable'};
		}

		case 'virtualnetworks': {
			return {...shared, type: 'virtualNetwork'};
		}

		default: {
			return undefined;
		}
	}
};

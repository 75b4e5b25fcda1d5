import type {ClusterService} from '../../model/cluster-service.js';
import {isUnknown, valueOf} from '../../model/known.js';
import {scopeOf} from './address.js';
import {letIn} from './inbound.js';
import type {Surroundings} from './surroundings.js';
import {
	gapOf,
	nothingFound,
	origin,
	portLabel,
	type Findings,
	type Way,
} from './way.js';

const hopsTo = (address: string): Way['hops'] => [{what: 'public IP', name: address}, {what: 'load balancer', name: 'kubernetes'}];

const waysOf = (service: ClusterService, surroundings: Surroundings, address: string): readonly Way[] => {
	const publicIp = surroundings.publicIps.get(address);
	const shared = [{path: 'properties.ipAddress', value: address, ...(publicIp && {resource: publicIp.key})}];
	const {groups} = surroundings;
	if (isUnknown(groups) || isUnknown(service.ports)) {
		return [{
			who: 'unknown', ranges: [], ports: [], hops: [origin('unknown', []), ...hopsTo(address)], because: shared,
		}];
	}

	return service.ports.map((port): Way => {
		const found = groups.map(rules => letIn(rules, {
			protocol: port.protocol, port: port.port, addresses: [address], isInNetwork: false,
		})).filter(one => one !== undefined);
		const widest = found.find(({who}) => who === 'internet') ?? found[0];
		const {who, ranges} = widest ?? {who: 'network', ranges: []};
		return {
			who, ranges, ports: [portLabel(port)], hops: [origin(who, ranges), ...hopsTo(address)],
			because: [...shared, {path: 'properties.securityRules', value: widest?.rules.join(', ') ?? 'none lets in from outside'}],
		};
	});
};

/**
Who reaches a Service of which only Azure's load balancer and public addresses tell: what the network security group lets in to them.
*/
export const inferredFindings = (service: ClusterService, surroundings: Surroundings): Findings => {
	const addresses = valueOf(service.addresses) ?? [];
	const outside = addresses.filter(address => scopeOf(address) === 'public');
	const inside = addresses.filter(address => scopeOf(address) === 'private');
	const ports = (valueOf(service.ports) ?? []).map(port => portLabel(port));
	return {
		...nothingFound,
		ways: [
			...outside.flatMap(address => waysOf(service, surroundings, address)),
			...inside.map((address): Way => ({
				who: 'network', ranges: [], ports, hops: [origin('network', []), {what: 'internal load balancer', name: address}], because: [{path: 'properties.frontendIPConfigurations', value: address}],
			})),
		],
		troubles: outside.map(address => surroundings.publicIps.get(address)).filter(publicIp => publicIp?.isInUse === false).map(publicIp => `its public IP ${publicIp!.name} is attached to nothing`),
		gaps: [
			...(outside.length === 0 ? [] : gapOf('what is let in to it was not read', surroundings.groups)),
			...gapOf('its ports were not read', service.ports),
		],
	};
};

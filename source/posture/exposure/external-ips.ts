import type {ClusterService} from '../../model/cluster-service.js';
import {isUnknown} from '../../model/known.js';
import {scopeOf} from './address.js';
import type {Surroundings} from './surroundings.js';
import {
	gapOf,
	nothingFound,
	origin,
	portLabels,
	type Findings,
	type Way,
} from './way.js';

/**
Nodes take what is sent to these addresses, wherever it comes from: the network can send it, and the internet where Azure leads the
address to them.
Source: Kubernetes, Service `spec.externalIPs`; CVE-2020-8554.
*/
export const externalIpFindings = (service: ClusterService, surroundings: Surroundings): Findings => {
	const {externalIps} = service;
	if (isUnknown(externalIps)) {
		return {...nothingFound, gaps: gapOf('its external addresses cannot be read', externalIps)};
	}

	if (externalIps.length === 0) {
		return nothingFound;
	}

	const because = [{path: 'spec.externalIPs', value: externalIps.join(', ')}];
	const ports = portLabels(service);
	const ways = externalIps.map((address): Way => {
		const isLed = surroundings.publicIps.get(address)?.isInUse === true;
		return {
			who: isLed ? 'internet' : 'network', ranges: [], ports, hops: [origin(isLed ? 'internet' : 'network', []), {what: 'external IP', name: address}], because,
		};
	});
	const elsewhere = externalIps.filter(address => scopeOf(address) === 'public' && !surroundings.publicIps.has(address));
	return {
		ways,
		because: [],
		troubles: [`it claims ${externalIps.join(', ')}: nodes send it what is meant for others`],
		gaps: elsewhere.map(address => `whether Azure leads ${address} to the nodes was not read`),
	};
};

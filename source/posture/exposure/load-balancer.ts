import {isIP} from 'node:net';
import type {ClusterService} from '../../model/cluster-service.js';
import type {ExposureReason} from '../../model/exposure.js';
import {isUnknown, valueOf} from '../../model/known.js';
import {scopeOf} from './address.js';
import {loadBalancerSources} from './load-balancer-sources.js';
import type {Surroundings} from './surroundings.js';
import {
	gapOf,
	mergeFindings,
	nothingFound,
	origin,
	portLabels,
	type Findings,
} from './way.js';

const internalPath = 'metadata.annotations["service.beta.kubernetes.io/azure-load-balancer-internal"]';

/**
Whether a public IP is there for an address, and is used.
*/
const publicIpTroubles = (service: ClusterService, {publicIps, isNetworkRead, hasOtherPublicIps}: Surroundings, address: string): readonly string[] => {
	const publicIp = publicIps.get(address);
	if (publicIp) {
		return publicIp.isInUse === false ? [`its public IP ${publicIp.name} (${address}) is attached to nothing`] : [];
	}

	// One of one's own may stand in another resource group.
	const isElsewhere = hasOtherPublicIps || valueOf(service.publicIpName) !== undefined;
	return isNetworkRead && !isElsewhere && !service.isDeleting ? [`its public IP is gone: none in the node resource group has the address ${address}`] : [];
};

const atPublicAddress = (service: ClusterService, surroundings: Surroundings, address: string): Findings => {
	const {who, ranges, because, troubles, gaps} = loadBalancerSources(service, surroundings, address);
	const publicIp = surroundings.publicIps.get(address);
	const isMeantInternal = service.internalAnnotation === 'true' && service.loadBalancerClass === undefined;
	const found: readonly ExposureReason[] = publicIp ? [{path: 'properties.ipAddress', value: address, resource: publicIp.key}] : [];
	return {
		ways: [{
			who,
			ranges,
			ports: portLabels(service),
			hops: [origin(who, ranges), {what: 'public IP', name: address}, {what: 'load balancer', name: valueOf(service.loadBalancerClass) ?? 'kubernetes'}],
			because: [{path: 'status.loadBalancer.ingress', value: address}, ...because, ...found],
		}],
		because: [],
		troubles: [
			...troubles,
			...publicIpTroubles(service, surroundings, address),
			...(isMeantInternal ? [`it is annotated as internal, and its address ${address} is public all the same`] : []),
		],
		gaps,
	};
};

const atPrivateAddress = (service: ClusterService, address: string): Findings => ({
	...nothingFound,
	ways: [{
		who: 'network',
		ranges: [],
		ports: portLabels(service),
		hops: [origin('network', []), {what: 'internal load balancer', name: address}],
		because: [{path: 'status.loadBalancer.ingress', value: address}],
	}],
	gaps: service.hasPrivateLink === true ? ['which networks its private link service lets in was not read'] : [],
});

const atAddress = (service: ClusterService, surroundings: Surroundings, address: string): Findings => {
	switch (scopeOf(address)) {
		case 'public': {
			return atPublicAddress(service, surroundings, address);
		}

		case 'private': {
			return atPrivateAddress(service, address);
		}

		case 'name': {
			return {...nothingFound, gaps: [`where ${address} leads was not looked up`]};
		}
	}
};

/**
Addresses besides its own at which the load balancer answers: mostly those of a balancer that spans regions. Nothing in the cluster's own status tells of them.
*/
const additionalFindings = (service: ClusterService, surroundings: Surroundings, own: readonly string[]): Findings => {
	const {additionalPublicIps, loadBalancerClass} = service;
	if (isUnknown(additionalPublicIps)) {
		return {...nothingFound, gaps: gapOf('at which further addresses it answers cannot be read', additionalPublicIps)};
	}

	// Another controller does not know Azure's annotations.
	const others = loadBalancerClass === undefined ? additionalPublicIps.filter(address => !own.includes(address)) : [];
	const because: readonly ExposureReason[] = [{path: 'metadata.annotations["service.beta.kubernetes.io/azure-additional-public-ips"]', value: others.join(', ')}];
	return mergeFindings(...others.map((address): Findings => {
		const {who, ranges, because: letIn, gaps} = loadBalancerSources(service, surroundings, address);
		return {
			...nothingFound,
			ways: [{
				who, ranges, ports: portLabels(service), hops: [origin(who, ranges), {what: 'additional public IP', name: address}, {what: 'load balancer', name: 'kubernetes'}], because: [...because, ...letIn],
			}],
			troubles: isIP(address) === 0 ? [`${address}, which azure-additional-public-ips names, is no address`] : [],
			gaps,
		};
	}));
};

const annotationFindings = (service: ClusterService): Findings => {
	const {internalAnnotation} = service;
	const isOdd = typeof internalAnnotation === 'string' && internalAnnotation !== 'true' && internalAnnotation !== 'false';
	return {
		ways: [],
		because: [{path: internalPath, value: isUnknown(internalAnnotation) ? 'not read' : internalAnnotation ?? 'absent'}],
		troubles: isOdd ? [`the annotation azure-load-balancer-internal reads ${JSON.stringify(internalAnnotation)}: only "true" makes it internal`] : [],
		gaps: gapOf('whether it is internal cannot be read', internalAnnotation),
	};
};

const pendingFindings = (service: ClusterService): Findings => {
	const by = valueOf(service.loadBalancerClass);
	const waits = by === undefined ? 'it has no address yet' : `it waits for ${by} to give it an address`;
	return {
		...nothingFound, because: [{path: 'status.loadBalancer.ingress', value: 'absent'}], troubles: [waits], gaps: [`${waits}: who will reach it is not decided`],
	};
};

/**
The ways through a load balancer: one for each of its addresses. What counts is the address that it has; the annotation is what
somebody wants. A public IP that is gone does not make a Service safe, for Azure's inventory is up to an hour old.
Sources: Kubernetes, Service type LoadBalancer; kubernetes-sigs/cloud-provider-azure pkg/provider/azure_loadbalancer.go.
*/
export const loadBalancerFindings = (service: ClusterService, surroundings: Surroundings): Findings => {
	const {addresses} = service;
	const annotations = annotationFindings(service);
	if (isUnknown(addresses)) {
		return mergeFindings(annotations, {...nothingFound, gaps: gapOf('its addresses cannot be read', addresses)});
	}

	const additional = additionalFindings(service, surroundings, addresses);
	return addresses.length === 0
		? mergeFindings(annotations, pendingFindings(service), additional)
		: mergeFindings(annotations, ...addresses.map(address => atAddress(service, surroundings, address)), additional);
};

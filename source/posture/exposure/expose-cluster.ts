import type {ClusterService} from '../../model/cluster-service.js';
import {
	reachabilities,
	type Exposure,
	type ExposureReason,
	type Hop,
	type Reachability,
} from '../../model/exposure.js';
import {isUnknown, valueOf} from '../../model/known.js';
import {aliasFindings} from './alias.js';
import {answerOf} from './answer.js';
import {externalIpFindings} from './external-ips.js';
import {inferredFindings} from './inferred.js';
import {loadBalancerFindings} from './load-balancer.js';
import {nodePortFindings} from './node-ports.js';
import {createRouteIndex} from './route-index.js';
import {routeFindings, type RouteFindings, type WaysAt} from './routes.js';
import {surroundingsOf, type ExposureInput, type Surroundings} from './surroundings.js';
import {
	gapOf,
	mergeFindings,
	nothingFound,
	origin,
	type Findings,
	type Way,
} from './way.js';

const ranks: ReadonlyMap<Reachability, number> = new Map(reachabilities.map((who, rank) => [who, rank]));

const rankOf = ({who}: Pick<Way, 'who'>): number => ranks.get(who)!;

const mostPaths = 12;

/**
What makes a Service reachable by itself, without anything that leads to it by host name.
*/
const ownFindings = (service: ClusterService, surroundings: Surroundings, exists: (name: string) => boolean): Findings => {
	const {type} = service;
	if (service.isInferred) {
		return inferredFindings(service, surroundings);
	}

	if (type === undefined || isUnknown(type)) {
		return {...nothingFound, gaps: isUnknown(type) ? gapOf('its type cannot be read', type) : ['it tells no type']};
	}

	const portGaps = gapOf('its ports cannot be read', service.ports);
	const shared = portGaps.length === 0 ? externalIpFindings(service, surroundings) : mergeFindings(externalIpFindings(service, surroundings), {...nothingFound, gaps: portGaps});
	switch (type) {
		case 'ClusterIP': {
			return shared;
		}

		case 'NodePort': {
			return mergeFindings(nodePortFindings(service, surroundings), shared);
		}

		case 'LoadBalancer': {
			return mergeFindings(loadBalancerFindings(service, surroundings), nodePortFindings(service, surroundings), shared);
		}

		case 'ExternalName': {
			return mergeFindings(aliasFindings(service, surroundings, exists), shared);
		}

		default: {
			return {...nothingFound, gaps: [`its type ${type} is not known`]};
		}
	}
};

/**
An annotation that makes load balancers internal does nothing on a Service that has none, and nothing when it is misspelt.
*/
const annotationTroubles = (service: ClusterService): readonly string[] => {
	const type = valueOf(service.type);
	const isForNothing = type !== undefined && type !== 'LoadBalancer' && service.internalAnnotation === 'true';
	if (!isForNothing && service.misspelt.length === 0) {
		return service.misspelt;
	}

	return [
		...service.misspelt.map(name => `the annotation ${name} is none that Azure knows: it makes nothing internal`),
		...(isForNothing ? [`the annotation azure-load-balancer-internal does nothing on type ${type}`] : []),
	];
};

const podsHop = ({selector, isInferred}: ClusterService): Hop => {
	if (isInferred || isUnknown(selector)) {
		return {what: 'pods', name: '', isUnknown: true};
	}

	return selector.length === 0 ? {what: 'endpoints set by hand', name: ''} : {what: 'pods', name: selector.join(',')};
};

const unique = (texts: readonly string[]): readonly string[] => (texts.length < 2 ? texts : [...new Set(texts)]);

/**
A handful each: comparing them costs less than naming them.
*/
const uniqueReasons = (reasons: readonly ExposureReason[]): readonly ExposureReason[] =>
	reasons.filter((one, index) => reasons.findIndex(({path, value, resource}) => path === one.path && value === one.value && resource === one.resource) === index);

const clusterWay: Way = {
	who: 'cluster', ranges: [], ports: [], hops: [origin('cluster', [])], because: [],
};

/**
A security group on a subnet of one's own was not read: it can only let in fewer than what is told.
*/
const subnetReason = (who: Reachability, {ownSubnets}: Surroundings): readonly ExposureReason[] => (ownSubnets.length > 0 && (who === 'internet' || who === 'ranges')
	? [{path: 'agentPoolProfiles[].vnetSubnetID', value: `${ownSubnets.join(', ')}: a network security group there is not read, and may let in fewer`}]
	: []);

const toExposure = (service: ClusterService, own: Findings, routes: RouteFindings, surroundings: Surroundings): Exposure => {
	const {unread} = surroundings;
	const found = [...own.ways, ...routes.ways];
	// Whoever is in the cluster reaches it, whatever else does; what nobody looked into may not even be one.
	const ways = service.isInferred || found.some(({who}) => who === 'alias' || who === 'cluster') ? found : [...found, clusterWay];
	const sorted = ways.length < 2 ? ways : ways.toSorted((one, other) => rankOf(one) - rankOf(other));
	const gaps = unique([...own.gaps, ...routes.gaps, ...(unread && service.isInferred ? [`what the cluster itself tells was not read: ${unread.reason}`] : [])]);
	const widest = sorted[0]?.who ?? 'unknown';
	const who = widest === 'cluster' && gaps.length > 0 ? 'unknown' : widest;
	const open = sorted.filter(way => way.who === widest);
	const ranges = who === 'ranges' ? unique(open.flatMap(way => way.ranges)) : [];
	const ports = widest === 'cluster' ? (valueOf(service.ports) ?? []).map(({protocol, port}) => `${protocol}/${port}`) : unique(open.flatMap(way => way.ports));
	const last: readonly Hop[] = [{what: 'Service', name: `${service.namespace}/${service.name}`}, podsHop(service)];
	return {
		serviceKey: service.key,
		who,
		answer: answerOf({
			who, ranges, alias: valueOf(service.externalName), gaps,
		}),
		ranges,
		ports,
		hosts: routes.hosts,
		paths: sorted.slice(0, mostPaths).map(({hops, who: from}) => (from === 'alias' ? [...hops, last[0]!, {what: 'name', name: valueOf(service.externalName) ?? ''}] : [...hops, ...last])),
		because: uniqueReasons([
			{path: 'spec.type', value: isUnknown(service.type) ? 'not read' : service.type ?? 'absent'},
			...open.flatMap(way => way.because),
			...own.because,
			...subnetReason(who, surroundings),
			...surroundings.policyReason(service.namespace),
		]),
		troubles: unique([...own.troubles, ...routes.troubles, ...annotationTroubles(service)]),
		gaps,
	};
};

/**
Tells of every Service of a cluster who can reach it, how, why, and what could not be read that might change the answer.
Pure; the time grows with the number of Services and of what leads to them.

@returns By the Service's key.
*/
export const exposeCluster = (input: ExposureInput): ReadonlyMap<string, Exposure> => {
	const surroundings = surroundingsOf(input);
	const {services} = surroundings;
	const index = createRouteIndex(input.inside);
	const names = new Set(services.map(({namespace, name}) => `${namespace}/${name}`));
	const exists = (name: string): boolean => names.has(name);
	const byAddress = new Map<string, ClusterService>();
	for (const service of services) {
		for (const address of valueOf(service.addresses) ?? []) {
			byAddress.set(address, service);
		}
	}

	// One controller may lead to thousands.
	const controllers = new Map<string, ReturnType<WaysAt>>();
	const waysAt: WaysAt = address => {
		const service = byAddress.get(address);
		const found = controllers.get(address) ?? (service && {service, findings: ownFindings(service, surroundings, exists)});
		controllers.set(address, found);
		return found;
	};

	const exposures = new Map<string, Exposure>();
	for (const service of services) {
		exposures.set(service.key, toExposure(service, ownFindings(service, surroundings, exists), routeFindings(service, index, waysAt), surroundings));
	}

	return exposures;
};

import type {ClusterService} from '../../model/cluster-service.js';
import type {Exposure, ExposureReason, Hop} from '../../model/exposure.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {Route} from '../../model/route.js';
import {scopeOf} from './address.js';
import {routeLabel, type Leading, type RouteIndex} from './route-index.js';
import {sumSources} from './source-set.js';
import {
	gapOf,
	nothingFound,
	origin,
	type Findings,
	type Way,
} from './way.js';

export type RouteFindings = Findings & Pick<Exposure, 'hosts'>;

/**
The controller's own Service at an address: the ways to it, without what itself leads on.
*/
export type WaysAt = (address: string) => {readonly service: ClusterService; readonly findings: Findings} | undefined;

const noRoutes: RouteFindings = {...nothingFound, hosts: []};

/**
Hosts under which Azure's Application Gateway for Containers, and public addresses, are found: always outside.
*/
const isOutsideName = (name: string): boolean => /\.(?:alb\.azure\.com|cloudapp\.azure\.com)\.?$/iv.test(name);

/**
What a controller lets in of those who reach it.
*/
const restricted = (way: Way, route: Route): Way => {
	if (route.allowedRanges.length === 0 || (way.who !== 'internet' && way.who !== 'ranges')) {
		return way;
	}

	const {who, ranges} = sumSources(route.allowedRanges);
	const because = [...way.because, {path: 'metadata.annotations["nginx.ingress.kubernetes.io/whitelist-source-range"]', value: route.allowedRanges.join(', ')}];
	// The ranges of two rules are not cut with each other: those of the controller's own are the wider ones.
	return who === 'internet' || way.who === 'ranges'
		? way
		: {
			...way, who, ranges, hops: [origin(who, ranges), ...way.hops.slice(1)], because,
		};
};

const throughHops = (route: Route): readonly Hop[] => [
	...(route.kind === 'HTTPRoute' ? (valueOf(route.through) ?? []).slice(0, 1).map(name => ({what: 'Gateway', name})) : []),
	{what: route.kind, name: `${route.namespace}/${route.name}`},
];

const portsOf = ({rules}: Leading): readonly string[] => {
	const isPlain = rules.some(({hasTls}) => valueOf(hasTls) !== true);
	return [...(rules.some(({hasTls}) => valueOf(hasTls) === true) ? ['TCP/443'] : []), ...(isPlain ? ['TCP/80'] : [])];
};

const atAddress = (leading: Leading, address: string, waysAt: WaysAt): Findings => {
	const {route} = leading;
	const hops = throughHops(route);
	const because: readonly ExposureReason[] = [{path: `status of ${routeLabel(route)}`, value: address}];
	const controller = waysAt(address);
	if (controller) {
		const {service, findings} = controller;
		const by: Hop = {what: 'controller', name: `${service.namespace}/${service.name}`};
		return {
			...nothingFound,
			ways: findings.ways.filter(({who}) => who !== 'cluster').map(way => restricted({...way, hops: [...way.hops, by, ...hops], because: [...because, ...way.because]}, route)),
			gaps: findings.gaps.map(gap => `${service.namespace}/${service.name}, which leads to it: ${gap}`),
		};
	}

	const scope = isOutsideName(address) ? 'public' : scopeOf(address);
	if (scope === 'name') {
		return {...nothingFound, gaps: [`${routeLabel(route)} leads to it, and where ${address} is reached from was not looked up`]};
	}

	const who = scope === 'public' ? 'internet' : 'network';
	const gateway: Hop = {what: scope === 'public' ? 'gateway at public address' : 'gateway at private address', name: address};
	return {
		...nothingFound,
		ways: [restricted({
			who, ranges: [], ports: portsOf(leading), hops: [origin(who, []), gateway, ...hops], because,
		}, route)],
	};
};

const hostsOf = ({route, rules}: Leading): Exposure['hosts'] =>
	rules.map(({host, hasTls}) => ({host: host ?? '*', hasTls: isUnknown(hasTls) ? undefined : hasTls, by: routeLabel(route)}));

const ofRoute = (leading: Leading, index: RouteIndex, waysAt: WaysAt): RouteFindings => {
	const {route} = leading;
	const addresses = index.addressesOf(route);
	const hosts = hostsOf(leading);
	if (isUnknown(addresses)) {
		return {...nothingFound, hosts, gaps: gapOf(`${routeLabel(route)} leads to it, and where that is reached from was not read`, addresses)};
	}

	const parts = addresses.map(address => atAddress(leading, address, waysAt));
	return {
		ways: parts.flatMap(({ways}) => ways),
		because: [],
		troubles: [
			...(addresses.length === 0 ? [`${routeLabel(route)} leads to it, and no Gateway with an address serves that`] : []),
			...hosts.filter(({hasTls}) => hasTls === false).map(({host}) => `${routeLabel(route)} serves ${host === '*' ? 'any host' : host} without TLS`),
		],
		gaps: parts.flatMap(({gaps}) => gaps),
		hosts,
	};
};

/**
The ways that Ingresses and HTTPRoutes open to a Service: who reaches the controller reaches what it leads to.
Sources: Kubernetes, Ingress; Gateway API, HTTPRoute.
*/
export const routeFindings = (service: ClusterService, index: RouteIndex, waysAt: WaysAt): RouteFindings => {
	const gaps = [...index.gaps, ...index.namespaceGaps.get(service.namespace) ?? []];
	const leading = index.leading.get(`${service.namespace}/${service.name}`);
	if (!leading) {
		return gaps.length === 0 ? noRoutes : {...noRoutes, gaps};
	}

	const parts = leading.map(one => ofRoute(one, index, waysAt));
	return {
		ways: parts.flatMap(({ways}) => ways),
		because: parts.flatMap(({because}) => because),
		troubles: parts.flatMap(({troubles}) => troubles),
		gaps: [...gaps, ...parts.flatMap(part => part.gaps)],
		hosts: parts.flatMap(({hosts}) => hosts),
	};
};

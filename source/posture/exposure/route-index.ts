import type {Inside} from '../../model/inside.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../model/known.js';
import type {Route, RouteRule} from '../../model/route.js';

/**
A route that leads to a Service, and the rules of it that do.
*/
export type Leading = {readonly route: Route; readonly rules: readonly RouteRule[]};

export type RouteIndex = {
	/**
	By the Service's `namespace/name`.
	*/
	readonly leading: ReadonlyMap<string, readonly Leading[]>;
	/**
	What could not be read and may lead to any Service.
	*/
	readonly gaps: readonly string[];
	/**
	As `gaps`, of one namespace: an Ingress leads to Services of its own.
	*/
	readonly namespaceGaps: ReadonlyMap<string, readonly string[]>;
	/**
	Where a route is reached at: its own addresses, or else those of others of its class.
	*/
	readonly addressesOf: (route: Route) => Fact<readonly string[]>;
};

export const routeLabel = ({kind, namespace, name}: Route): string => `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;

const addAll = (leading: Map<string, Leading[]>, route: Route, rules: readonly RouteRule[]): void => {
	const services = new Map<string, RouteRule[]>();
	for (const rule of rules) {
		for (const service of rule.services) {
			services.set(service, [...services.get(service) ?? [], rule]);
		}
	}

	for (const [service, own] of services) {
		const all = leading.get(service) ?? [];
		all.push({route, rules: own});
		leading.set(service, all);
	}
};

/**
Not every controller writes its addresses into every Ingress of its class.
*/
const classAddresses = (routes: readonly Route[]): ReadonlyMap<string, ReadonlySet<string>> => {
	const classes = new Map<string, Set<string>>();
	for (const {kind, through, addresses} of routes) {
		for (const name of kind === 'Ingress' ? valueOf(through) ?? [] : []) {
			classes.set(name, new Set([...classes.get(name) ?? [], ...valueOf(addresses) ?? []]));
		}
	}

	return classes;
};

const noAddress = unknown('not-reported', 'it reports no address, and neither does another of its class');

/**
Finds which Ingresses and HTTPRoutes lead to which Services.
*/
export const createRouteIndex = (inside: Inside | undefined): RouteIndex => {
	const routes = inside?.routes ?? [];
	if (isUnknown(routes)) {
		return {
			leading: new Map(), gaps: [`which Ingresses and Gateways lead to it was not read: ${routes.reason}`], namespaceGaps: new Map(), addressesOf: () => [],
		};
	}

	const leading = new Map<string, Leading[]>();
	const namespaceGaps = new Map<string, string[]>();
	const gaps: string[] = [];

	for (const route of routes) {
		const {rules} = route;
		if (!isUnknown(rules)) {
			addAll(leading, route, rules);
			continue;
		}

		const gap = `where ${routeLabel(route)} leads was not read: ${rules.reason}`;
		if (route.kind === 'Ingress' && route.namespace !== '') {
			namespaceGaps.set(route.namespace, [...namespaceGaps.get(route.namespace) ?? [], gap]);
		} else {
			gaps.push(gap);
		}
	}

	const classes = classAddresses(routes);
	return {
		leading,
		gaps,
		namespaceGaps,
		addressesOf(route) {
			if (route.kind === 'HTTPRoute' || isUnknown(route.addresses) || route.addresses.length > 0) {
				return route.addresses;
			}

			const others = (valueOf(route.through) ?? []).flatMap(name => [...classes.get(name) ?? []]);
			return others.length === 0 ? noAddress : others;
		},
	};
};

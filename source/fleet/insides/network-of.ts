import type {Cluster} from '../../model/cluster.js';
import {isUnknown} from '../../model/known.js';
import type {NetworkResource} from '../../model/network-resource.js';
import {groupKeyOf, nodeGroupKeyOf} from '../../model/node-group.js';
import {networkKeysOf} from '../../posture/exposure/node-networks.js';
import {reuseList} from '../reuse.js';

const none: readonly never[] = [];

export type NetworkOf = {
	/**
	What stands in the cluster's node resource group.
	*/
	readonly inside: readonly NetworkResource[];
	/**
	Load balancers that stand elsewhere and lead to network interfaces in it, or to addresses in its virtual networks.
	*/
	readonly outer: readonly NetworkResource[];
};

type Places = ReadonlyMap<string, readonly NetworkResource[]>;

/**
By identity of what was there before, where the same is there now.
*/
const reusePlaces = (previous: Places, next: Iterable<readonly [string, readonly NetworkResource[]]>): Places =>
	new Map(Iterator.from(next).map(([place, list]) => [place, reuseList(previous.get(place) ?? none, list)]));

/**
Leads to addresses, and not even their network is told; or where it leads was not read.
*/
const anybody = '';

/**
What AKS itself makes, in the node resource group.
*/
const isOwnName = (name: string): boolean => /^kubernetes(?:-internal)?$/iv.test(name);

/**
The groups and virtual networks that a load balancer leads to.
*/
const targetsOf = (resource: NetworkResource): ReadonlySet<string> => {
	if (resource.type !== 'loadBalancer') {
		return new Set();
	}

	const {name, rules, natRules} = resource;
	if (isUnknown(rules) || isUnknown(natRules)) {
		return new Set(isOwnName(name) ? [] : [anybody]);
	}

	const all = [...rules, ...natRules];
	return new Set([...all.flatMap(({groups}) => groups), ...all.flatMap(({addresses}) => addresses).map(({networkKey}) => networkKey ?? anybody)]);
};

/**
Makes the function that gives the network around a cluster; the same lists as long as the same stands there.
*/
export const createNetworkOf = (): ((resources: readonly NetworkResource[]) => (cluster: Cluster) => NetworkOf) => {
	let places: Places = new Map();
	let leading: Places = new Map();
	let last: readonly NetworkResource[] | undefined;
	return resources => {
		if (resources !== last) {
			last = resources;
			places = reusePlaces(places, Map.groupBy(resources, resource => groupKeyOf(resource)));
			const led = resources.flatMap(resource => [...targetsOf(resource)].map(target => ({target, resource})));
			leading = reusePlaces(leading, Map.groupBy(led, ({target}) => target).entries().map(([target, all]) => [target, all.map(({resource}) => resource)] as const));
		}

		return cluster => {
			const group = nodeGroupKeyOf(cluster) ?? '-';
			const inside = places.get(group) ?? none;
			if (leading.size === 0) {
				return {inside, outer: none};
			}

			const targets = [group, anybody, ...networkKeysOf(cluster, inside)];
			const outer = new Set(targets.flatMap(target => leading.get(target) ?? none).filter(resource => groupKeyOf(resource) !== group));
			return {inside, outer: outer.size === 0 ? none : [...outer]};
		};
	};
};

import type {ClusterNode} from '../../model/cluster-node.js';
import type {ClusterService} from '../../model/cluster-service.js';
import type {Cluster} from '../../model/cluster.js';
import {type Exposure, type NameState} from '../../model/exposure.js';
import type {Inside} from '../../model/inside.js';
import {valueOf} from '../../model/known.js';
import type {NetworkResource} from '../../model/network-resource.js';
import {exposeCluster} from '../../posture/exposure/expose-cluster.js';
import {inferServices} from '../../posture/exposure/infer-services.js';
import {reuseList} from '../reuse.js';
import {clusterKeyOf} from './cluster-key.js';
import {createNetworkOf, type NetworkOf} from './network-of.js';

export type InsideLists = {
	readonly nodes: readonly ClusterNode[];
	readonly services: readonly ClusterService[];
	/**
	By the Service's key.
	*/
	readonly exposures: Pick<ReadonlyMap<string, Exposure>, 'get'>;
};

export type InsideListsInput = {
	readonly clusters: readonly Cluster[];
	readonly insides: ReadonlyMap<string, Inside>;
	readonly network: readonly NetworkResource[];
	/**
	What became of the names that Services of type ExternalName stand for.
	*/
	readonly names: ReadonlyMap<string, NameState>;
};

type OfCluster = {
	readonly cluster: Cluster;
	readonly inside: Inside | undefined;
	readonly network: readonly NetworkResource[];
	readonly outer: readonly NetworkResource[];
	readonly names: ReadonlyMap<string, NameState>;
	readonly nodes: readonly ClusterNode[];
	readonly services: readonly ClusterService[];
	readonly exposures: ReadonlyMap<string, Exposure>;
};

const none: readonly never[] = [];

const derive = (cluster: Cluster, inside: Inside | undefined, {inside: network, outer}: NetworkOf, names: ReadonlyMap<string, NameState>): OfCluster => {
	const services = (inside && valueOf(inside.services)) ?? inferServices(cluster, network);
	return {
		cluster,
		inside,
		network,
		outer,
		names,
		nodes: (inside && valueOf(inside.nodes)) ?? none,
		services,
		exposures: exposeCluster({
			cluster, inside, services, network, outer, nameState: name => names.get(name),
		}),
	};
};

/**
Makes the function that lists what stands inside all clusters, and who reaches it. What one cluster gives is derived again only when that
cluster, the look into it, or its network has changed; the whole keeps its identity as long as nothing of it has.
*/
export const createInsideLists = (): ((input: InsideListsInput) => InsideLists) => {
	const networkOf = createNetworkOf();
	let ofClusters: ReadonlyMap<string, OfCluster> = new Map();
	let lists: InsideLists = {nodes: none, services: none, exposures: new Map()};
	let last: InsideListsInput | undefined;
	return input => {
		if (last && Object.entries(input).every(([member, value]) => last![member as keyof InsideListsInput] === value)) {
			return lists;
		}

		last = input;
		const networkIn = networkOf(input.network);
		const previous = ofClusters;
		let isSame = previous.size === input.clusters.length;
		const next = new Map<string, OfCluster>();
		for (const cluster of input.clusters) {
			const inside = input.insides.get(cluster.key);
			const before = previous.get(cluster.key);
			const {inside: network, outer: leading} = networkIn(cluster);
			const outer = reuseList(before?.outer ?? none, leading);
			// Names matter to a cluster only where it was looked into.
			const isKept = before?.cluster === cluster && before.inside === inside && before.network === network && before.outer === outer && (inside === undefined || before.names === input.names);
			const derived = isKept ? before : derive(cluster, inside, {inside: network, outer}, input.names);
			isSame &&= isKept;
			next.set(cluster.key, derived);
		}

		ofClusters = next;
		if (!isSame) {
			const all = next.values().toArray();
			lists = {
				nodes: all.flatMap(({nodes}) => nodes),
				services: all.flatMap(({services}) => services),
				exposures: {
					get(key) {
						const cluster = clusterKeyOf(key);
						return cluster === undefined ? undefined : next.get(cluster)?.exposures.get(key);
					},
				},
			};
		}

		return lists;
	};
};

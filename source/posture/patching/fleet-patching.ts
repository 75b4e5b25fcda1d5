import type {ClusterNode} from '../../model/cluster-node.js';
import type {ClusterRecords} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Inside} from '../../model/inside.js';
import {valueOf, type Fact} from '../../model/known.js';
import type {SupportedVersions} from '../../model/kubernetes-version.js';
import {
	nodeImageKey,
	parseNodeImage,
	type LatestNodeImages,
	type NodeImage,
} from '../../model/node-image.js';
import type {NodePool} from '../../model/node-pool.js';
import {
	clusterPatching,
	kuredOf,
	lookOf,
	type ClusterPatching,
} from './cluster-patching.js';
import {knownNodePatching} from './known-node-patching.js';
import {maintenanceWindow} from './maintenance-window.js';
import {poolPatching, type PatchedNode, type PoolPatching} from './pool-patching.js';

export type PatchingInput = {
	readonly clusters: readonly Cluster[];
	readonly nodePools: readonly NodePool[];
	readonly nodes: readonly ClusterNode[];
	readonly insides: ReadonlyMap<string, Inside>;
	readonly clusterRecords: ReadonlyMap<string, ClusterRecords>;
	readonly latestNodeImages: LatestNodeImages;
	readonly supportedVersions: SupportedVersions;
	/**
	Whether the organisation asks for FIPS on a pool, by the pool's key.
	*/
	readonly asksForFips: (poolKey: string) => boolean;
	/**
	Milliseconds since 1970.
	*/
	readonly now: number;
};

export type FleetPatching = {
	readonly clusters: readonly ClusterPatching[];
	readonly byCluster: ReadonlyMap<string, ClusterPatching>;
	readonly byPool: ReadonlyMap<string, PoolPatching>;
};

/**
The newest image of the family that a version is of.
*/
export const newestOf = (version: Fact<string | undefined>, region: string, latest: LatestNodeImages): Fact<NodeImage> | undefined => {
	const known = valueOf(version);
	return known === undefined ? undefined : latest.get(nodeImageKey(parseNodeImage(known).family, region));
};

const group = <Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): ReadonlyMap<string | undefined, readonly Item[]> => Map.groupBy(items, keyOf);

const none: readonly never[] = [];

const byRisk = (one: PatchedNode, other: PatchedNode): number => other.patching.risk - one.patching.risk;

/**
How patched every cluster of a fleet is, its pools and nodes with it. Works in small steps; nodes are judged again only where something about them changed.
*/
export function * fleetPatching(input: PatchingInput): Generator<void, FleetPatching, void> {
	const {clusters, latestNodeImages, supportedVersions, insides, now} = input;
	const nodesByCluster = group(input.nodes, node => node.clusterKey);
	const poolsByCluster = group(input.nodePools, pool => pool.clusterKey);
	const all: ClusterPatching[] = [];
	const byPool = new Map<string, PoolPatching>();
	for (const cluster of clusters) {
		const inside = insides.get(cluster.key);
		const kured = kuredOf(inside);
		const look = lookOf(inside);
		const offered = supportedVersions.get(cluster.region);
		const pools = poolsByCluster.get(cluster.key) ?? none;
		const poolOf = new Map(pools.map(pool => [pool.key, pool]));
		const patched = (nodesByCluster.get(cluster.key) ?? none).map((node): PatchedNode => {
			const newest = newestOf(node.nodeImageVersion, node.region, latestNodeImages);
			const pool = poolOf.get(node.poolKey ?? '');
			return {
				node, patching: knownNodePatching(node, {
					pool, cluster, newest, offered, kured, now,
				}),
			};
		}).toSorted(byRisk);
		const nodesByPool = group(patched, ({node}) => (poolOf.has(node.poolKey ?? '') ? node.poolKey : undefined));
		const asksForFips = pools.some(({fips}) => fips === true);
		const poolPatchings = pools.map(pool => poolPatching(pool, {
			cluster,
			newest: newestOf(pool.nodeImageVersion, pool.region, latestNodeImages),
			offered,
			kured,
			nodes: look.state === 'looked' ? (nodesByPool.get(pool.key) ?? none) : undefined,
			asksForFips: asksForFips || input.asksForFips(pool.key),
			now,
		}));
		for (const patching of poolPatchings) {
			byPool.set(patching.pool.key, patching);
		}

		const window = maintenanceWindow(input.clusterRecords.get(cluster.key));
		const strays = nodesByPool.get(undefined) ?? none;
		all.push(clusterPatching({
			cluster, pools: poolPatchings, strays, look, window,
		}));
		yield;
	}

	const byCluster = new Map(all.map(patching => [patching.cluster.key, patching]));
	return {clusters: all, byCluster, byPool};
}

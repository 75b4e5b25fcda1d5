import type {ClusterNode} from '../../model/cluster-node.js';
import type {ClusterRecords} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {Inside, Kured} from '../../model/inside.js';
import {valueOf, type Fact} from '../../model/known.js';
import type {KubernetesVersion, SupportedVersions} from '../../model/kubernetes-version.js';
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

const day = 86_400_000;

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
All that the patching of one cluster hangs on.
*/
type Parts = {
	readonly cluster: Cluster;
	readonly pools: readonly NodePool[];
	readonly nodes: readonly ClusterNode[];
	readonly seen: Inside['nodes'] | undefined;
	readonly kured: Fact<Kured | undefined>;
	readonly records: ClusterRecords | undefined;
	readonly latest: LatestNodeImages;
	readonly offered: Fact<readonly KubernetesVersion[]> | undefined;
	/**
	For each pool whether FIPS is asked for.
	*/
	readonly fips: readonly boolean[];
	readonly day: number;
};

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean => one === other || (one.length === other.length && one.every((item, index) => item === other[index]));

const isSame = (one: Parts, other: Parts): boolean => {
	const {pools, nodes, fips, ...parts} = one;
	return isSameList(nodes, other.nodes)
		&& isSameList(pools, other.pools)
		&& isSameList(fips, other.fips)
		&& Object.entries(parts).every(([name, part]) => part === other[name as keyof Parts]);
};

const derive = ({cluster, pools, nodes, seen, kured, records, latest, offered, fips}: Parts, now: number): ClusterPatching => {
	const look = lookOf(seen);
	const poolOf = new Map(pools.map(pool => [pool.key, pool]));
	const patched = nodes.map((node): PatchedNode => ({
		node,
		patching: knownNodePatching(node, {
			pool: poolOf.get(node.poolKey ?? ''), cluster, newest: newestOf(node.nodeImageVersion, node.region, latest), offered, kured, now,
		}),
	})).toSorted(byRisk);
	const nodesByPool = group(patched, ({node}) => (poolOf.has(node.poolKey ?? '') ? node.poolKey : undefined));
	return clusterPatching({
		cluster,
		pools: pools.map((pool, index) => poolPatching(pool, {
			cluster,
			newest: newestOf(pool.nodeImageVersion, pool.region, latest),
			offered,
			kured,
			nodes: look.state === 'looked' ? (nodesByPool.get(pool.key) ?? none) : undefined,
			asksForFips: fips[index]!,
			now,
		})),
		strays: nodesByPool.get(undefined) ?? none,
		look,
		window: maintenanceWindow(records),
	});
};

const indexOf = (clusters: readonly ClusterPatching[]): FleetPatching => ({
	clusters,
	byCluster: new Map(clusters.map(patching => [patching.cluster.key, patching])),
	byPool: new Map(clusters.flatMap(({pools}) => pools.map(patching => [patching.pool.key, patching]))),
});

/**
Makes the function that tells how patched every cluster of a fleet is, its pools and nodes with it. It works in small steps. A cluster is
derived again only when something about it changed, for while clusters are looked into, one of a thousand changes several times a second;
and the whole is the same object as long as no cluster changed.
*/
export const createFleetPatching = (): ((input: PatchingInput) => Generator<void, FleetPatching, void>) => {
	let known: ReadonlyMap<string, {readonly parts: Parts; readonly patching: ClusterPatching}> = new Map();
	let fleet = indexOf([]);
	return function * (input) {
		const {clusters, latestNodeImages, supportedVersions, insides, clusterRecords, now} = input;
		const nodesByCluster = group(input.nodes, node => node.clusterKey);
		yield;
		const poolsByCluster = group(input.nodePools, pool => pool.clusterKey);
		const next = new Map<string, {readonly parts: Parts; readonly patching: ClusterPatching}>();
		for (const cluster of clusters) {
			const inside = insides.get(cluster.key);
			const pools = poolsByCluster.get(cluster.key) ?? none;
			const hasFips = pools.some(({fips}) => fips === true);
			const parts: Parts = {
				cluster,
				pools,
				nodes: nodesByCluster.get(cluster.key) ?? none,
				seen: inside?.nodes,
				kured: kuredOf(inside),
				records: clusterRecords.get(cluster.key),
				latest: latestNodeImages,
				offered: supportedVersions.get(cluster.region),
				fips: pools.map(({key}) => hasFips || input.asksForFips(key)),
				day: Math.floor(now / day),
			};
			const last = known.get(cluster.key);
			next.set(cluster.key, last && isSame(last.parts, parts) ? last : {parts, patching: derive(parts, now)});
			yield;
		}

		known = next;
		const patchings = next.values().map(({patching}) => patching).toArray();
		fleet = isSameList(patchings, fleet.clusters) ? fleet : indexOf(patchings);
		return fleet;
	};
};

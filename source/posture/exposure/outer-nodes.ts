import type {Cluster} from '../../model/cluster.js';
import type {Inside} from '../../model/inside.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {NodePool} from '../../model/node-pool.js';
import {gapOf} from './way.js';

/**
The nodes that have an address of their own outside.
*/
export type OuterNodes = {
	/**
	Names of nodes, or of pools where no node was read; empty: there are none.
	*/
	readonly names: readonly string[];
	/**
	What a network security group knows them by; may be empty though there are nodes.
	*/
	readonly addresses: readonly string[];
	/**
	`START-END/PROTOCOL` that AKS lets in to them from everywhere (`allowedHostPorts`).
	*/
	readonly hostPorts: readonly string[];
	readonly gaps: readonly string[];
};

const isOuterPool = ({publicIpPerNode}: NodePool): boolean => publicIpPerNode === true;

/**
A node of a pool with public addresses may not tell of its own: Azure's metadata leave those of the Standard SKU out. So the pools count, too.
Sources: Kubernetes core/v1 Node, status.addresses; AKS, node public IP and allowed host ports.
*/
export const outerNodesOf = (cluster: Cluster, inside: Inside | undefined): OuterNodes => {
	const pools = valueOf(cluster.nodePools) ?? [];
	const outerPools = new Map(pools.filter(pool => isOuterPool(pool)).map(pool => [pool.key, pool]));
	const nodes = (inside && valueOf(inside.nodes)) ?? [];
	const outer = nodes.filter(({poolKey, externalAddresses}) => (poolKey !== undefined && outerPools.has(poolKey)) || (valueOf(externalAddresses) ?? []).length > 0);
	const broken = nodes.find(({externalAddresses}) => isUnknown(externalAddresses));
	const emptyPools = outerPools.values().filter(({key}) => outer.every(({poolKey}) => poolKey !== key)).map(({name}) => `pool ${name}`);
	return {
		names: [...outer.map(({name}) => name), ...(!inside || isUnknown(inside.nodes) ? emptyPools : [])],
		addresses: outer.flatMap(({internalAddresses, externalAddresses}) => [...valueOf(internalAddresses) ?? [], ...valueOf(externalAddresses) ?? []]),
		hostPorts: outerPools.values().flatMap(({allowedHostPorts}) => valueOf(allowedHostPorts) ?? []).toArray(),
		gaps: [
			...gapOf('which node pools have public addresses was not read', cluster.nodePools),
			...(inside ? gapOf('which nodes have public addresses was not read', inside.nodes) : []),
			...(broken ? gapOf(`the addresses of node ${broken.name} were not read`, broken.externalAddresses) : []),
			...outerPools.values().flatMap(pool => gapOf(`the allowed host ports of pool ${pool.name} were not read`, pool.allowedHostPorts)),
		],
	};
};

import type {Cluster} from '../../model/cluster.js';
import type {ContainerGroup} from '../../model/container-group.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {NodePool} from '../../model/node-pool.js';
import type {Resource} from '../../model/resource.js';
import type {JudgeContext} from '../check.js';
import {plural} from '../../model/plural.js';

/**
What hangs on a resource, and is hit with it.
*/
export type Reach = {
	/**
	Nodes of a cluster or pool, clusters that pull from a registry, clusters and registries of a subscription, what has its key
	in a vault; absent where it cannot be told.
	*/
	readonly things: number | undefined;
	/**
	In words: `12 nodes in 3 pools`.
	*/
	readonly words: string;
};

const ofCluster = ({nodePools}: Cluster): Reach => {
	if (isUnknown(nodePools)) {
		return {things: undefined, words: 'nodes not known'};
	}

	const pools = nodePools ?? [];
	let nodes = 0;
	for (const {count} of pools) {
		// A pool of unknown size is at least one node.
		nodes += typeof count === 'number' ? count : 1;
	}

	return {things: nodes, words: `${plural(nodes, 'node')} in ${plural(pools.length, 'pool')}`};
};

const ofPool = ({count}: NodePool): Reach =>
	typeof count === 'number' ? {things: count, words: plural(count, 'node')} : {things: undefined, words: 'nodes not known'};

/**
The relations in which something hangs on a resource; each absent or unknown while it was not read.
*/
export type Relations = Pick<JudgeContext, 'exposures' | 'holdings' | 'pullers' | 'registryRights' | 'vaultUsers'>;

const ofGroup = ({containers}: ContainerGroup): Reach =>
	(isUnknown(containers) ? {things: undefined, words: 'containers not known'} : {things: containers.length, words: plural(containers.length, 'container')});

const known = <T>(fact: Fact<T> | undefined): T | undefined => (isUnknown(fact) ? undefined : fact);

/**
How many other resources of the fleet hang on a resource; absent for kinds of which none do, and where it is not known.
*/
export const dependantsOf = ({kind, key, subscriptionId}: Resource, {holdings, pullers, vaultUsers}: Relations): number | undefined => {
	switch (kind) {
		case 'registry': {
			return known(pullers?.get(key))?.length;
		}

		case 'subscription': {
			const held = known(holdings?.get(subscriptionId));
			return held && held.clusters + held.registries;
		}

		case 'keyVault': {
			return vaultUsers?.get(key)?.length;
		}

		default: {
			return undefined;
		}
	}
};

/**
Tells what hangs on a resource.

@param dependants see `dependantsOf`
*/
export const reachOf = (resource: Resource, dependants?: number): Reach => {
	switch (resource.kind) {
		case 'cluster': {
			return ofCluster(resource as Cluster);
		}

		case 'nodePool': {
			return ofPool(resource as NodePool);
		}

		case 'registry': {
			return dependants === undefined
				? {things: undefined, words: 'who pulls is not known'}
				: {things: dependants, words: plural(dependants, 'cluster pulls', 'clusters pull')};
		}

		case 'subscription': {
			return dependants === undefined ? {things: undefined, words: 'what it holds is not known'} : {things: dependants, words: plural(dependants, 'resource')};
		}

		case 'keyVault': {
			return dependants === undefined ? {things: undefined, words: 'whose keys is not known'} : {things: dependants, words: `keys of ${plural(dependants, 'resource')}`};
		}

		case 'containerGroup': {
			return ofGroup(resource as ContainerGroup);
		}

		case 'host': {
			return {things: 1, words: 'the machine itself'};
		}

		case 'node': {
			return {things: 1, words: 'the node itself'};
		}

		case 'service': {
			return {things: 1, words: 'the pods behind it'};
		}

		default: {
			return {things: undefined, words: 'reach not known'};
		}
	}
};

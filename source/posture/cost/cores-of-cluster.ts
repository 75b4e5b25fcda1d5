import type {Cluster} from '../../model/cluster.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {NodePool} from '../../model/node-pool.js';
import {coresOf} from './vm-cores.js';

/**
Virtual processors, from the fewest to the most that the autoscaler may make; `gaps`: what could not be counted.
*/
export type Cores = {readonly least: number; readonly now: number; readonly most: number; readonly gaps: readonly string[]};

const noCores: Cores = {
	least: 0, now: 0, most: 0, gaps: [],
};

/**
The sum of several.
*/
export const sumCores = (all: readonly Cores[]): Cores => {
	let [least, now, most] = [0, 0, 0];
	for (const one of all) {
		least += one.least;
		now += one.now;
		most += one.most;
	}

	return {
		least, now, most, gaps: all.flatMap(({gaps}) => gaps),
	};
};

const ofPool = ({name, clusterName, vmSize, count, autoScaling, minCount, maxCount}: NodePool): Cores => {
	const label = `${clusterName}/${name}`;
	const size = valueOf(vmSize);
	const each = size === undefined ? undefined : coresOf(size);
	if (each === undefined) {
		return {...noCores, gaps: [size === undefined ? `the size of ${label} was not told` : `how many processors ${size} has (${label}) is not known`]};
	}

	const nodes = valueOf(count);
	if (nodes === undefined) {
		return {...noCores, gaps: [`how many nodes ${label} has was not told`]};
	}

	const isScaled = valueOf(autoScaling) === true;
	const least = isScaled ? Math.min(valueOf(minCount) ?? nodes, nodes) : nodes;
	const most = isScaled ? Math.max(valueOf(maxCount) ?? nodes, nodes) : nodes;
	return {
		least: each * least, now: each * nodes, most: each * most, gaps: [],
	};
};

const known = new WeakMap<Cluster, Cores>();

/**
The virtual processors of a cluster's nodes.
*/
export const coresOfCluster = (cluster: Cluster): Cores => {
	let cores = known.get(cluster);
	if (cores === undefined) {
		const {nodePools, name} = cluster;
		cores = isUnknown(nodePools)
			? {...noCores, gaps: [`the node pools of ${name} were not read`]}
			: sumCores((nodePools ?? []).map(pool => ofPool(pool)));
		known.set(cluster, cores);
	}

	return cores;
};

import type {Cluster} from '../model/cluster.js';
import {isUnknown} from '../model/known.js';
import type {KubernetesVersion} from '../model/kubernetes-version.js';
import {nodeImageKey, parseNodeImage} from '../model/node-image.js';
import type {NodePool} from '../model/node-pool.js';
import type {Registry} from '../model/registry.js';
import type {JudgeContext, JudgedKind} from './check.js';
import {planState} from './defender-plan-state.js';
import {fleetPosture} from './fleet-posture.js';
import {judgeCluster, judgePool, judgeRegistry} from './judge-resource.js';
import type {FleetPosture, ResourcePosture} from './posture.js';

export type JudgeInput = {
	readonly clusters: readonly Cluster[];
	readonly nodePools: readonly NodePool[];
	readonly registries: readonly Registry[];
	readonly context: JudgeContext;
};

type Kept = {
	readonly kind: JudgedKind;
	readonly resource: Cluster | NodePool | Registry;
	/**
	What of the context decides about this resource.
	*/
	readonly relevant: readonly unknown[];
	readonly posture: ResourcePosture;
};

const day = 86_400_000;

/**
Resources judged between two yields: about a tenth of a millisecond each.
*/
const batch = 8;

const latestOf = ({nodeImageVersion, region}: NodePool, {latestNodeImages}: JudgeContext): unknown => {
	if (typeof nodeImageVersion !== 'string') {
		return undefined;
	}

	const latest = latestNodeImages.get(nodeImageKey(parseNodeImage(nodeImageVersion).family, region));
	return isUnknown(latest) ? latest.reason : latest?.version;
};

const planOf = ({subscriptionId}: Cluster | Registry, context: JudgeContext): string => {
	const plan = planState(subscriptionId, context);
	return plan.state === 'unknown' ? plan.reason : plan.state;
};

const listings = new WeakMap<readonly KubernetesVersion[], string>();

/**
What a region's versions say, as one text: each poll brings a new list, mostly of the same content.
*/
const versionsOf = ({region}: Cluster, {supportedVersions}: JudgeContext): string | undefined => {
	const versions = supportedVersions.get(region);
	if (versions === undefined || isUnknown(versions)) {
		return versions?.reason;
	}

	let listing = listings.get(versions);
	if (listing === undefined) {
		listing = JSON.stringify(versions);
		listings.set(versions, listing);
	}

	return listing;
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean => one.every((value, index) => value === other[index]);

/**
Makes a judge of a fleet that remembers: a resource whose object and whose part of the context are the same as last time
keeps its `ResourcePosture` object. Dates count by whole days.

The generator judges a few resources at each step and yields, so that its caller can give the event loop back whenever a
slice is used up; it returns the posture of the fleet. A generator that is left unfinished does no harm.
*/
export const createJudge = (): ((input: JudgeInput) => Generator<void, FleetPosture, void>) => {
	let kept = new Map<string, Kept>();

	return function * ({clusters, nodePools, registries, context}) {
		const next = new Map<string, Kept>();
		const today = Math.floor(context.now / day);
		let judged = 0;

		const keep = (kind: JudgedKind, resource: Kept['resource'], relevant: readonly unknown[], judge: () => ResourcePosture): void => {
			const known = kept.get(resource.key);
			next.set(resource.key, known?.resource === resource && isSame(known.relevant, relevant)
				? known
				: {
					kind, resource, relevant, posture: judge(),
				});
		};

		for (const cluster of clusters) {
			keep('cluster', cluster, [today, versionsOf(cluster, context), planOf(cluster, context)], () => judgeCluster(cluster, context));
			if (++judged % batch === 0) {
				yield;
			}
		}

		for (const pool of nodePools) {
			keep('nodePool', pool, [today, latestOf(pool, context)], () => judgePool(pool, context));
			if (++judged % batch === 0) {
				yield;
			}
		}

		for (const registry of registries) {
			keep('registry', registry, [today, planOf(registry, context)], () => judgeRegistry(registry, context));
			if (++judged % batch === 0) {
				yield;
			}
		}

		kept = next;
		return fleetPosture(next.values());
	};
};

/**
Runs a judge to its end, giving the event loop back after each slice of `sliceMs` milliseconds.
*/
export const judgeInSlices = async (steps: Iterator<void, FleetPosture, void>, sliceMs = 8): Promise<FleetPosture> => {
	let end = performance.now() + sliceMs;
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}

		if (!(performance.now() >= end)) {
			continue;
		}

		// eslint-disable-next-line no-await-in-loop
		await new Promise<void>(resolve => {
			setImmediate(resolve);
		});
		end = performance.now() + sliceMs;
	}
};

import {unknown, valueOf, type Fact} from '../../model/known.js';
import {
	nodeImageKey,
	parseNodeImage,
	type LatestNodeImages,
	type NodeImage,
	type NodeImageKey,
} from '../../model/node-image.js';
import type {NodePool} from '../../model/node-pool.js';
import {sanitize} from '../../terminal/sanitize.js';
import {mapConcurrently} from '../map-concurrently.js';
import {readDocument, type Reading} from '../reading.js';
import {resourceParts} from '../resource-id.js';
import type {Session} from '../session.js';
import {askCandidates} from './ask-candidates.js';
import {mostCalls} from './collect-everywhere.js';

const latestOf = (document: unknown): Fact<NodeImage> => {
	const {properties} = (typeof document === 'object' && document !== null ? document : {}) as {readonly properties?: unknown};
	const {latestNodeImageVersion: latest} = (typeof properties === 'object' && properties !== null ? properties : {}) as {readonly latestNodeImageVersion?: unknown};
	if (latest === undefined || latest === null) {
		return unknown('not-reported', 'AKS names no newest image for this family');
	}

	return typeof latest === 'string' ? parseNodeImage(sanitize(latest, 200)) : unknown('malformed', '`properties.latestNodeImageVersion` is not a text');
};

/**
Pools that share image family and region, those that run before those that do not: one of them is asked for all.
*/
const groupPools = (pools: readonly NodePool[]): ReadonlyMap<NodeImageKey, readonly NodePool[]> => {
	const groups = new Map<NodeImageKey, NodePool[]>();
	for (const pool of pools) {
		const version = valueOf(pool.nodeImageVersion);
		if (version === undefined) {
			continue;
		}

		const key = nodeImageKey(parseNodeImage(version).family, pool.region);
		const group = groups.get(key);
		if (group) {
			group.push(pool);
		} else {
			groups.set(key, [pool]);
		}
	}

	for (const group of groups.values()) {
		group.sort((one, other) => Number(valueOf(one.powerState) === 'Stopped') - Number(valueOf(other.powerState) === 'Stopped'));
	}

	return groups;
};

/**
Asks AKS for the newest image of each family and region among the pools, once each.
Source: agentPools `upgradeProfiles/default`, `latestNodeImageVersion`.
*/
export const collectNodeImages = async (session: Session, reading: Reading, pools: readonly NodePool[]): Promise<LatestNodeImages> => {
	const entries = await mapConcurrently([...groupPools(pools)], mostCalls, async ([key, group]) => {
		const fact = await askCandidates(group, async pool => {
			const {subscriptionId, resourceGroup, names} = resourceParts(pool.id);
			const client = await session.containerService(subscriptionId);
			return latestOf(await readDocument(reading, async options =>
				client.agentPools.getUpgradeProfile(resourceGroup, names.managedclusters ?? '', names.agentpools ?? '', options)));
		});
		return [key, fact] as const;
	});
	return new Map(entries);
};

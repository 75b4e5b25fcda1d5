import type {Snapshot} from '../../source/fleet/snapshot.js';
import type {JudgeContext} from '../../source/posture/check.js';
import {createListing} from '../../source/posture/defender/listing.js';
import {mergeFindings} from '../../source/posture/defender/merge-findings.js';
import {fleetPosture} from '../../source/posture/fleet-posture.js';
import {judgeCluster, judgePool, judgeRegistry} from '../../source/posture/judge-resource.js';
import {now, snapshotOf} from './models.js';

/**
A snapshot whose posture is what the real checks say of its resources.
*/
export const judgedSnapshotOf = (members: Partial<Snapshot> = {}): Snapshot => {
	const all = snapshotOf(members);
	// Some recordings are of one registry: a fleet has each resource once.
	const snapshot = {...all, registries: new Map(all.registries.map(registry => [registry.key, registry])).values().toArray()};
	const {clusters, nodePools, registries, latestNodeImages, supportedVersions} = snapshot;
	const context: JudgeContext = {
		now, latestNodeImages, supportedVersions, containersPlans: new Map(),
	};
	const posture = fleetPosture([
		...clusters.map(cluster => ({kind: 'cluster', posture: judgeCluster(cluster, context)} as const)),
		...nodePools.map(pool => ({kind: 'nodePool', posture: judgePool(pool, context)} as const)),
		...registries.map(registry => ({kind: 'registry', posture: judgeRegistry(registry, context)} as const)),
	]);
	const complete = new Set(snapshot.subscriptions.map(({id}) => id));
	const keys = new Set([...clusters, ...registries].map(({key}) => key));
	const listing = createListing((['/microsoft.containerservice/managedclusters/', '/microsoft.containerregistry/registries/'] as const)
		.map(type => ({
			type, keys, complete, readAt: now,
		})));
	return {
		...snapshot,
		posture,
		defender: mergeFindings({
			findings: snapshot.findings, postures: posture.byKey, listing, now,
		}),
		...members,
	};
};

import type {Collected} from '../../azure/collectors.js';
import type {ClusterRecords, VaultKey} from '../../model/cluster-records.js';
import type {Cluster} from '../../model/cluster.js';
import type {DataDisk} from '../../model/data-disk.js';
import type {Inside} from '../../model/inside.js';
import {unknown, type Fact} from '../../model/known.js';
import {inNodeGroup, nodeGroupKeyOf} from '../../model/node-group.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import type {InsideFacts, JudgeContext} from '../../posture/check.js';
import {toUnknown} from '../error-detail.js';
import {gapOf} from '../relations/gap-of.js';
import {createMemo} from '../relations/memo.js';
import type {InsideLists} from './inside-lists.js';

export type InsideContextParts = {
	readonly clusters: readonly Cluster[];
	readonly insides: ReadonlyMap<string, Inside>;
	readonly records: ReadonlyMap<string, ClusterRecords>;
	readonly exposures: InsideLists['exposures'];
	readonly names: NonNullable<JudgeContext['names']>;
	readonly dataDisks: Collected<DataDisk> | undefined;
	readonly dataDiskError: SourceErrorDetail | undefined;
	readonly vaultKeys: ReadonlyMap<string, Fact<readonly VaultKey[]>>;
};

export type InsideContext = Required<Pick<JudgeContext, 'exposures' | 'names' | 'insides' | 'records' | 'dataDisks' | 'vaultKeys'>>;

const none: readonly never[] = Object.freeze([]);

const notLookedInto = unknown('not-asked', 'Nobody has looked inside this cluster: press I on its Nodes tab, or start with --inside.');

const notAskedFor = unknown('not-asked', 'Azure tells this of one cluster at a time, and has not been asked yet.');

const noKeysYet = unknown('not-asked', 'The keys of this vault have not been read yet.');

const facts = new WeakMap<Inside, InsideFacts>();

const factsOf = (inside: Inside): InsideFacts => {
	const {reach, kured, agents, storageClasses, clusterAdmins} = inside;
	const known = facts.get(inside) ?? {
		reach, kured, agents, storageClasses, clusterAdmins,
	};
	facts.set(inside, known);
	return known;
};

/**
Disks lie in the node resource group of the cluster that made them.
*/
const disksLookup = (clusters: readonly Cluster[], disks: Collected<DataDisk> | undefined, error: SourceErrorDetail | undefined): InsideContext['dataDisks'] => {
	if (!disks) {
		const reason = error ? toUnknown(error) : unknown('not-asked', 'The disks of volumes have not been read yet.');
		return {get: () => reason};
	}

	const byKey = new Map(clusters.map(cluster => [cluster.key, cluster]));
	return {
		get(key) {
			const cluster = byKey.get(key);
			if (!cluster || nodeGroupKeyOf(cluster) === undefined) {
				return unknown('not-reported', 'The node resource group of this cluster is not known.');
			}

			const found = inNodeGroup(disks.items, cluster);
			return found.length > 0 ? found : gapOf(disks.coverage.get(cluster.subscriptionId)) ?? none;
		},
	};
};

/**
Makes the function that gives checks what was found inside clusters and around them; each lookup is the same one as long as it says the same.
*/
export const createInsideContext = (): ((parts: InsideContextParts) => InsideContext) => {
	const insidesLookup = createMemo((insides: InsideContextParts['insides']): InsideContext['insides'] => ({
		get(key) {
			const inside = insides.get(key);
			return inside ? factsOf(inside) : notLookedInto;
		},
	}));
	const recordsLookup = createMemo((records: InsideContextParts['records']): InsideContext['records'] => ({get: key => records.get(key) ?? notAskedFor}));
	const keysLookup = createMemo((keys: InsideContextParts['vaultKeys']): InsideContext['vaultKeys'] => ({get: key => keys.get(key) ?? noKeysYet}));
	const dataDisks = createMemo(disksLookup);
	return parts => ({
		exposures: parts.exposures,
		names: parts.names,
		insides: insidesLookup(parts.insides),
		records: recordsLookup(parts.records),
		dataDisks: dataDisks(parts.clusters, parts.dataDisks, parts.dataDiskError),
		vaultKeys: keysLookup(parts.vaultKeys),
	});
};

import {
	diskEncryptionSetDocument,
	diskEncryptionSetId,
	diskVaultName,
	registryVaultName,
	roleAssignmentDocument,
	vaultDocument,
	type Placed,
} from '../documents/key-documents.js';
import type {DocumentContext, Json} from '../documents/context.js';
import {registryId} from '../documents/ids.js';
import {hash} from '../random.js';
import type {ClusterSpec} from './cluster-spec.js';
import {groupOf} from './estate.js';
import type {Sequence} from './fleet.js';
import type {RegistrySpec} from './registry-spec.js';

export type Keyring = {
	readonly diskEncryptionSets: readonly Json[];
	readonly keyVaults: readonly Json[];
	readonly roleAssignments: readonly Json[];
};

const all = <T>(sequence: Sequence<T>): readonly T[] => Array.from({length: sequence.length}, (_, index) => sequence.at(index));

const isOpen = ({publicNetwork, defaultAction}: RegistrySpec): boolean => publicNetwork !== false && defaultAction !== 'Deny';

/**
The registries that a cluster pulls from: one of its own team where there is one, and for one cluster in six one that
anybody can reach, as projects come with it.
*/
const registriesOf = (cluster: ClusterSpec, registries: readonly RegistrySpec[], seed: number): readonly RegistrySpec[] => {
	const dice = hash(seed, `registries of ${cluster.name}`);
	const near = registries.filter(({subscription}) => subscription.id === cluster.subscription.id);
	const own = near.length > 0 ? near : registries.filter(({team}) => team === cluster.team);
	const pool = own.length > 0 ? own : registries;
	const open = registries.filter(registry => isOpen(registry));
	return [...new Set([
		...(pool.length === 0 ? [] : [pool[dice % pool.length]!]),
		...(open.length > 0 && dice % 6 === 0 ? [open[dice % open.length]!] : []),
	])];
};

/**
One cluster in nine was attached before its registry went to ABAC mode, one in fourteen may push.
*/
const assignmentsOf = (cluster: ClusterSpec, registries: readonly RegistrySpec[], context: DocumentContext): readonly Json[] => {
	const dice = hash(context.seed, `attached ${cluster.name}`);
	return registriesOf(cluster, registries, context.seed).map(registry => {
		const scope = registryId(registry);
		const right = registry.abac && dice % 9 !== 0 ? 'Container Registry Repository Reader' : (!registry.abac && dice % 14 === 0 ? 'AcrPush' : 'AcrPull');
		return roleAssignmentDocument(cluster, scope, right, context);
	});
};

/**
The platform team gave one of its clusters the right to pull at its management group, for whatever comes to lie below it.
*/
const groupAssignments = (clusters: readonly ClusterSpec[], context: DocumentContext): readonly Json[] => {
	const cluster = clusters.findLast(({team, servicePrincipal}) => team === 'platform' && !servicePrincipal);
	return cluster ? [roleAssignmentDocument(cluster, `/providers/Microsoft.Management/managementGroups/${groupOf(cluster.team)}`, 'AcrPull', context)] : [];
};

/**
The keys and rights that surround a fleet, all derived from its clusters and registries.
*/
export const keyringOf = (clusters: Sequence<ClusterSpec>, registries: Sequence<RegistrySpec>, context: DocumentContext): Keyring => {
	const {seed} = context;
	const allClusters = all(clusters);
	const allRegistries = all(registries);
	const encrypted = new Map(allClusters.filter(({diskEncryption}) => diskEncryption).map(cluster => [diskEncryptionSetId(cluster).toLowerCase(), cluster]));
	const vaults = new Map<string, Placed>([
		...encrypted.values().map(cluster => [diskVaultName(cluster, seed), cluster] as const),
		...allRegistries.filter(({customerKey}) => customerKey !== undefined).map(registry => [registryVaultName(registry), registry] as const),
	]);
	return {
		diskEncryptionSets: encrypted.values().map(cluster => diskEncryptionSetDocument(cluster, diskEncryptionSetId(cluster), context)).toArray(),
		keyVaults: vaults.entries().map(([name, placed]) => vaultDocument(placed, name, context)).toArray(),
		roleAssignments: [
			...allClusters.filter(({servicePrincipal}) => !servicePrincipal).flatMap(cluster => assignmentsOf(cluster, allRegistries, context)),
			...groupAssignments(allClusters, context),
		],
	};
};

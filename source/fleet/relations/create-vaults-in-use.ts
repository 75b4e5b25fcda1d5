import type {VaultInUse} from '../../azure/collectors.js';
import type {Cluster} from '../../model/cluster.js';
import {isSameJson, reuseList} from '../reuse.js';
import {createClusterFaces} from './cluster-faces.js';
import {createMemo} from './memo.js';
import {keysOf, vaultsInUse, type KeyParts} from './vaults.js';

/**
What was read so far; absent is not read yet.
*/
export type VaultParts = {readonly clusters: readonly Cluster[]} & {readonly [Part in Exclude<keyof KeyParts, 'clusters' | 'insides' | 'whySetUnread' | 'whyVaultUnread'>]: KeyParts[Part] | undefined};

const none: readonly never[] = [];

/**
Makes the function that tells which keys are in use. The list and its entries keep their identity as long as they say the same.
*/
export const createVaultsInUse = (): ((parts: VaultParts) => readonly VaultInUse[]) => {
	const facesOf = createClusterFaces();
	let last: readonly VaultInUse[] = none;
	const compute = createMemo((clusters: KeyParts['clusters'], registries: KeyParts['registries'], disks: NonNullable<KeyParts['disks']>, allSets: KeyParts['allSets'], allVaults: KeyParts['allVaults']) => {
		const keys = keysOf({
			clusters, registries, disks, allSets, allVaults,
		}, undefined);
		const next = vaultsInUse(keys).map((vault, index) => {
			const before = last[index];
			return before?.vault === vault.vault && isSameJson(before.keyNames, vault.keyNames) ? before : vault;
		});
		last = reuseList(last, next);
		return last;
	});
	return ({clusters, registries = none, disks = none, allSets = none, allVaults = none}) =>
		// Without vaults there is nothing to relate, and no need to look at a thousand clusters.
		(allVaults.length === 0 ? none : compute(facesOf(clusters), registries, disks, allSets, allVaults));
};

import test from 'ava';
import {createPartsOf} from '../../../source/fleet/snapshot-parts.js';
import type {Known} from '../../../source/fleet/sources.js';
import type {DiskEncryptionSet} from '../../../source/model/disk-encryption-set.js';
import type {KeyVault} from '../../../source/model/key-vault.js';
import type {Resource} from '../../../source/model/resource.js';
import type {Check} from '../../../source/posture/check.js';
import {checksByKind} from '../../../source/posture/checks/index.js';
import {createJudge} from '../../../source/posture/judge.js';
import {setOf, vaultOf} from '../../support/around.js';
import {clusterOf, registryOf, today} from '../../support/posture.js';
import {collected, subscription} from '../fleet-fakes.js';

const none = {subscriptions: undefined, defenderPlans: undefined};

const otherUri = 'https://kv-other.vault.azure.net/';

const vault = vaultOf('kv-pay');
const otherVault = vaultOf('kv-pay', {id: vault.id.replace(/kv-pay$/v, 'kv-other'), name: 'kv-other', 'properties.vaultUri': otherUri});
const set = setOf('des-pay');
const otherSet = setOf('des-pay', {id: `${set.id}-other`, name: `${set.name}-other`, 'properties.activeKey.keyUrl': `${otherUri}keys/disks/1`});
const clusters = [set, otherSet].map(({id}, index) => clusterOf('managed-cluster-hardened-composed', {
	id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks-${index}`, name: `aks-${index}`, 'properties.diskEncryptionSetID': id,
}));
const registries = [registryOf('registry-premium-hardened-composed')];
const subscriptions = {tenant: 'contoso', subscriptions: [subscription()]};

const ids = (kind: keyof typeof checksByKind, name: string): readonly string[] => checksByKind[kind].map(({id}) => `${id} ${name}`);

/**
The real checks over a fleet with two sets and two vaults; `look` tells which of them were evaluated for what is new.
*/
const stage = () => {
	const evaluated: string[] = [];
	const watched = Object.fromEntries(Object.entries(checksByKind).map(([kind, checks]) => [kind, (checks as ReadonlyArray<Check<any>>).map(check => ({
		...check,
		judge(resource: Resource, context: never) {
			evaluated.push(`${check.id} ${resource.name}`);
			return check.judge(resource, context);
		},
	}))])) as unknown as typeof checksByKind;
	const judge = createJudge(watched);
	const partsOf = createPartsOf();
	return ({vaults = [vault, otherVault], sets = [set, otherSet]}: {readonly vaults?: readonly KeyVault[]; readonly sets?: readonly DiskEncryptionSet[]}): readonly string[] => {
		const known: Known = {
			subscriptions, clusters: collected(clusters), registries: collected(registries), defenderPlans: collected([]), roleAssignments: collected([]), keyVaults: collected(vaults), diskEncryptionSets: collected(sets),
		};
		const steps = judge(partsOf(known, none, today).input);
		while (steps.next().done !== true) {
			// Each step is one resource.
		}

		return evaluated.splice(0).toSorted();
	};
};

test('a vault that changed is judged again, and nothing else: neither its neighbour nor what has its keys there', t => {
	const look = stage();
	const first = look({});
	t.true([...ids('keyVault', 'kv-pay'), ...ids('keyVault', 'kv-other'), ...ids('diskEncryptionSet', set.name), ...ids('cluster', 'aks-0')].every(id => first.includes(id)), 'all of it is judged at first');
	t.deepEqual(look({}), []);
	const unprotected = vaultOf('kv-pay', {'properties.enablePurgeProtection': undefined});
	t.deepEqual(look({vaults: [unprotected, otherVault]}), ids('keyVault', 'kv-pay').toSorted());
	t.deepEqual(look({vaults: [unprotected, otherVault]}), []);
});

test('a set whose key moves to another vault is judged again with the checks that read who uses either vault', t => {
	const look = stage();
	look({});
	const moved: DiskEncryptionSet = {...set, keyUrl: `${otherUri}keys/disks/2`};
	t.deepEqual(look({sets: [moved, otherSet]}), [
		...ids('diskEncryptionSet', set.name),
		// The registry's key still lies there.
		...ids('keyVault', 'kv-pay'),
		...ids('keyVault', 'kv-other'),
	].toSorted());
});

test('a vault that nothing of the fleet has its key in changes nothing', t => {
	const look = stage();
	look({});
	const foreign = vaultOf('kv-pay', {id: `${vault.id}-foreign`, name: 'kv-foreign', 'properties.vaultUri': 'https://kv-foreign.vault.azure.net/'});
	t.deepEqual(look({vaults: [vault, otherVault, foreign]}), []);
});

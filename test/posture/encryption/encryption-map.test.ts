import test from 'ava';
import type {VaultKey} from '../../../source/model/cluster-records.js';
import type {DataDisk} from '../../../source/model/data-disk.js';
import type {StorageClass} from '../../../source/model/inside.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Fact,
} from '../../../source/model/known.js';
import {encryptionMap, type EncryptionInput} from '../../../source/posture/encryption/encryption-map.js';
import {setOf, vaultOf} from '../../support/around.js';
import {weakCluster} from '../../support/models.js';

const set = setOf('des-pay');
const vault = vaultOf('kv-pay');
const keyName = /\/keys\/(?<name>[^\/]+)/v.exec(valueOf(set.keyUrl)!)!.groups!.name!;
const key: VaultKey = {
	name: keyName, vaultKey: vault.key, created: '2026-01-01T00:00:00Z', expires: undefined, isEnabled: true, rotation: ['rotate after P90D'],
};

const storageClass = (name: string, diskEncryptionSetId?: string, provisioner = 'disk.csi.azure.com'): StorageClass => ({
	name, provisioner, isDefault: false, diskEncryptionSetId, sku: undefined,
});

const disk = (claim: string, diskEncryptionSetKey: Fact<string | undefined>): DataDisk => ({
	kind: 'dataDisk', id: claim, key: claim, name: claim, subscriptionId: weakCluster.subscriptionId, resourceGroup: 'mc', region: 'westeurope', tags: {},
	claim, encryptionType: undefined, diskEncryptionSetKey, sizeGib: 8,
});

const mapOf = (members: Partial<EncryptionInput> = {}) => encryptionMap({
	cluster: {...weakCluster, diskEncryptionSetId: set.id.toUpperCase()},
	sets: [set],
	vaults: [vault],
	vaultKeys: new Map([[vault.key, [key]]]),
	gap: undefined,
	storageClasses: [],
	disks: [],
	...members,
});

test('OS disks lead over set and key to the vault, whatever the casing of the id', t => {
	const {osDisks} = mapOf();
	t.is(osDisks.by, 'own');
	t.deepEqual(osDisks.by === 'own' && [osDisks.chain.set, osDisks.chain.key, osDisks.chain.vault], [set, key, vault]);
});

test('without a set it is Microsoft\'s key; with one that may not be read it is never that', t => {
	t.deepEqual(mapOf({cluster: {...weakCluster, diskEncryptionSetId: undefined}}).osDisks, {by: 'platform'});
	t.deepEqual(mapOf({cluster: {...weakCluster, diskEncryptionSetId: unknown('malformed', 'No text.')}}).osDisks, {by: 'unknown', reason: 'No text.'});
	const {osDisks} = mapOf({sets: [], gap: unknown('denied', 'Reader is missing.')});
	t.is(osDisks.by, 'own');
	t.deepEqual(osDisks.by === 'own' && osDisks.chain.set, unknown('denied', 'Reader is missing.'));
});

test('a station that is missing is unknown, and the stations before it are told', t => {
	const {osDisks} = mapOf({vaultKeys: new Map([[vault.key, unknown('denied', 'No right on keys.')]])});
	t.true(osDisks.by === 'own' && osDisks.chain.vault === vault && isUnknown(osDisks.chain.key));
	const elsewhere = mapOf({vaults: []}).osDisks;
	t.true(elsewhere.by === 'own' && isUnknown(elsewhere.chain.vault) && isUnknown(elsewhere.chain.key));
	t.is(elsewhere.by === 'own' && elsewhere.chain.vaultName, new URL(valueOf(vault.vaultUri)!).hostname.split('.', 1)[0]!);
});

test('an address of a key that cannot be read is unknown, no crash', t => {
	for (const keyUrl of ['', 'rubbish', 'https://kv.vault.azure.net/secrets/x', unknown('malformed', 'No text.')]) {
		const {osDisks} = mapOf({sets: [{...set, keyUrl}]});
		t.true(osDisks.by === 'own' && isUnknown(osDisks.chain.key));
	}
});

test('only classes of Azure disks count, each with its own set', t => {
	const {classes} = mapOf({storageClasses: [storageClass('managed-csi'), storageClass('own', set.id), storageClass('files', undefined, 'file.csi.azure.com')]});
	t.deepEqual(valueOf(classes)!.map(({storageClass: {name}, encryption: {by}}) => [name, by]), [['managed-csi', 'platform'], ['own', 'own']]);
});

test('volumes are grouped by what encrypts them, and unknown ones stand apart', t => {
	const {volumes} = mapOf({disks: [disk('a/1', undefined), disk('a/2', set.key), disk('b/3', undefined), disk('b/4', unknown('malformed', 'No text.'))]});
	t.deepEqual(valueOf(volumes)!.map(({encryption: {by}, disks}) => [by, disks.map(({claim}) => claim)]), [
		['platform', ['a/1', 'b/3']], ['own', ['a/2']], ['unknown', ['b/4']],
	]);
	const denied = unknown('denied', 'No.');
	t.is(mapOf({disks: denied}).volumes, denied);
});

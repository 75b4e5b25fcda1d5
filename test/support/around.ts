import {readDiskEncryptionSet} from '../../source/azure/read/disk-encryption-set.js';
import {readKeyVault} from '../../source/azure/read/key-vault.js';
import {readHost} from '../../source/azure/read/host.js';
import type {DiskEncryptionSet} from '../../source/model/disk-encryption-set.js';
import type {Host} from '../../source/model/host.js';
import type {JudgedSubscription} from '../../source/model/judged-subscription.js';
import type {KeyVault} from '../../source/model/key-vault.js';
import {readDocument, type Json} from './azure-documents.js';
import {edited, subscription, type Changes} from './posture.js';

const listed = (file: string, name: string): Json => (readDocument(file).value as readonly Json[]).find(document => document.name === name)!;

export const setOf = (name: string, changes: Changes = {}): DiskEncryptionSet =>
	readDiskEncryptionSet(edited(listed('compute/disk-encryption-set-list-composed.json', name), changes))!;

export const vaultOf = (name: string, changes: Changes = {}): KeyVault =>
	readKeyVault(edited(listed('keyvault/vault-list-composed.json', name), changes))!;

/**
A recorded machine of Azure Arc.
*/
export const hostOf = (name: string, changes: Changes = {}): Host =>
	readHost(edited(listed('hybridcompute/recorded-machine-list-excerpt.json', name), changes))!;

export const judgedSubscription: JudgedSubscription = {
	kind: 'subscription', id: `/subscriptions/${subscription}`, key: `/subscriptions/${subscription}`, name: 'Shop production', subscriptionId: subscription, resourceGroup: '', region: '', tags: {},
};

export const aroundSamples = {
	subscription: judgedSubscription, diskEncryptionSet: setOf('des-pay'), keyVault: vaultOf('kv-pay'), host: hostOf('arc-machine-03'),
} as const;

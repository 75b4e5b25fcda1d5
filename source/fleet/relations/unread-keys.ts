import type {Collected} from '../../azure/collectors.js';
import {resourceParts} from '../../azure/resource-id.js';
import type {DiskEncryptionSet} from '../../model/disk-encryption-set.js';
import type {KeyVault} from '../../model/key-vault.js';
import {unknown, type Unknown} from '../../model/known.js';
import type {SourceErrorDetail} from '../../model/source-error.js';
import {toUnknown} from '../error-detail.js';
import {gapOf} from './gap-of.js';

/**
Why something of a subscription that is referred to was not read; nothing while it is only not read yet.
*/
export type WhyUnread = (subscriptionId: string) => Unknown | undefined;

const notTold = unknown('not-reported', 'It is referred to, and Resource Graph does not tell of it: it is gone, or it may not be read.');

const outside = unknown('not-asked', 'It is referred to, and lies in a subscription that is not read here.');

const waiting: WhyUnread = () => undefined;

/**
Makes the function that says why what is missing in an answer is missing.
*/
export const whyUnreadOf = (read: Pick<Collected<unknown>, 'coverage'> | undefined, error: SourceErrorDetail | undefined): WhyUnread => {
	if (read) {
		return id => gapOf(read.coverage.get(id)) ?? (read.coverage.has(id) ? notTold : outside);
	}

	const reason = error && toUnknown(error);
	return reason ? () => reason : waiting;
};

const placeOf = (id: string, type: string) => {
	const {subscriptionId, resourceGroup, names} = resourceParts(id);
	const name = names[type];
	return name === undefined || subscriptionId === ''
		? undefined
		: {
			id, key: id.toLowerCase(), name, subscriptionId, resourceGroup, region: '', tags: {},
		};
};

/**
A set that is referred to and could not be read: every fact unknown, so that every verdict on it is.
*/
export const unreadSet = (id: string, why: WhyUnread): DiskEncryptionSet | undefined => {
	const place = placeOf(id, 'diskencryptionsets');
	const reason = place && why(place.subscriptionId);
	return reason && {
		...place, kind: 'diskEncryptionSet', encryptionType: reason, keyUrl: reason, vaultId: reason, autoRotation: reason, lastRotated: reason, rotationError: reason, identityType: reason,
	};
};

/**
The same of a vault.
*/
export const unreadVault = (id: string, why: WhyUnread): KeyVault | undefined => {
	const place = placeOf(id, 'vaults');
	const reason = place && why(place.subscriptionId);
	return reason && {
		...place, kind: 'keyVault', sku: reason, vaultUri: reason, softDelete: reason, softDeleteDays: reason, purgeProtection: reason, rbacAuthorization: reason, publicNetworkAccess: reason, created: reason,
	};
};

import {isUnknown} from '../../../model/known.js';
import type {Registry, RegistryKey} from '../../../model/registry.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {acrCommand, needed} from '../../commands.js';
import {
	fail,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';
import {judgePolicy} from './policy.js';
import {unlessPremium} from './premium.js';

const statusPath = 'properties.encryption.status';
const keyPath = 'properties.encryption.keyVaultProperties';
const rotationPath = `${keyPath}.keyRotationEnabled`;
const rotatedPath = `${keyPath}.lastKeyRotationTimestamp`;
const createdPath = 'properties.creationDate';

const day = 86_400_000;

/**
Days that a key version may be in use: a yearly rotation by hand; an automatic one has five weeks more, because it follows
the vault's own rotation policy with a delay.
*/
const mostDays = {byHand: 365, automatic: 400} as const;

const platformIsEnough = notApplicable(seen('settings.encryptionKeys', 'platform'));

const judgeOwnKey = ({sku, encryption}: Registry, {standards}: JudgeContext): Outcome => {
	const outcome = unlessPremium(sku) ?? judgePolicy(statusPath, encryption, 'enabled', 'disabled');
	return outcome.status === 'fail' && standards?.encryptionKeys === 'platform' ? platformIsEnough : outcome;
};

type InUse = {readonly path: string; readonly value: string; readonly days: number};

/**
Since when the registry uses its key version. Azure leaves the time of the last rotation out as long as there was none
(recorded): then it is the registry's own, whose key is chosen when it is created.
*/
const inUseSince = ({created}: Registry, {lastRotated}: RegistryKey, context: JudgeContext): InUse | Outcome => {
	if (isUnknown(lastRotated)) {
		return unknownBecause(lastRotated.reason);
	}

	const [path, value] = lastRotated === undefined ? [createdPath, created] : [rotatedPath, lastRotated];
	if (isUnknown(value)) {
		return unknownBecause(value.reason);
	}

	if (value === undefined) {
		return notReported(rotatedPath);
	}

	const days = Math.floor((context.now - Date.parse(value)) / day);
	// A day of grace, because clocks differ; what lies further ahead is no time of a rotation.
	return days >= -1 ? {path, value, days} : unfamiliar(path, value);
};

const judgeRotation = (registry: Registry, context: JudgeContext): Outcome => {
	const {encryption, encryptionKey} = registry;
	if (isUnknown(encryption)) {
		return unknownBecause(encryption.reason);
	}

	if (encryption === 'disabled') {
		return notApplicable(seen(statusPath, encryption));
	}

	if (encryption !== undefined && encryption !== 'enabled') {
		return unfamiliar(statusPath, encryption);
	}

	if (isUnknown(encryptionKey)) {
		return unknownBecause(encryptionKey.reason);
	}

	if (encryptionKey === undefined) {
		return encryption === undefined ? notApplicable(seen(statusPath, encryption)) : notReported(keyPath);
	}

	const {rotationEnabled} = encryptionKey;
	if (isUnknown(rotationEnabled)) {
		return unknownBecause(rotationEnabled.reason);
	}

	if (rotationEnabled === undefined) {
		return notReported(rotationPath);
	}

	const inUse = inUseSince(registry, encryptionKey, context);
	if ('status' in inUse) {
		return inUse;
	}

	const evidence = [seen(rotationPath, rotationEnabled), seen(inUse.path, inUse.value)];
	const most = rotationEnabled ? mostDays.automatic : mostDays.byHand;
	return inUse.days <= most
		? pass(...evidence)
		: fail(evidence, {detail: rotationEnabled ? `No new key version came for more than ${most} days.` : `The key is pinned to a version that is in use for more than ${most} days.`});
};

/**
A key identifier without its version, which is what rotates by itself: `https://VAULT/keys/NAME`.
*/
const versionless = (identifier: string): string => /^https:\/\/[^\/]+\/keys\/[^\/]+/iv.exec(identifier)?.[0] ?? identifier;

const keyArgument = ({encryptionKey}: Registry): string => {
	const identifier = encryptionKey === undefined || isUnknown(encryptionKey) ? undefined : encryptionKey.keyIdentifier;
	return typeof identifier === 'string' ? shellQuote(versionless(identifier)) : needed('KEY_ID', 'key id without a version, https://VAULT/keys/NAME');
};

export const encryptionChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-cmk-missing',
		kind: 'registry',
		title: 'Images are encrypted with a key of Microsoft',
		severity: 'low',
		why: 'Who has to be able to withdraw the key needs one of their own, and it can only be chosen when the registry is created.',
		decidedBy: `${statusPath} and sku.name (Resource Graph); absent means disabled`,
		references: {mcsb: ['DP-5'], azurePolicy: ['5b9159ae-1701-4a6f-9a7a-aa9c8ddd0580'], defender: ['af560c4d-9c05-e073-b9f1-f7a94958ff25']},
		fix: ({id, subscriptionId, resourceGroup, region}) => ({
			command: `az acr create --subscription ${shellQuote(subscriptionId)} --resource-group ${shellQuote(resourceGroup)} --location ${shellQuote(region)} --name ${needed('NEW_REGISTRY', 'name of the new registry')} --sku Premium`
				+ ` --identity ${needed('IDENTITY_ID', 'resource id of the identity that may use the key')} --key-encryption-key ${needed('KEY_ID', 'key id without a version, https://VAULT/keys/NAME')}`
				+ ` && az acr import --subscription ${shellQuote(subscriptionId)} --name ${needed('NEW_REGISTRY', 'name of the new registry')} --registry ${shellQuote(id)} --source ${needed('IMAGE', 'repository:tag, once for each image')}`,
			effect: 'Makes a second registry, at its price, and copies one image; the old one stays as it is until everything pulls from the new one.',
		}),
		judge: judgeOwnKey,
	},
	{
		id: 'acr-cmk-rotation-manual-or-stale',
		kind: 'registry',
		title: 'The registry\'s own key is old',
		severity: 'medium',
		why: 'A key that is pinned to one version changes only when somebody rotates it by hand, and the older it is, the more it opens.',
		decidedBy: `${rotationPath}, ${rotatedPath}, or ${createdPath} where there was no rotation (Resource Graph)`,
		references: {},
		fix: registry => ({
			command: acrCommand('encryption rotate-key', registry, `--key-encryption-key ${keyArgument(registry)} --identity ${needed('IDENTITY_ID', 'resource id of the identity that may use the key')}`),
			effect: 'Takes up the newest version and follows new ones from then on; interrupts nothing as long as the old version stays enabled until it is done.',
		}),
		judge: judgeRotation,
	},
];

import type {DiskEncryptionSet} from '../../model/disk-encryption-set.js';
import {isUnknown} from '../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../check.js';
import {
	fail,
	judgeSwitch,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../outcome.js';
import {shellQuote} from '../shell-quote.js';

const rotationPath = 'properties.rotationToLatestKeyVersionEnabled';
const errorPath = 'properties.autoKeyRotationError.code';
const rotatedPath = 'properties.lastKeyRotationTimestamp';

const day = 86_400_000;

/**
Longer ago than this, a key that is to be rotated each year was not.
*/
const staleAfterDays = 400;

const command = (set: DiskEncryptionSet, options: string): string =>
	`az disk-encryption-set update --subscription ${shellQuote(set.subscriptionId)} --resource-group ${shellQuote(set.resourceGroup)} --name ${shellQuote(set.name)} ${options}`;

/**
An error counts also where rotation is off: Azure switches it off when it fails (`ManagedServiceIdentityNotFound`).
*/
const judgeFailed = (set: DiskEncryptionSet, context: JudgeContext): Outcome => {
	const {autoRotation, rotationError, lastRotated} = set;
	if (isUnknown(rotationError)) {
		return unknownBecause(rotationError.reason);
	}

	if (rotationError !== undefined) {
		return fail([seen(errorPath, rotationError)]);
	}

	if (isUnknown(autoRotation)) {
		return unknownBecause(autoRotation.reason);
	}

	if (autoRotation !== true) {
		return notApplicable(seen(rotationPath, autoRotation));
	}

	if (isUnknown(lastRotated)) {
		return unknownBecause(lastRotated.reason);
	}

	if (lastRotated === undefined) {
		return pass(seen(errorPath, undefined), seen(rotatedPath, undefined));
	}

	const time = Date.parse(lastRotated);
	if (Number.isNaN(time)) {
		return unknownBecause(`\`${rotatedPath}\` holds "${lastRotated}", which is no time`);
	}

	return context.now - time > staleAfterDays * day
		? fail([seen(errorPath, undefined), seen(rotatedPath, lastRotated)], {severity: 'medium', detail: `The key in use was taken more than ${staleAfterDays} days ago.`})
		: pass(seen(errorPath, undefined), seen(rotatedPath, lastRotated));
};

export const diskEncryptionSetChecks: ReadonlyArray<Check<'diskEncryptionSet'>> = [
	{
		id: 'des-auto-rotation-off',
		kind: 'diskEncryptionSet',
		title: 'Key auto-rotation is off on the disk encryption set',
		severity: 'medium',
		why: 'A new version of the key in the vault is not used until the set follows it.',
		decidedBy: `\`${rotationPath}\` (Microsoft.Compute/diskEncryptionSets)`,
		references: {},
		fix: set => ({
			command: command(set, '--enable-auto-key-rotation true'),
			effect: 'The set follows the newest version of its key within an hour; running nodes are not interrupted.',
		}),
		judge: ({autoRotation}) => judgeSwitch(rotationPath, autoRotation, true),
	},
	{
		id: 'des-rotation-failed',
		kind: 'diskEncryptionSet',
		title: 'Last automatic key rotation failed or is stale',
		severity: 'high',
		why: 'A rotation mostly fails because the set has lost access to its vault: disks may not start the next time.',
		decidedBy: `\`${errorPath}\` and \`${rotatedPath}\` (Microsoft.Compute/diskEncryptionSets)`,
		references: {},
		fix: set => ({
			command: command(set, '--enable-auto-key-rotation true'),
			effect: 'Tries again; first give the identity of the set the role Key Vault Crypto Service Encryption User, and look at the firewall of the vault.',
		}),
		judge: judgeFailed,
	},
];

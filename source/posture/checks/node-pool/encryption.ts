import {isUnknown} from '../../../model/known.js';
import type {NodePool} from '../../../model/node-pool.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {newPoolCommand} from '../../commands.js';
import {
	fail,
	judgeSwitch,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';
import {noStandards} from '../../../model/standards.js';
import {managedBecause} from './emptiness.js';

const fipsPath = 'enableFIPS';

const judgeFips = (pool: NodePool, {standards = noStandards}: JudgeContext): Outcome => {
	const managed = managedBecause(pool);
	if (managed !== undefined) {
		return notApplicable(managed);
	}

	const {fips} = pool;
	if (fips === true) {
		return pass(seen(fipsPath, true));
	}

	if (!standards.requireFips) {
		return notApplicable(seen('settings.requireFips', false));
	}

	return isUnknown(fips) ? unknownBecause(fips.reason) : fail([seen(fipsPath, fips)], {severity: 'high', detail: 'The setting requireFips asks for it.'});
};

export const encryptionChecks: ReadonlyArray<Check<'nodePool'>> = [
	{
		id: 'nodepool-fips-off',
		kind: 'nodePool',
		title: 'Validated cryptography (FIPS) is off',
		severity: 'info',
		why: 'Work for governments and payments asks for validated modules; elsewhere it is a choice.',
		decidedBy: `${fipsPath}, where the setting requireFips is on (Resource Graph)`,
		references: {},
		fix: pool => ({
			command: newPoolCommand(pool, '--enable-fips-image'),
			effect: 'Adds a pool beside the old one, at its price; drain and delete the old one once its workloads run on the new one.',
		}),
		judge: judgeFips,
	},
	{
		id: 'nodepool-encryption-at-host-off',
		kind: 'nodePool',
		title: 'Temporary disks and caches are not encrypted at the host',
		severity: 'medium',
		why: 'Container layers, logs and emptyDir volumes lie on disks that encryption at rest does not reach at the host.',
		decidedBy: 'enableEncryptionAtHost (Resource Graph)',
		references: {azurePolicy: ['41425d9f-d1a5-499a-9932-f8ed8453932c']},
		fix: pool => ({
			command: newPoolCommand(pool, '--enable-encryption-at-host'),
			effect: 'Chosen when a pool is created: adds a pool, at its price; the feature has to be registered in the subscription, and the VM size has to support it.',
		}),
		judge(pool) {
			const managed = managedBecause(pool);
			return managed === undefined ? judgeSwitch('enableEncryptionAtHost', pool.encryptionAtHost, true) : notApplicable(managed);
		},
	},
];

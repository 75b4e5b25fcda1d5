import type {Cluster} from '../../../model/cluster.js';
import {
	isUnknown,
	unknown,
	valueOf,
	type Unknown,
} from '../../../model/known.js';
import {noStandards} from '../../../model/standards.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {needed} from '../../commands.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {kubectl} from '../../kubectl.js';

const ownSetPath = 'properties.diskEncryptionSetID';
const diskPath = 'properties.encryption.diskEncryptionSetId';

const mostNamed = 5;

const notRead = unknown('not-asked', 'the disks of volumes have not been read yet');

const judge = (cluster: Cluster, {dataDisks, standards = noStandards}: JudgeContext): Outcome => {
	const set = cluster.diskEncryptionSetId;
	if (isUnknown(set)) {
		return unknownBecause(set.reason);
	}

	if ((set === undefined || set === '') && standards.encryptionKeys !== 'own') {
		return notApplicable(seen(ownSetPath, undefined));
	}

	const disks = dataDisks?.get(cluster.key) ?? notRead;
	if (isUnknown(disks)) {
		return unknownFact(disks);
	}

	if (disks.length === 0) {
		return notApplicable(seen('disks of volumes in the node resource group', 'none'));
	}

	const platform = disks.filter(({diskEncryptionSetKey}) => valueOf(diskEncryptionSetKey) === undefined && !isUnknown(diskEncryptionSetKey));
	if (platform.length > 0) {
		const more = platform.length > mostNamed ? ` and ${platform.length - mostNamed} more` : '';
		return fail(platform.slice(0, mostNamed).map(({key}) => ({...seen(diskPath, undefined), resource: key})), {
			detail: `Volumes of ${platform.slice(0, mostNamed).map(({claim}) => claim).join(', ')}${more} have Microsoft's key.`,
		});
	}

	const hidden = disks.map(({diskEncryptionSetKey}) => diskEncryptionSetKey).find((fact): fact is Unknown => isUnknown(fact));
	return hidden ? unknownBecause(hidden.reason) : pass(seen(diskPath, `set on all ${disks.length} disks`));
};

export const dataDiskChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-data-disk-platform-key',
		kind: 'cluster',
		title: 'Volumes have Microsoft\'s key though the nodes\' disks have an own one',
		severity: 'low',
		why: 'The systems\' disks are encrypted with the company\'s key, and the data are not.',
		decidedBy: '`properties.encryption` of the disks in the node resource group that carry `kubernetes.io-created-for-pvc-name` (Microsoft.Compute/disks)',
		references: {},
		fix: cluster => ({
			command: kubectl('apply', {clusterName: cluster.name}, `--filename ${needed('STORAGE_CLASS', 'file of a StorageClass with diskEncryptionSetID')}`),
			effect: 'New volumes of that class get the own key; those that are there keep Microsoft\'s until their data are moved to new ones.',
		}),
		judge,
	},
];

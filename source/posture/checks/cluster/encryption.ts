import type {Cluster} from '../../../model/cluster.js';
import {isUnknown, valueOf} from '../../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {aksCommand, needed} from '../../commands.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {noStandards} from '../../../model/standards.js';

const kmsPath = 'properties.securityProfile.azureKeyVaultKms.enabled';
const infrastructurePath = 'properties.securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption';
const diskPath = 'properties.diskEncryptionSetID';

const platformIsEnough = notApplicable(seen('settings.encryptionKeys', 'platform'));

const judgeSecrets = ({keyManagementService, infrastructureEncryption}: Cluster, {standards = noStandards}: JudgeContext): Outcome => {
	if (keyManagementService === true) {
		return pass(seen(kmsPath, true));
	}

	if (standards.encryptionKeys === 'platform') {
		return platformIsEnough;
	}

	const isOwnRequired = standards.encryptionKeys === 'own';
	if (infrastructureEncryption === 'Enabled' && !isOwnRequired) {
		return pass(seen(infrastructurePath, infrastructureEncryption));
	}

	const fault = firstUnknown(keyManagementService, infrastructureEncryption);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	const sent = valueOf(infrastructureEncryption);
	if (sent === 'Enabled') {
		return fail([seen(kmsPath, valueOf(keyManagementService)), seen(infrastructurePath, sent)], {detail: 'Encrypted once more, but with a key of the platform; the setting encryptionKeys asks for own ones.'});
	}

	return sent === undefined || sent === 'Disabled'
		? fail([seen(kmsPath, valueOf(keyManagementService)), seen(infrastructurePath, sent)])
		: unfamiliar(infrastructurePath, sent);
};

/**
Nothing of an ephemeral disk outlives its node.
*/
const isEphemeral = ({nodePools}: Cluster): boolean => {
	const pools = valueOf(nodePools) ?? [];
	return pools.length > 0 && pools.every(({osDiskType}) => osDiskType === 'Ephemeral');
};

const judgeDisks = (cluster: Cluster, {standards = noStandards}: JudgeContext): Outcome => {
	const {diskEncryptionSetId: set} = cluster;
	if (isUnknown(set)) {
		return unknownBecause(set.reason);
	}

	if (set !== undefined && set !== '') {
		return pass(seen(diskPath, set));
	}

	if (standards.encryptionKeys === 'platform') {
		return platformIsEnough;
	}

	if (isEphemeral(cluster)) {
		return notApplicable(seen('properties.agentPoolProfiles[].osDiskType', 'Ephemeral'));
	}

	return standards.encryptionKeys === 'own' ? fail([seen(diskPath, undefined)]) : fail([seen(diskPath, undefined)], {severity: 'info'});
};

export const encryptionChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-secrets-kms-missing',
		kind: 'cluster',
		title: 'Secrets in etcd have no key of their own',
		severity: 'medium',
		why: 'With an envelope key, a copy of etcd alone gives no secret away.',
		decidedBy: `${kmsPath}, or ${infrastructurePath} = Enabled unless the setting encryptionKeys is own (Resource Graph)`,
		references: {cisAks: ['5.3.1'], azurePolicy: ['dbbdc317-9734-4dd8-9074-993b29c69008']},
		fix: cluster => ({
			command: aksCommand('update', cluster, `--enable-azure-keyvault-kms --azure-keyvault-kms-key-id ${needed('KEY_ID', 'identifier of a key in Key Vault that the identity of the cluster may use')}`),
			effect: 'The API server restarts; secrets are encrypted when they are next written, so write all of them again. Without the key nobody can read them any more.',
		}),
		judge: judgeSecrets,
	},
	{
		id: 'aks-os-disk-platform-key',
		kind: 'cluster',
		title: 'Disks of the operating system have Microsoft\'s key',
		severity: 'low',
		why: 'With a key of your own you can cut off access to the disks by disabling it.',
		decidedBy: `${diskPath}, and properties.agentPoolProfiles[].osDiskType (Resource Graph); counts only where the setting encryptionKeys is own`,
		references: {azurePolicy: ['7d7be79c-23ba-4033-84dd-45e2a5ccdd67']},
		fix: cluster => ({
			command: aksCommand('show', cluster, '--query diskEncryptionSetId'),
			effect: 'Chosen only when a cluster is created (--node-osdisk-diskencryptionset-id): build a new one and move the workloads. The command shows the setting and changes nothing.',
		}),
		judge: judgeDisks,
	},
];

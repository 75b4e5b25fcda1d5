import {valueOf} from '../../../source/model/known.js';
import type {Check, JudgeContext, Outcome} from '../../../source/posture/check.js';
import {clusterChecks} from '../../../source/posture/checks/cluster.js';
import {nodePoolChecks} from '../../../source/posture/checks/node-pool.js';
import type {PolicyCondition} from '../../support/azure-policy.js';
import {readDocument} from '../../support/azure-documents.js';
import {
	clusterOf,
	contextOf,
	edited,
	planOf,
	subscription,
	type Changes,
} from '../../support/posture.js';
import type {PolicyRow} from './policy-row.js';

const hardened = 'managed-cluster-hardened-composed';
const weak = 'managed-cluster-weak-composed';

const field = (path: string): string => `Microsoft.ContainerService/managedClusters/${path}`;

type Example = readonly [compliance: 'compliant' | 'not compliant', ours: Outcome['status'], file: string, changes?: Changes, because?: string, context?: JudgeContext];

const severest: ReadonlyArray<Outcome['status']> = ['fail', 'unknown', 'pass', 'not-applicable'];

/**
Azure Policy looks at the pools of a cluster together: one that is not compliant makes the cluster so.
*/
const judgePools = (check: Check<'nodePool'>, file: string, changes: Changes, context: JudgeContext): Outcome => {
	const outcomes = (valueOf(clusterOf(file, changes).nodePools) ?? []).map(pool => check.judge(pool, context));
	return severest.map(status => outcomes.find(outcome => outcome.status === status)).find(outcome => outcome !== undefined)!;
};

const judge = (checkId: string, file: string, changes: Changes, context: JudgeContext): Outcome => {
	const ofPool = nodePoolChecks.find(({id}) => id === checkId);
	return ofPool === undefined
		? clusterChecks.find(({id}) => id === checkId)!.judge(clusterOf(file, changes), context)
		: judgePools(ofPool, file, changes, context);
};

// eslint-disable-next-line max-params -- a row of a table
const row = (checkId: string, definition: string, version: string, condition: PolicyCondition, examples: readonly Example[]): PolicyRow => ({
	checkId,
	definition,
	version,
	condition,
	documents: examples.map(([compliance, ours, file, changes = {}, because, context = contextOf()]) => ({
		name: `${file} ${JSON.stringify(changes)}`,
		document: edited(readDocument(`aks/${file}.json`), changes),
		isCompliant: compliance === 'compliant',
		ours,
		judge: () => judge(checkId, file, changes, context),
		...(because !== undefined && {because}),
	})),
});

const ranges = 'apiServerAccessProfile.authorizedIPRanges';
const isPrivate = 'apiServerAccessProfile.enablePrivateCluster';
const channel = 'autoUpgradeProfile.upgradeChannel';
const osChannel = 'autoUpgradeProfile.nodeOSUpgradeChannel';
const addon = 'addonProfiles.azurePolicy.enabled';
const workload = 'securityProfile.workloadIdentity.enabled';
const kms = 'securityProfile.azureKeyVaultKms.enabled';
const sensor = 'securityProfile.defender.securityMonitoring.enabled';

const freePlans = new Map([[subscription, planOf('Free')]]);
const planIsOff = contextOf({containersPlans: freePlans});

const mistyped = 'A switch that holds a text is damage, not a position: what it means is not known.';

/*
Definitions as of April 2026 (built-in-policies/policyDefinitions, Kubernetes and Security Center), put in our own words.
*/
export const rows: readonly PolicyRow[] = [
	row('aks-api-server-public-unrestricted', '0e246bcf-5f6f-4f87-bc6f-775d4712c7ea', '2.0.1', {
		allOf: [
			{field: field(ranges), exists: false},
			{anyOf: [{field: field(isPrivate), exists: false}, {field: field(isPrivate), equals: false}]},
		],
	}, [
		['compliant', 'pass', hardened],
		['compliant', 'pass', 'recorded-cluster-authorized-ip-ranges'],
		['not compliant', 'fail', weak],
		['not compliant', 'pass', weak, {'properties.publicNetworkAccess': 'Disabled'}, 'The definition is older than the switch that closes the public endpoint.'],
		['compliant', 'fail', weak, {[`properties.${ranges}`]: []}, 'An empty list is there, and restricts nothing.'],
		['not compliant', 'not-applicable', weak, {'properties.provisioningState': 'Deleting'}, 'A cluster that is being deleted needs no mending.'],
	]),
	row('aks-private-cluster-off', '040732e8-d947-40b8-95d6-854c95024bf8', '1.0.1', {field: field(isPrivate), notEquals: true}, [
		['compliant', 'pass', 'recorded-cluster-private-vnet-integration'],
		['not compliant', 'fail', weak],
		['not compliant', 'pass', weak, {'properties.publicNetworkAccess': 'Disabled'}, 'The definition is older than the switch that closes the public endpoint.'],
	]),
	row('aks-local-accounts-enabled', '993c2fcd-2b29-49d2-9eb0-df2c3a730c32', '1.0.1', {field: field('disableLocalAccounts'), notEquals: true}, [
		['compliant', 'pass', 'recorded-cluster-local-accounts-disabled'],
		['not compliant', 'fail', 'recorded-cluster-azure-rbac'],
		['not compliant', 'not-applicable', weak, {}, 'Without Entra ID local accounts are the only way in: aks-entra-integration-missing says what comes first.'],
		['not compliant', 'unknown', hardened, {'properties.disableLocalAccounts': 'yes'}, mistyped],
	]),
	row('aks-entra-integration-missing', '450d2877-ebea-41e8-b00c-e286317d21bf', '1.0.2', {field: field('aadProfile'), exists: false}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['compliant', 'fail', weak, {'properties.aadProfile': {clientAppID: 'a', serverAppID: 'b'}}, 'A legacy integration has a profile too, but keeps a secret of its own and gets no fixes.'],
	]),
	row('aks-kubernetes-rbac-off', 'ac4a19c2-fa67-49b4-8ae5-0b2e78c49457', '1.1.0', {
		allOf: [{field: field('enableRBAC'), exists: true}, {field: field('enableRBAC'), equals: false}],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', 'recorded-cluster-rbac-disabled'],
		['compliant', 'unknown', hardened, {'properties.enableRBAC': undefined}, 'Azure always sends the switch: where it is not in the answer, it was not read.'],
	]),
	row('aks-run-command-enabled', '89f2d532-c53c-4f8f-9afa-4927b1114a0d', '1.0.1', {field: field('apiServerAccessProfile.disableRunCommand'), notEquals: true}, [
		['compliant', 'pass', 'recorded-cluster-run-command-disabled'],
		['not compliant', 'fail', weak],
		['not compliant', 'unknown', hardened, {'properties.apiServerAccessProfile.disableRunCommand': 1}, mistyped],
	]),
	row('aks-service-principal-identity', 'da6e2401-19da-4532-9141-fb8fbde08431', '1.0.1', {
		allOf: [{field: field('servicePrincipalProfile'), exists: true}, {field: field('servicePrincipalProfile.clientId'), notEquals: 'msi'}],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['not compliant', 'fail', 'recorded-cluster-service-principal'],
		['not compliant', 'pass', 'recorded-cluster-calico', {}, 'The recorder replaced msi by a GUID. The identity of the cluster decides, and is the surer sign.'],
		['compliant', 'unknown', weak, {'properties.servicePrincipalProfile': undefined}, 'Neither an identity nor a principal is in the answer: a cluster has one of them.'],
	]),
	row('aks-auto-upgrade-off', '5c345cdf-2049-47e0-b8fe-b0e96bc2df35', '1.0.0', {
		anyOf: [{field: field(channel), exists: false}, {field: field(channel), notIn: ['rapid', 'stable', 'patch']}],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['not compliant', 'pass', hardened, {[`properties.${channel}`]: 'node-image'}, 'The catalogue counts node-image as a channel; the version itself is judged by aks-kubernetes-version-unsupported.'],
		['not compliant', 'unknown', hardened, {[`properties.${channel}`]: 'someday'}, 'A word that nobody knows may mean anything.'],
	]),
	row('aks-node-os-upgrade-channel-off', '04408ca5-aa10-42ce-8536-98955cdddd4c', '1.0.0', {
		allOf: [
			{anyOf: [{field: field(channel), exists: false}, {field: field(channel), notEquals: 'node-image'}]},
			{anyOf: [{field: field(osChannel), exists: false}, {field: field(osChannel), notIn: ['NodeImage', 'SecurityPatch']}]},
		],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['not compliant', 'unknown', weak, {[`properties.${osChannel}`]: 'Unmanaged'}, 'Unmanaged nodes do patch themselves; whether kured reboots them stands in the cluster\'s own API.'],
	]),
	row('aks-azure-policy-addon-missing', '0a15ec92-a229-4763-bb14-0ea34a568f8d', '1.0.2', {
		anyOf: [{field: field(addon), exists: false}, {field: field(addon), equals: false}],
	}, [
		['compliant', 'pass', 'recorded-cluster-azure-policy'],
		['not compliant', 'fail', weak],
		['compliant', 'unknown', weak, {'properties.addonProfiles.azurepolicy.enabled': 'soon'}, mistyped],
	]),
	row('aks-workload-identity-missing', '2cc2e023-0dac-4046-875b-178f683929d5', '1.0.0', {
		anyOf: [{field: field(workload), exists: false}, {field: field(workload), equals: false}],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['compliant', 'fail', hardened, {'properties.podIdentityProfile': {enabled: true}}, 'Pod-managed identity, which is retired, hands out tokens beside it.'],
		['compliant', 'fail', hardened, {'properties.oidcIssuerProfile.enabled': false}, 'Without an issuer no token can be exchanged.'],
	]),
	row('aks-secrets-kms-missing', 'dbbdc317-9734-4dd8-9074-993b29c69008', '1.1.0', {field: field(kms), notEquals: true}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['not compliant', 'pass', 'recorded-cluster-infrastructure-encryption', {}, 'The newer mode encrypts etcd with a key of the platform, which protects a copy of it as well.'],
	]),
	row('aks-os-disk-platform-key', '7d7be79c-23ba-4033-84dd-45e2a5ccdd67', '1.0.1', {
		anyOf: [{field: field('diskEncryptionSetID'), exists: false}, {field: field('diskEncryptionSetID'), equals: ''}],
	}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['not compliant', 'not-applicable', 'recorded-cluster-automatic', {}, 'All its disks are ephemeral: nothing of them outlives the node.'],
	]),
	row('aks-defender-sensor-missing', 'a1840de2-8088-4ea8-b153-b4c723e9cb01', '2.0.1', {field: field(sensor), notEquals: true}, [
		['compliant', 'pass', hardened],
		['not compliant', 'fail', weak],
		['not compliant', 'not-applicable', weak, {}, 'The plan of the subscription is off: a sensor would report to nobody.', planIsOff],
	]),
	row('nodepool-ssh-local-user', '28257686-e9db-403e-b9e2-a5eecbe03da9', '1.0.0', {
		count: {
			field: field('agentPoolProfiles[*]'),
			where: {
				anyOf: [
					{field: 'securityProfile.sshAccess', exists: false},
					{field: 'securityProfile.sshAccess', equals: 'localuser'},
				],
			},
		},
		greater: 0,
	}, [
		['compliant', 'pass', 'recorded-cluster-ssh-disabled'],
		['compliant', 'pass', 'recorded-cluster-ssh-entra-id'],
		['not compliant', 'fail', weak],
	]),
	row('nodepool-encryption-at-host-off', '41425d9f-d1a5-499a-9932-f8ed8453932c', '1.0.1', {
		count: {
			field: field('agentPoolProfiles[*]'),
			where: {
				anyOf: [
					{field: 'enableEncryptionAtHost', exists: false},
					{field: 'enableEncryptionAtHost', equals: ''},
					{field: 'enableEncryptionAtHost', equals: false},
				],
			},
		},
		greater: 0,
	}, [
		['compliant', 'pass', 'recorded-cluster-defender-encryption-at-host'],
		['not compliant', 'fail', weak],
	]),
];

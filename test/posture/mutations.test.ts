import test from 'ava';
import fc from 'fast-check';
import {readCluster} from '../../source/azure/read/cluster.js';
import {valueOf} from '../../source/model/known.js';
import {parseNodeImage} from '../../source/model/node-image.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Check, JudgeContext, Outcome} from '../../source/posture/check.js';
import {clusterChecks} from '../../source/posture/checks/cluster.js';
import {nodePoolChecks} from '../../source/posture/checks/node-pool.js';
import {clusterExamples} from '../support/azure-documents.js';
import {mutate, mutationsAt, valueAt} from '../support/mutate.js';
import {contextOf} from '../support/posture.js';

/**
What a document must hold for a check to pass, read from the document alone: written down apart from readers and checks.
`paths` is where it is damaged on purpose. Where absence is as good as the right value, `needs` says so.
*/
type Rule = {
	readonly paths: readonly string[];
	/**
	`pool` is the damaged pool, `cluster` the document that holds it.
	*/
	readonly needs: (cluster: unknown, pool: unknown) => boolean;
};

const word = (value: unknown): string | undefined => (typeof value === 'string' ? value.toLowerCase() : undefined);
const isOneOf = (value: unknown, ...words: readonly string[]): boolean => words.includes(word(value) ?? '?');
const isVersion = (value: unknown): boolean => typeof value === 'string' && /^\d+\.\d+/v.test(value);
const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFilledList = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(element => typeof element === 'string');

const p = (path: string): string => `properties.${path}`;
const api = (name: string): string => p(`apiServerAccessProfile.${name}`);

/**
Passes only where a switch stands in one position.
*/
const onlyAt = (path: string, value: boolean): Rule => ({paths: [path], needs: cluster => valueAt(cluster, path) === value});

const isClosed = (cluster: unknown): boolean =>
	valueAt(cluster, api('enablePrivateCluster')) === true || isOneOf(valueAt(cluster, p('publicNetworkAccess')), 'disabled');

const channel = p('autoUpgradeProfile.upgradeChannel');
const osChannel = p('autoUpgradeProfile.nodeOSUpgradeChannel');
const routing = p('ingressProfile.webAppRouting');
const omsagent = p('addonProfiles.omsagent');
const insights = p('azureMonitorProfile.containerInsights');
const kms = p('securityProfile.azureKeyVaultKms.enabled');
const infrastructure = p('securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption');
const version = p('currentKubernetesVersion');

const clusterRules: Readonly<Record<string, Rule>> = {
	'aks-api-server-public-unrestricted': {
		paths: [api('enablePrivateCluster'), p('publicNetworkAccess'), api('authorizedIPRanges')],
		needs: cluster => isClosed(cluster) || isFilledList(valueAt(cluster, api('authorizedIPRanges'))),
	},
	'aks-api-server-ranges-too-broad': {
		paths: [api('authorizedIPRanges')],
		needs: cluster => isFilledList(valueAt(cluster, api('authorizedIPRanges'))),
	},
	'aks-public-api-with-local-accounts': {
		paths: [api('enablePrivateCluster'), api('authorizedIPRanges'), p('disableLocalAccounts')],
		needs: cluster => isClosed(cluster) || isFilledList(valueAt(cluster, api('authorizedIPRanges'))) || valueAt(cluster, p('disableLocalAccounts')) === true,
	},
	'aks-private-cluster-off': {paths: [api('enablePrivateCluster'), p('publicNetworkAccess')], needs: isClosed},
	'aks-run-command-enabled': onlyAt(api('disableRunCommand'), true),
	'aks-local-accounts-enabled': onlyAt(p('disableLocalAccounts'), true),
	'aks-entra-integration-missing': onlyAt(p('aadProfile.managed'), true),
	'aks-azure-rbac-off': onlyAt(p('aadProfile.enableAzureRBAC'), true),
	'aks-kubernetes-rbac-off': onlyAt(p('enableRBAC'), true),
	'aks-workload-identity-missing': {
		paths: [p('oidcIssuerProfile.enabled'), p('securityProfile.workloadIdentity.enabled'), p('podIdentityProfile.enabled')],
		// No pod identity at all is as good as one that is off.
		needs: cluster => valueAt(cluster, p('oidcIssuerProfile.enabled')) === true && valueAt(cluster, p('securityProfile.workloadIdentity.enabled')) === true
			&& [undefined, false].includes(valueAt(cluster, p('podIdentityProfile.enabled')) as boolean | undefined),
	},
	'aks-service-principal-identity': {
		paths: ['identity.type', p('servicePrincipalProfile.clientId')],
		needs: cluster => isOneOf(valueAt(cluster, 'identity.type'), 'systemassigned', 'userassigned', 'systemassigned, userassigned') || valueAt(cluster, p('servicePrincipalProfile.clientId')) === 'msi',
	},
	'aks-kubernetes-version-unsupported': {
		paths: [version, p('kubernetesVersion'), p('supportPlan')],
		needs: cluster => isVersion(valueAt(cluster, version) ?? valueAt(cluster, p('kubernetesVersion'))),
	},
	'aks-auto-upgrade-off': {paths: [channel], needs: cluster => isOneOf(valueAt(cluster, channel), 'patch', 'stable', 'rapid', 'node-image')},
	'aks-node-os-upgrade-channel-off': {
		paths: [channel, osChannel],
		needs: cluster => isOneOf(valueAt(cluster, channel), 'node-image') || isOneOf(valueAt(cluster, osChannel), 'nodeimage', 'securitypatch'),
	},
	'aks-network-policy-missing': {
		paths: [p('networkProfile.networkPolicy'), p('networkProfile.networkPlugin')],
		needs: cluster => isOneOf(valueAt(cluster, p('networkProfile.networkPolicy')), 'azure', 'calico', 'cilium'),
	},
	'aks-azure-policy-addon-missing': onlyAt(p('addonProfiles.azurepolicy.enabled'), true),
	'aks-http-application-routing-enabled': {
		paths: [p('addonProfiles.httpApplicationRouting.enabled')],
		// An add-on that is not there does not run; one that is not readable may.
		needs: cluster => [undefined, false].includes(valueAt(cluster, p('addonProfiles.httpApplicationRouting.enabled')) as boolean | undefined),
	},
	'aks-defender-sensor-missing': onlyAt(p('securityProfile.defender.securityMonitoring.enabled'), true),
	'aks-ingress-nginx-retired': {
		paths: [`${routing}.enabled`, `${routing}.nginx.defaultIngressControllerType`, `${routing}.gatewayAPIImplementations.appRoutingIstio.mode`],
		needs: cluster => valueAt(cluster, `${routing}.enabled`) === true && isOneOf(valueAt(cluster, `${routing}.nginx.defaultIngressControllerType`), 'none')
			&& isOneOf(valueAt(cluster, `${routing}.gatewayAPIImplementations.appRoutingIstio.mode`), 'enabled'),
	},
	'aks-secrets-kms-missing': {
		paths: [kms, infrastructure],
		needs: cluster => valueAt(cluster, kms) === true || isOneOf(valueAt(cluster, infrastructure), 'enabled'),
	},
	'aks-os-disk-platform-key': {paths: [p('diskEncryptionSetID')], needs: cluster => isFilled(valueAt(cluster, p('diskEncryptionSetID')))},
	'aks-container-insights-off': {
		paths: [`${omsagent}.enabled`, `${omsagent}.config.logAnalyticsWorkspaceResourceID`, `${insights}.enabled`, `${insights}.logAnalyticsWorkspaceResourceId`],
		needs: cluster => (valueAt(cluster, `${omsagent}.enabled`) === true && isFilled(valueAt(cluster, `${omsagent}.config.logAnalyticsWorkspaceResourceID`)))
			|| (valueAt(cluster, `${insights}.enabled`) === true && isFilled(valueAt(cluster, `${insights}.logAnalyticsWorkspaceResourceId`))),
	},
	'aks-tags-missing': {
		paths: ['tags', 'tags.owner'],
		needs: cluster => Object.entries(valueAt(cluster, 'tags') ?? {}).some(([name, value]) => name.toLowerCase() === 'owner' && (typeof value === 'string' || value === null)),
	},
	'aks-tags-not-propagated': {paths: ['tags'], needs: () => false},
};

const poolRules: Readonly<Record<string, Rule>> = {
	'nodepool-image-outdated': {paths: ['nodeImageVersion'], needs: (_, pool) => isFilled(valueAt(pool, 'nodeImageVersion'))},
	'nodepool-windows-not-patched': {
		paths: ['osType', 'nodeImageVersion'],
		needs: (_, pool) => isOneOf(valueAt(pool, 'osType'), 'windows') && isFilled(valueAt(pool, 'nodeImageVersion')),
	},
	'nodepool-os-retired': {
		paths: ['osSKU', 'nodeImageVersion'],
		needs: (_, pool) => isFilled(valueAt(pool, 'osSKU')) || isFilled(valueAt(pool, 'nodeImageVersion')),
	},
	'nodepool-version-skew': {
		paths: ['currentOrchestratorVersion', 'orchestratorVersion'],
		needs: (cluster, pool) => isVersion(valueAt(pool, 'currentOrchestratorVersion') ?? valueAt(pool, 'orchestratorVersion')) && isVersion(valueAt(cluster, version)),
	},
	'nodepool-unmanaged-without-kured': {paths: ['osType'], needs: cluster => isOneOf(valueAt(cluster, osChannel), 'nodeimage', 'securitypatch')},
	'node-runtime-not-containerd': {
		paths: ['osType', 'currentOrchestratorVersion', 'orchestratorVersion', 'nodeImageVersion'],
		needs: (_, pool) => (word(valueAt(pool, 'nodeImageVersion')) ?? '').includes('containerd')
			|| (isVersion(valueAt(pool, 'currentOrchestratorVersion') ?? valueAt(pool, 'orchestratorVersion')) && isOneOf(valueAt(pool, 'osType'), 'linux', 'windows')),
	},
	'nodepool-public-ip': {
		paths: ['enableNodePublicIP'],
		// Azure leaves the switch out of old documents, and means off.
		needs: (_, pool) => [undefined, false].includes(valueAt(pool, 'enableNodePublicIP') as boolean | undefined),
	},
	'nodepool-ssh-local-user': {paths: ['securityProfile.sshAccess', 'securityProfile'], needs: (_, pool) => isOneOf(valueAt(pool, 'securityProfile.sshAccess'), 'disabled', 'entraid')},
	'nodepool-fips-off': {paths: ['enableFIPS'], needs: (_, pool) => valueAt(pool, 'enableFIPS') === true},
	'nodepool-encryption-at-host-off': {paths: ['enableEncryptionAtHost'], needs: (_, pool) => valueAt(pool, 'enableEncryptionAtHost') === true},
};

const context: JudgeContext = contextOf({
	latestNodeImages: {get: () => parseNodeImage('AKSUbuntu-2204gen2containerd-202608.10.0')},
	standards: {
		requiredTags: ['owner'], requireFips: true, encryptionKeys: 'any', approvedRegistries: ['mcr.microsoft.com'], requireSignatures: true,
	},
});

const judge = <Kind extends 'cluster' | 'nodePool'>(check: Check<Kind>, resource: Parameters<Check<Kind>['judge']>[0]): Outcome => check.judge(resource, context);

/**
Decided by role assignments, of which nothing is known here: nothing passes.
*/
const byAssignments: Rule = {paths: ['properties.identityProfile', 'properties.identityProfile.kubeletidentity.objectId'], needs: () => false};

/**
Decided by disks, diagnostic settings and what a look inside shows, of which nothing is known here: nothing passes.
*/
const byLooks: Rule = {paths: ['properties.diskEncryptionSetID', 'properties.aadProfile.managed'], needs: () => false};

const looked = new Set(['aks-data-disk-platform-key', 'aks-audit-logs-off', 'k8s-cluster-admin-broad-subject', 'aks-defender-sensor-unhealthy']);

const ruleOf = (id: string): Rule | undefined => (looked.has(id) ? byLooks : (id.startsWith('rbac-') ? byAssignments : clusterRules[id]));

for (const check of clusterChecks) {
	const rule = ruleOf(check.id);
	test(`${check.id}: no damage makes it throw, or pass without what passes`, t => {
		t.truthy(rule, 'what it needs to pass is written down');
		const {paths, needs} = rule!;
		fc.assert(fc.property(fc.constantFrom(...clusterExamples), mutationsAt(paths), ({document, file}, mutations) => {
			const damaged = mutate(document, mutations);
			const outcome = judge(check, readCluster(damaged)!);
			t.false(outcome.status === 'pass' && !needs(damaged, undefined), `${file}: ${JSON.stringify(outcome)}`);
		}), {numRuns: 250});
	});
}

const poolsOf = (document: unknown): readonly unknown[] => {
	const pools = valueAt(document, 'properties.agentPoolProfiles');
	return Array.isArray(pools) ? pools : [];
};

const withPools = clusterExamples.filter(({document}) => poolsOf(document).length > 0);

for (const check of nodePoolChecks) {
	const rule = poolRules[check.id];
	test(`${check.id}: no damage makes it throw, or pass without what passes`, t => {
		t.truthy(rule, 'what it needs to pass is written down');
		const {paths, needs} = rule!;
		const inFirst = [...paths.map(path => `properties.agentPoolProfiles.0.${path}`), osChannel, version];
		fc.assert(fc.property(fc.constantFrom(...withPools), mutationsAt(inFirst), ({document, file}, mutations) => {
			const damaged = mutate(document, mutations);
			const pools: readonly NodePool[] = valueOf(readCluster(damaged)!.nodePools) ?? [];
			for (const [position, pool] of pools.entries()) {
				const outcome = judge(check, pool);
				t.false(outcome.status === 'pass' && !needs(damaged, poolsOf(damaged)[position]), `${file} ${position}: ${JSON.stringify(outcome)}`);
			}
		}), {numRuns: 250});
	});
}

test('without anything that decides, nothing passes but what absence makes right', t => {
	// The add-on that is not there, the address that was not asked for.
	const rightWhenAbsent = new Set(['aks-http-application-routing-enabled', 'nodepool-public-ip']);
	const bare = {id: clusterExamples[0]!.document.id, properties: {agentPoolProfiles: [{name: 'pool'}]}};
	const cluster = readCluster(bare)!;
	const [pool] = cluster.nodePools as readonly NodePool[];
	const passing = [
		...clusterChecks.filter(check => judge(check, cluster).status === 'pass'),
		...nodePoolChecks.filter(check => judge(check, pool!).status === 'pass'),
	].map(({id}) => id);
	t.deepEqual(new Set(passing), rightWhenAbsent);
});

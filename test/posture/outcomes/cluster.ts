import {unknown} from '../../../source/model/known.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {clusterChecks} from '../../../source/posture/checks/cluster.js';
import {noStandards} from '../../../source/model/standards.js';
import {
	clusterOf,
	contextOf,
	planOf,
	subscription,
	type Changes,
} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

const hardened = 'managed-cluster-hardened-composed';
const weak = 'managed-cluster-weak-composed';
const api = 'properties.apiServerAccessProfile';
const routing = 'properties.ingressProfile.webAppRouting';
const infrastructure = 'properties.securityProfile.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption';

const november = contextOf({now: Date.parse('2026-11-24')});
const denied = unknown('denied', 'no right to read it');
const versionsDenied = contextOf({supportedVersions: new Map([['westeurope', denied]])});
const plansDenied = contextOf({containersPlans: new Map([[subscription, denied]])});
const withPlan = (tier: string): JudgeContext => {
	const plans = new Map([[subscription, planOf(tier)]]);
	return contextOf({containersPlans: plans});
};

const ownKeys = contextOf({standards: {...noStandards, encryptionKeys: 'own'}});
const platformKeys = contextOf({standards: {...noStandards, encryptionKeys: 'platform'}});
const tagged = (...requiredTags: readonly string[]): JudgeContext => contextOf({standards: {...noStandards, requiredTags}});
const pooled = (tags: unknown): Changes => Object.fromEntries([0, 1, 2].map(position => [`properties.agentPoolProfiles.${position}.tags`, tags]));

type Case = readonly [status: Outcome['status'], file: string, changes?: Changes, context?: JudgeContext];

const cases: Readonly<Record<string, readonly Case[]>> = {
	'aks-api-server-public-unrestricted': [
		['pass', hardened],
		['pass', weak, {'properties.publicNetworkAccess': 'Disabled'}],
		['pass', weak, {[`${api}.authorizedIPRanges`]: ['203.0.113.0/24']}],
		['pass', weak, {[`${api}.authorizedIPRanges`]: ['0.0.0.0/32']}],
		['pass', weak, {[`${api}.authorizedIPRanges`]: ['203.0.113.0/24'], [`${api}.enablePrivateCluster`]: 'broken'}],
		['fail', weak],
		['fail', weak, {[`${api}.authorizedIPRanges`]: []}],
		['fail', 'recorded-cluster-run-command-disabled'],
		['unknown', weak, {[`${api}.authorizedIPRanges`]: 'all'}],
		['unknown', weak, {[`${api}.enablePrivateCluster`]: 'no'}],
		['unknown', weak, {[api]: 7}],
		['unknown', weak, {properties: undefined}],
		['unknown', weak, {'properties.publicNetworkAccess': 'SecuredByPerimeter'}],
		['not-applicable', weak, {'properties.provisioningState': 'Deleting'}],
	],
	'aks-api-server-ranges-too-broad': [
		['pass', 'recorded-cluster-authorized-ip-ranges'],
		['pass', weak, {[`${api}.authorizedIPRanges`]: ['0.0.0.0/32', '203.0.113.7', '10.0.0.0/16', '2001:db8::/48']}],
		['fail', weak, {[`${api}.authorizedIPRanges`]: ['203.0.113.0/24', '0.0.0.0/0']}],
		['fail', weak, {[`${api}.authorizedIPRanges`]: ['0.0.0.0/1', '128.0.0.0/1']}],
		['fail', weak, {[`${api}.authorizedIPRanges`]: ['::/0']}],
		['fail', weak, {[`${api}.authorizedIPRanges`]: ['AzureCloud']}],
		['unknown', weak, {[`${api}.authorizedIPRanges`]: ['203.0.113.0/33']}],
		['unknown', weak, {[`${api}.authorizedIPRanges`]: ['0.0.0.0/0'], [`${api}.enablePrivateCluster`]: 'x'}],
		['unknown', weak, {[`${api}.authorizedIPRanges`]: [7]}],
		['not-applicable', weak],
		['not-applicable', hardened, {[`${api}.authorizedIPRanges`]: ['0.0.0.0/0']}],
	],
	'aks-public-api-with-local-accounts': [
		['fail', weak, {[`${api}.authorizedIPRanges`]: ['203.0.113.0/24', '0.0.0.0/0']}],
		['pass', weak, {[`${api}.authorizedIPRanges`]: ['203.0.113.0/24']}],
		['pass', hardened],
		['pass', weak, {'properties.disableLocalAccounts': true}],
		['fail', weak],
		['fail', weak, {'properties.aadProfile': {managed: true}, 'properties.disableLocalAccounts': undefined}],
		['unknown', weak, {'properties.disableLocalAccounts': 'x'}],
		['unknown', weak, {[api]: 'x'}],
		['not-applicable', weak, {'properties.powerState.code': 'stopped'}],
	],
	'aks-run-command-enabled': [
		['pass', 'recorded-cluster-run-command-disabled'],
		['fail', weak],
		['unknown', weak, {[`${api}.disableRunCommand`]: 'true'}],
	],
	'aks-local-accounts-enabled': [
		['pass', hardened],
		['pass', weak, {'properties.disableLocalAccounts': true, 'properties.aadProfile': 7}],
		['fail', hardened, {'properties.disableLocalAccounts': false}],
		['fail', 'recorded-cluster-azure-rbac', {'properties.disableLocalAccounts': undefined}],
		['unknown', hardened, {'properties.disableLocalAccounts': 'True'}],
		['unknown', weak, {'properties.aadProfile': 'x'}],
		['not-applicable', weak],
	],
	'aks-entra-integration-missing': [
		['pass', hardened],
		['fail', weak],
		['fail', weak, {'properties.aadProfile': {clientAppID: 'a', serverAppID: 'b'}}],
		['unknown', weak, {'properties.aadProfile': []}],
		['unknown', weak, {'properties.aadProfile': {managed: 'yes'}}],
	],
	'aks-azure-rbac-off': [
		['pass', 'recorded-cluster-azure-rbac'],
		['fail', hardened, {'properties.aadProfile.enableAzureRBAC': undefined}],
		['unknown', hardened, {'properties.aadProfile.enableAzureRBAC': 1}],
		['not-applicable', weak],
	],
	'aks-kubernetes-rbac-off': [
		['pass', hardened],
		['fail', 'recorded-cluster-rbac-disabled'],
		['unknown', hardened, {'properties.enableRBAC': undefined}],
		['unknown', hardened, {'properties.enableRBAC': 'true'}],
	],
	'aks-workload-identity-missing': [
		['pass', hardened],
		['fail', weak],
		['fail', hardened, {'properties.podIdentityProfile': {enabled: true}}],
		['unknown', hardened, {'properties.securityProfile.workloadIdentity': 'x'}],
		['unknown', hardened, {'properties.podIdentityProfile': 'x'}],
	],
	'aks-kubernetes-version-unsupported': [
		['pass', hardened],
		['fail', weak],
		['fail', hardened, {'properties.currentKubernetesVersion': '1.31.9', 'properties.supportPlan': 'KubernetesOfficial'}],
		['pass', hardened, {'properties.currentKubernetesVersion': '1.31.9'}],
		['fail', weak, {'properties.currentKubernetesVersion': '1.28.1'}, contextOf({supportedVersions: new Map()})],
		['pass', weak, {'properties.currentKubernetesVersion': '1.36.0'}, contextOf({supportedVersions: new Map()})],
		['unknown', weak, {'properties.currentKubernetesVersion': '1.40.0'}, versionsDenied],
		['unknown', weak, {'properties.currentKubernetesVersion': 'latest'}],
		['unknown', weak, {'properties.currentKubernetesVersion': undefined, 'properties.kubernetesVersion': undefined}],
	],
	'aks-auto-upgrade-off': [
		['pass', hardened],
		['fail', weak],
		['fail', weak, {'properties.autoUpgradeProfile.upgradeChannel': 'NONE'}],
		['unknown', weak, {'properties.autoUpgradeProfile.upgradeChannel': 'someday'}],
		['unknown', weak, {'properties.autoUpgradeProfile': 'x'}],
	],
	'aks-node-os-upgrade-channel-off': [
		['pass', hardened],
		['pass', weak, {'properties.autoUpgradeProfile': {upgradeChannel: 'node-image', nodeOSUpgradeChannel: 'None'}}],
		['fail', weak],
		['fail', weak, {'properties.autoUpgradeProfile.nodeOSUpgradeChannel': 'None'}],
		['unknown', weak, {'properties.autoUpgradeProfile.nodeOSUpgradeChannel': 'Unmanaged'}],
		['unknown', weak, {'properties.autoUpgradeProfile.nodeOSUpgradeChannel': 'Weekly'}],
		['unknown', weak, {'properties.autoUpgradeProfile': 'x'}],
	],
	'aks-network-policy-missing': [
		['pass', 'recorded-cluster-calico'],
		['pass', 'recorded-cluster-automatic'],
		['fail', weak],
		['fail', weak, {'properties.networkProfile.networkPolicy': 'none'}],
		['fail', weak, {'properties.networkProfile.networkPolicy': 'azure'}, november],
		['pass', weak, {'properties.networkProfile.networkPolicy': 'azure'}],
		['unknown', weak, {'properties.networkProfile.networkPolicy': 'magic'}],
		['unknown', weak, {'properties.networkProfile': 'x'}],
		['not-applicable', weak, {'properties.networkProfile.networkPlugin': 'none'}],
	],
	'aks-azure-policy-addon-missing': [
		['pass', 'recorded-cluster-azure-policy'],
		['fail', weak],
		['fail', weak, {'properties.addonProfiles': undefined}],
		['unknown', weak, {'properties.addonProfiles.azurepolicy.enabled': 'true'}],
	],
	'aks-http-application-routing-enabled': [
		['pass', hardened],
		['fail', 'recorded-cluster-http-application-routing-tags'],
		['unknown', weak, {'properties.addonProfiles': []}],
	],
	'aks-defender-sensor-missing': [
		['pass', hardened],
		['pass', hardened, {}, contextOf({containersPlans: new Map()})],
		['fail', weak],
		['unknown', weak, {}, contextOf({containersPlans: new Map()})],
		['unknown', weak, {}, plansDenied],
		['unknown', weak, {}, withPlan('Gold')],
		['unknown', hardened, {'properties.securityProfile.defender': 'x'}],
		['not-applicable', weak, {}, withPlan('Free')],
	],
	'aks-private-cluster-off': [
		['pass', 'recorded-cluster-private-vnet-integration'],
		['pass', 'recorded-cluster-private-without-public-fqdn'],
		['pass', weak, {'properties.publicNetworkAccess': 'disabled'}],
		['fail', weak],
		['fail', 'recorded-cluster-authorized-ip-ranges'],
		['fail', weak, {[api]: undefined}],
		['unknown', weak, {[`${api}.enablePrivateCluster`]: 'true'}],
		['unknown', weak, {'properties.publicNetworkAccess': 'SecuredByPerimeter'}],
		['unknown', weak, {properties: undefined}],
		['not-applicable', weak, {'properties.provisioningState': 'Deleting'}],
	],
	'aks-service-principal-identity': [
		['pass', hardened],
		['pass', 'recorded-cluster-azure-policy'],
		// The recorder has replaced `msi` with a GUID: the identity tells.
		['pass', 'recorded-cluster-calico'],
		['pass', weak, {'properties.servicePrincipalProfile.clientId': 'msi'}],
		['fail', 'recorded-cluster-service-principal'],
		['fail', weak],
		['fail', weak, {identity: {type: 'None'}}],
		['unknown', weak, {identity: 'x'}],
		['unknown', weak, {identity: {type: 'Delegated'}}],
		['unknown', weak, {'properties.servicePrincipalProfile': undefined}],
		['unknown', weak, {'properties.servicePrincipalProfile': 7}],
	],
	'aks-ingress-nginx-retired': [
		['pass', 'recorded-cluster-web-app-routing', {[`${routing}.gatewayAPIImplementations`]: {appRoutingIstio: {mode: 'enabled'}}}],
		['fail', hardened],
		['fail', 'recorded-cluster-automatic'],
		['fail', 'managed-cluster-web-app-routing'],
		['unknown', 'recorded-cluster-web-app-routing'],
		['unknown', 'recorded-cluster-web-app-routing', {[`${routing}.gatewayAPIImplementations`]: 'x'}],
		['unknown', 'recorded-cluster-calico'],
		['unknown', hardened, {[`${routing}.enabled`]: 'yes'}],
		['unknown', hardened, {[`${routing}.nginx`]: 'x'}],
		['unknown', hardened, {[`${routing}.nginx.defaultIngressControllerType`]: 'Traefik'}],
		['not-applicable', 'recorded-cluster-http-application-routing-tags'],
		['not-applicable', weak],
	],
	'aks-secrets-kms-missing': [
		['pass', hardened],
		['pass', hardened, {}, ownKeys],
		['pass', 'recorded-cluster-infrastructure-encryption'],
		['fail', 'recorded-cluster-infrastructure-encryption', {}, ownKeys],
		['fail', weak],
		['fail', hardened, {'properties.securityProfile.azureKeyVaultKms.enabled': false, [infrastructure]: 'disabled'}],
		['unknown', weak, {'properties.securityProfile': 'x'}],
		['unknown', hardened, {'properties.securityProfile.azureKeyVaultKms.enabled': 'true', [infrastructure]: undefined}],
		['unknown', weak, {[infrastructure]: 'Sometimes'}],
		['not-applicable', weak, {}, platformKeys],
	],
	'aks-os-disk-platform-key': [
		['pass', hardened],
		['fail', weak],
		['fail', weak, {}, ownKeys],
		['fail', hardened, {'properties.diskEncryptionSetID': ''}],
		['fail', 'recorded-cluster-automatic-hosted-system'],
		['unknown', weak, {'properties.diskEncryptionSetID': 7}],
		['unknown', weak, {properties: undefined}],
		['not-applicable', 'recorded-cluster-automatic'],
		['not-applicable', weak, {}, platformKeys],
	],
	'aks-container-insights-off': [
		['pass', hardened],
		['pass', 'recorded-cluster-omsagent'],
		['pass', 'recorded-cluster-omsagent-without-entra-auth'],
		['pass', 'recorded-cluster-container-network-logs', {'properties.addonProfiles': undefined}],
		['fail', weak],
		['fail', weak, {'properties.azureMonitorProfile': {metrics: {enabled: true}}}],
		['fail', hardened, {'properties.addonProfiles.omsagent.config': null}],
		['fail', weak, {'properties.azureMonitorProfile': {containerInsights: {enabled: true, logAnalyticsWorkspaceResourceId: ''}}}],
		['unknown', hardened, {'properties.addonProfiles.omsagent.enabled': 'true'}],
		['unknown', hardened, {'properties.addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID': 7}],
		['unknown', weak, {'properties.azureMonitorProfile': 'x'}],
	],
	'aks-tags-missing': [
		['pass', hardened, {}, tagged('env', 'Owner')],
		['fail', hardened, {}, tagged('env', 'costCentre')],
		['fail', weak, {}, tagged('env')],
		['unknown', hardened, {tags: 'env=prod'}, tagged('env')],
		['not-applicable', weak],
	],
	'aks-tags-not-propagated': [
		['fail', hardened],
		['fail', hardened, {'properties.agentPoolProfiles.0.tags': {env: 'prod', owner: 'payments'}}],
		['fail', hardened, {}, tagged('owner', 'costCentre')],
		['unknown', hardened, pooled({ENV: 'prod', owner: 'payments', more: 'x'})],
		['unknown', hardened, pooled({owner: 'payments'}), tagged('owner')],
		['unknown', hardened, pooled('env=prod')],
		['unknown', hardened, {'properties.agentPoolProfiles': 'x'}],
		['unknown', hardened, {tags: []}],
		['not-applicable', weak],
		['not-applicable', hardened, {}, tagged('costCentre')],
	],
};

const none = 'the catalogue knows no cluster to which it does not apply';

const impossible: Impossible = {
	'aks-run-command-enabled': {'not-applicable': none},
	'aks-entra-integration-missing': {'not-applicable': none},
	'aks-kubernetes-rbac-off': {'not-applicable': none},
	'aks-workload-identity-missing': {'not-applicable': 'a cluster without workloads cannot be told from its document'},
	'aks-service-principal-identity': {'not-applicable': none},
	'aks-kubernetes-version-unsupported': {'not-applicable': none},
	'aks-auto-upgrade-off': {'not-applicable': 'an upgrade pipeline of one\'s own is a decision, and so accepted rather than not applicable'},
	'aks-node-os-upgrade-channel-off': {'not-applicable': none},
	'aks-azure-policy-addon-missing': {'not-applicable': none},
	'aks-http-application-routing-enabled': {'not-applicable': none},
	'aks-container-insights-off': {'not-applicable': 'another way to monitor is a decision, and so accepted rather than not applicable'},
	'aks-tags-not-propagated': {pass: 'what AKS made in the node resource group is not read'},
};

export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, [, file, changes, context = contextOf()]) => clusterChecks.find(check => check.id === id)!.judge(clusterOf(file, changes), context)),
	impossible,
};

import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {clusterChecks} from '../../../source/posture/checks/cluster.js';
import {
	clusterOf,
	contextOf,
	planOf,
	subscription,
	type Changes,
} from '../../support/posture.js';

const hardened = 'managed-cluster-hardened-composed';
const weak = 'managed-cluster-weak-composed';
const api = 'properties.apiServerAccessProfile';

const judge = (id: string, file: string, changes: Changes = {}, context: JudgeContext = contextOf()): Outcome =>
	clusterChecks.find(check => check.id === id)!.judge(clusterOf(file, changes), context);

const november = contextOf({now: Date.parse('2026-11-24')});
const denied = unknown('denied', 'no right');
const versionsDenied = contextOf({supportedVersions: new Map([['westeurope', denied]])});
const plansDenied = contextOf({containersPlans: new Map([[subscription, denied]])});
const withPlan = (tier: string): JudgeContext => {
	const plans = new Map([[subscription, planOf(tier)]]);
	return contextOf({containersPlans: plans});
};

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
};

for (const {id} of clusterChecks) {
	test(id, t => {
		const own = cases[id] ?? [];
		t.true(['pass', 'fail', 'unknown'].every(status => own.some(([wanted]) => wanted === status)), 'a check is shown passing, failing and unknown');
		for (const [status, file, changes, context] of own) {
			const outcome = judge(id, file, changes, context);
			t.is(outcome.status, status, `${file} ${JSON.stringify(changes)}: ${JSON.stringify(outcome)}`);
		}
	});
}

test('evidence makes a failure milder or worse, and says why', t => {
	t.like(judge('aks-api-server-public-unrestricted', weak, {'properties.powerState.code': 'Stopped'}), {severity: 'medium'});
	t.like(judge('aks-api-server-ranges-too-broad', weak, {[`${api}.authorizedIPRanges`]: ['AzureCloud.westeurope']}), {severity: 'medium'});
	t.like(judge('aks-kubernetes-version-unsupported', hardened, {'properties.supportPlan': 'KubernetesOfficial'}, november), {
		status: 'fail', severity: 'medium', detail: 'Support of Kubernetes 1.34 ends on 2026-11-30.',
	});
	t.like(judge('aks-kubernetes-version-unsupported', hardened, {}, november), {status: 'pass'});
	t.like(judge('aks-defender-sensor-missing', weak, {}, plansDenied), {reason: 'no right'});
	t.like(judge('aks-api-server-ranges-too-broad', hardened), {because: {path: `${api}.enablePrivateCluster`, value: 'true'}});
});

import {readDefenderPlan} from '../../../source/azure/read/defender-plan.js';
import {unknown} from '../../../source/model/known.js';
import type {
	Check,
	JudgeContext,
	JudgedKind,
	Outcome,
} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {planKey, type RegistryRight} from '../../../source/posture/relations.js';
import {judgedSubscription, setOf, vaultOf} from '../../support/around.js';
import {
	clusterOf,
	contextOf,
	subscription,
	type Changes,
} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

type Case = readonly [status: Outcome['status'], document: string, changes?: Changes, context?: JudgeContext];

const denied = unknown('denied', 'no right to read it');

const holding = (clusters: number) => new Map([[subscription, {clusters, registries: 0}]]);

const plan = (name: string, properties: unknown): NonNullable<ReturnType<typeof readDefenderPlan>> =>
	readDefenderPlan({id: `/subscriptions/${subscription}/providers/Microsoft.Security/pricings/${name}`, properties})!;

const plans = (properties: Readonly<Record<string, unknown>>, clusters = 1): JudgeContext => contextOf({
	holdings: holding(clusters),
	plans: new Map(Object.entries(properties).map(([name, own]) => [planKey(subscription, name), plan(name, own)])),
});

const on = {pricingTier: 'Standard', extensions: ['ContainerRegistriesVulnerabilityAssessments', 'AgentlessDiscoveryForKubernetes', 'ContainerSensor'].map(name => ({name, isEnabled: 'True'}))};
const off = {pricingTier: 'Free'};

const plansDenied = contextOf({holdings: holding(1), plans: new Map([[planKey(subscription, 'Containers'), denied], [planKey(subscription, 'KubernetesService'), denied]])});

const pricings = 'the plans of a subscription';

const ofExtension = (name: string): readonly Case[] => [
	['pass', pricings, {}, plans({Containers: on})],
	['fail', pricings, {}, plans({Containers: {...on, extensions: [{name, isEnabled: 'False'}]}})],
	['fail', pricings, {}, plans({Containers: {...on, extensions: []}})],
	['unknown', pricings, {}, plans({Containers: {pricingTier: 'Standard'}})],
	['unknown', pricings, {}, plans({Containers: {pricingTier: 'Gold'}})],
	['unknown', pricings, {}, plans({Containers: {...on, extensions: 'all'}})],
	['unknown', pricings, {}, plansDenied],
	['unknown', pricings],
	['not-applicable', pricings, {}, plans({Containers: off})],
	['not-applicable', pricings, {}, plans({Containers: on}, 0)],
];

const right = (more: Partial<RegistryRight>): RegistryRight => ({
	registryKey: '/r', registryName: 'acrpay', role: 'AcrPull', assignment: '/a', scope: '/r', pulls: true, changes: false, isVoid: false, ...more,
});

const kubelet = '00000000-0000-0000-0000-0000000000ff';
const identity: Changes = {'properties.identityProfile': {kubeletidentity: {objectId: kubelet.toUpperCase()}}};
const principal: Changes = {'properties.identityProfile': undefined, 'properties.servicePrincipalProfile': {clientId: '00000000-0000-0000-0000-0000000000fe'}};
const rights = (...own: readonly RegistryRight[]): JudgeContext => contextOf({registryRights: new Map([[kubelet, own]])});
const rightsDenied = contextOf({registryRights: new Map([[kubelet, denied]])});
const dead = right({pulls: false, isVoid: true});
const weak = 'managed-cluster-weak-composed';

const used = contextOf({
	vaultUsers: new Map([[vaultOf('kv-pay').key, [{
		key: setOf('des-pay').key, name: 'des-pay', path: 'properties.activeKey.keyUrl', keyUrl: 'https://kv-pay.vault.azure.net/keys/disk/1',
	}]]]),
});

const cases: Readonly<Record<string, readonly Case[]>> = {
	'defender-containers-plan-off': [
		['pass', pricings, {}, plans({Containers: on})],
		['fail', pricings, {}, plans({Containers: off})],
		['unknown', pricings, {}, plans({Containers: {pricingTier: 7}})],
		['unknown', pricings, {}, plans({Containers: {}})],
		['unknown', pricings, {}, contextOf({holdings: new Map([[subscription, denied]])})],
		['unknown', pricings, {}, plansDenied],
		['unknown', pricings, {}, plans({})],
		['unknown', pricings],
		['not-applicable', pricings, {}, plans({Containers: off}, 0)],
	],
	'defender-legacy-plans-on': [
		['pass', pricings, {}, plans({Containers: on, KubernetesService: off, ContainerRegistry: off})],
		['pass', pricings, {}, plans({Containers: on})],
		['fail', pricings, {}, plans({Containers: off, KubernetesService: on})],
		['fail', pricings, {}, plans({ContainerRegistry: on})],
		['unknown', pricings, {}, plans({Containers: on, KubernetesService: {pricingTier: 'Gold'}})],
		['unknown', pricings, {}, plansDenied],
		['unknown', pricings],
	],
	'defender-ext-registry-va-off': ofExtension('ContainerRegistriesVulnerabilityAssessments'),
	'defender-ext-agentless-discovery-off': ofExtension('AgentlessDiscoveryForKubernetes'),
	'defender-ext-sensor-off': ofExtension('ContainerSensor'),
	'des-auto-rotation-off': [
		['pass', 'des-pay'],
		['fail', 'des-manual'],
		['fail', 'des-hsm'],
		['unknown', 'des-pay', {'properties.rotationToLatestKeyVersionEnabled': 'true'}],
	],
	'des-rotation-failed': [
		['pass', 'des-pay'],
		['pass', 'des-pay', {'properties.lastKeyRotationTimestamp': undefined}],
		['fail', 'des-broken'],
		['fail', 'des-broken', {'properties.rotationToLatestKeyVersionEnabled': false}],
		['fail', 'des-pay', {'properties.lastKeyRotationTimestamp': '2025-01-01T00:00:00Z'}],
		['unknown', 'des-pay', {'properties.lastKeyRotationTimestamp': 'yesterday'}],
		['unknown', 'des-pay', {'properties.lastKeyRotationTimestamp': 7}],
		['unknown', 'des-pay', {'properties.autoKeyRotationError': 'no'}],
		['unknown', 'des-pay', {'properties.rotationToLatestKeyVersionEnabled': 1}],
		['not-applicable', 'des-manual'],
	],
	'keyvault-soft-delete-off': [
		['pass', 'kv-pay', {}, used],
		['pass', 'kv-pay', {'properties.enableSoftDelete': undefined}, used],
		['pass', 'kv-pay', {'properties.enableSoftDelete': undefined, 'properties.enablePurgeProtection': undefined}, used],
		['fail', 'kv-pay', {'properties.enableSoftDelete': false}, used],
		['unknown', 'kv-pay', {'properties.enableSoftDelete': 'yes'}, used],
		['unknown', 'kv-pay', {'properties.enableSoftDelete': undefined, 'properties.enablePurgeProtection': undefined, systemData: undefined}, used],
		['not-applicable', 'kv-pay', {'properties.enableSoftDelete': false}],
	],
	'keyvault-purge-protection-off': [
		['pass', 'kv-pay', {'properties.enablePurgeProtection': true}, used],
		['fail', 'kv-pay', {'properties.enablePurgeProtection': undefined}, used],
		['fail', 'kv-pay', {'properties.enablePurgeProtection': false}, used],
		['unknown', 'kv-pay', {'properties.enablePurgeProtection': 'true'}, used],
		['not-applicable', 'kv-pay', {'properties.enablePurgeProtection': undefined}],
	],
	'rbac-kubelet-acrpull-missing': [
		['pass', weak, identity, rights(right({}))],
		['pass', weak, identity, rights(dead, right({role: 'Container Registry Repository Reader'}))],
		['fail', weak, identity, rights(dead)],
		['fail', weak, identity, rights(dead, right({registryKey: '/other'}))],
		['unknown', weak, identity, rights()],
		['unknown', weak, identity, rightsDenied],
		['unknown', weak, identity],
		['unknown', weak, {'properties.identityProfile': undefined, 'properties.servicePrincipalProfile': {clientId: 'msi'}}],
		['unknown', weak, {'properties.identityProfile': 'none'}, rights(right({}))],
		['not-applicable', weak, principal],
	],
	'rbac-kubelet-push-rights': [
		['pass', weak, identity, rights(right({}))],
		['fail', weak, identity, rights(right({role: 'AcrPush', changes: true}))],
		['unknown', weak, identity, rightsDenied],
		['unknown', weak, {'properties.identityProfile': 'none'}],
		['not-applicable', weak, identity, rights()],
		['not-applicable', weak, principal],
	],
};

const impossible: Impossible = {
	'defender-legacy-plans-on': {'not-applicable': 'every subscription has or had these plans, whatever it holds'},
	'des-auto-rotation-off': {'not-applicable': 'only sets that a cluster refers to are judged, and those have disks'},
};

const documents: Partial<Readonly<Record<JudgedKind, (name: string, changes: Changes) => unknown>>> = {
	subscription: () => judgedSubscription,
	diskEncryptionSet: setOf,
	keyVault: vaultOf,
	cluster: clusterOf,
};

const judge = ({kind, judge: run}: Check, name: string, changes: Changes, context: JudgeContext): Outcome =>
	run(documents[kind]!(name, changes) as Parameters<typeof run>[0], context);

/**
What is judged of the things around clusters and registries, and of what relates them.
*/
export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, [, name, changes = {}, context = contextOf()]) => judge(checkById.get(id)!, name, changes, context)),
	impossible,
};

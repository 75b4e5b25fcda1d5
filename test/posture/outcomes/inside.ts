import type {ClusterRecords, DiagnosticSetting, VaultKey} from '../../../source/model/cluster-records.js';
import type {DataDisk} from '../../../source/model/data-disk.js';
import type {Exposure} from '../../../source/model/exposure.js';
import type {AdminSubject, AgentSet} from '../../../source/model/inside.js';
import {unknown, type Fact} from '../../../source/model/known.js';
import {noStandards} from '../../../source/model/standards.js';
import type {
	Check,
	InsideFacts,
	JudgeContext,
	Outcome,
} from '../../../source/posture/check.js';
import {checkById} from '../../../source/posture/checks/index.js';
import {setOf, vaultOf} from '../../support/around.js';
import {exposureOf, nodeOf, serviceOf} from '../../support/inside.js';
import {
	clusterOf,
	contextOf,
	today,
	type Changes,
} from '../../support/posture.js';
import {rowsOf, type Impossible, type OutcomeTable} from '../outcome-rows.js';

type Case = readonly [status: Outcome['status'], document: string, changes?: Changes, context?: JudgeContext];

const denied = unknown('denied', 'no right to read it');

const day = 86_400_000;

const ago = (days: number): string => new Date(today - (days * day)).toISOString();

const weak = 'managed-cluster-weak-composed';
const own: Changes = {'properties.diskEncryptionSetID': setOf('des-pay').id};
const cluster = clusterOf(weak);

const exposed = (name: string, members: Partial<Exposure>): JudgeContext => {
	const service = serviceOf(name);
	return contextOf({exposures: new Map([[service.key, exposureOf(service, members)]])});
};

const open: Partial<Exposure> = {
	who: 'internet', answer: 'the internet', ports: ['TCP/80'], because: [{path: 'status.loadBalancer.ingress', value: '20.50.10.3'}],
};
const limited: Partial<Exposure> = {who: 'ranges', answer: '203.0.113.0/24'};
const hidden: Partial<Exposure> = {who: 'unknown', answer: 'unknown', gaps: ['the network security group could not be read']};

const inferred: Changes = {inferred: true};

const disk = (claim: string, diskEncryptionSetKey: Fact<string | undefined>): DataDisk => ({
	kind: 'dataDisk', id: claim, key: claim, name: claim, subscriptionId: cluster.subscriptionId, resourceGroup: 'mc', region: 'westeurope', tags: {}, claim, encryptionType: undefined, diskEncryptionSetKey, sizeGib: 8,
});

const disks = (...all: readonly DataDisk[]): JudgeContext => contextOf({dataDisks: new Map([[cluster.key, all]])});

const recordsOf = (diagnosticSettings: ClusterRecords['diagnosticSettings']): JudgeContext => contextOf({
	records: new Map([[cluster.key, {
		clusterKey: cluster.key, diagnosticSettings, activity: [], maintenance: [], readAt: 0,
	}]]),
});

const settings = (...all: readonly DiagnosticSetting[]): JudgeContext => recordsOf(all);

const setting = (categories: readonly string[], destinations: readonly string[] = ['workspace logs']): DiagnosticSetting => ({name: 'audit', categories, destinations});

const facts: InsideFacts = {
	reach: {way: 'entra', server: 'api', attempts: []}, kured: undefined, agents: [], storageClasses: [], clusterAdmins: [],
};

const admins = (clusterAdmins: Fact<readonly AdminSubject[]>): JudgeContext => contextOf({insides: new Map([[cluster.key, {...facts, clusterAdmins}]])});

const withAgents = (agents: Fact<readonly AgentSet[]>): JudgeContext => contextOf({insides: new Map([[cluster.key, {...facts, agents}]])});

const collector = (desired: number | undefined, ready: number | undefined): AgentSet => ({
	name: 'microsoft-defender-collector-ds', namespace: 'kube-system', desired, ready,
});

const sensorOn: Changes = {'properties.securityProfile': {defender: {securityMonitoring: {enabled: true}}}};

const admin = (kind: string, name: string, namespace?: string): AdminSubject => ({
	binding: 'b', kind, name, namespace,
});

const key = (members: Partial<VaultKey>): VaultKey => ({
	name: 'disk', vaultKey: vaultOf('kv-pay').key, created: undefined, expires: undefined, isEnabled: true, rotation: [], ...members,
});

const vaultUsers = new Map([[vaultOf('kv-pay').key, [{
	key: setOf('des-pay').key, name: 'des-pay', path: 'properties.activeKey.keyUrl', keyUrl: 'https://kv-pay.vault.azure.net/keys/DISK/1',
}]]]);

const keys = (all: Fact<readonly VaultKey[]>): JudgeContext => contextOf({vaultUsers, vaultKeys: new Map([[vaultOf('kv-pay').key, all]])});

const unmarked = 'aks-system-30520393-vmss000000';

const marked = (annotation: string, since: string): Changes => ({'metadata.annotations': {[annotation]: since}});

const names = (state: 'found' | 'gone'): JudgeContext => contextOf({names: new Map([['old-shop.trafficmanager.net', state], ['shop.servicebus.windows.net', state]])});

const internalKey = 'service.beta.kubernetes.io/azure-load-balancer-internal';

const annotated = (value: string): Changes => ({'metadata.annotations': {[internalKey]: value}});

const cases: Readonly<Record<string, readonly Case[]>> = {
	'service-loadbalancer-public-unrestricted': [
		['pass', 'internal', {}, exposed('internal', {who: 'network', answer: 'the virtual network'})],
		['pass', 'partner', {}, exposed('partner', limited)],
		['fail', 'everyone', {}, exposed('everyone', open)],
		['fail', 'frontend', {}, exposed('frontend', open)],
		['unknown', 'pending', {}, exposed('pending', {who: 'network', answer: 'at least the virtual network', gaps: ['it has no address yet']})],
		['unknown', 'frontend', {}, exposed('frontend', hidden)],
		['unknown', 'frontend'],
		['unknown', 'frontend', {'spec.type': 7}],
		['not-applicable', 'orders'],
		['not-applicable', 'frontend', inferred, exposed('frontend', open)],
	],
	'service-sensitive-port-public': [
		['pass', 'frontend', {}, exposed('frontend', open)],
		['fail', 'everyone', {}, exposed('everyone', open)],
		['fail', 'frontend', {'spec.ports': [{port: 9999, targetPort: 6379}]}, exposed('frontend', open)],
		['fail', 'frontend', {'spec.ports': [{port: 8080}]}, exposed('frontend', open)],
		['unknown', 'everyone', {}, exposed('everyone', hidden)],
		['unknown', 'everyone', {'spec.ports': 'all'}, exposed('everyone', open)],
		['unknown', 'everyone'],
		['not-applicable', 'db', {}, exposed('db', {})],
		['not-applicable', 'everyone', {}, exposed('everyone', limited)],
	],
	'service-nodeport-exposed': [
		['pass', 'frontend'],
		['fail', 'metrics'],
		['fail', 'metrics', {}, exposed('metrics', open)],
		['unknown', 'metrics', {'spec.type': 7}],
		['not-applicable', 'orders'],
		['not-applicable', 'queue'],
	],
	'service-externalname-dangling': [
		['pass', 'queue', {}, names('found')],
		['fail', 'gone', {}, names('gone')],
		['fail', 'queue', {}, names('gone')],
		['unknown', 'gone'],
		['unknown', 'gone', {'spec.externalName': undefined}, names('gone')],
		['unknown', 'gone', {'spec.externalName': 7}, names('gone')],
		['not-applicable', 'orders', {}, names('gone')],
	],
	'service-external-ips-set': [
		['pass', 'orders'],
		['fail', 'external-ips'],
		['unknown', 'external-ips', {'spec.externalIPs': 'all'}],
	],
	'service-internal-annotation-not-effective': [
		['pass', 'internal', {'status.loadBalancer.ingress': [{ip: '10.224.0.40'}]}],
		['fail', 'internal', {'status.loadBalancer.ingress': [{ip: '20.50.10.9'}]}],
		['fail', 'internal', {'status.loadBalancer.ingress': [{ip: '203.0.113.9'}]}],
		['fail', 'frontend', annotated('True')],
		['fail', 'orders', annotated('true')],
		['fail', 'frontend', {'metadata.annotations': {'service.beta.kubernetes.io/azure-loadbalancer-internal': 'true'}}],
		['unknown', 'pending', annotated('true')],
		['unknown', 'internal', {'status.loadBalancer.ingress': 'none'}],
		['unknown', 'frontend', {'metadata.annotations': {[internalKey]: 7}}],
		['not-applicable', 'frontend'],
		['not-applicable', 'not-internal'],
		['not-applicable', 'frontend', inferred],
	],
	'service-exposure-inferred-from-node-rg': [
		['pass', 'frontend', inferred, exposed('frontend', limited)],
		['fail', 'frontend', inferred, exposed('frontend', open)],
		['unknown', 'frontend', inferred, exposed('frontend', hidden)],
		['not-applicable', 'frontend', {}, exposed('frontend', open)],
	],
	'node-reboot-pending': [
		['pass', unmarked, marked('kured.dev/kured-reboot-in-progress', ago(0.5))],
		['pass', unmarked, marked('kured.dev/kured-most-recent-reboot-needed', ago(30))],
		['fail', unmarked, marked('kured.dev/kured-reboot-in-progress', ago(3))],
		['fail', unmarked, marked('weave.works/kured-reboot-in-progress', ago(30))],
		['fail', unmarked, {...marked('kured.dev/kured-reboot-in-progress', ago(2)), 'spec.unschedulable': true}],
		['fail', unmarked, marked('kured.dev/kured-reboot-in-progress', 'yesterday')],
		['unknown', unmarked, marked('kured.dev/kured-reboot-in-progress', 7 as unknown as string)],
		['unknown', unmarked, {'metadata.annotations': undefined}],
		['unknown', unmarked, {'metadata.annotations': 'none'}],
		['not-applicable', unmarked, {'metadata.annotations': undefined, 'status.nodeInfo.operatingSystem': 'windows'}],
		['not-applicable', unmarked, {'metadata.annotations': undefined, channel: 'NodeImage'}],
	],
	'aks-data-disk-platform-key': [
		['pass', weak, own, disks(disk('a', '/set'), disk('b', '/set'))],
		['fail', weak, own, disks(disk('a', '/set'), disk('b', undefined))],
		['fail', weak, {}, {...disks(disk('a', undefined)), standards: {...noStandards, encryptionKeys: 'own'}}],
		['unknown', weak, own, disks(disk('a', denied))],
		['unknown', weak, own, contextOf({dataDisks: new Map([[cluster.key, denied]])})],
		['unknown', weak, own],
		['unknown', weak, {'properties.diskEncryptionSetID': 7}, disks(disk('a', undefined))],
		['not-applicable', weak, own, disks()],
		['not-applicable', weak, {'properties.diskEncryptionSetID': undefined}, disks(disk('a', undefined))],
	],
	'aks-audit-logs-off': [
		['pass', weak, {}, settings(setting(['kube-audit-admin', 'guard']))],
		['pass', weak, {}, settings(setting(['group:allLogs']))],
		['pass', weak, {}, settings(setting(['kube-audit'], ['storage archive']), setting(['guard']))],
		['fail', weak, {}, settings()],
		['fail', weak, {}, settings(setting(['kube-apiserver']))],
		['fail', weak, {}, settings(setting(['kube-audit'], []))],
		['fail', weak, {'properties.aadProfile': {managed: true}}, settings(setting(['kube-audit']))],
		['unknown', weak, {}, contextOf({records: new Map([[cluster.key, denied]])})],
		['unknown', weak, {}, recordsOf(denied)],
		['unknown', weak],
	],
	'aks-defender-sensor-unhealthy': [
		['pass', weak, sensorOn, withAgents([collector(3, 3)])],
		['fail', weak, sensorOn, withAgents([collector(3, 2)])],
		['fail', weak, sensorOn, withAgents([{...collector(3, 3), name: 'microsoft-defender-publisher-ds'}])],
		['fail', weak, sensorOn, withAgents([])],
		['unknown', weak, sensorOn, withAgents([collector(undefined, 3)])],
		['unknown', weak, sensorOn, withAgents(denied)],
		['unknown', weak, sensorOn],
		['unknown', weak, {'properties.securityProfile': 'on'}, withAgents([collector(3, 3)])],
		['not-applicable', weak, {'properties.securityProfile': undefined}, withAgents([])],
	],
	'k8s-cluster-admin-broad-subject': [
		['pass', weak, {}, admins([admin('Group', '00000000-0000-0000-0000-0000000000aa'), admin('Group', 'system:masters'), admin('ServiceAccount', 'deployer', 'ci')])],
		['fail', weak, {}, admins([admin('Group', 'system:authenticated')])],
		['fail', weak, {}, admins([admin('Group', 'system:serviceaccounts:shop')])],
		['fail', weak, {}, admins([admin('ServiceAccount', 'default', 'kube-system')])],
		['fail', weak, {}, admins([admin('User', 'system:anonymous')])],
		['unknown', weak, {}, admins(denied)],
		['unknown', weak],
	],
	'keyvault-key-no-expiry-or-rotation': [
		['pass', 'kv-pay', {}, keys([key({rotation: ['rotate after P90D']})])],
		['pass', 'kv-pay', {}, keys([key({expires: '2027-01-01T00:00:00Z'})])],
		['fail', 'kv-pay', {}, keys([key({}), key({name: 'other', rotation: ['rotate after P90D']})])],
		['fail', 'kv-pay', {}, keys([key({rotation: ['notify P30D before expiry']})])],
		['unknown', 'kv-pay', {}, keys([key({rotation: denied})])],
		['unknown', 'kv-pay', {}, keys([key({name: 'other'})])],
		['unknown', 'kv-pay', {}, keys(denied)],
		['unknown', 'kv-pay', {}, contextOf({vaultUsers})],
		['not-applicable', 'kv-pay', {}, contextOf({vaultKeys: new Map([[vaultOf('kv-pay').key, [key({})]]])})],
	],
};

const impossible: Impossible = {
	'service-external-ips-set': {'not-applicable': 'every Service may have them'},
	'aks-audit-logs-off': {'not-applicable': 'every cluster has an audit log'},
	'k8s-cluster-admin-broad-subject': {'not-applicable': 'every cluster has the role cluster-admin'},
};

/**
A Service may be one that Azure gives away; a node belongs to a cluster with a channel.
*/
const resources: Readonly<Record<string, (name: string, changes: Changes) => unknown>> = {
	service: (name, {inferred: isInferred = false, ...changes}) => ({...serviceOf(name, changes), isInferred}),
	node: (name, {channel = 'Unmanaged', ...changes}) => ({...nodeOf(name, changes), nodeOsUpgradeChannel: channel}),
	cluster: clusterOf,
	keyVault: vaultOf,
};

const judge = ({kind, judge: run}: Check, name: string, changes: Changes, context: JudgeContext): Outcome =>
	run(resources[kind]!(name, changes) as Parameters<typeof run>[0], context);

/**
What is judged of nodes and Services, and of what only a closer look at a cluster or vault tells.
*/
export const table: OutcomeTable = {
	rows: rowsOf<Case>(cases, (id, [, name, changes = {}, context = contextOf()]) => judge(checkById.get(id)!, name, changes, context)),
	impossible,
};

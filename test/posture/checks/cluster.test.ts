import test from 'ava';
import {unknown} from '../../../source/model/known.js';
import type {JudgeContext, Outcome} from '../../../source/posture/check.js';
import {clusterChecks} from '../../../source/posture/checks/cluster.js';
import {noStandards, type Standards} from '../../../source/model/standards.js';
import {
	clusterOf,
	contextOf,
	subscription,
	type Changes,
} from '../../support/posture.js';

const hardened = 'managed-cluster-hardened-composed';
const weak = 'managed-cluster-weak-composed';
const api = 'properties.apiServerAccessProfile';

const judge = (id: string, file: string, changes: Changes = {}, context: JudgeContext = contextOf()): Outcome =>
	clusterChecks.find(check => check.id === id)!.judge(clusterOf(file, changes), context);

const asking = (more: Partial<Standards>): JudgeContext => contextOf({standards: {...noStandards, ...more}});
const plans = new Map([[subscription, unknown('denied', 'no right')]]);
const december = contextOf({now: Date.parse('2026-12-24')});
const november = contextOf({now: Date.parse('2026-11-24')});
const plansDenied = contextOf({containersPlans: plans});

test('evidence makes a failure milder or worse, and says why', t => {
	t.like(judge('aks-api-server-public-unrestricted', weak, {'properties.powerState.code': 'Stopped'}), {severity: 'medium'});
	t.like(judge('aks-api-server-ranges-too-broad', weak, {[`${api}.authorizedIPRanges`]: ['AzureCloud.westeurope']}), {severity: 'medium'});
	t.like(judge('aks-kubernetes-version-unsupported', hardened, {'properties.supportPlan': 'KubernetesOfficial'}, november), {
		status: 'fail', severity: 'medium', detail: 'Support of Kubernetes 1.34 ends on 2026-11-30.',
	});
	t.like(judge('aks-kubernetes-version-unsupported', hardened, {}, november), {status: 'pass'});
	t.like(judge('aks-defender-sensor-missing', weak, {}, plansDenied), {reason: 'no right'});
	t.like(judge('aks-api-server-ranges-too-broad', hardened), {because: {path: `${api}.enablePrivateCluster`, value: 'true'}});
	t.like(judge('aks-ingress-nginx-retired', hardened), {detail: 'ingress-nginx itself ended in March 2026; Microsoft\'s fixes for the managed one end on 2026-11-30.'});
	t.like(judge('aks-ingress-nginx-retired', hardened, {}, december), {detail: 'ingress-nginx itself ended in March 2026; Microsoft\'s fixes for the managed one ended on 2026-11-30.'});
	t.like(judge('aks-os-disk-platform-key', weak), {severity: 'info'});
	t.is((judge('aks-os-disk-platform-key', weak, {}, asking({encryptionKeys: 'own'})) as {severity?: string}).severity, undefined);
	t.like(judge('aks-container-insights-off', weak, {'properties.azureMonitorProfile': {metrics: {enabled: true}}}), {detail: 'Metrics are collected, logs of containers are not.'});
	t.like(judge('aks-tags-missing', weak, {}, asking({requiredTags: ['dept', 'owner']})), {detail: 'Without dept, owner.'});
	t.like(judge('aks-tags-not-propagated', hardened, {'properties.agentPoolProfiles.0.tags': {env: 'prod', owner: 'payments'}}), {detail: 'Pools do not inherit tags; without them: apps, win25.'});
});

test('a fix carries what the cluster has, quoted, and asks for what it lacks', t => {
	const fixOf = (id: string, changes: Changes = {}): string => clusterChecks.find(check => check.id === id)!.fix(clusterOf(hardened, changes)).command;
	t.true(fixOf('aks-tags-not-propagated', {tags: {'own er': 'it\'s $(me)', '--yes': '1'}}).endsWith(String.raw`--name system --tags 'own er=it'\''s $(me)'`));
	t.regex(fixOf('aks-tags-not-propagated', {tags: {}}), /--tags "\$\{TAG:\?NAME=VALUE of a tag\}"$/v);
	t.true(fixOf('aks-private-cluster-off', {[`${api}.enableVnetIntegration`]: true}).endsWith(' --enable-private-cluster'));
	t.true(fixOf('aks-private-cluster-off', {[`${api}.enableVnetIntegration`]: false}).includes(' --enable-apiserver-vnet-integration '));
});

import test from 'ava';
import {checkById} from '../../../source/posture/checks/index.js';
import {judgeCluster, judgePool, judgeRegistry} from '../../../source/posture/judge-resource.js';
import type {JudgeContext, Verdict} from '../../../source/posture/check.js';
import type {ResourcePosture} from '../../../source/posture/posture.js';
import type {Resource} from '../../../source/model/resource.js';
import {severityRank} from '../../../source/model/severity.js';
import {unknown} from '../../../source/model/known.js';
import {checkItems} from '../../../views/drill/checks/check-items.js';
import {tabs} from '../../../views/drill/tabs.js';
import {drawPick} from '../../../views/parts/pick/pick-lines.js';
import {initialPickState} from '../../../views/parts/pick/pick-state.js';
import {brokenLine, plainText, plainTexts} from '../../support/cells.js';
import {
	automaticCluster,
	basicRegistry,
	hardenedCluster,
	hardenedRegistry,
	noDetail,
	now,
	snapshotOf,
	weakCluster,
} from '../../support/models.js';
import {colours} from '../../support/theme.js';

const {latestNodeImages, supportedVersions, nodePools} = snapshotOf();
const context: JudgeContext = {
	now, latestNodeImages, supportedVersions, containersPlans: new Map(),
};
const judged: ReadonlyArray<readonly [Resource, ResourcePosture]> = [
	...[weakCluster, hardenedCluster, automaticCluster].map(cluster => [cluster, judgeCluster(cluster, context)] as const),
	...nodePools.map(pool => [pool, judgePool(pool, context)] as const),
	...[basicRegistry, hardenedRegistry].map(registry => [registry, judgeRegistry(registry, context)] as const),
];
const order: readonly string[] = ['fail', 'unknown', 'pass', 'not-applicable'];

test('every verdict of every resource is an item, in order: failures worst first, then unknown, passes, what does not apply', t => {
	for (const [resource, {verdicts}] of judged) {
		const items = checkItems(verdicts, resource, checkById);
		t.is(items.length, verdicts.length, resource.name);
		const byId = new Map(verdicts.map(verdict => [verdict.checkId, verdict]));
		const ranks = items.map(({key}) => (order.indexOf(byId.get(key)!.outcome.status) * 10) + severityRank(byId.get(key)!.severity));
		t.deepEqual(ranks, ranks.toSorted((a, b) => a - b), resource.name);
	}
});

test('a failure shows its evidence and its fix, an unknown its reason, what does not apply why', t => {
	for (const [resource, {verdicts}] of judged) {
		const items = new Map(checkItems(verdicts, resource, checkById).map(item => [item.key, item]));
		for (const {checkId, outcome} of verdicts) {
			const item = items.get(checkId)!;
			const text = plainTexts(item.explanation).join('\n');
			const check = checkById.get(checkId)!;
			t.true(text.includes(check.why) && text.includes(check.decidedBy), checkId);
			t.is(item.fix !== undefined, outcome.status === 'fail', checkId);
			const evidence = outcome.status === 'fail' || outcome.status === 'pass' ? outcome.evidence : (outcome.status === 'not-applicable' ? [outcome.because] : []);
			t.true(evidence.every(({path, value}) => text.includes(`${path} = ${value}`)), checkId);
			t.true(text.includes(outcome.status === 'unknown' ? outcome.reason : ''), checkId);
			t.true(text.includes(item.fix?.split('\n', 1)[0] ?? ''), checkId);
		}
	}
});

test('the letter tells the severity without colour', t => {
	const posture = judgeCluster(weakCluster, context);
	for (const item of checkItems(posture.verdicts, weakCluster, checkById)) {
		t.regex(plainText(item.title), /^(?:● [CH]|◦ [?LMi]| {2}[+\-]) \S/v);
	}
});

test('a verdict of a check that is gone is left out', t => {
	const verdict: Verdict = {checkId: 'gone', severity: 'high', outcome: {status: 'unknown', reason: 'x'}};
	t.deepEqual(checkItems([verdict], weakCluster, checkById), []);
});

test('the checks of every resource fit at every width, and the first explanation is there', t => {
	for (const width of [60, 80, 120, 200]) {
		for (const [resource, {verdicts}] of judged) {
			const items = checkItems(verdicts, resource, checkById);
			const lines = drawPick(items, initialPickState, width, 30, colours);
			t.is(brokenLine(lines, width), undefined, resource.name);
			t.true(plainTexts(lines).join(' ').includes(checkById.get(items[0]!.key)!.title.slice(0, 15)));
		}
	}
});

test('every kind has its tabs, by ids that stand in places', t => {
	t.deepEqual(tabs.cluster.map(({id}) => id), ['overview', 'posture', 'pools', 'nodes', 'services', 'patching', 'control-plane', 'disks', 'tags', 'monitoring', 'registries', 'access', 'findings', 'document']);
	t.deepEqual(tabs.nodePool.map(({id}) => id), ['overview', 'posture', 'nodes', 'patching', 'document']);
	t.deepEqual(tabs.registry.map(({id}) => id), ['overview', 'posture', 'usage', 'ways-in', 'clusters', 'network', 'replicas', 'access', 'images', 'findings', 'document']);
	t.deepEqual(tabs.node.map(({id}) => id), ['overview', 'posture', 'document']);
	t.deepEqual(tabs.service.map(({id}) => id), ['overview', 'posture', 'document']);
	t.deepEqual(tabs.finding.map(({id}) => id), ['overview', 'cves', 'document']);
});

test('the number behind a tab is what the overview counts, and unknown is never good', t => {
	const posture = judgeCluster(weakCluster, {...context, supportedVersions: new Map([['westeurope', unknown('denied', 'Reader is missing.')]])});
	const byKey = new Map([[weakCluster.key, posture]]);
	const snapshot = snapshotOf({
		posture: {
			byKey, failed: posture.failed, unknown: posture.unknown, passed: posture.passed, accepted: 0, score: posture.score,
		},
	});
	const tabContext = {
		resource: weakCluster, snapshot, detail: noDetail, theme: colours, width: 120, now, portal: '',
	};
	const [overview, checks] = tabs.cluster;
	const failed = Object.values(posture.failed).reduce((sum, count) => sum + count, 0);
	t.true(failed > 3);
	t.is(checks!.count?.(tabContext), failed);
	const text = overview!.type === 'lines' ? plainTexts(overview!.lines(tabContext)).join('\n') : '';
	t.regex(text, new RegExp(`● C ${posture.failed.critical} critical {2}● H ${posture.failed.high} high`, 'v'));
	t.regex(text, new RegExp(`Unknown +${posture.unknown} checks? could not be judged`, 'v'));
	t.regex(text, new RegExp(`Score +[█░]{20} ${Math.round(posture.score!)}`, 'v'));
});

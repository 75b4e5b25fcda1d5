import test from 'ava';
import type {Cluster} from '../../source/model/cluster.js';
import type {NodePool} from '../../source/model/node-pool.js';
import type {Check} from '../../source/posture/check.js';
import {createJudge, type JudgeInput} from '../../source/posture/judge.js';
import {judgeCluster, judgePool, judgeWith} from '../../source/posture/judge-resource.js';
import type {FleetPosture} from '../../source/posture/posture.js';
import {
	clusterOf,
	contextOf,
	planOf,
	registryOf,
	subscription,
	today,
} from '../support/posture.js';
import {finish} from '../../source/model/finish.js';

const weak = clusterOf('managed-cluster-weak-composed');
const hardened = clusterOf('managed-cluster-hardened-composed');
const pools = [weak, hardened].flatMap(({nodePools}) => nodePools as readonly NodePool[]);
const registries = [registryOf('registry-premium-hardened-composed'), registryOf('recorded-registry-basic')];

const input = (more: Partial<JudgeInput> = {}): JudgeInput => ({
	clusters: [weak, hardened], nodePools: pools, registries, context: contextOf(), ...more,
});

test('the fleet is the sum of its resources', t => {
	const posture = finish(createJudge()(input()));
	t.is(posture.byKey.size, 2 + pools.length + 2);
	const all = posture.byKey.values().toArray();
	t.is(posture.failed.critical, all.reduce((sum, {failed}) => sum + failed.critical, 0));
	t.is(posture.unknown, all.reduce((sum, {unknown}) => sum + unknown, 0));
	t.is(posture.passed, all.reduce((sum, {passed}) => sum + passed, 0));
	for (const {verdicts, failed, passed, unknown} of all) {
		const skipped = verdicts.filter(({outcome}) => outcome.status === 'not-applicable').length;
		t.is(Object.values(failed).reduce((sum, count) => sum + count, 0) + passed + unknown + skipped, verdicts.length);
	}

	t.true(posture.byKey.get(weak.key)!.score! < posture.byKey.get(hardened.key)!.score!);
	t.is(posture.byKey.get(weak.key)!.worst, 'critical');
	t.like(posture.byKey.get(hardened.key)!.failed, {critical: 0, high: 0});
});

test('what did not change keeps its object, what changed is judged anew', t => {
	const judge = createJudge();
	const run = (more: Partial<JudgeInput> = {}): FleetPosture => finish(judge(input(more)));
	const first = run();
	const second = run({context: contextOf()});
	t.true([...first.byKey].every(([key, posture]) => second.byKey.get(key) === posture));

	const changed = clusterOf('managed-cluster-weak-composed', {'properties.enableRBAC': true});
	const third = run({clusters: [changed, hardened]});
	t.not(third.byKey.get(weak.key), first.byKey.get(weak.key));
	t.deepEqual(third.byKey.get(weak.key), judgeCluster(changed, contextOf()));
	t.is(third.byKey.get(hardened.key), first.byKey.get(hardened.key));

	const turned = run({clusters: [hardened, changed]});
	t.true(turned.byKey.entries().every(([key, posture]) => third.byKey.get(key) === posture));

	const gone = run({clusters: [hardened]});
	t.false(gone.byKey.has(weak.key));
});

test('a part of the context touches only those whom it concerns', t => {
	const judge = createJudge();
	const run = (context: JudgeInput['context']): FleetPosture => finish(judge(input({context})));
	const plans = new Map([[subscription, planOf('Standard')]]);
	const plain = contextOf({containersPlans: plans});
	const first = run(plain);
	const image = contextOf({containersPlans: plans}, {'AKSAzureLinux-V3gen2fipsTL@germanywestcentral': 'AKSAzureLinux-V3gen2fipsTL-202610.01.0'});
	const second = run(image);
	const moved = [...first.byKey].filter(([key, posture]) => second.byKey.get(key) !== posture).map(([key]) => key.split('/').at(-1));
	t.deepEqual(moved, ['system', 'apps']);

	const nextMonth = run({...image, now: today + (31 * 86_400_000)});
	t.deepEqual(nextMonth.byKey.get(pools[0]!.key), judgePool(pools[0]!, {...image, now: today + (31 * 86_400_000)}));
});

test('a judge that is left in the middle starts afresh', t => {
	const judge = createJudge();
	judge(input()).next();
	const posture = finish(judge(input()));
	t.is(posture.byKey.size, 2 + pools.length + 2);
});

test('the judge can be left after a few resources, so that no slice is long', t => {
	const many = Array.from({length: 3000}, (_, index): Cluster => ({...weak, key: `${weak.key}${index}`}));
	const steps = createJudge()(input({clusters: many}));
	let count = 0;
	let step = steps.next();
	for (; !step.done; step = steps.next()) {
		count++;
	}

	t.is(step.value.byKey.size, 3000 + pools.length + 2);
	t.true(count >= 3000 / 16, String(count));
});

test('a check that throws is unknown and harms no other', t => {
	const broken = {
		id: 'broken', kind: 'cluster', title: 'x', severity: 'high', why: 'x', decidedBy: 'x', references: {},
		fix: () => ({command: 'x', effect: 'x'}),
		judge() {
			throw new TypeError('secret detail');
		},
	} as const satisfies Check<'cluster'>;
	const fine: Check<'cluster'> = {...broken, id: 'fine', judge: () => ({status: 'pass', evidence: []})};
	const posture = judgeWith<'cluster'>([broken, fine], weak, contextOf());
	t.like(posture, {unknown: 1, passed: 1, score: 100});
	t.deepEqual(posture.verdicts[0]!.outcome, {status: 'unknown', reason: 'the check itself failed (TypeError)'});
});

test('equal outcomes are one frozen object', t => {
	const one = judgeCluster(weak, contextOf());
	const other = judgeCluster({...weak, key: 'other'}, contextOf());
	t.true(one.verdicts.every((verdict, index) => verdict === other.verdicts[index] && Object.isFrozen(verdict) && Object.isFrozen(verdict.outcome)));
});

test('a fleet of which nothing could be read has no score and passes nothing', t => {
	const {id, key, name, subscriptionId, resourceGroup, region, tags} = weak;
	const dark = Object.fromEntries(Object.keys(weak).map(fact => [fact, {unknown: 'denied', reason: 'no right'}]));
	const cluster = {
		...dark, kind: 'cluster', id, key, name, subscriptionId, resourceGroup, region, tags,
	} as unknown as Cluster;
	const posture = finish(createJudge()(input({clusters: [cluster], nodePools: [], registries: []})));
	t.like(posture, {passed: 0, score: undefined});
	t.true(posture.byKey.get(key)!.verdicts.every(({outcome: {status}}) => status === 'unknown' || status === 'not-applicable'));
	t.true(posture.unknown > 0);
});

import test from 'ava';
import type {Cluster} from '../../source/model/cluster.js';
import type {Severity} from '../../source/model/severity.js';
import type {Acceptance, Check, Outcome} from '../../source/posture/check.js';
import {checksByKind} from '../../source/posture/checks/index.js';
import {createJudge, type JudgeInput} from '../../source/posture/judge.js';
import type {FleetPosture} from '../../source/posture/posture.js';
import {clusterOf, contextOf, today} from '../support/posture.js';

const one = clusterOf('managed-cluster-weak-composed');
const two = clusterOf('managed-cluster-hardened-composed');

const outcomes = {
	pass: {status: 'pass', evidence: []},
	fail: {status: 'fail', evidence: []},
	mild: {status: 'fail', evidence: [], severity: 'low'},
	unknown: {status: 'unknown', reason: 'no right'},
} as const satisfies Record<string, Outcome>;

type Word = keyof typeof outcomes;

/**
A fleet whose checks say what a test wants, and that counts what was evaluated.
*/
const stage = () => {
	const says = new Map<string, Word>();
	const evaluated: string[] = [];
	const check = (id: string, read: (cluster: Cluster, context: JudgeInput['context']) => unknown): Check<'cluster'> => ({
		id, kind: 'cluster', title: 'x', severity: 'high', why: 'x', decidedBy: 'x', references: {},
		fix: () => ({command: 'x', effect: 'x'}),
		judge(cluster, context) {
			evaluated.push(`${id} ${cluster.name}`);
			read(cluster, context);
			return outcomes[says.get(id) ?? 'pass'];
		},
	});
	const judge = createJudge({
		...checksByKind,
		cluster: [
			check('plain', () => undefined),
			check('plan', ({subscriptionId}, {containersPlans}) => containersPlans.get(subscriptionId)),
			check('versions', ({region}, {supportedVersions}) => supportedVersions.get(region)),
			check('date', (_, {now}) => now),
		],
	});
	const look = (more: Partial<JudgeInput> = {}): FleetPosture => {
		const steps = judge({
			clusters: [one, two], nodePools: [], registries: [], context: contextOf(), ...more,
		});
		let step = steps.next();
		while (!step.done) {
			step = steps.next();
		}

		return step.value;
	};

	return {
		say: says.set.bind(says),
		look,
		/**
		Judges both clusters wholly anew.
		*/
		lookAgain: (more: Partial<JudgeInput> = {}) => look({clusters: [{...one}, {...two}], ...more}),
		evaluated: () => evaluated.splice(0).toSorted(),
	};
};

const verdictIn = (posture: FleetPosture, checkId = 'plain') => posture.byKey.get(one.key)!.verdicts.find(verdict => verdict.checkId === checkId)!;

test('only what read something that changed is evaluated again', t => {
	const {look, evaluated} = stage();
	const plans = new Map([[one.subscriptionId, {unknown: 'denied', reason: 'no right'} as const]]);
	const context = contextOf({containersPlans: plans});
	look({context});
	t.is(evaluated().length, 8);

	look({context});
	look({context: contextOf({containersPlans: structuredClone(plans)})});
	look({context: contextOf({containersPlans: plans, now: today + 1000}, {unrelated: 'AKSUbuntu-2204containerd-202610.01.0'})});
	t.deepEqual(evaluated(), []);

	look({context: contextOf({containersPlans: new Map([...plans, [one.subscriptionId, {unknown: 'denied', reason: 'still no right'}]])})});
	t.deepEqual(evaluated(), [one, two].filter(({subscriptionId}) => subscriptionId === one.subscriptionId).map(({name}) => `plan ${name}`).toSorted());

	const elsewhere = contextOf().supportedVersions.get(two.region)!;
	look({context: contextOf({containersPlans: plans, supportedVersions: new Map([[two.region, elsewhere]])})});
	t.true(evaluated().includes(`versions ${one.name}`) || one.region === two.region);

	const {supportedVersions, containersPlans} = contextOf();
	look({context: contextOf({supportedVersions, containersPlans})});
	evaluated();
	look({context: contextOf({supportedVersions, containersPlans, now: today + 86_400_000})});
	t.deepEqual(evaluated(), [`date ${one.name}`, `date ${two.name}`].toSorted());
});

test('of one changed cluster everything is evaluated again, of the other nothing', t => {
	const {look, evaluated} = stage();
	look();
	evaluated();
	look({clusters: [{...one}, two]});
	t.deepEqual(evaluated(), ['date', 'plain', 'plan', 'versions'].map(id => `${id} ${one.name}`));
});

test('a failure that cannot be read any more is carried on until it is read again', t => {
	const {say, look, lookAgain} = stage();
	say('plain', 'mild');
	const failing = look();
	say('plain', 'unknown');
	const blind = lookAgain();
	t.like(verdictIn(blind), {outcome: {status: 'unknown'}, lastFailure: 'low'});
	t.is(verdictIn(lookAgain()).lastFailure, 'low');
	t.is(blind.score, failing.score);
	say('plain', 'pass');
	lookAgain();
	say('plain', 'unknown');
	t.is(verdictIn(lookAgain()).lastFailure, undefined);
});

test('earlier sessions are asked about what this session could not read, and not about what it has seen mended', t => {
	const {say, look, lookAgain} = stage();
	const remembered = (key: string, checkId: string): Severity | undefined => (checkId === 'plain' && key === one.key ? 'critical' : undefined);
	say('plain', 'unknown');
	t.is(verdictIn(look()).lastFailure, undefined);
	// The file of earlier sessions may be read only after the first look.
	t.is(verdictIn(look({remembered})).lastFailure, 'critical');
	t.is(look({remembered}).byKey.get(two.key)!.verdicts[0]!.lastFailure, undefined);
	say('plain', 'pass');
	lookAgain({remembered});
	say('plain', 'unknown');
	t.is(verdictIn(lookAgain({remembered})).lastFailure, undefined);
	t.is(verdictIn(lookAgain({remembered: (...question) => remembered(...question)})).lastFailure, undefined);
});

test('another set of decisions decides anew without judging again', t => {
	const {say, look, lookAgain, evaluated} = stage();
	const acceptance: Acceptance = {
		from: 'file', reason: 'old cluster, gone by summer', by: 'team-a', until: '2026-12-31', at: 'decisions.yaml:3',
	};
	const decide: JudgeInput['decide'] = (resource, checkId) => (checkId === 'plain' && resource.key === one.key ? acceptance : undefined);
	say('plain', 'fail');
	const before = look();
	evaluated();
	const decided = look({decide});
	t.deepEqual(evaluated(), []);
	t.is(verdictIn(decided).accepted, acceptance);
	t.is(decided.accepted, 1);
	t.is(decided.failed.high, before.failed.high - 1);
	t.is(decided.byKey.get(two.key), before.byKey.get(two.key));
	t.is(look({decide}).byKey.get(one.key), decided.byKey.get(one.key));

	say('plain', 'unknown');
	const blind = lookAgain({decide});
	t.like(verdictIn(blind), {accepted: undefined, lastFailure: undefined, outcome: {status: 'unknown'}});
	t.is(verdictIn(lookAgain()).lastFailure, 'high', 'without the decision it costs again what it cost');
});

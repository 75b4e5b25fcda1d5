import test from 'ava';
import {createJudge, type JudgeInput} from '../../source/posture/judge.js';
import type {FleetPosture} from '../../source/posture/posture.js';
import {noStandards} from '../../source/model/standards.js';
import {withStandards} from '../../source/posture/with-standards.js';
import {clusterOf, contextOf} from '../support/posture.js';

const cluster = clusterOf('managed-cluster-weak-composed');
const input = {
	clusters: [cluster], nodePools: [], registries: [], context: contextOf(),
} as unknown as JudgeInput;

const finish = (steps: Iterator<void, FleetPosture, void>): FleetPosture => {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

const statusOf = ({byKey}: FleetPosture, id: string): string => byKey.get(cluster.key)!.verdicts.find(({checkId}) => checkId === id)!.outcome.status;

test('checks see what the organisation asks for, and judge nothing anew while it stays', t => {
	const judge = withStandards(createJudge(), {...noStandards, requiredTags: ['owner']});
	const first = finish(judge(input));
	t.is(statusOf(first, 'aks-tags-missing'), 'fail');
	const plain = createJudge();
	const without = finish(plain(input));
	t.is(statusOf(without, 'aks-tags-missing'), 'not-applicable');
	const second = finish(judge({...input}));
	t.is(second.byKey.get(cluster.key), first.byKey.get(cluster.key));
});

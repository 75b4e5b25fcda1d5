import test from 'ava';
import {createGains} from '../../source/posture/gains.js';
import {checksByKind} from '../../source/posture/checks/index.js';
import {sumUp} from '../../source/posture/judge-resource.js';
import {kindWeight} from '../../source/posture/score.js';
import type {JudgedKind} from '../../source/posture/check.js';
import {judgedSnapshotOf} from '../support/judged.js';

const snapshot = judgedSnapshotOf();
const lists = [snapshot.clusters, snapshot.nodePools, snapshot.registries];

/**
The mean that the score of the fleet is the whole part of.
*/
const meanOf = (byKey: typeof snapshot.posture.byKey): number => {
	let sum = 0;
	let weight = 0;
	for (const {kind, key} of lists.flat()) {
		const score = byKey.get(key)?.score;
		if (score === undefined) {
			continue;
		}

		sum += score * kindWeight[kind];
		weight += kindWeight[kind];
	}

	return sum / weight;
};

const gainsOf = (most?: number) => {
	const steps = createGains(most)({lists, posture: snapshot.posture});
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
};

test('each gain is what the real formula gives when that failure passes, and no other failure would give more', t => {
	const all = gainsOf(Infinity);
	t.true(all.length > 10);
	t.deepEqual(gainsOf(), all.slice(0, 10));
	t.is<number | undefined, number | undefined>(Math.floor(meanOf(snapshot.posture.byKey)), snapshot.posture.score);
	for (const {resource, verdict, from, to, points} of all) {
		const kind = resource.kind as JudgedKind;
		const own = snapshot.posture.byKey.get(resource.key)!;
		const mended = sumUp(resource.key, own.verdicts.map(other => (other === verdict ? {...other, outcome: {status: 'pass', evidence: []}} : other)), checksByKind[kind]);
		t.is(own.score, from);
		t.is(mended.score, to);
		const after = meanOf(new Map([...snapshot.posture.byKey, [resource.key, mended]]));
		t.true(Math.abs(after - meanOf(snapshot.posture.byKey) - points) < 1e-9);
	}

	t.true(all.every(({points}, index) => points > 0 && (index === 0 || all[index - 1]!.points >= points)));
});

import test from 'ava';
import fc from 'fast-check';
import {severities, type Severity} from '../../source/model/severity.js';
import type {JudgedKind} from '../../source/posture/check.js';
import {fleetPosture} from '../../source/posture/fleet-posture.js';
import {createFleetSum} from '../../source/posture/fleet-sum.js';
import type {ResourcePosture} from '../../source/posture/posture.js';
import {fleetScore} from '../../source/posture/score.js';

const count = fc.nat({max: 3});

const counts = Object.fromEntries(severities.map(severity => [severity, count])) as Record<Severity, typeof count>;

const postureOf = (key: string): fc.Arbitrary<ResourcePosture> => fc.record({
	key: fc.constant(key),
	verdicts: fc.constant([]),
	failed: fc.record(counts),
	unknown: count,
	passed: count,
	accepted: count,
	worst: fc.constant(undefined),
	score: fc.option(fc.nat({max: 100}), {nil: undefined}),
});

const kinds: readonly JudgedKind[] = ['cluster', 'registry', 'keyVault'];

const ofKind = (kind: JudgedKind): fc.Arbitrary<readonly ResourcePosture[]> =>
	fc.subarray(['a', 'b', 'c']).chain(names => fc.tuple(...names.map(name => postureOf(`${kind}/${name}`))));

const fleet = fc.record(Object.fromEntries(kinds.map(kind => [kind, ofKind(kind)])));

test('a sum of what changed is the sum of the whole', t => {
	fc.assert(fc.property(fc.array(fleet, {minLength: 2, maxLength: 6}), looks => {
		const sum = createFleetSum(fleetScore);
		for (const look of looks) {
			const lists = new Map(kinds.map(kind => [kind, look[kind]!.map(posture => ({posture}))]));
			const found = sum(lists);
			t.deepEqual({...found, byKey: new Map(found.byKey)}, fleetPosture(lists.entries().flatMap(([kind, items]) => items.map(({posture}) => ({kind, posture})))));
		}
	}), {numRuns: 300});
});

test('the same postures give the same object, a resource that stands twice counts once', t => {
	const [posture] = fc.sample(postureOf('a'), 1);
	const sum = createFleetSum(fleetScore);
	const lists = () => new Map<JudgedKind, Array<{readonly posture: ResourcePosture}>>([['cluster', [{posture: posture!}]]]);
	t.is(sum(lists()), sum(lists()));
	t.is(sum(new Map([['cluster', [{posture: posture!}, {posture: posture!}]]])).passed, posture!.passed);
});

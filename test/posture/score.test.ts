import test from 'ava';
import fc from 'fast-check';
import {severities, type Severity} from '../../source/model/severity.js';
import type {Outcome, Verdict} from '../../source/posture/check.js';
import {fleetScore, scoreOf} from '../../source/posture/score.js';

type Judged = {readonly own: Severity; readonly verdict: Verdict};

const outcomes = {
	pass: {status: 'pass', evidence: []},
	unknown: {status: 'unknown', reason: 'x'},
	'not-applicable': {status: 'not-applicable', because: {path: 'x', value: 'y'}},
} as const satisfies Record<string, Outcome>;

const severity = fc.constantFrom(...severities);

const passed = (own: Severity): Judged => ({own, verdict: {checkId: 'x', outcome: outcomes.pass, severity: own}});

const judged: fc.Arbitrary<Judged> = fc.oneof(
	severity.map(own => passed(own)),
	fc.record({own: severity, found: severity}).map(({own, found}): Judged => ({own, verdict: {checkId: 'x', outcome: {status: 'fail', evidence: [], severity: found}, severity: found}})),
	fc.record({own: severity, status: fc.constantFrom('unknown', 'not-applicable')}).map(({own, status}): Judged => ({own, verdict: {checkId: 'x', outcome: outcomes[status], severity: own}})),
);

const resource = fc.array(judged, {maxLength: 25});

const score = (all: readonly Judged[]): number | undefined => scoreOf(all.map(({verdict}) => verdict), all.map(({own}) => ({severity: own})));

const isFailure = ({verdict}: Judged): boolean => verdict.outcome.status === 'fail';

test('a score is a whole number from 0 to 100, and 100 only where nothing that counts failed', t => {
	fc.assert(fc.property(resource, all => {
		const result = score(all);
		if (result === undefined) {
			return;
		}

		t.true(Number.isSafeInteger(result) && result >= 0 && result <= 100);
		t.is(result === 100, all.every(one => !isFailure(one) || one.verdict.severity === 'info'));
	}));
});

test('mending a failure never lowers the score', t => {
	fc.assert(fc.property(resource, fc.nat(), (all, at) => {
		const failures = all.flatMap((one, index) => (isFailure(one) ? [index] : []));
		fc.pre(failures.length > 0);
		const index = failures[at % failures.length]!;
		const mended = all.with(index, passed(all[index]!.own));
		t.true((score(mended) ?? 0) >= (score(all) ?? 0));
	}), {numRuns: 1000});
});

test('a failure that cannot be read any more costs what it cost, and one that was accepted is in no sum', t => {
	fc.assert(fc.property(resource, fc.nat(), (all, at) => {
		const failures = all.flatMap((one, index) => (isFailure(one) ? [index] : []));
		fc.pre(failures.length > 0);
		const index = failures[at % failures.length]!;
		const {own, verdict} = all[index]!;
		const hidden: Judged = {own, verdict: {...verdict, outcome: outcomes.unknown, lastFailure: verdict.severity}};
		t.is(score(all.with(index, hidden)), score(all));
		const accepted: Judged = {
			own,
			verdict: {
				...verdict,
				accepted: {
					from: 'file', reason: 'r', by: 'team', until: undefined, at: 'decisions.yaml:1',
				},
			},
		};
		t.is(score(all.with(index, accepted)), score(all.toSpliced(index, 1)));
	}));
});

test('what is unknown, not applicable or info neither raises nor lowers', t => {
	fc.assert(fc.property(resource, all => {
		const counted = all.filter(({own, verdict}) => ['pass', 'fail'].includes(verdict.outcome.status) && (own !== 'info' || verdict.severity !== 'info'));
		t.is(score(all), score(counted));
	}));
});

test('a check that cannot be read any more earns no more than one that passes', t => {
	fc.assert(fc.property(resource, fc.nat(), (all, at) => {
		const passes = all.flatMap((one, index) => (one.verdict.outcome.status === 'pass' ? [index] : []));
		fc.pre(passes.length > 0);
		const index = passes[at % passes.length]!;
		const blind = all.with(index, {own: all[index]!.own, verdict: {...all[index]!.verdict, outcome: outcomes.unknown}});
		t.true((score(blind) ?? 0) <= (score(all) ?? 0));
	}), {numRuns: 1000});
});

test('a critical failure keeps any resource under a half', t => {
	const critical: Judged = {own: 'critical', verdict: {checkId: 'x', outcome: {status: 'fail', evidence: []}, severity: 'critical'}};
	t.is(score([critical, ...Array.from({length: 100}, () => passed('high'))]), 49);
	t.is(score([critical]), 0);
	t.is(score([]), undefined);
});

test('the score of a fleet lies between its resources, and rises with each of them', t => {
	const known = fc.option(fc.integer({min: 0, max: 100}), {nil: undefined});
	const one = fc.record({kind: fc.constantFrom('cluster', 'nodePool', 'registry'), score: known});
	const fleet = fc.array(one, {maxLength: 20});
	fc.assert(fc.property(fleet, fc.nat(), (resources, at) => {
		const scores = resources.flatMap(({score: own}) => own ?? []);
		const result = fleetScore(resources);
		fc.pre(scores.length > 0);
		t.true(result! >= Math.min(...scores) && result! <= Math.max(...scores));
		const index = at % resources.length;
		const better = resources.with(index, {...resources[index]!, score: resources[index]!.score === undefined ? undefined : 100});
		t.true(fleetScore(better)! >= result!);
	}));
	t.is(fleetScore([]), undefined);
	t.is(fleetScore([{kind: 'cluster', score: undefined}]), undefined);
});

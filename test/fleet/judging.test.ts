import test from 'ava';
import {createJudging, type FleetJudge} from '../../source/fleet/judging.js';
import type {JudgeInput} from '../../source/posture/judge.js';
import {
	cluster,
	deferred,
	passAll,
	registry,
} from './fleet-fakes.js';

const context = {
	now: 0, latestNodeImages: new Map(), supportedVersions: new Map(), containersPlans: new Map(),
};

const input = (names: readonly string[]): JudgeInput => ({
	clusters: names.map(name => cluster(name)), nodePools: [], registries: [], context,
});

const many = Array.from({length: 200}, (_, index) => `cluster-${index}`);

const unwanted = (): never => {
	throw new Error('It was judged in more than one slice.');
};

const oneSlice = 60_000;

const fail = (error: unknown): never => {
	throw error;
};

test('a small fleet is judged at once', t => {
	const judging = createJudging(passAll, unwanted, fail, oneSlice);
	judging.judge(input(['a']));
	t.false(judging.isBusy());
	t.is(judging.posture().byKey.size, 1);
});

test('a large fleet is judged in slices; the last posture stays until the new one is whole', async t => {
	const {promise, resolve} = deferred();
	const judging = createJudging(passAll, resolve, fail, 0);
	judging.judge(input(many));
	t.true(judging.isBusy());
	t.is(judging.posture().byKey.size, 0);
	let turns = 0;
	const count = (): void => {
		turns++;
		if (judging.isBusy()) {
			setImmediate(count);
		}
	};

	setImmediate(count);
	await promise;
	t.is(judging.posture().byKey.size, 200);
	t.true(turns > 100, `the event loop turned ${turns} times`);
});

test('of what comes while a fleet is judged, only the newest follows', async t => {
	const {promise, resolve} = deferred();
	const seen: number[] = [];
	const judging = createJudging(passAll, () => {
		seen.push(judging.posture().byKey.size);
		if (!judging.isBusy()) {
			resolve();
		}
	}, fail, 0);
	judging.judge(input(many));
	judging.judge(input(['a']));
	judging.judge(input(['a', 'b']));
	await promise;
	t.deepEqual(seen, [200, 2]);
});

test('the same input is not judged again, a new registry is', t => {
	let runs = 0;
	const counting: FleetJudge = function * (given) {
		runs++;
		return yield * {[Symbol.iterator]: () => passAll(given)};
	};

	const judging = createJudging(counting, unwanted, fail, oneSlice);
	const one = input(['a']);
	judging.judge(one);
	judging.judge({...one});
	t.is(runs, 1);
	judging.judge({...one, registries: [registry('r')]});
	t.is(runs, 2);
});

test('a check that throws leaves the last posture, and a later input is judged', t => {
	const errors: unknown[] = [];
	let isBroken = false;
	const judging = createJudging(given => {
		if (isBroken) {
			throw new Error('check');
		}

		return passAll(given);
	}, unwanted, error => {
		errors.push(error);
	}, oneSlice);
	judging.judge(input(['a']));
	isBroken = true;
	judging.judge(input(['a', 'b']));
	t.is(errors.length, 1);
	t.is(judging.posture().byKey.size, 1);
	isBroken = false;
	judging.judge(input(['a', 'b', 'c']));
	t.is(judging.posture().byKey.size, 3);
});

test('stopped, nothing follows', async t => {
	const judging = createJudging(passAll, unwanted, fail, 0);
	judging.judge(input(many));
	judging.stop();
	await new Promise(resolve => {
		setImmediate(resolve);
	});
	t.false(judging.isBusy());
});

import {setImmediate as nextTurn} from 'node:timers/promises';
import test from 'ava';
import {createLooks} from '../../../source/fleet/insides/create-looks.js';
import type {LookCollectors, LooksOptions} from '../../../source/fleet/insides/looks.js';
import type {ClusterRecords} from '../../../source/model/cluster-records.js';
import type {Cluster} from '../../../source/model/cluster.js';
import {
	noGrants,
	type Inside,
	type LookGrants,
	type ReachWay,
} from '../../../source/model/inside.js';
import {unknown} from '../../../source/model/known.js';
import {SourceError} from '../../../source/model/source-error.js';
import {cluster} from '../fleet-fakes.js';
import {insideOf as wholeInside} from '../../support/inside.js';
import {until} from '../../support/until.js';

const minute = 60_000;

const insideOf = (of: Cluster, members: Partial<Inside> = {}, way: ReachWay = 'entra'): Inside =>
	wholeInside(of, {
		reach: {way, server: 'api', attempts: []}, nodes: [], readAt: 1, ...members,
	});

const recordsOf = ({key}: Cluster): ClusterRecords => ({
	clusterKey: key, diagnosticSettings: [], activity: [], maintenance: [], readAt: 1,
});

type Asked = {readonly key: string; readonly what: 'inside' | 'records'; readonly signal: AbortSignal; readonly grants?: LookGrants; readonly answer: () => void};

/**
A cloud that answers when it is told to, and remembers who was asked.
*/
const createCloud = (answerInside: (asked: Cluster) => Inside = asked => insideOf(asked)) => {
	const asked: Asked[] = [];
	const wait = async (what: Asked['what'], {key}: Cluster, signal: AbortSignal, grants?: LookGrants): Promise<void> => new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => {
			reject(signal.reason as Error);
		});
		asked.push({
			key, what, signal, grants, answer: resolve,
		});
	});
	const collectors: LookCollectors = {
		async inside(signal, of, grants) {
			await wait('inside', of, signal, grants);
			return answerInside(of);
		},
		async clusterRecords(signal, of) {
			await wait('records', of, signal);
			return recordsOf(of);
		},
	};
	return {asked, collectors, of: (what: Asked['what']) => asked.filter(entry => entry.what === what)};
};

const fleet = Array.from({length: 20}, (_, index) => cluster(`aks-${String(index).padStart(2, '0')}`));

const start = (cloud: ReturnType<typeof createCloud>, options: Partial<LooksOptions> = {}) => {
	const clock = {now: 1_000_000};
	const looks = createLooks({
		collectors: async () => cloud.collectors,
		interval: minute,
		grants: noGrants,
		isAsked: true,
		now: () => clock.now,
		onChange() {/* Tests look for themselves. */},
		...options,
	});
	return {looks, clock};
};

test('asks nobody but what is open in the first seconds, and that at once', async t => {
	const cloud = createCloud();
	const {looks} = start(cloud);
	looks.advance(fleet);
	looks.open(fleet[15]!.key);
	await until(() => cloud.asked.length === 2);
	t.deepEqual(cloud.asked.map(({what}) => what).toSorted(), ['inside', 'records']);
	t.true(cloud.asked.every(({key}) => key === fleet[15]!.key));
	looks.stop();
	t.true(cloud.asked.every(({signal}) => signal.aborted));
});

test('asks at most as many at once as it may, and keeps a place free for what is opened', async t => {
	const cloud = createCloud();
	const {looks} = start(cloud, {concurrency: 8});
	looks.advance(fleet);
	looks.watch();
	await until(() => cloud.asked.length === 7);
	looks.open(fleet[19]!.key);
	await until(() => cloud.asked.length === 8);
	t.is(cloud.asked[7]!.key, fleet[19]!.key);
	cloud.asked[0]!.answer();
	await until(() => cloud.asked.length === 9);
	t.is(cloud.asked[8]!.key, fleet[19]!.key, 'what is open goes before the rest');
	looks.stop();
});

test('tells at once of what is open, and of what is only watched together, a second apart', async t => {
	let told = 0;
	const cloud = createCloud();
	const {looks} = start(cloud, {
		onChange() {
			told++;
		},
	});
	looks.advance(fleet);
	const lookAway = looks.watch();
	await until(() => cloud.asked.length === 7);
	for (const asked of cloud.asked.slice(0, 7)) {
		asked.answer();
	}

	await until(() => looks.getState().insides.size === 7);
	t.is(told, 1, 'the first at once');
	lookAway();
	looks.open(fleet[19]!.key);
	await until(() => cloud.asked.some(({key}) => key === fleet[19]!.key));
	cloud.asked.find(({key}) => key === fleet[19]!.key)!.answer();
	await until(() => told === 2);
	looks.stop();
});

test('looks into nothing that nobody has asked for, but reads what Azure tells', async t => {
	const cloud = createCloud();
	const {looks} = start(cloud, {isAsked: false});
	looks.advance(fleet);
	looks.open(fleet[3]!.key);
	await until(() => cloud.asked.length === 1);
	t.is(cloud.asked[0]!.what, 'records');
	looks.ask(fleet[3]!.key, 'userCredential');
	await until(() => cloud.asked.length === 2);
	t.is(cloud.asked[1]!.what, 'inside');
	cloud.asked[1]!.answer();
	await until(() => looks.getState().insides.size === 1);
	t.deepEqual(looks.getState().grants, noGrants, 'a grant for one cluster is none for the others');
	looks.stop();
});

test('goes on to the rest one by one once the panes stand', async t => {
	const cloud = createCloud();
	const {looks, clock} = start(cloud);
	looks.advance(fleet);
	t.is(cloud.asked.length, 0);
	clock.now += minute;
	looks.advance([...fleet]);
	await until(() => cloud.asked.length === 1);
	looks.advance([...fleet]);
	t.is(cloud.asked.length, 1);
	cloud.asked[0]!.answer();
	await until(() => looks.getState().insides.size + looks.getState().records.size === 1);
	t.is(cloud.asked.length, 1, 'the next one waits its gap');
	clock.now += 1000;
	looks.advance([...fleet]);
	await until(() => cloud.asked.length === 2);
	looks.stop();
});

test('uses the run command once, until it is asked for again', async t => {
	const cloud = createCloud(of => insideOf(of, {}, 'run-command'));
	const {looks, clock} = start(cloud, {isAsked: false});
	const {key} = fleet[0]!;
	looks.advance(fleet);
	looks.open(key);
	looks.ask(key, 'runCommand');
	await until(() => cloud.of('inside').length === 1);
	cloud.of('inside')[0]!.answer();
	await until(() => looks.getState().insides.size === 1);
	clock.now += 100 * minute;
	looks.advance([...fleet]);
	await until(() => cloud.of('records').length > 0);
	t.is(cloud.of('inside').length, 1);
	looks.refresh();
	await until(() => cloud.of('inside').length === 2);
	looks.ask(key, 'userCredential');
	await until(() => cloud.of('inside').length === 3);
	looks.ask(key, 'runCommand');
	await until(() => cloud.of('inside').length === 4);
	const runs = cloud.of('inside').map(({grants}) => grants?.runs);
	t.is(new Set(runs.slice(0, 3)).size, 1, 'what a look needs again, it does not run again');
	t.not(runs[3], runs[2], 'who asks for it again has it run again');
	looks.ask('all', 'runCommand');
	await until(() => cloud.of('inside').length > 4);
	t.false(runs.includes(cloud.of('inside').find(({key: of}, index) => of === key && index > 3)?.grants?.runs));
	looks.stop();
});

test('shows what was known while a line is lost, and nothing of what may not be read any more', async t => {
	const answers: Array<Partial<Inside>> = [
		{
			nodes: [], clusterAdmins: [{
				binding: 'b', kind: 'Group', name: 'g', namespace: undefined,
			}], readAt: 5,
		},
		{nodes: unknown('unreachable', 'No line.'), clusterAdmins: unknown('denied', 'No right.'), readAt: 9},
	];
	const cloud = createCloud(of => insideOf(of, answers.shift()));
	const {looks} = start(cloud);
	const {key} = fleet[0]!;
	looks.advance(fleet);
	looks.open(key);
	await until(() => cloud.of('inside').length === 1);
	cloud.of('inside')[0]!.answer();
	await until(() => looks.getState().insides.has(key));
	const before = looks.getState().insides.get(key)!;
	looks.refresh();
	await until(() => cloud.of('inside').length === 2);
	cloud.of('inside')[1]!.answer();
	await until(() => looks.getState().insides.get(key) !== before);
	const after = looks.getState().insides.get(key)!;
	t.is(after.nodes, before.nodes);
	t.is(after.readAt, 5, 'the age is that of what is shown');
	t.deepEqual(after.clusterAdmins, unknown('denied', 'No right.'));
	looks.stop();
});

test('a look that fails altogether says why, and the next one heals it', async t => {
	let isBroken = true;
	const cloud = createCloud(of => {
		if (isBroken) {
			throw new SourceError({
				cause: 'unreachable', reason: 'The line is gone.', remedy: undefined, retryAt: undefined,
			});
		}

		return insideOf(of);
	});
	const {looks} = start(cloud);
	const {key} = fleet[0]!;
	looks.advance(fleet);
	looks.open(key);
	await until(() => cloud.of('inside').length === 1);
	cloud.of('inside')[0]!.answer();
	await until(() => looks.getState().insides.has(key));
	t.deepEqual(looks.getState().insides.get(key)!.nodes, unknown('unreachable', 'The line is gone.'));
	isBroken = false;
	looks.refresh();
	await until(() => cloud.of('inside').length === 2);
	cloud.of('inside')[1]!.answer();
	await until(() => Array.isArray(looks.getState().insides.get(key)!.nodes));
	t.is(looks.getState().insides.get(key)!.reach.way, 'entra');
	looks.stop();
});

test('forgets a cluster that is gone, and asks nothing while paused', async t => {
	const cloud = createCloud();
	const {looks} = start(cloud);
	looks.advance(fleet);
	looks.setPaused(true);
	looks.open(fleet[1]!.key);
	t.is(cloud.asked.length, 0);
	looks.setPaused(false);
	await until(() => cloud.asked.length === 2);
	for (const {answer} of cloud.asked) {
		answer();
	}

	await until(() => looks.getState().insides.size === 1 && looks.getState().records.size === 1);
	looks.advance(fleet.slice(2));
	t.is(looks.getState().insides.size, 0);
	t.is(looks.getState().records.size, 0);
	looks.stop();
});

test('asking again puts one look in the place of the other, and the end of the first does not make room for a third', async t => {
	const cloud = createCloud();
	const {looks, clock} = start(cloud, {isAsked: false});
	const {key} = fleet[0]!;
	looks.advance(fleet);
	looks.open(key);
	looks.ask(key, 'userCredential');
	await until(() => cloud.of('inside').length === 1);
	looks.ask(key, 'localAccounts');
	await until(() => cloud.of('inside').length === 2);
	t.true(cloud.of('inside')[0]!.signal.aborted);
	await nextTurn();
	clock.now += 10 * minute;
	looks.advance([...fleet]);
	await nextTurn();
	t.is(cloud.of('inside').length, 2);
	cloud.of('inside')[1]!.answer();
	await until(() => looks.getState().insides.has(key));
	looks.stop();
});

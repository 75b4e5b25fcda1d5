import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import type {Change} from '../../../source/fleet/history/change.js';
import {createHistory, type History, type Look} from '../../../source/fleet/history/create-history.js';
import {
	keyOf,
	lookOf,
	type Estate,
	type Stand,
} from './history-fakes.js';

const minute = 60_000;

const folder = async (t: ExecutionContext): Promise<string> => {
	const made = await mkdtemp(path.join(tmpdir(), 'crowsnest-history-'));
	t.teardown(async () => rm(made, {recursive: true, force: true}));
	return made;
};

type Session = History & {readonly see: (look: Look) => Promise<void>};

/**
A session whose looks are taken one after the other.
*/
const open = async (t: ExecutionContext, file: string | undefined, now: () => number): Promise<Session> => {
	const errors: unknown[] = [];
	const heard = {changes: 0};
	const history = createHistory({
		file,
		now,
		onChange() {
			heard.changes++;
		},
		onNotice(text) {
			errors.push(text);
		},
		onError(error) {
			errors.push(error);
		},
	});
	while (!history.isLoaded()) {
		// eslint-disable-next-line no-await-in-loop
		await nextTurn();
	}

	t.teardown(async () => history.stop());
	return {
		...history,
		async see(look) {
			const before = heard.changes;
			history.look(look);
			// A look that brings nothing tells nothing: a few turns are all that it takes.
			for (let turn = 0; turn < 10 && heard.changes === before; turn++) {
				// eslint-disable-next-line no-await-in-loop
				await nextTurn();
			}

			t.deepEqual(errors, []);
		},
	};
};

const told = (changes: readonly Change[]): string[] => changes.map(({name, checkId, change, severity}) => `${name} ${checkId ?? '-'} ${change} ${severity}`).toSorted();

test('what is new, fixed, reopened, accepted, no longer readable and gone is told, and why the score moved', async t => {
	const session = await open(t, undefined, () => 0);
	await session.see(lookOf({
		one: {
			a: 'pass', b: 'high', c: 'pass', d: 'medium', e: 'low',
		}, two: {a: 'pass'},
	}, 1));
	t.deepEqual(session.changes().sinceStart, [], 'the first look brings no news');

	await session.see(lookOf({
		one: {
			a: 'critical', b: 'pass', c: 'unknown', d: 'accepted', e: 'medium',
		},
	}, 2));
	const {sinceStart, sincePoll, scoreMove} = session.changes();
	t.deepEqual(told(sinceStart), [
		'one a new critical', 'one b fixed high', 'one c unreadable info', 'one d accepted medium', 'one e worse medium', 'two - gone info',
	]);
	t.deepEqual(told(sincePoll), told(sinceStart));
	t.is(scoreMove.start!.to - scoreMove.start!.from, scoreMove.poll!.to - scoreMove.poll!.from);
	t.deepEqual(scoreMove.start!.why, {
		new: 1, worse: 1, unreadable: 1, fixed: 1, accepted: 1, gone: 1,
	});

	await session.see(lookOf({
		one: {
			a: 'pass', b: 'high', c: 'pass', d: 'medium', e: 'low',
		}, two: {a: 'low'},
	}, 3));
	t.deepEqual(told(session.changes().sincePoll), [
		'one a fixed critical', 'one b reopened high', 'one c readable-again info', 'one d reopened medium', 'one e milder low', 'two - appeared low', 'two a new low',
	]);
	t.deepEqual(told(session.changes().sinceStart), ['two a new low'], 'what came and went is no difference');
	t.deepEqual(session.timelineOf(keyOf('one')).filter(({checkId}) => checkId === 'b').map(({change, at}) => [change, at]), [['fixed', 2], ['reopened', 3]]);
});

test('since when a check passes is known in the next session, and begins anew with a failure or a resource that comes back', async t => {
	const file = path.join(await folder(t), 'history');
	const first = await open(t, file, () => 0);
	await first.see(lookOf({one: {a: 'pass', b: 'high'}, two: {a: 'pass'}}, 10));
	await first.see(lookOf({one: {a: 'pass', b: 'pass'}}, 20));
	await first.see(lookOf({one: {a: 'pass', b: 'pass'}, two: {a: 'pass'}}, 30));
	await first.stop();

	const second = await open(t, file, () => 40);
	const since = (name: string, checkId: string): number | undefined => second.passingSince()!(keyOf(name), checkId);
	t.is(since('one', 'a'), 10);
	t.is(since('one', 'b'), 20);
	t.is(since('two', 'a'), 30);
	t.is(since('one', 'unheard-of'), undefined);
	await second.see(lookOf({one: {a: 'low', b: 'pass'}, two: {a: 'pass'}}, 50));
	t.is(since('one', 'a'), undefined);
	await second.see(lookOf({one: {a: 'pass', b: 'pass'}, two: {a: 'pass'}}, 60));
	t.is(since('one', 'a'), 60);
	t.is(second.passingSince(), second.passingSince(), 'the same function, for another is looked at anew');
});

test('what fails again after it could not be read is no news; what was fixed meanwhile is fixed', async t => {
	const session = await open(t, undefined, () => 0);
	await session.see(lookOf({
		one: {
			a: 'high', b: 'high', c: 'pass', d: 'unknown',
		},
	}, 1));
	await session.see(lookOf({
		one: {
			a: 'unknown', b: 'unknown', c: 'unknown', d: 'unknown',
		},
	}, 2));
	t.deepEqual(told(session.changes().sincePoll), ['one a unreadable high', 'one b unreadable high', 'one c unreadable info']);
	await session.see(lookOf({
		one: {
			a: 'high', b: 'pass', c: 'low', d: 'low',
		},
	}, 3));
	t.deepEqual(told(session.changes().sincePoll), ['one a readable-again high', 'one b fixed high', 'one c new low', 'one d newly-checked low']);
});

test('a poll that brings nothing empties what is new by the last poll, and keeps why the score moved', async t => {
	const session = await open(t, undefined, () => 0);
	await session.see(lookOf({one: {a: 'pass'}}, 1));
	await session.see(lookOf({one: {a: 'high'}}, 2, {isFull: false}));
	t.is(session.changes().sincePoll.length, 1);
	await session.see(lookOf({one: {a: 'high'}}, 3));
	t.is(session.changes().sincePoll.length, 1);
	const {scoreMove, sinceStart} = session.changes();
	await session.see(lookOf({one: {a: 'high'}}, 4));
	t.deepEqual(session.changes().sincePoll, []);
	t.is(session.changes().scoreMove.poll, scoreMove.poll);
	t.is(session.changes().sinceStart, sinceStart);
});

test('what can no longer be read is not gone, and one that fails just now is neither', async t => {
	const session = await open(t, undefined, () => 0);
	const both: Estate = {one: {a: 'high'}, two: {a: 'high'}};
	await session.see(lookOf(both, 1));
	await session.see(lookOf({one: {a: 'high'}}, 2, {absence: () => 'unsure'}));
	t.deepEqual(session.changes().sinceStart, []);
	await session.see(lookOf({one: {a: 'high'}}, 3, {absence: () => 'hidden'}));
	t.deepEqual(told(session.changes().sinceStart), ['two - unreadable high']);
	await session.see(lookOf(both, 4));
	t.deepEqual(session.changes().sinceStart, []);
});

test('the next session knows what the last one found, what failed then, and its scores', async t => {
	const file = path.join(await folder(t), 'history.jsonl');
	let now = 1000;
	const first = await open(t, file, () => now);
	await first.see(lookOf({one: {a: 'pass', b: 'high', c: 'high'}}, 1000));
	now = 2000;
	await first.see(lookOf({one: {a: 'pass', b: 'pass', c: 'high'}}, 2000));
	now = 3000;
	await first.stop();

	now = minute;
	const second = await open(t, file, () => now);
	t.is(second.changes().lastSessionEnd, 3000);
	t.is(second.scores().length, 2);
	t.is(second.remembered()!(keyOf('one'), 'c'), 'high');
	t.is(second.remembered()!(keyOf('one'), 'b'), undefined);
	await second.see(lookOf({one: {a: 'low', b: 'high', c: 'unknown'}, two: {a: 'pass'}}, minute));
	t.deepEqual(told(second.changes().sinceLastSession), ['one a new low', 'one b reopened high', 'one c unreadable high', 'two - appeared info']);
	t.deepEqual(second.changes().sinceStart, []);
	t.is(second.changes().scoreMove.session!.from, first.changes().scoreMove.start!.to);
	t.deepEqual(second.timelineOf(keyOf('one')).map(({checkId, change}) => `${checkId} ${change}`), ['b fixed', 'a new', 'b reopened', 'c unreadable']);
	now = 2 * minute;
	await second.stop();

	const third = await open(t, file, () => now);
	await third.see(lookOf({one: {a: 'low', b: 'high', c: 'high'}, two: {a: 'pass'}}, 3 * minute));
	t.deepEqual(told(third.changes().sinceLastSession), ['one c readable-again high']);
});

test('replaying the file gives the state of the session that wrote it', async t => {
	const stand = fc.constantFrom<Stand>('pass', 'unknown', 'not-applicable', 'accepted', 'critical', 'high', 'low');
	const estate: fc.Arbitrary<Estate> = fc.dictionary(fc.constantFrom('one', 'two', 'three'), fc.record({a: stand, b: stand, c: stand}, {requiredKeys: ['a']}));
	const made = await folder(t);
	let runs = 0;
	const property = fc.asyncProperty(fc.array(estate, {minLength: 1, maxLength: 6}), async estates => {
		const file = path.join(made, `${runs++}.jsonl`);
		const writer = await open(t, file, () => 10_000);
		let at = 0;
		for (const seen of estates) {
			at++;
			// eslint-disable-next-line no-await-in-loop
			await writer.see(lookOf(seen, at));
		}

		await writer.stop();
		const reader = await open(t, file, () => 20_000);
		for (const name of ['one', 'two', 'three']) {
			t.deepEqual(reader.timelineOf(keyOf(name)), writer.timelineOf(keyOf(name)));
		}

		// Whoever sees the same again sees nothing new.
		await reader.see(lookOf(estates.at(-1)!, 20_000));
		t.deepEqual(reader.changes().sinceLastSession, []);
	});
	await fc.assert(property, {numRuns: 60});
});

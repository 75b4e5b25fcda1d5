import test from 'ava';
import type {Coverage} from '../../source/model/subscription.js';
import {reuseCollected} from '../../source/fleet/reuse.js';

const item = (name: string, subscriptionId: string) => ({name, subscriptionId});
const collected = (items: ReadonlyArray<ReturnType<typeof item>>, states: Readonly<Record<string, Coverage>>) => ({items, coverage: new Map(Object.entries(states))});

const answered: Coverage = {state: 'answered'};
const one = item('one', 's1');
const two = item('two', 's2');
const before = collected([one, two], {s1: answered, s2: answered});

test('a subscription that could not be reached this time keeps what was known of it', t => {
	const next = reuseCollected(before, collected([one], {s1: answered, s2: {state: 'failed', reason: 'no answer'}}));
	t.deepEqual(next.items, [one, two]);
	t.is(next.coverage.get('s2')?.state, 'failed');
});

test('what was deleted, or may no longer be seen, goes', t => {
	t.deepEqual(reuseCollected(before, collected([one], {s1: answered, s2: answered})).items, [one]);
	t.deepEqual(reuseCollected(before, collected([one], {s1: answered, s2: {state: 'denied', reason: 'lacks Reader'}})).items, [one]);
});

test('an unreached subscription over several polls changes nothing further', t => {
	const failed = () => collected([one], {s1: answered, s2: {state: 'failed', reason: 'no answer'}});
	const first = reuseCollected(before, failed());
	t.is(reuseCollected(first, failed()), first);
});

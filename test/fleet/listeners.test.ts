import {setTimeout as wait} from 'node:timers/promises';
import test from 'ava';
import {createListeners} from '../../source/fleet/listeners.js';

test('what comes together is told once, and the last of it is never lost', async t => {
	const listeners = createListeners(30);
	const told = Promise.withResolvers<void>();
	let calls = 0;
	listeners.add(() => {
		calls++;
		if (calls === 2) {
			told.resolve();
		}
	});
	listeners.tell();
	t.is(calls, 1, 'the first at once');
	listeners.tell();
	listeners.tell();
	t.is(calls, 1);
	await told.promise;
	t.is(calls, 2);
});

test('who waits for an answer to a key does not wait for others', t => {
	const listeners = createListeners(60_000);
	let calls = 0;
	const remove = listeners.add(() => {
		calls++;
	});
	listeners.tell();
	listeners.tell();
	listeners.tell({isUrgent: true});
	t.is(calls, 2);
	remove();
	listeners.tell({isUrgent: true});
	t.is(calls, 2);
	listeners.clear();
});

test('what hardly shows waits, and goes along with what does', async t => {
	const listeners = createListeners(0);
	let calls = 0;
	listeners.add(() => {
		calls++;
	});
	listeners.tell({patience: 60_000});
	t.is(calls, 0);
	listeners.tell();
	t.is(calls, 1);
	listeners.clear();
	const patient = createListeners(0);
	const told = Promise.withResolvers<string>();
	patient.add(() => {
		told.resolve('though nothing more came');
	});
	patient.tell({patience: 1});
	t.is(await told.promise, 'though nothing more came');
	patient.clear();
});

test('nobody is called after the end', async t => {
	const listeners = createListeners(1);
	let calls = 0;
	listeners.add(() => {
		calls++;
	});
	listeners.tell();
	listeners.tell();
	listeners.clear();
	// Longer than the spacing: a timer that was forgotten would have run.
	await wait(5);
	t.is(calls, 1);
});

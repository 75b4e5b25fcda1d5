import test from 'ava';
import fc from 'fast-check';
import {createAgenda, type Task} from '../../../source/fleet/insides/agenda.js';

const none = (): boolean => false;

const dueTimes = fc.array(fc.nat(50), {minLength: 1, maxLength: 12});

const step = fc.record({which: fc.nat(11), at: fc.nat(50), isForgotten: fc.boolean()});

const steps = fc.array(step, {maxLength: 30});

test('whatever begins and ends, the first is the one that a sort of all would give', t => {
	const holds = fc.property(dueTimes, steps, (first, taken) => {
		const times = new Map(first.map((at, index) => [`aks-${index}`, at]));
		const running = new Set<string>();
		const free = (): readonly string[] => times.keys().filter(key => !running.has(key)).toArray();
		const agenda = createAgenda(() => free().map((key): Task => ({what: 'inside', key})), ({key}) => times.get(key)!);
		for (const {which, at, isForgotten} of taken) {
			const due = agenda.first(none);
			t.is(due?.at ?? Infinity, Math.min(...free().map(key => times.get(key)!)));
			if (due && which % 2 === 0) {
				running.add(due.task.key);
				agenda.begin(due.task);
			}

			const [ended] = running;
			if (ended !== undefined && which % 3 === 0) {
				running.delete(ended);
				times.set(ended, at);
				agenda.end({what: 'inside', key: ended});
			}

			if (isForgotten) {
				agenda.forget();
			}
		}
	});
	fc.assert(holds);
});

test('what is left out stays for later', t => {
	const agenda = createAgenda(() => [{what: 'inside', key: 'open'}, {what: 'records', key: 'rest'}], ({key}) => (key === 'open' ? 1 : 2));
	t.is(agenda.first(({key}) => key === 'open')?.task.key, 'rest');
	t.is(agenda.first(none)?.task.key, 'open');
});

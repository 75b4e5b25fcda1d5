import test from 'ava';
import fc from 'fast-check';
import {untilTurn} from '../../source/fleet/until-turn.js';

const moment = fc.record({
	began: fc.integer({min: 0, max: 2_000_000_000_000}),
	elapsed: fc.integer({min: 0, max: 1_000_000_000}),
	interval: fc.integer({min: 1000, max: 3_600_000}),
	turn: fc.double({
		min: 0, max: 1, maxExcluded: true, noNaN: true,
	}),
});

/**
Milliseconds: times since 1970 leave fractions of them behind.
*/
const tolerance = 0.01;

test('a rest is between a half and one and a half intervals, and ends at a turn', t => {
	const property = fc.property(moment, ({began, elapsed, interval, turn}) => {
		const now = began + elapsed;
		const rest = untilTurn({
			now, began, interval, turn,
		});
		const rounds = ((now + rest - began) / interval) - turn;
		return rest >= (interval / 2) - tolerance && rest < (1.5 * interval) + tolerance && Math.abs(rounds - Math.round(rounds)) * interval < tolerance;
	});
	t.notThrows(() => {
		fc.assert(property);
	});
});

test('three that were read together come one after the other from then on, also after a refresh of all', t => {
	const interval = 24_000;
	const turns = [0, 1 / 3, 2 / 3];
	const next = (now: number) => turns.map(turn => Math.round((now + untilTurn({
		now, began: 0, interval, turn,
	})) / 1000));
	t.deepEqual(next(300), [24, 32, 16]);
	t.deepEqual(next(24_500), [48, 56, 40]);
	t.deepEqual(next(30_000), [48, 56, 64]);
});

import test from 'ava';
import {onlyClocksMoved} from '../../../../source/fleet/only-clocks-moved.js';
import {createDrawnContext, createSteadyContext} from '../../../../views/parts/table/steady-context.js';
import {snapshotOf} from '../../../support/models.js';

const emptySnapshot = snapshotOf();
const now = 1_700_000_000_000;
const later = now + 10_000;
const read = {
	...emptySnapshot,
	readAt: now,
	sources: {...emptySnapshot.sources, clusters: {...emptySnapshot.sources.clusters, isReading: true, nextAt: now}},
};
const changed = {...emptySnapshot, clusters: [...emptySnapshot.clusters]};

test('a poll that brought nothing draws and sorts no row again', t => {
	const keepDrawn = createDrawnContext();
	const keepSteady = createSteadyContext();
	const [drawn, steady] = [keepDrawn({snapshot: emptySnapshot, now}), keepSteady({snapshot: emptySnapshot, now})];
	t.is(keepDrawn({snapshot: read, now}), drawn);
	t.is(keepSteady({snapshot: read, now}), steady);
	t.not(keepDrawn({snapshot: changed, now}), drawn);
	t.not(keepSteady({snapshot: changed, now}), steady);
});

test('time draws rows again where a cell asked for it, and only there', t => {
	const keep = createDrawnContext();
	const first = keep({snapshot: emptySnapshot, now});
	const second = keep({snapshot: emptySnapshot, now: later});
	t.is(second, first);
	t.is(second.now, now);
	const third = keep({snapshot: emptySnapshot, now: later});
	t.not(third, second);
	t.is(third.now, later);
	t.is(keep({snapshot: emptySnapshot, now: later}), third);
});

test('what only moves clocks is told from what changes the screen', t => {
	t.true(onlyClocksMoved(emptySnapshot, read));
	t.false(onlyClocksMoved(emptySnapshot, changed));
	t.false(onlyClocksMoved(emptySnapshot, {...read, sources: {...read.sources, clusters: {...read.sources.clusters, status: 'old'}}}));
	t.false(onlyClocksMoved(emptySnapshot, {...read, isPaused: true}));
});

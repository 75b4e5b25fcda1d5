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

test('a poll that brought nothing draws and sorts no row again, and neither does what no cell looks at', t => {
	for (const keep of [createDrawnContext(), createSteadyContext()]) {
		const first = keep({snapshot: emptySnapshot, now});
		t.is(keep({snapshot: read, now}), first);
		t.is(keep({snapshot: changed, now}), first);
		t.is(first.snapshot.clusters, changed.clusters, 'what is looked at for the first time is the newest');
		t.is(keep({snapshot: {...read, clusters: changed.clusters}, now}), first);
		const second = keep({snapshot: emptySnapshot, now});
		t.not(second, first, 'what was looked at is another');
		t.is(second.snapshot.clusters, emptySnapshot.clusters);
		t.is(keep({snapshot: {...emptySnapshot, registries: []}, now}), second);
	}
});

test('a minute sorts again', t => {
	const keep = createSteadyContext();
	const first = keep({snapshot: emptySnapshot, now});
	t.is(keep({snapshot: emptySnapshot, now: later}), first);
	t.not(keep({snapshot: emptySnapshot, now: now + 60_000}), first);
});

test('time draws rows again where a cell asked for it, and only there', t => {
	const keep = createDrawnContext();
	const first = keep({snapshot: emptySnapshot, now});
	const second = keep({snapshot: emptySnapshot, now: later});
	t.is(second, first);
	t.is(second.now, later);
	t.is(keep({snapshot: emptySnapshot, now: later}), second);
	const third = keep({snapshot: emptySnapshot, now: later + 10_000});
	t.not(third, second);
	t.is(third.now, later + 10_000);
});

test('what only moves clocks is told from what changes the screen', t => {
	t.true(onlyClocksMoved(emptySnapshot, read));
	t.false(onlyClocksMoved(emptySnapshot, changed));
	t.false(onlyClocksMoved(emptySnapshot, {...read, sources: {...read.sources, clusters: {...read.sources.clusters, status: 'old'}}}));
	t.false(onlyClocksMoved(emptySnapshot, {...read, isPaused: true}));
});

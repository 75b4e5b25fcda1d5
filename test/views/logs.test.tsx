import test from 'ava';
import fc from 'fast-check';
import type {LogLine} from '../../source/model/log-line.js';
import {
	initialLogState,
	reduceLog,
	settleLog,
	type LogFrame,
} from '../../views/logs/log-state.js';
import {openApp} from '../support/app.js';
import {groupOf} from '../support/container-groups.js';
import {snapshotOf} from '../support/models.js';
import {asciiTheme, plainTheme} from '../support/theme.js';

const group = groupOf('container-group-full-composed');

const linesFrom = (first: number, count: number): readonly LogLine[] => Array.from({length: count}, (_, index) => ({at: Date.parse('2026-11-24T11:00:00Z') + ((first + index) * 1000), text: `line ${first + index}`, code: first + index}));

const frameOf = (before: number, count: number, height = 10): LogFrame => ({
	lines: linesFrom(before, count).map(({text}) => [{text}]), before, width: 40, height,
});

test('the end stays in sight until somebody goes up, and what he reads then stays', t => {
	const first = frameOf(0, 100);
	t.is(settleLog(initialLogState, first).offset, 90);
	t.is(settleLog(initialLogState, frameOf(0, 130)).offset, 120);
	const up = reduceLog(initialLogState, {type: 'scroll', by: -5}, first);
	t.false(up.isFollowing);
	t.is(settleLog(up, frameOf(0, 200)).offset, 85);
	t.is(settleLog(up, frameOf(50, 200)).offset, 35, 'lines went at the beginning');
	t.is(settleLog(up, frameOf(500, 200)).offset, 0, 'what was read is gone');
	const end = reduceLog(up, {type: 'scroll-to', edge: 'bottom'}, frameOf(0, 200));
	t.true(end.isFollowing);
	t.true(reduceLog(up, {type: 'scroll', by: 1000}, first).isFollowing);
	t.false(reduceLog(initialLogState, {type: 'scroll-to', edge: 'top'}, first).isFollowing);
});

test('whatever keys are pressed and however the log goes on, one stands inside it', t => {
	const by = fc.integer({min: -50, max: 50});
	const edge = fc.constantFrom('top' as const, 'bottom' as const);
	const text = fc.constantFrom('line 7', '', 'none');
	const action = fc.oneof(
		by.map(rows => ({type: 'scroll', by: rows} as const)),
		edge.map(to => ({type: 'scroll-to', edge: to} as const)),
		text.map(search => ({type: 'search', text: search} as const)),
		fc.constantFrom({type: 'toggle-wrap'} as const, {type: 'next-match'} as const),
	);
	const steps = fc.array(fc.tuple(action, fc.nat(40), fc.nat(60)), {maxLength: 12});
	fc.assert(fc.property(steps, taken => {
		let state = initialLogState;
		let before = 0;
		for (const [next, gone, count] of taken) {
			before += gone;
			const frame = frameOf(before, count);
			state = reduceLog(state, next, frame);
			const {offset} = settleLog(state, frame);
			t.true(offset >= 0 && offset <= Math.max(0, count));
		}
	}), {numRuns: 200});
});

for (const [columns, rows, theme, isAscii] of [[120, 40, plainTheme, false], [80, 24, asciiTheme, true]] as const) {
	test(`logs at ${columns}×${rows}${isAscii ? ', in ASCII' : ''}: read when their tab is open, followed, held, searched, of one container after the other`, async t => {
		const app = await openApp(t, {
			snapshot: snapshotOf({containerGroups: [group]}), columns, rows, theme, isAscii,
		});
		app.store.logs = {
			lines: linesFrom(0, 100), before: 0, gaps: new Set(), readAt: 1, error: undefined,
		};
		await app.press(':', ...'aci', 'enter', 'enter');
		t.deepEqual(app.store.followed, [], 'nothing is read before the tab is open');
		const logs = await app.press('4');
		t.deepEqual(app.store.followed, ['worker']);
		t.regex(logs.join('\n'), /worker +1 of 3, b: next +followed/v);
		t.regex(logs.join('\n'), /11:01:39 line 99/v);

		const more = await app.write({lines: linesFrom(0, 120)});
		t.regex(more.join('\n'), /line 119/v);
		const held = await app.press('up');
		t.regex(held.join('\n'), /held, G follows/v);
		const top = held.find(line => /line \d+/v.test(line));
		const after = await app.write({lines: linesFrom(20, 150), before: 20, gaps: new Set([160])});
		t.is(after.find(line => /line \d+/v.test(line)), top, 'what one reads stays where it is');
		const end = await app.press('G');
		t.regex(end.join('\n'), /followed[\s\S]*Some lines are missing here[\s\S]*line 169/v);

		const found = await app.press('/', ...'line 42', 'enter');
		t.regex(found.join('\n'), /match 1\/1/v);
		t.regex(found.join('\n'), /line 42/v);
		await app.press('b');
		t.deepEqual(app.store.followed, ['sidecar']);
		const paused = await app.change({isPaused: true});
		t.regex(paused.join('\n'), /sidecar +2 of 3, b: next +paused, p goes on/v);
		const failed = await app.write({
			error: {
				cause: 'denied', reason: 'The identity lacks the right.', remedy: undefined, retryAt: undefined,
			},
		});
		t.regex(failed.join('\n'), /The identity lacks the right/v);
		await app.press('1');
		t.deepEqual(app.store.followed, [], 'nothing is read behind a closed tab');
	});
}

import test from 'ava';
import fc from 'fast-check';
import {unknown} from '../../../../source/model/known.js';
import type {Subscription} from '../../../../source/model/subscription.js';
import {severityLetter} from '../../../../views/theme.js';
import {judgementsOf} from '../../../../views/judgements/judgement.js';
import {doorCount, headerDoors, headerLine} from '../../../../views/parts/header/header-line.js';
import {cellsOf, plainText} from '../../../support/cells.js';
import {judgedSnapshotOf} from '../../../support/judged.js';
import {now, snapshotOf} from '../../../support/models.js';
import {asciiTheme, colours, plainTheme} from '../../../support/theme.js';

type State = Subscription['coverage']['state'];
const subscriptionsOf = (all: readonly State[]): readonly Subscription[] => all.map((state, index) => ({
	...snapshotOf().subscriptions[0]!, id: String(index), coverage: {state, reason: 'why'},
}));

const states: readonly State[] = ['waiting', 'answered', 'listed', 'denied', 'failed'];
const anyState = fc.constantFrom(...states);
const anyTenant = fc.oneof(
	fc.constantFrom('contoso', '00000000-0000-0000-0000-0000000000b1', 'ｃｏｎｔｏｓｏ 日本', undefined, unknown('throttled', 'why')),
	fc.string({unit: 'grapheme', maxLength: 80}),
);
const count = fc.oneof(fc.integer({min: 0, max: 999}), fc.integer({min: 0, max: 99_999}));
const anyScore = fc.double({min: 0, max: 100, noNaN: true});
const anyPosture = fc.record({
	byKey: fc.constant(new Map()),
	failed: fc.record({
		critical: count, high: count, medium: count, low: count, info: count,
	}),
	unknown: count,
	passed: count,
	accepted: count,
	score: fc.option(anyScore, {nil: undefined}),
});
const anySnapshot = fc.record({
	isDemo: fc.boolean(),
	isPaused: fc.boolean(),
	tenant: anyTenant,
	subscriptions: fc.array(anyState, {maxLength: 30}).map(all => subscriptionsOf(all)),
	trend: fc.array(anyScore, {maxLength: 60}),
	readAt: fc.constantFrom(undefined, now),
	nextAt: fc.constantFrom(undefined, now + 60_000),
	posture: anyPosture,
}).map(members => snapshotOf(members as Parameters<typeof snapshotOf>[0]));
const anyWidth = fc.integer({min: 60, max: 250});
const anyFocus = fc.constantFrom(undefined, ...headerDoors);

test('at any width, with any snapshot: no wider than the screen, demo and gaps told, the numbers that matter there', t => {
	fc.assert(fc.property(anySnapshot, anyWidth, anyFocus, fc.constantFrom(colours, asciiTheme), (snapshot, width, focus, theme) => {
		const line = headerLine(snapshot, width, theme, focus);
		const text = plainText(line);
		t.true(cellsOf(line) <= width, text);
		t.is(text.includes(' DEMO '), snapshot.isDemo, text);
		const all = snapshot.subscriptions.length;
		const read = snapshot.subscriptions.filter(({coverage}) => coverage.state === 'answered' || coverage.state === 'listed').length;
		t.true(read === all || text.includes(`${read} of ${all}`) || text.includes(`${read}/${all}`), text);
		for (const door of new Set([...(['critical', 'high', 'unknown'] as const), ...(focus === undefined ? [] : [focus])])) {
			const number = doorCount(snapshot, door);
			t.true(text.includes(` ${number} ${door}`) || text.includes(`${severityLetter[door]}${number}`), text);
		}

		t.is(line.some(segment => segment.text === theme.glyphs.cursor), focus !== undefined, text);
	}));
});

test('with room, everything is written out', t => {
	const snapshot = {...judgedSnapshotOf(), isDemo: true, trend: [50, 60]};
	const text = plainText(headerLine(snapshot, 250, colours));
	for (const part of ['crowsnest', ' DEMO ', 'contoso', '1 subscription', 'posture', 'read ', 'next ', ...headerDoors.map(door => `${doorCount(snapshot, door)} ${door}`)]) {
		t.true(text.includes(part), `'${part}'`);
	}
});

test('what could not be read is told with its reason, also what is still being read', t => {
	const snapshot = snapshotOf({subscriptions: subscriptionsOf(states)});
	const text = plainText(headerLine(snapshot, 200, colours));
	t.true(text.includes('2 of 5 subscriptions · 1 denied · 1 failed · 1 not read yet'), text);
});

test('each number is the number of rows that it opens', t => {
	const snapshot = judgedSnapshotOf();
	t.true(headerDoors.some(door => doorCount(snapshot, door) > 0));
	for (const door of headerDoors) {
		t.is(judgementsOf(snapshot, door).length, doorCount(snapshot, door), door);
	}
});

test('every verdict of the list has a key of its own', t => {
	const snapshot = judgedSnapshotOf();
	const keys = headerDoors.flatMap(door => judgementsOf(snapshot, door).map(({key}) => key));
	t.is(new Set(keys).size, keys.length);
});

test('the number with the focus has a glyph and bold, with and without colour', t => {
	for (const theme of [plainTheme, asciiTheme]) {
		const line = headerLine(snapshotOf(), 120, theme, 'high');
		const at = line.findIndex(({text}) => text === theme.glyphs.cursor);
		t.true(line[at + 1]!.text.includes('high'));
		t.true(line[at + 1]!.bold);
	}
});

test('a tenant known by its GUID alone goes by its first block', t => {
	const text = plainText(headerLine(snapshotOf({tenant: '12345678-0000-0000-0000-0000000000b1'}), 200, colours));
	t.true(text.includes('tenant 12345678 '));
});

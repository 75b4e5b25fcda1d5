import test from 'ava';
import fc from 'fast-check';
import {paletteInputLine, paletteLines} from '../../../../views/parts/palette/palette-lines.js';
import {
	candidatesFor,
	chosenCandidate,
	createPalette,
	ghostOf,
	reducePalette,
	type PaletteAction,
	type PaletteState,
} from '../../../../views/parts/palette/palette-state.js';
import {rank, type Candidate} from '../../../../views/parts/palette/rank.js';
import {brokenLine, plainText, plainTexts} from '../../../support/cells.js';
import {colours} from '../../../support/theme.js';
import {threadTime} from '../../../support/thread-time.js';

const candidate = (label: string): Candidate => ({label, hint: `a ${label}`, value: label});
const labels = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({label}) => label);
const fleet = ['aks', 'acr', 'np', 'prod-weu', 'prod-neu', 'shop-prod', 'reproduction', 'payroll-dev', 'find'].map(label => candidate(label));

test('an exact label comes first, then beginnings, word beginnings, insides, scattered letters', t => {
	t.deepEqual(labels(rank(fleet, 'prod', 10)), ['prod-weu', 'prod-neu', 'shop-prod', 'reproduction', 'payroll-dev']);
	t.deepEqual(labels(rank(fleet, 'PROD-NEU', 10)), ['prod-neu']);
	t.deepEqual(labels(rank(fleet, 'pwe', 10)), ['prod-weu']);
	const twins = [candidate('aksx'), candidate('aks')];
	t.deepEqual(labels(rank(twins, 'aks', 10)), ['aks', 'aksx']);
	t.deepEqual(labels(rank(fleet, '', 3)), ['aks', 'acr', 'np']);
});

const name = fc.string({unit: fc.constantFrom('a', 'b', 'c', '-', 'A'), maxLength: 12});
const isSubsequence = (query: string, text: string): boolean => {
	let at = 0;
	for (const character of text) {
		at += character === query.charAt(at) ? 1 : 0;
	}

	return at === query.length;
};

const query = fc.string({unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 3});
const small = (names: readonly string[]): readonly string[] => names.map(label => label.toLowerCase());

test('what is found is exactly what holds the letters in order, and beginnings come before the rest', t => {
	const isRight = fc.property(fc.array(name, {maxLength: 40}), query, (names, wanted) => {
		const all = names.map(label => candidate(label));
		const found = small(labels(rank(all, wanted, 100)));
		const expected = small(names).filter(label => isSubsequence(wanted, label));
		const firstOther = found.findIndex(label => !label.startsWith(wanted));
		const isOrdered = firstOther === -1 || found.slice(firstOther).every(label => !label.startsWith(wanted));
		return isOrdered && found.toSorted().join(' ') === expected.toSorted().join(' ');
	});
	t.notThrows(() => {
		fc.assert(isRight);
	});
});

test('a limit takes the best', t => {
	const isBest = fc.property(fc.array(name, {maxLength: 30}), query, fc.nat({max: 10}), (names, wanted, limit) => {
		const all = names.map(label => candidate(label));
		return labels(rank(all, wanted, limit)).join(' ') === labels(rank(all, wanted, 100)).slice(0, limit).join(' ');
	});
	t.notThrows(() => {
		fc.assert(isBest);
	});
});

test('6,000 names rank while one types', t => {
	const many = Array.from({length: 6000}, (_, index) => candidate(`aks-${['shop', 'pay', 'data'][index % 3]}-prod-weu-${index}`));
	rank(many, 'warm', 50);
	const times = ['p', 'prod', 'apw9', 'shop-prod-weu-12', 'zz'].map(text => threadTime(() => {
		rank(many, text, 50);
	}));
	// About 3 ms each; a busy machine is no fault.
	t.true(Math.max(...times) < 100, times.join(' '));
});

const typed = (text: string, history: readonly string[] = []): PaletteState =>
	reducePalette(createPalette(history), {type: 'edit', action: {type: 'insert', text}}, []);
const press = (state: PaletteState, ...actions: readonly PaletteAction[]): PaletteState => {
	let after = state;
	for (const action of actions) {
		after = reducePalette(after, action, candidatesFor(fleet, after.line.text));
	}

	return after;
};

const chosenLabel = (state: PaletteState): string | undefined => chosenCandidate(state, candidatesFor(fleet, state.line.text))?.label;

test('the ghost completes the chosen candidate; tab and → accept it', t => {
	const state = typed('prod-w');
	const candidates = candidatesFor(fleet, 'prod-w');
	t.is(ghostOf(state, candidates), 'eu');
	t.is(plainText(paletteInputLine(state, candidates, 40, colours)), ':prod-w▌eu');
	t.is(press(state, {type: 'complete'}).line.text, 'prod-weu');
	t.is(press(state, {type: 'edit', action: {type: 'move-right'}}).line.text, 'prod-weu');
	t.is(press(state, {type: 'edit', action: {type: 'move-left'}}, {type: 'edit', action: {type: 'move-right'}}).line.text, 'prod-w');
	t.is(press(typed('pwe'), {type: 'complete'}).line.text, 'prod-weu');
	t.is(press(typed('nothing'), {type: 'complete'}).line.text, 'nothing');
	t.is(ghostOf(createPalette(), fleet), '');
});

test('arrows choose, and above the first candidate go through the history and back to what was typed', t => {
	const second = press(typed('prod', ['aks', 'find']), {type: 'next'});
	t.is(chosenLabel(second), 'prod-neu');
	t.is(press(second, {type: 'edit', action: {type: 'insert', text: '-'}}).chosen, 0);
	const back = press(second, {type: 'previous'});
	t.is(back.line.text, 'prod');
	const newest = press(back, {type: 'previous'});
	t.is(newest.line.text, 'find');
	const oldest = press(newest, {type: 'previous'});
	t.is(oldest.line.text, 'aks');
	t.is(press(oldest, {type: 'previous'}).line.text, 'aks');
	t.is(press(oldest, {type: 'next'}).line.text, 'find');
	t.is(press(oldest, {type: 'next'}, {type: 'next'}).line.text, 'prod');
});

test('candidates may be made only when they are asked for', t => {
	const asked: string[] = [];
	const found = candidatesFor(text => {
		asked.push(text);
		return fleet;
	}, 'acr');
	t.deepEqual(asked, ['acr']);
	t.deepEqual(labels(found), ['acr']);
});

test('the list shows what was found, the chosen one marked', t => {
	const lines = paletteLines(typed('prod'), candidatesFor(fleet, 'prod'), 60, 3, colours);
	t.deepEqual(plainTexts(lines).map(text => text.trimEnd()), ['▌ prod-weu   a prod-weu', '  prod-neu   a prod-neu', '  shop-prod  a shop-prod']);
	t.true(lines[0]!.some(({text, tone}) => text === 'prod' && tone === 'match'));
	const [gap] = paletteLines(typed('zzz'), [], 60, 3, colours);
	t.regex(plainText(gap!), /nothing answers "zzz"/v);
});

const anyLabel = fc.oneof(fc.string({unit: 'grapheme', maxLength: 20}), fc.constantFrom('漢字'.repeat(40), 'x'.repeat(10_000)));
const anyLabels = fc.array(anyLabel, {maxLength: 20});
const anyActions = fc.array(fc.constantFrom<PaletteAction>({type: 'next'}, {type: 'previous'}, {type: 'complete'}), {maxLength: 30});

test('whatever is typed and pressed, the list fits and the chosen candidate is visible', t => {
	const isFitting = fc.property(anyLabels, fc.string({maxLength: 2}), anyActions, fc.integer({min: 10, max: 200}), fc.integer({min: 1, max: 12}), (names, text, actions, width, height) => {
		const all = names.map(label => candidate(label));
		let state = typed(text, ['a', 'b']);
		for (const action of actions) {
			state = reducePalette(state, action, candidatesFor(all, state.line.text));
		}

		const candidates = candidatesFor(all, state.line.text);
		const lines = paletteLines(state, candidates, width, height, colours);
		return lines.length <= height
			&& brokenLine([...lines, paletteInputLine(state, candidates, width, colours)], width) === undefined
			&& (candidates.length === 0 || lines.some(line => line[0]!.text === colours.glyphs.cursor));
	});
	t.notThrows(() => {
		fc.assert(isFitting);
	});
});

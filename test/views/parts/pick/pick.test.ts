import test from 'ava';
import fc from 'fast-check';
import type {PickItem} from '../../../../views/drill/tab.js';
import {pickFrame} from '../../../../views/parts/pick/pick-layout.js';
import {drawPick} from '../../../../views/parts/pick/pick-lines.js';
import {
	initialPickState,
	reducePick,
	settlePick,
	type PickAction,
	type PickState,
} from '../../../../views/parts/pick/pick-state.js';
import {brokenLine, plainTexts} from '../../../support/cells.js';
import {colours} from '../../../support/theme.js';

const item = (key: string): PickItem => ({
	key,
	title: [{text: 'H ', tone: 'high'}, {text: `title of ${key}`}],
	explanation: Array.from({length: 30}, (_, index) => [{text: `${key} says ${index}`}]),
});
const items = ['a', 'b', 'c', 'd', 'e', 'f'].map(key => item(key));
const press = (state: PickState, action: PickAction, of: readonly PickItem[] = items, width = 100, height = 4): PickState =>
	reducePick(state, action, pickFrame(of, state, width, height));

test('the explanation of the selected item stands beside the list, below it where it is narrow', t => {
	const wide = plainTexts(drawPick(items, initialPickState, 100, 4, colours));
	t.regex(wide[0]!, /^▌ H title of a +│ a says 0 +$/v);
	t.regex(wide[1]!, /^ {2}H title of b +│ a says 1 +$/v);
	t.regex(wide[3]!, /27 more lines below/v);
	const narrow = plainTexts(drawPick(items, initialPickState, 60, 10, colours)).map(line => line.trimEnd());
	t.is(narrow[0], '▌ H title of a');
	t.is(narrow[4], '─'.repeat(60));
	t.is(narrow[5], 'a says 0');
});

test('the cursor stands on its item when others come, go and change places', t => {
	const second = press(press(initialPickState, {type: 'move', by: 1}), {type: 'scroll-explanation', by: 1});
	t.is(second.key, 'b');
	t.is(second.scroll, 2);
	const changed = [item('new'), ...items.toReversed()];
	const settled = settlePick(second, pickFrame(changed, second, 100, 4));
	t.deepEqual([settled.key, settled.index, settled.scroll], ['b', 5, 2]);
	const gone = settlePick(second, pickFrame(items.filter(({key}) => key !== 'b'), second, 100, 4));
	t.deepEqual([gone.key, gone.scroll], ['c', 0]);
});

test('moving and paging stay inside the list and begin an explanation at its top', t => {
	t.is(press(initialPickState, {type: 'move', by: -1}).index, 0);
	t.is(press(initialPickState, {type: 'move-to', edge: 'bottom'}).key, 'f');
	t.is(press(initialPickState, {type: 'page', by: 0.5}).key, 'c');
	t.is(press(press(initialPickState, {type: 'scroll-explanation', by: 1}), {type: 'move', by: 1}).scroll, 0);
	t.is(press(initialPickState, {type: 'move', by: 1}, []).index, 0);
});

test('marks stay on their items, go with a second press, and all at once', t => {
	const marked = press(press(press(initialPickState, {type: 'toggle-mark'}), {type: 'move', by: 1}), {type: 'toggle-mark'});
	t.deepEqual(marked.marks, ['a', 'b']);
	t.deepEqual(press(press(marked, {type: 'move', by: 1}), {type: 'scroll-explanation', by: 1}).marks, ['a', 'b']);
	t.deepEqual(press(marked, {type: 'toggle-mark'}).marks, ['a']);
	t.deepEqual(press(marked, {type: 'clear-marks'}).marks, []);
});

test('whatever is pressed, the drawing fills its room exactly and the cursor is visible', t => {
	const action = fc.oneof(
		fc.integer({min: -9, max: 9}).map(by => ({type: 'move', by}) as const),
		fc.integer({min: -4, max: 4}).map(by => ({type: 'page', by: by / 2}) as const),
		fc.integer({min: -4, max: 4}).map(by => ({type: 'scroll-explanation', by}) as const),
		fc.constantFrom({type: 'move-to', edge: 'top'} as const, {type: 'move-to', edge: 'bottom'} as const),
		fc.constantFrom({type: 'toggle-mark'} as const, {type: 'clear-marks'} as const),
	);
	const anyText = fc.oneof(fc.string({unit: 'grapheme', maxLength: 30}), fc.constantFrom('漢字'.repeat(40), 'word '.repeat(60)));
	const anyItems = fc.uniqueArray(fc.record({key: fc.string({maxLength: 3}), text: anyText}), {selector: ({key}) => key, maxLength: 12});
	const isWhole = fc.property(anyItems, fc.array(action, {maxLength: 10}), fc.integer({min: 20, max: 200}), fc.integer({min: 3, max: 30}), (texts, actions, width, height) => {
		const list: readonly PickItem[] = texts.map(({key, text}) => ({key, title: [{text}], explanation: [[{text}], [{text: `  ${text}`}]]}));
		let state = initialPickState;
		for (const next of actions) {
			state = press(state, next, list, width, height);
		}

		const lines = drawPick(list, state, width, height, colours);
		return lines.length === height && brokenLine(lines, width) === undefined && (list.length === 0 || lines.some(line => line[0]!.text === colours.glyphs.cursor));
	});
	t.notThrows(() => {
		fc.assert(isWhole);
	});
});

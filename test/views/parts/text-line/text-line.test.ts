/* eslint-disable ava/no-conditional-assertion -- the character under the cursor is only known for texts without wide ones */
import fc from 'fast-check';
import test from 'ava';
import {cellWidth, isSimple} from '../../../../views/parts/text/cells.js';
import {readTextKey} from '../../../../views/parts/text-line/read-text-key.js';
import {
	createTextLine,
	textLineReducer,
	type TextLineAction,
	type TextLineState,
} from '../../../../views/parts/text-line/state.js';
import {drawTextLine} from '../../../../views/parts/text-line/text-line.js';
import {createTheme} from '../../../../views/theme.js';

const theme = createTheme({isAscii: true, hasColour: false});

const type = (state: TextLineState, ...actions: TextLineAction[]): TextLineState => {
	let next = state;
	for (const action of actions) {
		next = textLineReducer(next, action);
	}

	return next;
};

const left = {type: 'move-left'} as const;

test('typing, moving and taking away', t => {
	const typed = type(createTextLine('prod weu'), left, left, left, {type: 'insert', text: 'x'});
	t.like(typed, {text: 'prod xweu', cursor: 6});
	t.like(type(typed, {type: 'backspace'}), {text: 'prod weu', cursor: 5});
	t.like(type(typed, {type: 'delete'}), {text: 'prod xeu', cursor: 6});
	t.like(type(typed, {type: 'delete-word'}), {text: 'prod weu', cursor: 5});
	t.like(type(typed, {type: 'delete-word'}, {type: 'delete-word'}), {text: 'weu', cursor: 0});
	t.like(type(typed, {type: 'clear'}), {text: 'weu', cursor: 0});
	t.like(type(typed, {type: 'move-to-start'}, {type: 'backspace'}), {text: 'prod xweu', cursor: 0});
	t.like(type(typed, {type: 'move-to-end'}, {type: 'delete'}), {text: 'prod xweu', cursor: 9});
});

test('a character of several units is one step', t => {
	const family = '👨‍👩‍👧';
	const state = createTextLine(`e\u{301}${family}`);
	t.is(type(state, left).cursor, 2);
	t.is(type(state, {type: 'backspace'}).text, 'e\u{301}');
	t.is(type(state, left, {type: 'backspace'}).cursor, 0);
});

test('pasted line breaks and escape sequences are neither keys nor text', t => {
	const pasted = type(createTextLine(), {type: 'insert', text: 'prod\r\nweu\u{1B}[31m\u{1B}]52;c;aGk=\u{7}\u{0}!'});
	t.is(pasted.text, 'prod weu!');
	for (const rubbish of ['[<0;12;5M', '[?62;c', '[1;5P', '[I', 'OP']) {
		t.is(readTextKey(rubbish), 'none', `for ${rubbish}`);
	}

	t.deepEqual(readTextKey('a\nb'), {type: 'insert', text: 'a\nb'});
});

test('the line owns every key but those of its holder', t => {
	for (const chord of ['esc', 'enter', 'tab', 'up', 'down', 'ctrl-c']) {
		t.is(readTextKey('', chord), undefined, `for ${chord}`);
	}

	for (const chord of ['pageup', 'shift-tab', 'ctrl-r', 'ctrl-\\']) {
		t.is(readTextKey('', chord), 'none', `for ${chord}`);
	}

	t.deepEqual(readTextKey('', 'ctrl-w'), {type: 'delete-word'});
	t.deepEqual(readTextKey('', 'ctrl-u'), {type: 'clear'});
	for (const text of ['q', '?', ' ', '[', ':', '!', 'OK', 'é']) {
		t.deepEqual(readTextKey(text), {type: 'insert', text}, `for ${text}`);
	}
});

test('the history is walked through, and the new line is still there afterwards', t => {
	const entered = type(createTextLine('one'), {type: 'remember'}, {type: 'set', text: 'two'}, {type: 'remember'}, {type: 'set', text: 'dra'}, {type: 'insert', text: 'ft'});
	const previous = {type: 'history-previous'} as const;
	const next = {type: 'history-next'} as const;
	t.is(type(entered, previous).text, 'two');
	t.is(type(entered, previous, previous, previous).text, 'one');
	t.is(type(entered, previous, previous, next).text, 'two');
	t.is(type(entered, previous, next, next).text, 'draft');
	t.deepEqual(type(createTextLine('two', ['one', 'two', 'three']), {type: 'remember'}).history, ['one', 'three', 'two']);
	t.deepEqual(type(createTextLine(' ', ['one']), {type: 'remember'}).history, ['one']);
});

test('the cursor is always between whole characters, and in sight', t => {
	const action: fc.Arbitrary<TextLineAction> = fc.oneof(
		fc.string({unit: 'binary', maxLength: 6}).map(text => ({type: 'insert' as const, text})),
		fc.string({unit: 'grapheme', maxLength: 6}).map(text => ({type: 'insert' as const, text})),
		fc.constantFrom<TextLineAction>(left, {type: 'move-right'}, {type: 'backspace'}, {type: 'delete'}, {type: 'delete-word'}, {type: 'clear'}, {type: 'remember'}, {type: 'history-previous'}, {type: 'history-next'}),
	);
	const holds = fc.property(fc.array(action, {maxLength: 20}), fc.integer({min: 3, max: 30}), (actions, width) => {
		const state = type(createTextLine(), ...actions);
		t.true(state.cursor >= 0 && state.cursor <= state.text.length);
		t.true(state.text.slice(0, state.cursor).isWellFormed());
		t.notRegex(state.text, /\p{Control}/v);
		const line = drawTextLine(state, width, theme);
		const shown = line.map(({text}) => text).join('');
		t.true(cellWidth(shown) <= width);
		if (isSimple(state.text)) {
			t.is(line[1]?.text, state.text[state.cursor] ?? theme.glyphs.cursor);
		}
	});
	fc.assert(holds, {numRuns: 500});
});

import test from 'ava';
import fc from 'fast-check';
import {drawDocument, documentStatus} from '../../../../views/parts/document/document-frame.js';
import {documentLines} from '../../../../views/parts/document/document-lines.js';
import {
	initialDocumentState,
	reduceDocument,
	settleDocument,
	type DocumentAction,
	type DocumentFrame,
} from '../../../../views/parts/document/document-state.js';
import type {Line} from '../../../../views/theme.js';
import {brokenLine, plainText, plainTexts} from '../../../support/cells.js';
import {colours} from '../../../support/theme.js';
import {threadTime} from '../../../support/thread-time.js';

const lines: readonly Line[] = Array.from({length: 100}, (_, index) => [{text: `line ${index} `}, {text: index % 10 === 0 ? 'Needle' : 'hay', tone: 'accent'}]);
const frame: DocumentFrame = {lines, width: 40, height: 10};
const after = (...actions: readonly DocumentAction[]) => {
	let state = initialDocumentState;
	for (const action of actions) {
		state = reduceDocument(state, action, frame);
	}

	return state;
};

test('scrolling stays inside the text', t => {
	t.is(after({type: 'scroll', by: -1}).offset, 0);
	t.is(after({type: 'scroll', by: 3}).offset, 3);
	t.is(after({type: 'scroll-pages', by: 1}).offset, 10);
	t.is(after({type: 'scroll-pages', by: 0.5}).offset, 5);
	t.is(after({type: 'scroll-to', edge: 'bottom'}).offset, 90);
	t.is(after({type: 'scroll-to', edge: 'bottom'}, {type: 'scroll-pages', by: -1}).offset, 80);
	t.is(after({type: 'scroll-to', edge: 'bottom'}, {type: 'scroll-to', edge: 'top'}).offset, 0);
});

test('a search goes from match to match, around, and shows n of N', t => {
	const first = after({type: 'scroll', by: 5}, {type: 'search', text: 'needle'});
	t.is(first.match, 1);
	t.is(plainTexts([documentStatus(first, frame, colours)])[0], '6-15 of 100 · match 2/10');
	t.true(drawDocument(first, frame, colours).flat().some(({text, tone}) => text === 'Needle' && tone === 'mark'));
	const wrapped = reduceDocument(after({type: 'search', text: 'needle'}), {type: 'previous-match'}, frame);
	t.is(wrapped.match, 9);
	t.true(wrapped.offset <= 90 && wrapped.offset + frame.height > 90);
	t.is(reduceDocument(wrapped, {type: 'next-match'}, frame).match, 0);
	const absent = after({type: 'search', text: 'absent'});
	t.is(plainText(documentStatus(absent, frame, colours)), '1-10 of 100 · no match');
});

test('a long value is cut with a mark and read by going sideways', t => {
	const long: DocumentFrame = {lines: [[{text: 'k: '}, {text: 'abcdefghij'.repeat(10)}], [{text: 'short'}]], width: 20, height: 5};
	t.deepEqual(plainTexts(drawDocument(initialDocumentState, long, colours)), ['k: abcdefghijabcdef…', 'short']);
	const right = reduceDocument(initialDocumentState, {type: 'sideways', by: 1}, long);
	t.is(right.column, 10);
	t.deepEqual(plainTexts(drawDocument(right, long, colours)), ['…ijabcdefghijabcdef…', '…']);
	const end = reduceDocument(right, {type: 'sideways', by: 100}, long);
	t.true(plainTexts(drawDocument(end, long, colours))[0]!.endsWith('abcdefghij'));
	t.is(reduceDocument(end, {type: 'sideways', by: -100}, long).column, 0);
});

test('a match beyond the edge is brought into view', t => {
	const long: DocumentFrame = {lines: [[{text: 'x'.repeat(200)}, {text: 'needle'}]], width: 20, height: 5};
	const state = reduceDocument(initialDocumentState, {type: 'search', text: 'needle'}, long);
	t.true(plainTexts(drawDocument(state, long, colours))[0]!.includes('needle'));
});

test('wrapping shows every word and keeps the place', t => {
	const long: DocumentFrame = {lines: Array.from({length: 20}, () => [{text: '  some words that need more room'}]), width: 16, height: 5};
	const state = reduceDocument({...initialDocumentState, offset: 7}, {type: 'toggle-wrap'}, long);
	t.deepEqual(plainTexts(drawDocument(state, long, colours)).slice(0, 3), ['  some words', '  that need more', '  room']);
	t.is(reduceDocument(state, {type: 'toggle-wrap'}, long).offset, 7);
});

test('a text that became shorter is still shown', t => {
	const state = after({type: 'scroll-to', edge: 'bottom'});
	const short = {...frame, lines: lines.slice(0, 3)};
	t.is(settleDocument(state, short).offset, 0);
	t.is(drawDocument(state, short, colours).length, 3);
});

const anySearch = fc.oneof(fc.string({maxLength: 2}), fc.constantFrom('a', 'İ', '漢'));
const anyStep = fc.integer({min: -50, max: 50});
const action: fc.Arbitrary<DocumentAction> = fc.oneof(
	anyStep.map(by => ({type: 'scroll', by}) as const),
	anyStep.map(by => ({type: 'scroll-pages', by: by / 20}) as const),
	anyStep.map(by => ({type: 'sideways', by}) as const),
	anySearch.map(text => ({type: 'search', text}) as const),
	fc.constantFrom({type: 'scroll-to', edge: 'top'} as const, {type: 'scroll-to', edge: 'bottom'} as const),
	fc.constantFrom({type: 'toggle-wrap'} as const, {type: 'next-match'} as const, {type: 'previous-match'} as const),
);
const anyText = fc.oneof(fc.string({unit: 'grapheme'}), fc.constantFrom('漢字'.repeat(30), 'a'.repeat(99), 'İa'.repeat(9)));
const anyLine = fc.array(fc.record({text: anyText}), {maxLength: 3});
const texts = fc.array(anyLine, {maxLength: 30});

test('whatever is pressed, what is drawn fits and stands in the text', t => {
	const isFitting = fc.property(texts, fc.array(action, {maxLength: 20}), fc.integer({min: 2, max: 60}), fc.integer({min: 1, max: 20}), (content, actions, width, height) => {
		const room = {lines: content, width, height};
		let state = initialDocumentState;
		return actions.every(next => {
			state = reduceDocument(state, next, room);
			const drawn = drawDocument(state, room, colours);
			return drawn.length <= height && brokenLine(drawn, width) === undefined && (drawn.length > 0 || content.length === 0);
		});
	});
	t.notThrows(() => {
		fc.assert(isFitting);
	});
});

test('a search finds what indexOf finds, and every match is the text', t => {
	const row = fc.string({unit: fc.constantFrom('a', 'b', 'A', 'B', ' '), maxLength: 30});
	const wanted = fc.string({unit: fc.constantFrom('a', 'b', 'A', 'B'), minLength: 1, maxLength: 3});
	const isFound = fc.property(fc.array(row, {maxLength: 20}), wanted, (content, search) => {
		const room = {lines: content.map(text => [{text}]), width: 80, height: 10};
		const state = reduceDocument(initialDocumentState, {type: 'search', text: search}, room);
		const marked = drawDocument(state, room, colours).flat().find(({tone}) => tone === 'mark');
		return content.some(text => text.toLowerCase().includes(search.toLowerCase()))
			? marked?.text.toLowerCase() === search.toLowerCase()
			: state.match === -1;
	});
	t.notThrows(() => {
		fc.assert(isFound);
	});
});

test('a step in a document of 10,000 lines does not walk through all of it again', t => {
	const big = Object.fromEntries(Array.from({length: 10_000}, (_, index) => [`member${index}`, `value ${index}`]));
	const room = {lines: documentLines(big, 'yaml'), width: 120, height: 38};
	let state = reduceDocument(initialDocumentState, {type: 'search', text: 'value 9'}, room);
	const step = threadTime(() => {
		state = reduceDocument(state, {type: 'next-match'}, room);
		state = reduceDocument(state, {type: 'scroll', by: 1}, room);
		drawDocument(state, {...room, lines: documentLines(big, 'yaml')}, colours);
	}, 20);
	// A few milliseconds; ten times that would be another way of doing it, not a busy machine.
	t.true(step < 80, String(step));
});

import test from 'ava';
import fc from 'fast-check';
import {padLine, sliceLine} from '../../../../views/parts/document/cells.js';
import {wrapLine} from '../../../../views/parts/document/wrap-line.js';
import {drawable} from '../../../../views/parts/text/cells.js';
import type {Line} from '../../../../views/theme.js';
import {
	brokenLine,
	cellsOf,
	plainText,
	plainTexts,
} from '../../../support/cells.js';

const words = (text: string): string => drawable(text).replaceAll(' ', '');
const anyText = fc.oneof(fc.string({unit: 'grapheme', maxLength: 60}), fc.constantFrom('漢字'.repeat(20), 'long-word-without-any-blank'.repeat(5), '👩‍👩‍👧 family '.repeat(4)));
const anyLine = fc.array(fc.record({text: anyText}), {maxLength: 4});

test('wrapped lines fit and lose nothing but blanks', t => {
	const isWhole = fc.property(anyLine, fc.integer({min: 10, max: 80}), fc.nat({max: 20}), (line, width, hanging) => {
		const wrapped = wrapLine(line, width, hanging);
		return brokenLine(wrapped, width) === undefined && words(wrapped.map(row => plainText(row)).join('')) === words(plainText(line));
	});
	t.notThrows(() => {
		fc.assert(isWhole);
	});
});

test('a sliced line is no wider than asked, a filled up one exactly as wide', t => {
	const isExact = fc.property(anyLine, fc.nat({max: 60}), fc.integer({min: 1, max: 60}), (line, from, width) =>
		cellsOf(sliceLine(line, from, width)) <= width && cellsOf(padLine(line, width, '…')) === width);
	t.notThrows(() => {
		fc.assert(isExact);
	});
});

test('lines break between words and stay indented', t => {
	const two: Line = [{text: '  one two '}, {text: 'three', tone: 'good'}];
	t.deepEqual(plainTexts(wrapLine(two, 10)), ['  one two', '  three']);
	t.deepEqual(plainTexts(wrapLine([{text: 'label one two three'}], 12, 6)), ['label one', '      two', '      three']);
	t.deepEqual(plainTexts(wrapLine([{text: 'abcdefghij'}], 4)), ['abcd', 'efgh', 'ij']);
	t.deepEqual(plainTexts(wrapLine([], 4)), ['']);
	t.deepEqual(plainTexts(wrapLine([{text: 'of\ntwo lines'}], 20, 2)), ['of', '  two lines']);
	t.deepEqual(plainTexts(wrapLine([{text: '/subscriptions/some-id/resourceGroups'}], 24)), ['/subscriptions/some-id/', 'resourceGroups']);
});

test('half of a wide character becomes a blank', t => {
	t.is(plainText(sliceLine([{text: '漢字x'}], 1, 10)), ' 字x');
	t.is(plainText(padLine([{text: '漢字漢字'}], 4, '…')), '漢 …');
});

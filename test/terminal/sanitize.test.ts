import test from 'ava';
import fc from 'fast-check';
import {sanitize, sanitizeText} from '../../source/terminal/sanitize.js';

const hostileUnit = fc.oneof(
	fc.string({unit: 'binary', maxLength: 8}),
	fc.string({unit: 'grapheme', maxLength: 8}),
	fc.integer({min: 0, max: 0xFF_FF}).map(unit => String.fromCodePoint(unit)),
	fc.constantFrom('\u{1B}[31m', '\u{1B}]0;title\u{7}', '\u{9B}2J', '\u{1B}Pq\u{1B}\\', '\u{202E}', '\u{2066}', '\u{200B}', '\u{200D}', '\u{DC00}', '\u{D83D}', '\r\n', '\u{85}', '\u{2028}', '\u{E0041}', 'a\u{301}\u{301}\u{301}\u{301}', '\u{1B}', '\u{9D}', '\u{3164}', '\u{FEFF}'),
);
const hostile = fc.array(hostileUnit, {maxLength: 30}).map(parts => parts.join(''));

const forbidden = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}]/v;
const zalgo = /[\p{Enclosing_Mark}\p{Nonspacing_Mark}]{3}/v;

test('one-line texts: nothing dangerous is left, twice is once, and the length is bounded', t => {
	fc.assert(fc.property(hostile, fc.integer({min: 1, max: 100}), (text, limit) => {
		const result = sanitize(text, limit);
		t.notRegex(result, forbidden);
		t.notRegex(result, zalgo);
		t.true(result.length <= limit);
		t.is(sanitize(result, limit), result);
	}), {numRuns: 2000});
});

test('texts of several lines keep line feeds only', t => {
	fc.assert(fc.property(hostile, fc.integer({min: 1, max: 100}), (text, limit) => {
		const result = sanitizeText(text, limit);
		t.notRegex(result.replaceAll('\n', ''), forbidden);
		t.notRegex(result, zalgo);
		t.true(result.length <= limit);
		t.is(sanitizeText(result, limit), result);
	}), {numRuns: 2000});
});

test('plain ASCII is the same text', t => {
	fc.assert(fc.property(fc.string({unit: 'grapheme-ascii', maxLength: 512}), text => {
		t.is(sanitize(text), text);
	}));
});

test('ordinary text is left alone', t => {
	for (const text of ['Größe über Straße', 'naïve café', 'cafe\u{301}', '日本語の名前', '한국어', 'Привет', 'ภาษาไทย', 'हिन्दी', '🚀 ship it 😀', '5 € – “quoted”', 'a\u{A0}b']) {
		t.is(sanitize(text), text);
		t.is(sanitizeText(text), text);
	}
});

test('sequences go as a whole', t => {
	t.is(sanitize('\u{1B}[1;31mred\u{1B}[0m'), 'red');
	t.is(sanitize('a\u{1B}]8;;https://evil.example\u{1B}\\link\u{1B}]8;;\u{7}b'), 'alinkb');
	t.is(sanitize('a\u{1B}P1;2|payload\u{1B}\\b'), 'ab');
	t.is(sanitize('a\u{9B}2Jb\u{9D}52;c;ZXZpbA==\u{9C}c'), 'abc');
	t.is(sanitize('a\u{1B}(0b\u{1B}cc'), 'abc');
	t.is(sanitize('a\u{1B}]0;no end'), 'a0;no end', 'what an unterminated string would hide is shown');
});

test('bidi controls, invisible characters and tags go', t => {
	t.is(sanitize('prod\u{202E}gnp.exe\u{2069}'), 'prodgnp.exe');
	t.is(sanitize('pa\u{200B}yp\u{FEFF}al\u{3164}'), 'paypal');
	t.is(sanitize('flag\u{E0067}\u{E0062}'), 'flag');
	t.is(sanitize('lone \u{D83D}'), 'lone \u{FFFD}');
});

test('line breaks become a blank, or one line feed', t => {
	t.is(sanitize('a\r\nb\nc\u{2028}d\te'), 'a b c d e');
	t.is(sanitizeText('a\r\nb\rc\u{2029}d\u{85}e'), 'a\nb\nc\nd\ne');
});

test('marks pile up two high at most and never stand alone', t => {
	t.is(sanitize(`z${'\u{300}'.repeat(50)}a`), 'z\u{300}\u{300}a');
	t.is(sanitize('\u{300}\u{301}a'), 'a');
});

test('a long text ends in an ellipsis and no pair is cut in two', t => {
	t.is(sanitize('x'.repeat(10_000)).length, 512);
	t.is(sanitize('abcdef', 4), 'abc…');
	t.is(sanitize('ab😀cd', 4), 'ab…');
	t.true(sanitize('ü'.repeat(100_000), 200_000).endsWith('…'));
});

test('a hostile text of megabytes is done at once', t => {
	const started = performance.now();
	for (const piece of ['\u{1B}]', '\u{9D}', '\u{1B}[0', '\u{300}', '\u{1B}P\u{7}']) {
		sanitize(piece.repeat(1_000_000));
	}

	t.true(performance.now() - started < 1000);
});

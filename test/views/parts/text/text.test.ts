import stringWidth from 'string-width';
import fc from 'fast-check';
import test from 'ava';
import {cellWidth} from '../../../../views/parts/text/cells.js';
import {cut} from '../../../../views/parts/text/cut.js';
import {fit} from '../../../../views/parts/text/fit.js';
import {pad} from '../../../../views/parts/text/pad.js';
import {relativeAge} from '../../../../views/parts/text/relative-age.js';
import {createTheme} from '../../../../views/theme.js';
import {plural} from '../../../../source/model/plural.js';

const colours = createTheme({isAscii: false, hasColour: true});
const plainTheme = createTheme({isAscii: false, hasColour: false});
const hostile = fc.oneof(fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'}), fc.string());

test('the fast path agrees with string-width on every character that it takes for one cell', t => {
	for (let code = 0; code < 0xFF_FF; code++) {
		const character = String.fromCodePoint(code);
		t.true(cellWidth(character) === stringWidth(character), code.toString(16));
	}
});

test('a wide character is never split and the cut shows', t => {
	t.is(cut('日本語', 6, '…'), '日本語');
	t.is(cut('日本語', 5, '…'), '日本…');
	t.is(cut('日本語', 4, '…'), '日…');
	t.is(cut('prod-weu', 5, '…'), 'prod…');
	t.is(cut('prod-weu', 8, '…'), 'prod-weu');
	t.is(cut('e\u{301}e\u{301}e\u{301}', 2, '…'), 'e\u{301}…');
	t.is(cut('abc', 0, '…'), '');
});

test('padding counts cells, not characters', t => {
	t.is(pad('日本', 6), '日本  ');
	t.is(pad('7', 3, 'right'), '  7');
	t.is(pad('long', 2), 'long');
});

test('a line is exactly as wide as asked for, whatever stands in it', t => {
	const segment = fc.record({text: hostile, tone: fc.constantFrom('plain' as const, 'high' as const)});
	const isExact = fc.property(fc.array(segment, {maxLength: 6}), fc.nat(60), (line, width) => {
		t.is(stringWidth(fit(line, width, colours)), width);
		// eslint-disable-next-line no-control-regex, regexp/no-control-character
		t.notRegex(fit(line, width, plainTheme), /[\u{0}-\u{1F}\u{7F}-\u{9F}]/v);
	});
	fc.assert(isExact, {numRuns: 300});
});

test('a line that does not fit shows it, also where a segment ends at the edge', t => {
	t.is(fit([{text: 'abc'}, {text: 'def'}], 6, plainTheme), 'abcdef');
	t.is(fit([{text: 'abc'}, {text: 'def'}], 5, plainTheme), 'abcd…');
	t.is(fit([{text: 'abc'}, {text: 'def'}], 3, plainTheme), 'ab…');
	t.is(fit([{text: 'abc'}, {text: ''}], 3, plainTheme), 'abc');
	t.is(fit([{text: '日本'}, {text: 'x'}], 4, plainTheme), '日… ');
	t.is(fit([{text: 'ab', tone: 'high'}], 3, colours), '\u{1B}[31mab\u{1B}[0m ');
});

test('an age moves in steps', t => {
	const cases: ReadonlyArray<readonly [number, string]> = [
		[-5, 'now'],
		[0, 'now'],
		[9999, 'now'],
		[10_000, '10 s'],
		[49_000, '40 s'],
		[60_000, '1 min'],
		[3_599_000, '59 min'],
		[3 * 3_600_000, '3 h'],
		[47 * 3_600_000, '47 h'],
		[12 * 86_400_000, '12 d'],
		[NaN, 'now'],
	];
	for (const [milliseconds, text] of cases) {
		t.is(relativeAge(milliseconds), text);
	}
});

test('one cluster, two registries', t => {
	t.is(plural(1, 'cluster'), '1 cluster');
	t.is(plural(0, 'cluster'), '0 clusters');
	t.is(plural(2, 'registry', 'registries'), '2 registries');
});

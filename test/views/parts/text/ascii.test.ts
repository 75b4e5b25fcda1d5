import test from 'ava';
import fc from 'fast-check';
import {toAscii} from '../../../../views/parts/text/ascii.js';
import {cellWidth, drawable} from '../../../../views/parts/text/cells.js';

test('whatever the text, it is ASCII afterwards and takes the cells that it took', t => {
	fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 40}), text => {
		const shown = drawable(text);
		const ascii = toAscii(shown);
		// eslint-disable-next-line regexp/no-obscure-range
		t.regex(ascii, /^[ -~]*$/v);
		t.is(cellWidth(ascii), cellWidth(shown));
	}));
});

test('ASCII stays, accents go, signs of our own have a likeness, the rest is told as missing', t => {
	t.is(toAscii('prod-weu (3)'), 'prod-weu (3)');
	t.is(toAscii('Zürich é e\u{301}'), 'Zurich e e');
	t.is(toAscii('60×15 · more…'), '60x15 - more~');
	t.is(toAscii('日本'), '????');
	t.is(toAscii('ｆ'), 'f ');
});

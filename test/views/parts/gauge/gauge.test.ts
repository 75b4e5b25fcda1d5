import test from 'ava';
import fc from 'fast-check';
import {gauge} from '../../../../views/parts/gauge/gauge.js';
import {plainText} from '../../../support/cells.js';
import {asciiTheme, colours} from '../../../support/theme.js';

test('a score fills its share of the bar', t => {
	t.is(plainText(gauge(74, 10, colours.glyphs)), '███████░░░ 74');
	t.is(plainText(gauge(74, 10, asciiTheme.glyphs)), '#######... 74');
	t.is(plainText(gauge(undefined, 4, colours.glyphs)), '░░░░ --');
});

test('only 100 is full and only 0 is empty', t => {
	const isHonest = fc.property(fc.double({min: -10, max: 110, noNaN: true}), fc.integer({min: 2, max: 40}), (score, cells) => {
		const bar = plainText(gauge(score, cells, asciiTheme.glyphs)).slice(0, cells);
		return /^#*\.*$/v.test(bar) && bar.length === cells && (score >= 100) === !bar.includes('.') && (score <= 0) === !bar.includes('#');
	});
	t.notThrows(() => {
		fc.assert(isHonest);
	});
});

import test from 'ava';
import fc from 'fast-check';
import {sparkline} from '../../../../views/parts/sparkline/sparkline.js';
import {asciiTheme, colours} from '../../../support/theme.js';

test('a trend rises and falls with its numbers', t => {
	t.is(sparkline([0, 50, 100], colours.glyphs), '▁▅█');
	t.is(sparkline([0, 50, 100], asciiTheme.glyphs), '_+@');
	t.is(sparkline([], colours.glyphs), '');
	t.is(sparkline([74, 74, 74], colours.glyphs), '▅▅▅');
	t.is(sparkline([1, NaN, 1], colours.glyphs), '▅ ▅');
});

test('a change of one point is no drama', t => {
	const steps = new Set(sparkline([74, 75, 74], colours.glyphs));
	t.true([...steps].every(step => '▄▅▆'.includes(step)));
});

test('one cell a number, and higher numbers are never lower', t => {
	const isOrdered = fc.property(fc.array(fc.integer({min: 0, max: 100}), {minLength: 1, maxLength: 60}), values => {
		const bars = sparkline(values, asciiTheme.glyphs).split('');
		const heights = bars.map(bar => asciiTheme.glyphs.spark.indexOf(bar));
		return bars.length === values.length && values.every((value, index) => values.every((other, at) => value <= other || heights[index]! >= heights[at]!));
	});
	t.notThrows(() => {
		fc.assert(isOrdered);
	});
});

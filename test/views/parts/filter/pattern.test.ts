/* eslint-disable ava/no-conditional-assertion -- only a pattern that was accepted can be asked */
import fc from 'fast-check';
import test from 'ava';
import {createPattern} from '../../../../views/parts/filter/pattern.js';

const matches = (source: string, text: string): boolean => {
	const compiled = createPattern(source);
	return compiled.ok && compiled.pattern.test(text);
};

test('finds what the language\'s own engine finds', t => {
	const atom = fc.constantFrom('a', 'b', 'ab', '.', '[ab]', '[^a]', String.raw`\d`, String.raw`\w`, '(a|b)', '(?:ab)', '(a|)', '(b*)');
	const count = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{0,}');
	const part = fc.tuple(atom, count).map(pair => pair.join(''));
	const source = fc.tuple(fc.constantFrom('', '^'), fc.array(part, {maxLength: 4}), fc.constantFrom('', '|a', '|b1'), fc.constantFrom('', '$'))
		.map(([start, parts, other, end]) => start + parts.join('') + other + end);
	const text = fc.string({unit: fc.constantFrom('a', 'b', 'c', '1', 'A'), maxLength: 8});
	const agrees = fc.property(source, text, (expression, sample) => {
		// eslint-disable-next-line require-unicode-regexp
		const expected = new RegExp(expression, 'iu').exec(sample);
		t.is(matches(expression, sample), expected !== null, `${expression} on ${sample}`);
		const compiled = createPattern(expression);
		t.is(compiled.ok ? compiled.pattern.find(sample)?.[0] : undefined, expected?.index);
	});
	fc.assert(agrees, {numRuns: 2000});
});

test('a pattern that would freeze the language\'s own engine is answered at once', t => {
	const start = performance.now();
	for (const source of ['(a+)+$', '(a|a)*b', '(a|aa)+$', 'a*a*a*a*a*b', '(.*)*x', '((a{0,9}){0,9}){0,3}c']) {
		t.false(matches(source, `${'a'.repeat(900)}!`), `for ${source}`);
	}

	t.true(performance.now() - start < 5000);
});

test('what cannot be matched in bounded time, or means nothing, is refused with a reason', t => {
	for (const source of ['(', ')', 'a)', '[a', '*a', 'a{99}', '(?=a)', String.raw`(a)\1`, '[z-a]', '\\', 'a'.repeat(101), '((a{40}){40}){40}', 'a{3,1}']) {
		const compiled = createPattern(source);
		t.false(compiled.ok, `for ${source}`);
		t.true(!compiled.ok && compiled.error.length > 5);
	}
});

test('never throws, whatever the pattern and the text', t => {
	const isTotal = fc.property(fc.string({maxLength: 60}), fc.string({unit: 'binary', maxLength: 60}), (source, text) => {
		const compiled = createPattern(source);
		if (compiled.ok) {
			t.is(compiled.pattern.test(text), compiled.pattern.find(text) !== undefined);
		}
	});
	fc.assert(isTotal, {numRuns: 1000});
});

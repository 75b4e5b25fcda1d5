import test from 'ava';
import fc from 'fast-check';
import {createAnswerMemory} from '../../source/azure/answer-memory.js';

const parse = (text: string): unknown => JSON.parse(text);

test('an answer that says the same is the very same body, to the same question only', t => {
	const memory = createAnswerMemory();
	const first = memory.parse('clusters', '{"data":[1]}', parse);
	t.is(memory.parse('clusters', '{"data":[1]}', parse), first);
	t.not(memory.parse('registries', '{"data":[1]}', parse), first);
	t.deepEqual(memory.parse('clusters', '{"data":[2]}', parse), {data: [2]});
	t.not(memory.parse(undefined, '{"data":[2]}', parse), memory.parse(undefined, '{"data":[2]}', parse), 'what may be a secret is not remembered');
});

test('whatever comes in whatever order, the body is what the text says', t => {
	const asked = fc.constantFrom('a', 'b', 'c');
	const answer = fc.record({question: asked, text: fc.json()});
	fc.assert(fc.property(fc.array(answer), answers => {
		const memory = createAnswerMemory();
		for (const {question, text} of answers) {
			t.deepEqual(memory.parse(question, text, parse), parse(text));
		}
	}));
});

test('a text that is no JSON is told each time, and what was known before stays', t => {
	const memory = createAnswerMemory();
	const known = memory.parse('a', '{}', parse);
	t.throws(() => memory.parse('a', '<html>', parse));
	t.is(memory.parse('a', '{}', parse), known);
});

test('large pages are not kept: a fleet of a thousand clusters would be held twice', t => {
	const memory = createAnswerMemory();
	const large = JSON.stringify({data: 'x'.repeat(2_000_000)});
	t.not(memory.parse('a', large, parse), memory.parse('a', large, parse));
	const middle = JSON.stringify({data: 'x'.repeat(1_500_000)});
	const [one, , three] = ['1', '2', '3'].map(question => memory.parse(question, middle, parse));
	t.is(memory.parse('3', middle, parse), three);
	t.not(memory.parse('1', middle, parse), one, 'the oldest gave way');
});

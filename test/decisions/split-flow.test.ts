import test from 'ava';
import {parseDecisions} from '../../source/decisions/parse-decisions.js';
import {checkById} from '../../source/posture/checks/index.js';
import {parseWhole} from '../support/decisions.js';

const count = 2000;

const members = (index: number) => ({
	resource: `/subscriptions/s/x-${index}`,
	check: ['aks-local-accounts-enabled'],
	reason: `It's "said", [so] { it }: # ${index}`,
	by: 'o\'brien, "pat"\\',
	until: index % 200 === 199 ? 'never' : '2026-12-31',
});

/**
The traps of the style: quotes of both kinds, brackets and commas in them, comments with both, a plain text with an apostrophe.
*/
const inFlow = (index: number): string => `{resource: /subscriptions/s/x-${index}, # one, [two
  check: [aks-local-accounts-enabled], reason: it's so "far", by: 'o''brien, {pat',
  until: ${members(index).until}}`;

const all = Array.from({length: count}, (_, index) => index);

const files = {
	'JSON on many lines': JSON.stringify({decisions: all.map(index => members(index))}, undefined, 2),
	'JSON on one line': JSON.stringify({decisions: all.map(index => members(index))}),
	'a list in brackets': `# ours, [all\ndecisions: [\n  ${all.map(index => inFlow(index)).join(',\n  ')},\n]\n`,
} as const;

for (const [style, text] of Object.entries(files)) {
	test(`two thousand entries as ${style} are read a few at a time, each with its line`, t => {
		const steps = parseDecisions(text, 'risks.yaml', checkById.keys().toArray());
		let yields = 0;
		let step = steps.next();
		for (; !step.done; step = steps.next()) {
			yields++;
		}

		// Whoever drives it can stop after each 25 entries.
		t.true(yields >= count / 25, String(yields));
		const {decisions, faults, broken} = step.value;
		t.is(broken, undefined);
		t.is(decisions.length, count - 10);
		t.is(faults.length, 10);
		const lines = text.split('\n');
		const isOneLine = lines.length === 1;
		t.true(decisions.every(({line, resource}) => isOneLine || lines.slice(line - 1, line + 1).some(own => own.includes(resource!))));
		t.true(faults.every(({line, text: sentence}) => lines[line - 1]!.includes('never') && sentence.startsWith('until: "never" is not')));
		t.is(decisions[7]!.reason, style === 'a list in brackets' ? 'it\'s so "far"' : members(7).reason);
		t.is(decisions[7]!.by, style === 'a list in brackets' ? 'o\'brien, {pat' : members(7).by);
	});
}

test('what is broken far behind is found with its line, and what stands beside the list is told', t => {
	const text = files['a list in brackets'];
	const last = text.split('\n').length - 1;
	const open = parseWhole(text.replace(/\]\n$/v, ''));
	t.regex(open.broken!.text, /^this is not YAML/v);
	t.true(Math.abs(open.broken!.line - last) <= 1, String(open.broken!.line));
	const odd = parseWhole(text.replaceAll('x-1000,', 'x-1000 {,'));
	t.is(odd.broken!.line, text.slice(0, text.indexOf('x-1000,')).split('\n').length);
	t.deepEqual(odd.decisions, []);
	t.regex(parseWhole(`${text}version: 1\n`).faults.at(-1)!.text, /^"version" means nothing here/v);
});

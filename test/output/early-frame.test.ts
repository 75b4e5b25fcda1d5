import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {earlyFrame, earlyTitles} from '../../views/output/early-frame.js';
import {panes} from '../../views/panes/index.js';

const look = {
	isAscii: false, hasColour: false, isDemo: false, title: 'crowsnest',
} as const;

test('the early panes are called as the real ones are', t => {
	t.deepEqual([...earlyTitles], panes.map(pane => pane.title));
});

test('every line fits, at any size', t => {
	fc.assert(fc.property(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 100}), fc.boolean(), (columns, rows, isDemo) => {
		const lines = earlyFrame({
			...look, columns, rows, isDemo, hasColour: true,
		});
		t.is(lines.length, rows);
		t.true(lines.every(line => stringWidth(line) <= columns));
	}));
});

test('four panes at 120×40, one at 80×24, and the demo says so', t => {
	const wide = earlyFrame({
		...look, columns: 120, rows: 40, isDemo: true,
	}).map(line => stripVTControlCharacters(line));
	t.regex(wide[0]!, /^ crowsnest {2}DEMO\s*$/v);
	t.regex(wide[1]!, /^╭ 1 Clusters ─+╮╭ 2 Node pools ─+╮$/v);
	t.is(wide.filter(line => line.startsWith('╭')).length, 2);
	const narrow = earlyFrame({
		...look, columns: 80, rows: 24, isAscii: true,
	}).map(line => stripVTControlCharacters(line));
	t.regex(narrow[2]!, /^\+ 1 Clusters -+\+$/v);
});

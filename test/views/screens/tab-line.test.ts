import test from 'ava';
import {tabLine} from '../../../views/screens/tab-line.js';
import {plainText} from '../../support/cells.js';

const titles = [{title: 'Overview'}, {title: 'Checks', count: 12}, {title: 'Node pools', count: 3}];
const drawn = (active: number, width: number): string => plainText(tabLine(titles, active, width)).trimEnd();

test('with room every tab has its number, title and count, and brackets tell the open one', t => {
	t.is(drawn(1, 60), '  1 Overview  [2 Checks 12]  3 Node pools 3');
});

test('with less room the others lose their counts, then their titles; the open one is whole', t => {
	t.is(drawn(1, 42), '  1 Overview  [2 Checks 12]  3 Node pools');
	t.is(drawn(2, 30), '  1   2  [3 Node pools 3]');
	t.is(drawn(2, 24), '  2  [3 Node pools 3]', 'then those that are far go');
	t.is(drawn(2, 3), ' [3 Node pools 3]');
});

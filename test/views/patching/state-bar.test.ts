import test from 'ava';
import fc from 'fast-check';
import {countedNodes, noNodes, patchStates} from '../../../source/posture/patching/patch-state.js';
import {stateBar} from '../../../views/patching/state-bar.js';
import {stateWords} from '../../../views/patching/state-words.js';
import {toAscii} from '../../../views/parts/text/ascii.js';
import {plainText} from '../../support/cells.js';

test('a bar shows every state in proportion, each with a sign of its own', t => {
	t.is(plainText(stateBar({
		current: 7, behind: 3, 'reboot-pending': 2, unknown: 2,
	}, 14)), '███████▒▒▒rr??');
	t.is(plainText(stateBar({
		current: 2000, behind: 0, 'reboot-pending': 1, unknown: 0,
	}, 14)), '█████████████r');
	t.is(plainText(stateBar(noNodes, 4)), ' '.repeat(4));
});

test('on a terminal of ASCII, and of one colour, the states are still four different signs', t => {
	t.is(new Set(patchStates.map(state => toAscii(stateWords[state].sign))).size, patchStates.length);
	t.false(patchStates.slice(0, 3).some(state => toAscii(stateWords[state].sign) === '?'));
});

const counts = fc.record({
	current: fc.nat(100_000), behind: fc.nat(100_000), 'reboot-pending': fc.nat(3), unknown: fc.nat(100),
});

test('whatever the counts, the bar has its width, and no state that there is goes missing', t => {
	fc.assert(fc.property(counts, fc.integer({min: 4, max: 40}), (given, width) => {
		const text = plainText(stateBar(given, width));
		t.is(text.length, width);
		for (const state of patchStates) {
			t.is(countedNodes(given) > 0 && text.includes(stateWords[state].sign), given[state] > 0);
		}
	}));
});

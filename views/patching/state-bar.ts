import {countedNodes, patchStates, type PatchCounts} from '../../source/posture/patching/patch-state.js';
import type {Line} from '../theme.js';
import {stateWords} from './state-words.js';

/**
How many cells each state gets: in proportion, at least one where there is any, so that one node that waits for a restart shows among thousands.
*/
const cellsOf = (counts: PatchCounts, width: number): readonly number[] => {
	const total = countedNodes(counts);
	const exact = patchStates.map(state => counts[state] / total * width);
	const cells = exact.map(share => (share > 0 ? Math.max(1, Math.floor(share)) : 0));
	let spare = width - cells.reduce((sum, count) => sum + count, 0);
	while (spare !== 0) {
		// The state that its cells serve worst gives or takes one.
		const step = Math.sign(spare);
		const gaps = cells.map((count, index) => (step < 0 && count <= 1 ? -Infinity : step * (exact[index]! - count)));
		const at = gaps.indexOf(Math.max(...gaps));
		cells[at] = cells[at]! + step;
		spare -= step;
	}

	return cells;
};

/**
A bar of `width` cells, one sign for each state: `███████▒▒▒r??`. Nothing to count: blanks.
*/
export const stateBar = (counts: PatchCounts, width: number): Line => {
	if (countedNodes(counts) === 0) {
		return [{text: ' '.repeat(width)}];
	}

	const cells = cellsOf(counts, width);
	return patchStates.flatMap((state, index) => (cells[index] === 0 ? [] : [{text: stateWords[state].sign.repeat(cells[index]!), tone: stateWords[state].tone}]));
};

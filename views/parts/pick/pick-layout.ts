import type {PickItem} from '../../drill/tab.js';
import type {Line} from '../../theme.js';
import {lineWidth} from '../document/cells.js';
import {wrapLine} from '../document/wrap-line.js';
import {settlePick, type PickFrame, type PickState} from './pick-state.js';

/**
From here on the explanation stands beside the list, else below it.
*/
const besideFrom = 90;
const narrowestList = 28;

/**
Cells for cursor and mark before a title.
*/
export const cursorCells = 2;

/**
Cells between list and explanation: a line with a blank on both sides.
*/
export const dividerCells = 3;

export type PickLayout = {
	readonly isBeside: boolean;
	readonly listWidth: number;
	readonly listHeight: number;
	readonly explanationWidth: number;
	readonly explanationHeight: number;
};

/**
Where list and explanation stand in a room of `width` × `height` cells.
*/
export const layOutPick = (items: readonly PickItem[], width: number, height: number): PickLayout => {
	if (width >= besideFrom) {
		const longest = Math.max(0, ...items.map(({title}) => lineWidth(title)));
		const listWidth = Math.max(narrowestList, Math.min(longest + cursorCells, Math.floor(width * 0.42)));
		return {
			isBeside: true, listWidth, listHeight: height, explanationWidth: width - listWidth - dividerCells, explanationHeight: height,
		};
	}

	// One line parts the two.
	const listHeight = Math.max(1, Math.min(items.length, Math.floor((height - 1) * 0.45)));
	return {
		isBeside: false, listWidth: width, listHeight, explanationWidth: width, explanationHeight: Math.max(0, height - listHeight - 1),
	};
};

/**
The explanation of the selected item, wrapped to its room.
*/
export const explanationLines = (items: readonly PickItem[], index: number, width: number): readonly Line[] =>
	(items[index]?.explanation ?? []).flatMap(line => wrapLine(line, width));

/**
What the state's reducer must know of the room.
*/
export const pickFrame = (items: readonly PickItem[], state: PickState, width: number, height: number): PickFrame => {
	const layout = layOutPick(items, width, height);
	const frame = {
		keys: items.map(({key}) => key), listHeight: layout.listHeight, explanationHeight: layout.explanationHeight, explanationLength: 0,
	};
	const {index} = settlePick(state, frame);
	return {...frame, explanationLength: explanationLines(items, index, layout.explanationWidth).length};
};

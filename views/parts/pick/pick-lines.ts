import type {PickItem} from '../../drill/tab.js';
import type {Line, Theme} from '../../theme.js';
import {padLine} from '../document/cells.js';
import {
	cursorCells,
	explanationLines,
	layOutPick,
	pickFrame,
} from './pick-layout.js';
import {settlePick, type PickState} from './pick-state.js';

const listLine = (item: PickItem, look: {readonly isSelected: boolean; readonly isMarked: boolean}, theme: Theme): Line => [
	look.isSelected ? {text: theme.glyphs.cursor.padEnd(cursorCells - 1), tone: 'accent'} : {text: ' '.repeat(cursorCells - 1)},
	look.isMarked ? {text: theme.glyphs.mark, tone: 'mark'} : {text: ' '},
	...(look.isSelected ? item.title.map(segment => ({...segment, bold: true})) : item.title),
];

/**
How far the explanation goes on, at the edge of its last line.
*/
const moreLine = (hidden: number): Line => [{text: `${hidden} more lines below`, tone: 'dim'}];

/**
Draws a list and the explanation of the selected item: exactly `height` lines, none wider than `width`.
*/
export const drawPick = (items: readonly PickItem[], current: PickState, width: number, height: number, theme: Theme): readonly Line[] => {
	const layout = layOutPick(items, width, height);
	const state = settlePick(current, pickFrame(items, current, width, height));
	const {ellipsis, border} = theme.glyphs;
	const list = items
		.slice(state.offset, state.offset + layout.listHeight)
		.map((item, index) => padLine(listLine(item, {isSelected: state.offset + index === state.index, isMarked: state.marks?.includes(item.key) === true}, theme), layout.listWidth, ellipsis));
	const all = explanationLines(items, state.index, layout.explanationWidth);
	const end = state.scroll + layout.explanationHeight;
	const shown = all.slice(state.scroll, end);
	const explanation = end < all.length ? [...shown.slice(0, -1), moreLine(all.length - end + 1)] : shown;
	const lines: Line[] = layout.isBeside
		? Array.from({length: height}, (_, index): Line => [
			...(list[index] ?? padLine([], layout.listWidth, ellipsis)),
			{text: ` ${border.vertical} `, tone: 'dim'},
			...(explanation[index] ?? []),
		])
		: [...list, [{text: border.horizontal.repeat(width), tone: 'dim'}], ...explanation];
	return Array.from({length: height}, (_, index) => padLine(lines[index] ?? [], width, ellipsis));
};

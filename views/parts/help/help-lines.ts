import {lineWidth, padLine} from '../document/cells.js';
import {findMatches, toneRanges} from '../document/matches.js';
import {wrapLine} from '../document/wrap-line.js';
import type {Line, Theme} from '../../theme.js';
import type {HelpEntry} from './help-entries.js';

const twoColumnsFrom = 90;
const threeColumnsFrom = 150;
const columnGap = 3;
const widestKeys = 18;

const columnsFor = (width: number): number => {
	if (width >= threeColumnsFrom) {
		return 3;
	}

	return width >= twoColumnsFrom ? 2 : 1;
};

const isAnswering = ({keys, label, group}: HelpEntry, filter: string): boolean => {
	const wanted = filter.trim();
	// One character asks for a key, and keys are told apart by case.
	return wanted.length === 1
		? keys.includes(wanted)
		: [...keys, label, group].some(text => text.toLowerCase().includes(wanted.toLowerCase()));
};

const marked = (line: Line, filter: string): Line =>
	toneRanges(line, findMatches([line], filter.trim()).map(match => ({...match, tone: 'match'})));

const drawEntry = ({keys, label}: HelpEntry, width: number, keyWidth: number, filter: string): readonly Line[] => {
	const keyLine = wrapLine([{text: `  ${keys.join(' ')}`, tone: 'accent'}], keyWidth, 2);
	const labelLines = wrapLine([{text: label}], width - keyWidth - 1, 0);
	return Array.from({length: Math.max(keyLine.length, labelLines.length)}, (_, index) =>
		marked([...padLine(keyLine[index] ?? [], keyWidth, ''), {text: ' '}, ...(labelLines[index] ?? [])], filter));
};

const drawGroup = (entries: readonly HelpEntry[], width: number, filter: string): readonly Line[] => {
	const keyWidth = Math.min(widestKeys, Math.floor(width * 0.4));
	return [
		marked([{text: entries[0]!.group, tone: 'heading'}], filter),
		...entries.flatMap(entry => drawEntry(entry, width, keyWidth, filter)),
		[],
	];
};

/**
Puts blocks into columns, each into the lowest so far, in their order.
*/
const intoColumns = (blocks: ReadonlyArray<readonly Line[]>, count: number): ReadonlyArray<readonly Line[]> => {
	const columns: Line[][] = Array.from({length: count}, () => []);
	for (const block of blocks) {
		const lowest = columns.toSorted((a, b) => a.length - b.length)[0]!;
		lowest.push(...block);
	}

	return columns;
};

/**
Every key by groups, in two or three columns where there is room; with a filter only what answers it, with the match
highlighted. The lines scroll as a document does (views/parts/document).
*/
export const helpLines = (entries: readonly HelpEntry[], filter: string, width: number, theme: Theme): readonly Line[] => {
	const shown = filter.trim() === '' ? entries : entries.filter(entry => isAnswering(entry, filter));
	if (shown.length === 0) {
		return wrapLine([{text: `No key answers "${filter.trim()}".`, tone: 'dim'}], width);
	}

	const count = columnsFor(width);
	const columnWidth = Math.floor((width - ((count - 1) * columnGap)) / count);
	const blocks = Map.groupBy(shown, ({group}) => group).values().map(group => drawGroup(group, columnWidth, filter)).toArray();
	const columns = intoColumns(blocks, count);
	const height = Math.max(...columns.map(column => column.length));
	const lines = Array.from({length: height}, (_, row) => columns.flatMap((column, index): Line => {
		const cell = column[row] ?? [];
		return index === count - 1 ? cell : padLine(cell, columnWidth + columnGap, theme.glyphs.ellipsis);
	}));
	return lines.slice(0, lines.findLastIndex(line => line.some(({text}) => text.trim() !== '')) + 1).map(line => (lineWidth(line) === 0 ? [] : line));
};

import {cellWidth} from '../text/cells.js';
import {lineWidth, padLine} from '../document/cells.js';
import {wrapLine} from '../document/wrap-line.js';
import type {Line, Theme} from '../../theme.js';

/**
A label with its value, or a text of its own over the whole width.
*/
export type SheetRow = {readonly label?: string; readonly value: Line};

/**
What belongs together on a sheet, under a heading.
*/
export type Section = {readonly title: string; readonly rows: readonly SheetRow[]};

/**
From here on two columns stand side by side.
*/
const twoColumnsFrom = 150;
const columnGap = 4;
const widestLabel = 22;
const indent = 2;

const drawRow = ({label, value}: SheetRow, width: number, labelWidth: number): readonly Line[] => {
	if (label === undefined) {
		return wrapLine([{text: ' '.repeat(indent)}, ...value], width, indent);
	}

	const gap = ' '.repeat(Math.max(1, labelWidth + 1 - cellWidth(label)));
	return wrapLine([{text: ' '.repeat(indent)}, {text: label + gap, tone: 'dim'}, ...value], width, indent + labelWidth + 1);
};

const drawSection = ({title, rows}: Section, width: number): readonly Line[] => {
	const labelWidth = Math.min(widestLabel, Math.floor(width / 3));
	return [...wrapLine([{text: title, tone: 'heading'}], width), ...rows.flatMap(row => drawRow(row, width, labelWidth)), []];
};

const heightBefore = (blocks: ReadonlyArray<readonly Line[]>, end: number): number =>
	blocks.slice(0, end).reduce((sum, block) => sum + block.length, 0);

/**
Where the second column begins, so that both are about equally high and the order stays.
*/
const fairBreak = (blocks: ReadonlyArray<readonly Line[]>): number => {
	const all = heightBefore(blocks, blocks.length);
	const candidates = blocks.map((_, index) => index + 1);
	return candidates.toSorted((a, b) => Math.abs((2 * heightBefore(blocks, a)) - all) - Math.abs((2 * heightBefore(blocks, b)) - all))[0] ?? 0;
};

/**
Draws sections of labels and values, nothing cut: long values go on below. In a wide room they stand in two columns.
*/
export const drawSheet = (sections: readonly Section[], width: number, theme: Theme): readonly Line[] => {
	const shown = sections.filter(({rows}) => rows.length > 0);
	if (width < twoColumnsFrom || shown.length < 2) {
		return shown.flatMap(section => drawSection(section, width)).slice(0, -1);
	}

	const columnWidth = Math.floor((width - columnGap) / 2);
	const blocks = shown.map(section => drawSection(section, columnWidth));
	const at = fairBreak(blocks);
	const left = blocks.slice(0, at).flat();
	const right = blocks.slice(at).flat();
	const lines: Line[] = [];
	for (let index = 0; index < Math.max(left.length, right.length); index++) {
		const second = right[index] ?? [];
		const first = left[index] ?? [];
		lines.push(lineWidth(second) === 0 ? first : [...padLine(first, columnWidth + columnGap, theme.glyphs.ellipsis), ...second]);
	}

	return lines.slice(0, lines.findLastIndex(line => lineWidth(line) > 0) + 1);
};

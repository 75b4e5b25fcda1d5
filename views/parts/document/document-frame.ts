import type {Line, Segment, Theme} from '../../theme.js';
import {lineWidth, sliceLine} from './cells.js';
import {documentRows} from './document-rows.js';
import {settleDocument, type DocumentFrame, type DocumentState} from './document-state.js';
import {findMatches, toneRanges, type Match} from './matches.js';

const withMatches = (row: Line, matches: readonly Match[], current: Match | undefined): Line =>
	matches.length === 0 ? row : toneRanges(row, matches.map(match => ({...match, tone: match === current ? 'mark' : 'match'})));

/**
A row from a cell on. What is cut to the left and to the right shows that it is cut. `cells` is the
width of the whole row.
*/
const visiblePart = (row: Line, cells: number, column: number, width: number, ellipsis: string): Line => {
	const isCutLeft = column > 0 && cells > 0;
	const isCutRight = cells - column > width;
	if (!isCutLeft && !isCutRight) {
		return row;
	}

	const mark: Segment = {text: ellipsis, tone: 'dim'};
	const room = Math.max(0, width - (isCutLeft ? 1 : 0) - (isCutRight ? 1 : 0));
	const part = sliceLine(row, isCutLeft ? column + 1 : column, room);
	const right: Line = isCutRight ? [{text: ' '.repeat(Math.max(0, room - lineWidth(part)))}, mark] : [];
	return isCutLeft ? [mark, ...part, ...right] : [...part, ...right];
};

/**
The rows that are visible, no more than `height`, none wider than `width`, with what was searched highlighted. Rows below
the end of the text are not given.
*/
export const drawDocument = (current: DocumentState, frame: DocumentFrame, theme: Theme): readonly Line[] => {
	const state = settleDocument(current, frame);
	const {rows, widths} = documentRows(frame.lines, frame.width, state.isWrapped);
	const matches = findMatches(rows, state.search);
	const end = state.offset + frame.height;
	const visible = new Map<number, Match[]>();
	for (const match of matches) {
		if (match.row >= state.offset && match.row < end) {
			visible.set(match.row, [...(visible.get(match.row) ?? []), match]);
		}
	}

	return rows.slice(state.offset, end).map((row, index) => visiblePart(
		withMatches(row, visible.get(state.offset + index) ?? [], matches[state.match]),
		widths[state.offset + index]!,
		state.column,
		frame.width,
		theme.glyphs.ellipsis,
	));
};

/**
Where one stands, for the bottom line: rows, match n of N, cells to the left. Nothing where all of the text is visible.
*/
export const documentStatus = (current: DocumentState, frame: DocumentFrame, theme: Theme): Line => {
	const state = settleDocument(current, frame);
	const {rows} = documentRows(frame.lines, frame.width, state.isWrapped);
	const shown = `${state.offset + 1}-${Math.min(rows.length, state.offset + frame.height)} of ${rows.length}`;
	const parts: Segment[] = rows.length > frame.height ? [{text: shown, tone: 'dim'}] : [];

	if (state.search !== '') {
		const count = findMatches(rows, state.search).length;
		parts.push(count === 0
			? {text: 'no match', tone: 'medium'}
			: {text: `match ${state.match === -1 ? '-' : state.match + 1}/${count}`, tone: 'match'});
	}

	if (state.column > 0) {
		parts.push({text: `from column ${state.column + 1}`, tone: 'dim'});
	}

	return parts.flatMap((part, index) => (index === 0 ? [part] : [{text: ` ${theme.glyphs.separator} `, tone: 'dim'} as const, part]));
};

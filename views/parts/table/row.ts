import type {CellContext} from '../../columns/column.js';
import type {Segment, Theme, Tone} from '../../theme.js';
import type {Span} from '../filter/match-spans.js';
import {
	cellWidth,
	clustersOf,
	drawable,
	isSimple,
} from '../text/cells.js';
import {cut} from '../text/cut.js';
import {fit} from '../text/fit.js';
import {gapWidth, type PlacedColumn, type TableLayout} from './layout.js';

export type RowLook = {
	readonly isSelected: boolean;
	/**
	Of the pane; the cursor of another pane is dim and its row is not bold.
	*/
	readonly isFocused: boolean;
	readonly isMarked: boolean;
};

export type RowDrawing<Row> = {
	readonly layout: TableLayout<Row>;
	readonly context: CellContext;
	readonly theme: Theme;
	/**
	Where the filter matches in a column's text.
	*/
	readonly spans: (columnId: string, text: string) => readonly Span[];
};

/**
Widens a span to whole characters of the screen: half of one cannot be underlined.
*/
const snap = (text: string, [start, end]: Span): Span => {
	let from = start;
	let to = end;
	for (const cluster of clustersOf(text)) {
		const clusterEnd = cluster.start + cluster.text.length;
		if (cluster.start < start && clusterEnd > start) {
			from = cluster.start;
		}

		if (cluster.start < end && clusterEnd > end) {
			to = clusterEnd;
		}
	}

	return [from, to];
};

const highlight = (shown: string, kept: number, spans: readonly Span[], tone: Tone, isBold: boolean): Segment[] => {
	const segments: Segment[] = [];
	let at = 0;
	for (const span of spans) {
		const [start, end] = isSimple(shown) ? span : snap(shown, span);
		const from = Math.max(at, Math.min(start, kept));
		const to = Math.min(end, kept);
		if (!(from < to)) {
			continue;
		}

		segments.push({text: shown.slice(at, from), tone, bold: isBold}, {text: shown.slice(from, to), tone: 'match', bold: isBold});
		at = to;
	}

	segments.push({text: shown.slice(at), tone, bold: isBold});
	return segments;
};

const drawCell = <Row>(row: Row, {column, width}: PlacedColumn<Row>, {context, theme, spans}: RowDrawing<Row>, isBold: boolean): Segment[] => {
	const {text, tone = 'plain', glyph, parts} = column.cell(row, context);
	const prefix = glyph === undefined ? '' : `${theme.glyphs[glyph]} `;
	const whole = drawable(text);
	const room = Math.max(0, width - cellWidth(prefix));
	const shown = cut(whole, room, theme.glyphs.ellipsis);
	const kept = shown === whole ? whole.length : Math.max(0, shown.length - theme.glyphs.ellipsis.length);
	const matches = spans(column.id, whole);
	const segments: Segment[] = [
		...(prefix === '' ? [] : [{text: prefix.slice(0, width), tone, bold: isBold}]),
		...(parts && shown === text && matches.length === 0 ? parts : highlight(shown, kept, matches, tone, isBold)),
	];
	const blanks = Math.max(0, room - cellWidth(shown));
	const blank: Segment = {text: ' '.repeat(blanks)};
	return column.align === 'right' ? [blank, ...segments] : [...segments, blank];
};

/**
Draws one row as a string of exactly the table's width: cursor, mark, and its cells with what the filter matched. The selected
row is told by a marker and a bold name rather than by a bar, which would write the whole line with every arrow key.
*/
export const drawRow = <Row>(row: Row, look: RowLook, drawing: RowDrawing<Row>): string => {
	const {layout, theme} = drawing;
	const line: Segment[] = [
		look.isSelected ? {text: theme.glyphs.cursor, tone: look.isFocused ? 'accent' : 'dim', bold: look.isFocused} : {text: ' '},
		look.isMarked ? {text: theme.glyphs.mark, tone: 'mark'} : {text: ' '},
	];
	for (const [index, placed] of layout.columns.entries()) {
		if (index > 0) {
			line.push({text: ' '.repeat(gapWidth)});
		}

		line.push(...drawCell(row, placed, drawing, index === 0 && look.isSelected && look.isFocused));
	}

	return fit(line, layout.width, theme);
};

import type {Segment, Theme} from '../../theme.js';
import {cut} from '../text/cut.js';
import {fit} from '../text/fit.js';
import {pad} from '../text/pad.js';
import {gapWidth, gutterWidth, type TableLayout} from './layout.js';
import type {Sort} from './state.js';

/**
Draws the titles of the columns: an arrow on the one that sorts, an ellipsis where columns are out of sight.
*/
export const drawHeader = <Row>(layout: TableLayout<Row>, sort: Sort, theme: Theme): string => {
	const {ellipsis, sortUp, sortDown} = theme.glyphs;
	const line: Segment[] = [{text: layout.hiddenBefore > 0 ? pad(ellipsis, gutterWidth) : ' '.repeat(gutterWidth), tone: 'dim'}];
	for (const [index, {column, width}] of layout.columns.entries()) {
		if (index > 0) {
			line.push({text: ' '.repeat(gapWidth)});
		}

		const isSorted = column.id === sort.column;
		const arrow = isSorted ? (sort.isDescending ? sortDown : sortUp) : '';
		const title = width > arrow.length ? cut(column.title, width - arrow.length, ellipsis) + arrow : arrow;
		line.push({text: pad(title, width, column.align), tone: isSorted ? 'accent' : 'dim', bold: isSorted});
	}

	// More than fits: the ellipsis at the end tells of the columns that are out of sight.
	const overflow: Segment[] = layout.hiddenAfter > 0 ? [{text: ' '.repeat(layout.width + 1), tone: 'dim'}] : [];
	return fit([...line, ...overflow], layout.width, theme);
};

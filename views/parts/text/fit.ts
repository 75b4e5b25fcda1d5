import type {Line, Theme} from '../../theme.js';
import {cellWidth, drawable} from './cells.js';
import {cut} from './cut.js';

/**
Draws a line of segments as one string with escape codes that takes exactly `width` cells: cut with an ellipsis, or filled with blanks.
*/
export const fit = (line: Line, width: number, theme: Theme): string => {
	const {ellipsis} = theme.glyphs;
	let drawn = '';
	let used = 0;
	for (const [index, {text, tone = 'plain', bold}] of line.entries()) {
		const shown = drawable(text);
		const room = width - used;
		const needed = cellWidth(shown);
		// The last cell belongs to the ellipsis as soon as anything follows that will not fit.
		const isLast = needed > room || (needed === room && line.slice(index + 1).some(segment => drawable(segment.text) !== ''));
		const part = cut(isLast ? shown + ellipsis : shown, room, ellipsis);
		drawn += theme.paint(part, tone, bold);
		used += cellWidth(part);
		if (isLast) {
			break;
		}
	}

	return drawn + ' '.repeat(Math.max(0, width - used));
};

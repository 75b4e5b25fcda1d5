import {cellWidth} from './cells.js';

/**
Fills a text with blanks up to `width` cells. A text that is wider stays as it is.
*/
export const pad = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
	const blanks = ' '.repeat(Math.max(0, width - cellWidth(text)));
	return align === 'left' ? text + blanks : blanks + text;
};

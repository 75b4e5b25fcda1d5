import type {
	Line,
	Segment,
	Theme,
	Tone,
} from '../../theme.js';
import {cellWidth, clustersOf} from '../text/cells.js';
import {headOf} from '../text/cut.js';
import type {TextLineState} from './state.js';

/**
The end of a text that takes no more than `width` cells.
*/
const tailOf = (text: string, width: number): string => {
	let tail = text;
	while (cellWidth(tail) > width) {
		const [first] = clustersOf(tail);
		tail = tail.slice((first?.start ?? 0) + (first?.text.length ?? tail.length));
	}

	return tail;
};

/**
Draws a line that is being typed: its text with the cursor, which is always in sight. At the end the cursor is a block of its own,
inside the text it underlines its character. `tone` is that of the text, to show that it
cannot be understood.
*/
export const drawTextLine = (state: TextLineState, width: number, theme: Theme, tone: Tone = 'plain'): Line => {
	const {text, cursor} = state;
	if (width < 1) {
		return [];
	}

	const [under] = clustersOf(text.slice(cursor));
	const cursorSegment: Segment = under ? {text: under.text, tone: 'match', bold: true} : {text: theme.glyphs.cursor, tone: 'accent'};
	const head = tailOf(text.slice(0, cursor), Math.max(0, width - (under?.width ?? 1)));
	const isCut = head.length < cursor && head !== '';
	const shownHead = isCut ? theme.glyphs.ellipsis + tailOf(head, cellWidth(head) - 1) : head;
	const rest = under ? text.slice(cursor + under.text.length) : '';
	const room = width - cellWidth(shownHead) - (under?.width ?? 1);
	return [{text: shownHead, tone}, cursorSegment, {text: headOf(rest, Math.max(0, room)), tone}];
};

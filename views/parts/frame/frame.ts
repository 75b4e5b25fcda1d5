import type {Line, Segment, Theme} from '../../theme.js';
import {cellWidth} from '../text/cells.js';
import {fit} from '../text/fit.js';

const widthOf = (line: Line): number => {
	let width = 0;
	for (const segment of line) {
		width += cellWidth(segment.text);
	}

	return width;
};

const edge = ({left, right, start, end, width, isFocused, theme}: {
	readonly left: string;
	readonly right: string;
	readonly start: Line;
	readonly end: Line;
	readonly width: number;
	readonly isFocused: boolean;
	readonly theme: Theme;
}): string => {
	const tone = isFocused ? 'accent' : 'dim';
	const {horizontal} = theme.glyphs.border;
	// What stands at the end (a count) is worth more than the end of what stands at the start.
	const endWidth = end.length === 0 ? 0 : widthOf(end) + 2;
	const startRoom = Math.max(0, width - 2 - endWidth - 1);
	const startWidth = Math.min(startRoom, start.length === 0 ? 0 : widthOf(start) + 2);
	const padded: Segment[] = start.length === 0 ? [] : [{text: ' '}, ...start, {text: ' '}];
	const startText = startWidth === 0 ? '' : fit(padded, startWidth, theme);
	const endText = endWidth === 0 || endWidth > width - 2 ? '' : fit([{text: ' '}, ...end, {text: ' '}], endWidth, theme);
	const line = horizontal.repeat(Math.max(0, width - 2 - startWidth - (endText === '' ? 0 : endWidth)));
	return theme.paint(left, tone) + startText + theme.paint(line, tone) + endText + theme.paint(right, tone);
};

/**
A frame around lines that are each exactly `width - 2` cells wide; `title` and `corner` stand in its upper edge, `status` and `position` in its lower one.
*/
export const frameLines = ({lines, width, isFocused, title, corner, status, position, theme}: {
	readonly lines: readonly string[];
	readonly width: number;
	readonly isFocused: boolean;
	readonly title: Line;
	readonly corner: Line;
	readonly status: Line;
	readonly position: Line;
	readonly theme: Theme;
}): string[] => {
	const {border} = theme.glyphs;
	const side = theme.paint(border.vertical, isFocused ? 'accent' : 'dim');
	return [
		edge({
			left: border.topLeft, right: border.topRight, start: title, end: corner, width, isFocused, theme,
		}),
		...lines.map(line => side + line + side),
		edge({
			left: border.bottomLeft, right: border.bottomRight, start: status, end: position, width, isFocused, theme,
		}),
	];
};

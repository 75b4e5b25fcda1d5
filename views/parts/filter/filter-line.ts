import type {Line, Theme} from '../../theme.js';
import {cellWidth} from '../text/cells.js';
import {headOf} from '../text/cut.js';
import {drawTextLine} from '../text-line/text-line.js';
import type {TextLineState} from '../text-line/state.js';
import type {FilterError} from './filter.js';

export type FilterLineProps = {
	/**
	Absent when nobody types: the filter that is set is shown alone.
	*/
	readonly typed: TextLineState | undefined;
	readonly filter: string;
	readonly isPinned: boolean;
	readonly error: FilterError | undefined;
	/**
	Rows that match.
	*/
	readonly count: number;
};

/**
The line of a filter: `/` and what is typed, and behind it how many rows match or why the filter cannot be understood.
A filter that is set but not being typed is shown so that nobody takes a part for the whole. Empty without a filter.
*/
export const filterLine = ({typed, filter, isPinned, error, count}: FilterLineProps, width: number, theme: Theme): Line => {
	if (!typed && filter === '') {
		return [];
	}

	const state = isPinned ? ' pinned' : '';
	const note = error ? ` ${error.error}` : ` ${theme.glyphs.separator} ${count} ${count === 1 ? 'row' : 'rows'}${state}`;
	// What is typed is worth more than the note.
	const text = typed?.text ?? filter;
	const noteRoom = Math.max(0, width - 1 - Math.min(cellWidth(text) + 1, Math.ceil(width / 2)));
	const shownNote = headOf(note, noteRoom);
	const room = width - 1 - cellWidth(shownNote);
	const line: Line = typed ? drawTextLine(typed, room, theme, error ? 'medium' : 'plain') : [{text: headOf(filter, room), tone: 'match'}];
	return [{text: '/', tone: 'accent', bold: true}, ...line, {text: shownNote, tone: error ? 'high' : 'dim'}];
};

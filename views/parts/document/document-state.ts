import type {Line} from '../../theme.js';
import {cellWidth} from '../text/cells.js';
import {documentRows} from './document-rows.js';
import {findMatches} from './matches.js';

/**
Where one stands in a text that scrolls.
*/
export type DocumentState = {
	/**
	The first visible row.
	*/
	readonly offset: number;
	/**
	Cells scrolled sideways; 0 while wrapped.
	*/
	readonly column: number;
	readonly isWrapped: boolean;
	/**
	The text that is searched; empty for none.
	*/
	readonly search: string;
	/**
	The match that one stands on, from 0; -1 before the first `next-match`.
	*/
	readonly match: number;
};

/**
The text and the room that it has, in cells and rows.
*/
export type DocumentFrame = {readonly lines: readonly Line[]; readonly width: number; readonly height: number};

export type DocumentAction =
	| {readonly type: 'scroll'; readonly by: number}
	/**
	By screens; 0.5 is half of one.
	*/
	| {readonly type: 'scroll-pages'; readonly by: number}
	| {readonly type: 'scroll-to'; readonly edge: 'top' | 'bottom'}
	/**
	By steps of half a screen.
	*/
	| {readonly type: 'sideways'; readonly by: number}
	| {readonly type: 'toggle-wrap'}
	/**
	Goes to the first match from where one stands; an empty text ends the search.
	*/
	| {readonly type: 'search'; readonly text: string}
	| {readonly type: 'next-match'}
	| {readonly type: 'previous-match'};

export const initialDocumentState: DocumentState = {
	offset: 0, column: 0, isWrapped: false, search: '', match: -1,
};

/**
Keeps a state inside its text: a text that became shorter, a screen that became larger, a search that finds less.
*/
export const settleDocument = (state: DocumentState, {lines, width, height}: DocumentFrame): DocumentState => {
	const {rows, longest} = documentRows(lines, width, state.isWrapped);
	const offset = Math.max(0, Math.min(state.offset, rows.length - height));
	const column = state.isWrapped ? 0 : Math.max(0, Math.min(state.column, longest - width));
	const match = Math.min(state.match, findMatches(rows, state.search).length - 1);
	return offset === state.offset && column === state.column && match === state.match
		? state
		: {
			...state, offset, column, match,
		};
};

/**
Shows a match: the row comes into view with some rows around it, the text sideways only as far as needed.
*/
const showMatch = (state: DocumentState, frame: DocumentFrame, match: number): DocumentState => {
	const {rows} = documentRows(frame.lines, frame.width, state.isWrapped);
	const found = findMatches(rows, state.search)[match];
	if (!found) {
		return {...state, match: -1};
	}

	const isVisible = found.row >= state.offset && found.row < state.offset + frame.height;
	const offset = isVisible ? state.offset : found.row - Math.floor(frame.height / 3);
	const text = rows[found.row]!.map(segment => segment.text).join('');
	const start = cellWidth(text.slice(0, found.start));
	const end = cellWidth(text.slice(0, found.end));
	// A cell at each edge may hold the mark of what is cut.
	const isWithin = start >= state.column + (state.column > 0 ? 1 : 0) && end < state.column + frame.width;
	const column = isWithin ? state.column : (end < frame.width ? 0 : start - Math.floor(frame.width / 3));
	return settleDocument({
		...state, offset, column, match,
	}, frame);
};

const step = (state: DocumentState, frame: DocumentFrame, by: 1 | -1): DocumentState => {
	const {rows} = documentRows(frame.lines, frame.width, state.isWrapped);
	const count = findMatches(rows, state.search).length;
	if (count === 0) {
		return {...state, match: -1};
	}

	const from = by === -1 && state.match === -1 ? 0 : state.match;
	return showMatch(state, frame, (from + by + count) % count);
};

const toggleWrap = (state: DocumentState, frame: DocumentFrame): DocumentState => {
	const before = documentRows(frame.lines, frame.width, state.isWrapped);
	const after = documentRows(frame.lines, frame.width, !state.isWrapped);
	const top = before.sources[state.offset] ?? 0;
	// Matches count by rows, and a row break can take one away: the search starts anew from the same place.
	return settleDocument({
		...state, isWrapped: !state.isWrapped, column: 0, match: -1, offset: Math.max(0, after.sources.indexOf(top)),
	}, frame);
};

/**
What an action does to where one stands; pure, and always inside the text.
*/
export const reduceDocument = (current: DocumentState, action: DocumentAction, frame: DocumentFrame): DocumentState => {
	const state = settleDocument(current, frame);
	switch (action.type) {
		case 'scroll': {
			return settleDocument({...state, offset: state.offset + action.by}, frame);
		}

		case 'scroll-pages': {
			const rows = Math.max(1, Math.floor(Math.abs(action.by) * frame.height));
			return settleDocument({...state, offset: state.offset + (Math.sign(action.by) * rows)}, frame);
		}

		case 'scroll-to': {
			return settleDocument({...state, offset: action.edge === 'top' ? 0 : Number.MAX_SAFE_INTEGER}, frame);
		}

		case 'sideways': {
			const cells = Math.max(1, Math.floor(frame.width / 2));
			return settleDocument({...state, column: state.column + (action.by * cells)}, frame);
		}

		case 'toggle-wrap': {
			return toggleWrap(state, frame);
		}

		case 'search': {
			const searching = {...state, search: action.text, match: -1};
			const {rows} = documentRows(frame.lines, frame.width, state.isWrapped);
			const matches = findMatches(rows, action.text);
			const next = matches.findIndex(({row}) => row >= state.offset);
			return matches.length === 0 ? searching : showMatch(searching, frame, Math.max(0, next));
		}

		case 'next-match': {
			return step(state, frame, 1);
		}

		case 'previous-match': {
			return step(state, frame, -1);
		}
	}
};

import {sanitize} from '../../../source/terminal/sanitize.js';
import {clustersOf, isSimple} from '../text/cells.js';

/**
A line of text that is being typed.
*/
export type TextLineState = {
	readonly text: string;
	/**
	Position of the cursor in UTF-16 units, always between whole characters.
	*/
	readonly cursor: number;
	/**
	What was entered before, oldest first.
	*/
	readonly history: readonly string[];
	/**
	Index in `history` of what is shown; its length means the line that is new.
	*/
	readonly historyIndex: number;
	/**
	The new line, for when one comes back from the history.
	*/
	readonly draft: string;
};

export type TextLineAction =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'backspace'}
	| {readonly type: 'delete'}
	| {readonly type: 'delete-word'}
	/**
	Everything before the cursor.
	*/
	| {readonly type: 'clear'}
	| {readonly type: 'move-left'}
	| {readonly type: 'move-right'}
	| {readonly type: 'move-to-start'}
	| {readonly type: 'move-to-end'}
	| {readonly type: 'history-previous'}
	| {readonly type: 'history-next'}
	| {readonly type: 'set'; readonly text: string}
	/**
	The line is entered: it joins the history.
	*/
	| {readonly type: 'remember'};

const longestLine = 1000;
const longestHistory = 100;

/**
An empty or given line, with the cursor at its end.
*/
export const createTextLine = (text = '', history: readonly string[] = []): TextLineState => ({
	text, cursor: text.length, history, historyIndex: history.length, draft: text,
});

/**
Where whole characters of a text begin, and its end.
*/
const stops = (text: string): readonly number[] =>
	(isSimple(text) ? Array.from({length: text.length + 1}, (_, index) => index) : [...Array.from(clustersOf(text), ({start}) => start), text.length]);

const before = ({text, cursor}: TextLineState): number => stops(text).findLast(stop => stop < cursor) ?? 0;
const after = ({text, cursor}: TextLineState): number => stops(text).find(stop => stop > cursor) ?? text.length;

const edit = (state: TextLineState, text: string, cursor: number): TextLineState =>
	({
		...state, text, cursor, draft: text, historyIndex: state.history.length,
	});

const removeTo = (state: TextLineState, position: number): TextLineState =>
	edit(state, state.text.slice(0, Math.min(position, state.cursor)) + state.text.slice(Math.max(position, state.cursor)), Math.min(position, state.cursor));

/**
A combining mark may join the character before the cursor: what follows must still lie between whole characters.
*/
const insert = (state: TextLineState, inserted: string): TextLineState => {
	const clean = sanitize(inserted, longestLine);
	const text = (state.text.slice(0, state.cursor) + clean + state.text.slice(state.cursor)).slice(0, longestLine).toWellFormed();
	const wanted = Math.min(state.cursor + clean.length, text.length);
	return edit(state, text, stops(text).find(stop => stop >= wanted) ?? text.length);
};

const recall = (state: TextLineState, index: number): TextLineState => {
	const historyIndex = Math.max(0, Math.min(index, state.history.length));
	const text = state.history[historyIndex] ?? state.draft;
	return {
		...state, text, cursor: text.length, historyIndex,
	};
};

const remember = (state: TextLineState): TextLineState => {
	const {text, history} = state;
	const next = text.trim() === '' ? history : [...history.filter(line => line !== text), text].slice(-longestHistory);
	return {...state, history: next, historyIndex: next.length};
};

/**
The line after an action. Pure. What is inserted loses line breaks, controls and escape sequences.
*/
export const textLineReducer = (state: TextLineState, action: TextLineAction): TextLineState => {
	switch (action.type) {
		case 'insert': {
			return insert(state, action.text);
		}

		case 'backspace': {
			return removeTo(state, before(state));
		}

		case 'delete': {
			return removeTo(state, after(state));
		}

		case 'delete-word': {
			const head = state.text.slice(0, state.cursor).trimEnd();
			return removeTo(state, head.lastIndexOf(' ') + 1);
		}

		case 'clear': {
			return removeTo(state, 0);
		}

		case 'move-left': {
			return {...state, cursor: before(state)};
		}

		case 'move-right': {
			return {...state, cursor: after(state)};
		}

		case 'move-to-start': {
			return {...state, cursor: 0};
		}

		case 'move-to-end': {
			return {...state, cursor: state.text.length};
		}

		case 'history-previous': {
			return recall(state, state.historyIndex - 1);
		}

		case 'history-next': {
			return recall(state, state.historyIndex + 1);
		}

		case 'set': {
			return edit(state, action.text, action.text.length);
		}

		case 'remember': {
			return remember(state);
		}
	}
};

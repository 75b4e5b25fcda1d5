import type {CommandContext, TableAction, TableCommand} from './actions.js';
import {
	pageCursor,
	placeCursor,
	resizeTable,
	takeOrder,
} from './place-cursor.js';
import {selectedKey, type TableState} from './state.js';

/**
As long as a hand may still be on its way, milliseconds after a key.
*/
export const quietAfter = 1000;

/**
True while a hand is at the keys and no row may move under it.
*/
export const isHeld = (state: TableState, now: number): boolean =>
	!state.isOrderAwaited && state.order.length > 0 && now >= state.lastKeyAt && now - state.lastKeyAt < quietAfter;

const sortByNeighbour = (state: TableState, columns: readonly string[], by: 1 | -1): TableState => {
	const {length} = columns;
	const index = columns.indexOf(state.sort.column);
	const column = columns[index === -1 ? 0 : (index + by + length) % length];
	return column === undefined ? state : {...state, sort: {column, isDescending: false}, isOrderAwaited: true};
};

const toggleMark = (state: TableState): TableState => {
	const key = selectedKey(state);
	if (key === undefined) {
		return state;
	}

	const marks = new Set(state.marks);
	const isMarked = marks.delete(key);
	if (!isMarked) {
		marks.add(key);
	}

	return {
		...state, cursorKey: key, marks, markAnchor: isMarked ? state.markAnchor : key,
	};
};

const markRange = (state: TableState): TableState => {
	const key = selectedKey(state);
	if (key === undefined) {
		return state;
	}

	const anchor = state.markAnchor === undefined ? -1 : state.order.indexOf(state.markAnchor);
	const from = anchor === -1 ? state.cursorIndex : anchor;
	const range = state.order.slice(Math.min(from, state.cursorIndex), Math.max(from, state.cursorIndex) + 1);
	return {
		...state, cursorKey: key, marks: new Set([...state.marks, ...range]), markAnchor: key,
	};
};

const setFilter = (state: TableState, text: string, isValid: boolean): TableState => ({
	...state,
	filter: text,
	appliedFilter: isValid ? text : state.appliedFilter,
	isFilterPinned: state.isFilterPinned && text !== '',
	isOrderAwaited: true,
});

const moveTo = (state: TableState, key: string): TableState => {
	const index = state.order.indexOf(key);
	// Not drawn yet (rows still come in): the cursor goes there as soon as it is.
	return index === -1 ? {...state, cursorKey: key, isOrderAwaited: true} : placeCursor(state, index);
};

const command = (state: TableState, action: TableCommand, context: CommandContext): TableState => {
	switch (action.type) {
		case 'move-by': {
			return placeCursor(state, state.cursorIndex + action.by);
		}

		case 'move-to': {
			return moveTo(state, action.key);
		}

		case 'move-to-top': {
			const top = placeCursor({...state, offset: 0}, 0);
			// Another order is on its way: its first row is meant, whichever that is.
			return state.isOrderAwaited ? {...top, cursorKey: undefined} : top;
		}

		case 'move-to-bottom': {
			return placeCursor({...state, offset: Math.max(0, state.order.length - state.height)}, state.order.length - 1);
		}

		case 'page': {
			return pageCursor(state, action.by * state.height);
		}

		case 'half-page': {
			return pageCursor(state, action.by * Math.max(1, Math.floor(state.height / 2)));
		}

		case 'hold-cursor': {
			return {...state, cursorKey: selectedKey(state) ?? state.cursorKey};
		}

		case 'set-sort': {
			return {...state, sort: action.sort, isOrderAwaited: true};
		}

		case 'sort-by-next': {
			return sortByNeighbour(state, context.columns, 1);
		}

		case 'sort-by-previous': {
			return sortByNeighbour(state, context.columns, -1);
		}

		case 'turn-sort-order': {
			return {...state, sort: {...state.sort, isDescending: !state.sort.isDescending}, isOrderAwaited: true};
		}

		case 'set-filter': {
			return setFilter(state, action.text, context.isFilterValid);
		}

		case 'toggle-filter-pin': {
			return {...state, isFilterPinned: !state.isFilterPinned && state.filter !== ''};
		}

		case 'toggle-only-wrong': {
			return {...state, isOnlyWrong: !state.isOnlyWrong, isOrderAwaited: true};
		}

		case 'scroll-columns': {
			return {...state, columnOffset: Math.max(0, Math.min(state.columnOffset + action.by, context.scrollLimit))};
		}

		case 'toggle-wide': {
			return {...state, isWide: !state.isWide, columnOffset: 0};
		}

		case 'toggle-mark': {
			return toggleMark(state);
		}

		case 'mark-range': {
			return markRange(state);
		}

		case 'clear-marks': {
			return {...state, marks: new Set(), markAnchor: undefined};
		}
	}
};

/**
The state of a table after an action. Pure; the clock comes with the action.
*/
export const tableReducer = (state: TableState, action: TableAction): TableState => {
	switch (action.type) {
		case 'command': {
			return {...command(state, action.command, action.context), lastKeyAt: action.context.at};
		}

		case 'resize': {
			return action.height === state.height ? state : resizeTable(state, action.height);
		}

		case 'rows-changed': {
			return action.keys === state.order || isHeld(state, action.at) ? state : takeOrder(state, action.keys);
		}

		case 'replace': {
			return action.state;
		}
	}
};

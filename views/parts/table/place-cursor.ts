import type {TableState} from './state.js';

const clamp = (value: number, lowest: number, highest: number): number => Math.max(lowest, Math.min(value, highest));

const clampOffset = (offset: number, state: TableState): number => clamp(offset, 0, Math.max(0, state.order.length - state.height));

/**
Puts the cursor on a row. Where that lies outside of what is visible, scrolls by half a page, so that walking on writes few bytes.
*/
export const placeCursor = (state: TableState, index: number): TableState => {
	const cursorIndex = clamp(index, 0, Math.max(0, state.order.length - 1));
	const isVisible = cursorIndex >= state.offset && cursorIndex < state.offset + state.height;
	const offset = isVisible ? state.offset : cursorIndex - Math.floor(state.height / 2);
	return {
		...state, cursorIndex, cursorKey: state.order[cursorIndex] ?? state.cursorKey, offset: clampOffset(offset, state),
	};
};

/**
Moves cursor and window together, so that the cursor stays on its line of the screen until an end is reached.
*/
export const pageCursor = (state: TableState, rows: number): TableState =>
	placeCursor({...state, offset: clampOffset(state.offset + rows, state)}, state.cursorIndex + rows);

/**
Another height: the cursor stays visible, and no more room stays empty below the last row than must.
*/
export const resizeTable = (state: TableState, height: number): TableState => {
	const resized = {...state, height: Math.max(1, height)};
	if (state.order.length === 0) {
		return resized;
	}

	const lowest = state.cursorIndex - resized.height + 1;
	return {...resized, offset: clampOffset(clamp(state.offset, lowest, state.cursorIndex), resized)};
};

/**
Index of the nearest row of the old order that is still there: first below, as the rows move up when one goes.
*/
const findNeighbour = (state: TableState, next: readonly string[]): number => {
	const {order, cursorIndex} = state;
	const indexes = new Map(next.map((key, index) => [key, index]));
	for (let index = cursorIndex + 1; index < order.length; index++) {
		const found = indexes.get(order[index]!);
		if (found !== undefined) {
			return found;
		}
	}

	for (let index = cursorIndex - 1; index >= 0; index--) {
		const found = indexes.get(order[index]!);
		if (found !== undefined) {
			return found;
		}
	}

	return cursorIndex;
};

/**
Takes a new order. The cursor stays on its resource and that resource on its line of the screen; if it is gone, the
cursor goes to the nearest row that is left. An empty table remembers resource and scroll for when rows come back.
*/
export const takeOrder = (state: TableState, order: readonly string[]): TableState => {
	const next: TableState = {...state, order, isOrderAwaited: false};
	if (order.length === 0) {
		return next;
	}

	if (state.cursorKey === undefined) {
		return {...next, cursorIndex: 0, offset: 0};
	}

	const found = order.indexOf(state.cursorKey);
	const cursorIndex = clamp(found === -1 ? findNeighbour(state, order) : found, 0, order.length - 1);
	const line = clamp(state.cursorIndex - state.offset, 0, state.height - 1);
	return {
		...next, cursorIndex, cursorKey: order[cursorIndex], offset: clampOffset(cursorIndex - line, next),
	};
};

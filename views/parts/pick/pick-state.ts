/**
Where one stands in a list with an explanation beside it. The cursor stands on a key, not on a row: it stays on its item
when a refresh adds, removes or reorders others.
*/
export type PickState = {
	/**
	Absent before the first move: the first item is selected then.
	*/
	readonly key: string | undefined;
	/**
	Where the item stood last: its neighbour is selected when it is gone.
	*/
	readonly index: number;
	/**
	The first visible item.
	*/
	readonly offset: number;
	/**
	The first visible line of the explanation.
	*/
	readonly scroll: number;
	/**
	Keys of marked items. Absent: none is.
	*/
	readonly marks?: readonly string[];
};

/**
The items' keys, how many of them are visible, and how many lines of the explanation are and could be.
*/
export type PickFrame = {
	readonly keys: readonly string[];
	readonly listHeight: number;
	readonly explanationHeight: number;
	readonly explanationLength: number;
};

export type PickAction =
	| {readonly type: 'move'; readonly by: number}
	/**
	By screens of the list; 0.5 is half of one.
	*/
	| {readonly type: 'page'; readonly by: number}
	| {readonly type: 'move-to'; readonly edge: 'top' | 'bottom'}
	/**
	By half screens of the explanation.
	*/
	| {readonly type: 'scroll-explanation'; readonly by: number}
	| {readonly type: 'toggle-mark'}
	| {readonly type: 'clear-marks'};

export const initialPickState: PickState = {
	key: undefined, index: 0, offset: 0, scroll: 0,
};

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/**
Finds the cursor's item again in a new list, and keeps cursor and scrolling inside it.
*/
export const settlePick = (state: PickState, frame: PickFrame): PickState => {
	const {keys, listHeight} = frame;
	const found = state.key === undefined ? -1 : keys.indexOf(state.key);
	const index = found === -1 ? clamp(state.index, 0, Math.max(0, keys.length - 1)) : found;
	const top = clamp(state.offset, index - Math.max(1, listHeight) + 1, index);
	return {
		...state,
		key: state.key === undefined ? undefined : keys[index],
		index,
		offset: clamp(top, 0, Math.max(0, keys.length - listHeight)),
		// Another item begins at the top of its explanation.
		scroll: found === -1 ? 0 : clamp(state.scroll, 0, Math.max(0, frame.explanationLength - frame.explanationHeight)),
	};
};

const moveTo = (state: PickState, index: number, frame: PickFrame): PickState => {
	const target = clamp(index, 0, Math.max(0, frame.keys.length - 1));
	return target === state.index && state.key !== undefined
		? state
		: settlePick({
			...state, key: frame.keys[target], index: target, scroll: 0,
		}, frame);
};

const toggleMark = (state: PickState): PickState => {
	const {key, marks = []} = state;
	return key === undefined ? state : {...state, marks: marks.includes(key) ? marks.filter(mark => mark !== key) : [...marks, key]};
};

/**
What an action does; pure.
*/
export const reducePick = (current: PickState, action: PickAction, frame: PickFrame): PickState => {
	const state = settlePick({...current, key: current.key ?? frame.keys[0]}, frame);
	switch (action.type) {
		case 'move': {
			return moveTo(state, state.index + action.by, frame);
		}

		case 'page': {
			const rows = Math.max(1, Math.floor(Math.abs(action.by) * frame.listHeight));
			return moveTo(state, state.index + (Math.sign(action.by) * rows), frame);
		}

		case 'move-to': {
			return moveTo(state, action.edge === 'top' ? 0 : frame.keys.length - 1, frame);
		}

		case 'scroll-explanation': {
			const rows = Math.max(1, Math.floor(frame.explanationHeight / 2));
			return settlePick({...state, scroll: state.scroll + (action.by * rows)}, frame);
		}

		case 'toggle-mark': {
			return toggleMark(state);
		}

		case 'clear-marks': {
			return {...state, marks: []};
		}
	}
};

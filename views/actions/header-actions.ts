import type {Action} from '../keymap.js';
import {paneIds} from '../navigation.js';
import {allDoors} from '../parts/header/header-line.js';
import {navigateIn, type ActionContext} from './context.js';

/**
Keys while the cursor stands on a number of the header; says whether the action meant something there.
*/
export const actOnHeader = (action: Action, context: ActionContext): boolean => {
	const {state, dispatch} = context;
	const door = state.headerFocus;
	if (door === undefined) {
		return false;
	}

	const index = allDoors.indexOf(door);
	switch (action) {
		case 'scroll-left':
		case 'scroll-right':
		case 'move-up':
		case 'move-down': {
			const by = action === 'scroll-left' || action === 'move-up' ? -1 : 1;
			dispatch({type: 'focus-header', door: allDoors[(index + by + allDoors.length) % allDoors.length]});
			return true;
		}

		case 'open': {
			navigateIn(context, {type: 'open', place: door === 'score' ? {view: 'score'} : {view: 'judgements', show: door}});
			return true;
		}

		case 'next-pane':
		case 'previous-pane': {
			const pane = action === 'next-pane' ? paneIds[0] : paneIds.at(-1)!;
			navigateIn(context, {type: 'replace', place: {view: 'overview', pane}});
			return true;
		}

		case 'back': {
			dispatch({type: 'focus-header', door: undefined});
			return true;
		}

		default: {
			return false;
		}
	}
};

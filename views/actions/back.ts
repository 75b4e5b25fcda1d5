import {currentPlace} from '../navigation.js';
import {navigateIn, placeIn, type ActionContext} from './context.js';

/**
One step back: first a filter goes, then the place. Esc never quits; q on the overview does. A pinned filter goes with
the second esc.
*/
export const goBack = (chord: string, context: ActionContext): void => {
	const {state, dispatch, slot, tools} = context;
	const filter = slot.current?.filter;
	const isPinned = state.pinnedFilter !== undefined && filter?.text === state.pinnedFilter && placeIn(context).view !== 'drill';
	if (chord === 'esc' && filter && filter.text !== '') {
		if (isPinned && !state.isPinWarned) {
			dispatch({type: 'tell', message: 'The filter is pinned: esc again clears it, P unpins it', isPinWarning: true});
			return;
		}

		if (isPinned) {
			dispatch({type: 'pin-filter', text: undefined});
		}

		filter.set('');
		return;
	}

	const isHome = state.navigation.trail.length === 1 && currentPlace(state.navigation).view === 'overview';
	if (!isHome) {
		navigateIn(context, {type: 'back'});
		return;
	}

	if (chord === 'q') {
		tools.quit();
	}
};

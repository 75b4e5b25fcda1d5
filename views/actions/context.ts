import type {Dispatch} from 'react';
import type {FleetStore} from '../../source/fleet/store.js';
import type {AppAction, AppState} from '../app-state.js';
import type {FocusSlot} from '../focus.js';
import {currentPlace, type NavigationAction, type Place} from '../navigation.js';
import type {Tools} from '../tools.js';

/**
What an action may look at and do.
*/
export type ActionContext = {
	readonly state: AppState;
	readonly dispatch: Dispatch<AppAction>;
	readonly slot: FocusSlot;
	readonly store: FleetStore;
	readonly tools: Tools;
};

export const placeIn = ({state}: ActionContext): Place => currentPlace(state.navigation);

export const navigateIn = ({dispatch}: ActionContext, action: NavigationAction): void => {
	dispatch({type: 'navigate', action});
};

export const tellIn = ({dispatch}: ActionContext, message: string): void => {
	dispatch({type: 'tell', message});
};

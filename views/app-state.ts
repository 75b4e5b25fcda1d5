import {
	initialNavigation,
	navigate,
	type HeaderDoor,
	type Navigation,
	type NavigationAction,
} from './navigation.js';

/**
What lies over the screen and takes the keys.
*/
export type Overlay =
	| {readonly type: 'none'}
	/**
	The line in which a filter or a search is typed.
	*/
	| {readonly type: 'filter'; readonly before: string}
	| {readonly type: 'palette'}
	/**
	One value alone on a bare screen, for selecting with the terminal's own mouse.
	*/
	| {readonly type: 'bare'; readonly text: string};

/**
The state of the screen that is not a table's, a document's or a list's own.
*/
export type AppState = {
	readonly navigation: Navigation;
	readonly overlay: Overlay;
	/**
	The number of the header that the cursor stands on, while the header has the focus.
	*/
	readonly headerFocus: HeaderDoor | undefined;
	/**
	What just happened; goes with the next key.
	*/
	readonly message: string | undefined;
	/**
	The text that the message is about, where it tells of a copy: `c` for the same again shows it alone.
	*/
	readonly copied: string | undefined;
	/**
	A filter that stays while the kind changes.
	*/
	readonly pinnedFilter: string | undefined;
	/**
	The last key was told that the filter is pinned: esc clears it now.
	*/
	readonly isPinWarned: boolean;
};

export type AppAction =
	| {readonly type: 'navigate'; readonly action: NavigationAction}
	| {readonly type: 'show-overlay'; readonly overlay: Overlay}
	| {readonly type: 'close-overlay'}
	| {readonly type: 'focus-header'; readonly door: HeaderDoor | undefined}
	| {readonly type: 'tell'; readonly message: string; readonly copied?: string; readonly isPinWarning?: boolean}
	/**
	A key was pressed: what the last one told goes.
	*/
	| {readonly type: 'key'}
	| {readonly type: 'pin-filter'; readonly text: string | undefined};

export const initialAppState: AppState = {
	navigation: initialNavigation,
	overlay: {type: 'none'},
	headerFocus: undefined,
	message: undefined,
	copied: undefined,
	pinnedFilter: undefined,
	isPinWarned: false,
};

export const appReducer = (state: AppState, action: AppAction): AppState => {
	switch (action.type) {
		case 'navigate': {
			return {...state, navigation: navigate(state.navigation, action.action), headerFocus: undefined};
		}

		case 'show-overlay': {
			return {...state, overlay: action.overlay};
		}

		case 'close-overlay': {
			return {...state, overlay: {type: 'none'}};
		}

		case 'focus-header': {
			return {...state, headerFocus: action.door};
		}

		case 'tell': {
			return {
				...state, message: action.message, copied: action.copied ?? state.copied, isPinWarned: action.isPinWarning ?? false,
			};
		}

		case 'key': {
			// Nothing to change is nothing to draw: most keys come without a message before them.
			return state.message === undefined
				? state
				: {
					...state, message: undefined, copied: undefined, isPinWarned: false,
				};
		}

		case 'pin-filter': {
			return {...state, pinnedFilter: action.text};
		}
	}
};

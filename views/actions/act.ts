import type {Action} from '../keymap.js';
import {sourceOfPlace} from '../places.js';
import {copyDecision} from './accept.js';
import {goBack} from './back.js';
import {
	navigateIn,
	placeIn,
	tellIn,
	type ActionContext,
} from './context.js';
import {copyFix, copyId, openPortal} from './copy.js';
import {copyFixScript, hasMarks, writeFixScript} from './fix-script.js';
import {explain} from './explain.js';
import {openTimeline, toggleChanges} from './history-actions.js';
import {actOnHeader} from './header-actions.js';
import {lookInside} from './look-inside.js';
import {actOnPanes} from './pane-actions.js';

const togglePause = (context: ActionContext): void => {
	const isPaused = !context.store.getSnapshot().isPaused;
	context.store.setPaused(isPaused);
	tellIn(context, isPaused ? 'Polling is paused; p goes on' : 'Polling goes on');
};

const togglePin = (context: ActionContext): void => {
	const {state, dispatch, slot} = context;
	const text = slot.current?.filter?.text ?? '';
	if (state.pinnedFilter !== undefined) {
		dispatch({type: 'pin-filter', text: undefined});
		tellIn(context, 'The filter is no longer pinned');
	} else if (placeIn(context).view === 'drill') {
		tellIn(context, 'Filters are pinned on the panes, not inside a resource');
	} else if (text === '') {
		tellIn(context, 'Nothing to pin: / sets a filter first');
	} else {
		dispatch({type: 'pin-filter', text});
		tellIn(context, `Pinned: ${text} filters every kind; esc twice clears it`);
	}
};

const toggleView = (context: ActionContext, view: 'help' | 'notices'): void => {
	navigateIn(context, placeIn(context).view === view ? {type: 'back'} : {type: 'open', place: {view}});
};

const refresh = (context: ActionContext): void => {
	const source = sourceOfPlace(placeIn(context));
	context.store.refresh(source);
	tellIn(context, 'Reading again');
};

/**
Reads what failed again, or everything where nothing did: what was read well need not use up the quota.
*/
const refreshMissing = (context: ActionContext): void => {
	const {store} = context;
	const failed = Object.values(store.getSnapshot().sources).filter(({error}) => error !== undefined);
	if (failed.length === 0) {
		store.refresh();
		tellIn(context, 'Reading everything again');
		return;
	}

	for (const {name} of failed) {
		store.refresh(name);
	}

	tellIn(context, 'Reading again what could not be read');
};

/**
Does what an action means, wherever one is. `chord` is the key that asked for it.
*/
export const act = (action: Action, chord: string, context: ActionContext): void => {
	const {dispatch, slot, tools} = context;
	if (actOnHeader(action, context)) {
		return;
	}

	switch (action) {
		case 'quit': {
			tools.quit();
			return;
		}

		case 'suspend': {
			tools.suspend();
			return;
		}

		case 'back': {
			goBack(chord, context);
			return;
		}

		case 'history-back':
		case 'history-forward':
		case 'last-place': {
			navigateIn(context, {type: action});
			return;
		}

		case 'help':
		case 'notices': {
			toggleView(context, action);
			return;
		}

		case 'changes': {
			toggleChanges(context);
			return;
		}

		case 'timeline': {
			openTimeline(context);
			return;
		}

		case 'look-inside': {
			lookInside(context);
			return;
		}

		case 'filter': {
			if (slot.current?.filter) {
				dispatch({type: 'show-overlay', overlay: {type: 'filter', before: slot.current.filter.text}});
			} else {
				tellIn(context, 'Nothing to filter here');
			}

			return;
		}

		case 'go-to': {
			dispatch({type: 'show-overlay', overlay: {type: 'palette'}});
			return;
		}

		case 'pin-filter': {
			togglePin(context);
			return;
		}

		case 'copy-id': {
			copyId(context);
			return;
		}

		case 'explain': {
			explain(context);
			return;
		}

		case 'worklist': {
			navigateIn(context, {type: 'jump', trail: [{view: 'overview', pane: 'clusters'}, {view: 'worklist', by: 'flat'}]});
			return;
		}

		case 'copy-fix': {
			if (hasMarks(context)) {
				void copyFixScript(context);
			} else {
				copyFix(context);
			}

			return;
		}

		case 'write-fixes': {
			void writeFixScript(context);
			return;
		}

		case 'accept': {
			copyDecision(context);
			return;
		}

		case 'portal': {
			openPortal(context);
			return;
		}

		case 'refresh': {
			refresh(context);
			return;
		}

		case 'refresh-all': {
			refreshMissing(context);
			return;
		}

		case 'pause': {
			togglePause(context);
			return;
		}

		default: {
			// A view for which it means nothing, or none with the focus: panes are reached from everywhere.
			if (!slot.current?.onAction(action)) {
				actOnPanes(action, context);
			}
		}
	}
};

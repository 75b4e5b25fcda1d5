import {createContext, useContext, useLayoutEffect} from 'react';
import type {Resource} from '../source/model/resource.js';
import type {Fixable} from '../source/report/fix-script/fixable.js';
import type {Action, KeyContext} from './keymap.js';
import type {VerdictOf} from './verdict-of.js';

/**
What the view that has the focus offers to the keys that belong to the whole screen.
*/
export type FocusedView = {
	readonly context: KeyContext;
	/**
	Says whether the action meant something here.
	*/
	readonly onAction: (action: Action) => boolean;
	/**
	The filter or search that `/` edits; absent where there is nothing to filter.
	*/
	readonly filter?: {
		readonly text: string;
		readonly set: (text: string) => void;
	};
	/**
	What the cursor stands on, as drawn.
	*/
	readonly selected: () => Resource | undefined;
	/**
	Every marked resource; empty when none is.
	*/
	readonly marked: () => readonly Resource[];
	/**
	The verdict that what is selected stands for, to be explained; absent where it stands for none.
	*/
	readonly verdict?: () => VerdictOf | undefined;
	/**
	The command that fixes what is selected.
	*/
	readonly fix: () => string | undefined;
	/**
	The failures that a script of fixes is for: of all that is marked, or else of what is selected. Absent: all of the
	resource that `selected` gives.
	*/
	readonly toFix?: () => {readonly marked: readonly Fixable[]; readonly selected: readonly Fixable[]};
};

/**
One slot: the view with the focus puts itself in, the keys read it. Nothing is drawn again because of it.
*/
export type FocusSlot = {current: FocusedView | undefined};

export const FocusContext = createContext<FocusSlot>({current: undefined});

/**
Makes a view the one that keys go to while `isFocused`.
*/
export const useFocusedView = (isFocused: boolean, view: FocusedView): void => {
	const slot = useContext(FocusContext);
	useLayoutEffect(() => {
		if (!isFocused) {
			return;
		}

		slot.current = view;
		return () => {
			if (slot.current === view) {
				slot.current = undefined;
			}
		};
	}, [isFocused, slot, view]);
};

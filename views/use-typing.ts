import {useRef, useState, type RefObject} from 'react';
import {act} from './actions/act.js';
import {askInside} from './actions/look-inside.js';
import {
	navigateIn,
	placeIn,
	tellIn,
	type ActionContext,
} from './actions/context.js';
import type {Overlay} from './app-state.js';
import {goToCandidates, resolveGoTo, type Command} from './go-to.js';
import type {Action} from './keymap.js';
import {paletteInputLine, paletteLines} from './parts/palette/palette-lines.js';
import {
	candidatesFor,
	chosenCandidate,
	createPalette,
	reducePalette,
	type PaletteAction,
	type PaletteState,
} from './parts/palette/palette-state.js';
import type {Candidate} from './parts/palette/rank.js';
import {readTextKey} from './parts/text-line/read-text-key.js';
import {
	createTextLine,
	textLineReducer,
	type TextLineAction,
	type TextLineState,
} from './parts/text-line/state.js';
import {drawTextLine} from './parts/text-line/text-line.js';
import {fit} from './parts/text/fit.js';
import type {Line} from './theme.js';

/**
How many candidates stand above the line that is typed.
*/
const mostShown = 10;

const commandActions: Readonly<Record<Command, Action>> = {
	quit: 'quit', refresh: 'refresh-all', pause: 'pause', help: 'help', notices: 'notices',
};

export type Typing = {
	readonly isTyping: boolean;
	readonly onKey: (text: string, chord: string | undefined) => void;
	readonly onPaste: (text: string) => void;
	/**
	The line that is being typed, for the bottom of the screen.
	*/
	readonly line: Line | undefined;
	/**
	What the palette offers, ready to be drawn.
	*/
	readonly overlayLines: (width: number, height: number) => readonly string[];
};

/**
The lines that are typed at the bottom: a filter, which works while it is typed, and `:`, which completes. What is typed is
kept in refs, since several keys can come before the next frame.
*/
export const useTyping = (latest: RefObject<ActionContext>, columns: number): Typing => {
	const {state: {overlay}, tools: {theme}, store} = latest.current;
	const filter = useRef<TextLineState>(createTextLine());
	const palette = useRef<PaletteState>(createPalette());
	const shownOverlay = useRef<Overlay>(overlay);
	const [, redraw] = useState(0);
	const isTyping = overlay.type === 'filter' || overlay.type === 'palette';
	if (shownOverlay.current !== overlay) {
		shownOverlay.current = overlay;
		if (overlay.type === 'filter') {
			filter.current = createTextLine(overlay.before);
		} else if (overlay.type === 'palette') {
			palette.current = createPalette(palette.current.line.history);
		}
	}

	const candidates = (): readonly Candidate[] => candidatesFor(goToCandidates(store.getSnapshot()), palette.current.line.text);
	const drawAgain = (): void => {
		redraw(count => count + 1);
	};

	const close = (): void => {
		latest.current.dispatch({type: 'close-overlay'});
	};

	const editFilter = (action: TextLineAction): void => {
		filter.current = textLineReducer(filter.current, action);
		latest.current.slot.current?.filter?.set(filter.current.text);
		drawAgain();
	};

	const actOnPalette = (action: PaletteAction): void => {
		palette.current = reducePalette(palette.current, action, candidates());
		drawAgain();
	};

	const goTo = (): void => {
		const context = latest.current;
		const text = palette.current.line.text.trim();
		const snapshot = store.getSnapshot();
		const chosen = chosenCandidate(palette.current, candidates())?.value;
		// What was typed whole counts before what completes it (`:q` quits though names begin with q), unless a hand has chosen.
		const [first, second] = palette.current.chosen > 0 ? [chosen, text] : [text, text === '' ? undefined : chosen];
		const found = resolveGoTo(snapshot, first ?? '') ?? resolveGoTo(snapshot, second ?? '');
		palette.current = reducePalette(palette.current, {type: 'edit', action: {type: 'remember'}}, []);
		close();
		if (found?.type === 'trail') {
			navigateIn(context, {type: 'jump', trail: found.trail});
		} else if (found?.type === 'look-inside') {
			askInside(context, found.which, found.grant);
		} else if (found && found.command !== placeIn(context).view) {
			act(commandActions[found.command], 'enter', context);
		} else if (!found && text !== '') {
			tellIn(context, `There is nothing called ${text} here`);
		}
	};

	/**
	While a filter is pinned, another one that is typed is pinned in its place.
	*/
	const pinAnew = (): void => {
		const {state, slot, dispatch} = latest.current;
		if (state.pinnedFilter === undefined || slot.current?.context !== 'table' || placeIn(latest.current).view === 'drill') {
			return;
		}

		const {text} = filter.current;
		dispatch({type: 'pin-filter', text: text === '' ? undefined : text});
	};

	const onFilterKey = (chord: string): void => {
		const {slot} = latest.current;
		if (chord === 'esc') {
			slot.current?.filter?.set(overlay.type === 'filter' ? overlay.before : '');
			close();
		} else if (chord === 'up' || chord === 'down') {
			slot.current?.onAction(chord === 'up' ? 'move-up' : 'move-down');
		} else {
			pinAnew();
			close();
		}
	};

	const onPaletteKey = (chord: string): void => {
		switch (chord) {
			case 'esc': {
				close();

				break;
			}

			case 'up':
			case 'down': {
				actOnPalette({type: chord === 'up' ? 'previous' : 'next'});

				break;
			}

			case 'tab': {
				actOnPalette({type: 'complete'});

				break;
			}

			default: {
				goTo();
			}
		}
	};

	const edit = (action: TextLineAction): void => {
		if (latest.current.state.overlay.type === 'filter') {
			editFilter(action);
		} else {
			actOnPalette({type: 'edit', action});
		}
	};

	const onKey = (text: string, chord: string | undefined): void => {
		const action = readTextKey(text, chord);
		if (action !== undefined) {
			if (action !== 'none') {
				edit(action);
			}
		} else if (chord === 'ctrl-c') {
			latest.current.tools.quit();
		} else if (chord === 'ctrl-z') {
			latest.current.tools.suspend();
		} else if (latest.current.state.overlay.type === 'filter') {
			onFilterKey(chord!);
		} else {
			onPaletteKey(chord!);
		}
	};

	const inputLine = (): Line | undefined => {
		switch (overlay.type) {
			case 'filter': {
				return [{text: ' /', tone: 'accent', bold: true}, ...drawTextLine(filter.current, columns - 3, theme)];
			}

			case 'palette': {
				return [{text: ' '}, ...paletteInputLine(palette.current, candidates(), columns - 1, theme)];
			}

			case 'bare':
			case 'none': {
				return undefined;
			}
		}
	};

	return {
		isTyping,
		onKey,
		onPaste(text) {
			edit({type: 'insert', text});
		},
		line: inputLine(),
		overlayLines: (width, height) => overlay.type === 'palette'
			? paletteLines(palette.current, candidates(), width, Math.min(mostShown, height), theme).map(drawn => fit(drawn, width, theme))
			: [],
	};
};

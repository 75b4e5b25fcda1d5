import {
	createTextLine,
	textLineReducer,
	type TextLineAction,
	type TextLineState,
} from '../text-line/state.js';
import {rank, type Candidate} from './rank.js';

/**
What `:` offers: a list, or a function that gives one for a text (names of a large fleet, made only when they are asked for).
*/
export type CandidateSource = readonly Candidate[] | ((text: string) => readonly Candidate[]);

export type PaletteState = {
	/**
	What is typed, with what was gone to before as its history.
	*/
	readonly line: TextLineState;
	/**
	Index among the ranked candidates.
	*/
	readonly chosen: number;
};

export type PaletteAction =
	/**
	A key of the text line. → at the end of the text accepts the completion.
	*/
	| {readonly type: 'edit'; readonly action: TextLineAction}
	/**
	↓: the next candidate, or newer in the history.
	*/
	| {readonly type: 'next'}
	/**
	↑: the candidate above, or, above the first, older in the history.
	*/
	| {readonly type: 'previous'}
	/**
	Tab: the chosen candidate's label becomes the text.
	*/
	| {readonly type: 'complete'};

/**
An empty palette. `history` is what was entered before, oldest first.
*/
export const createPalette = (history: readonly string[] = []): PaletteState => ({line: createTextLine('', history), chosen: 0});

const mostCandidates = 50;

/**
The candidates for a text, best first.
*/
export const candidatesFor = (source: CandidateSource, text: string): readonly Candidate[] =>
	rank(typeof source === 'function' ? source(text) : source, text, mostCandidates);

/**
What Enter goes to: the chosen candidate. Nothing where none answers.
*/
export const chosenCandidate = ({chosen}: PaletteState, candidates: readonly Candidate[]): Candidate | undefined =>
	candidates[Math.min(chosen, candidates.length - 1)];

/**
What would complete the text, shown dim behind it; empty where the cursor is not at the end or the chosen candidate does not
begin with the text.
*/
export const ghostOf = (state: PaletteState, candidates: readonly Candidate[]): string => {
	const {text, cursor} = state.line;
	const candidate = chosenCandidate(state, candidates);
	const isBeginning = text !== '' && cursor === text.length && candidate?.label.toLowerCase().startsWith(text.toLowerCase());
	return isBeginning ? candidate!.label.slice(text.length) : '';
};

const edit = (state: PaletteState, action: TextLineAction): PaletteState => {
	const line = textLineReducer(state.line, action);
	// Another text has other candidates: the best is chosen again. Moving the cursor changes nothing.
	return {line, chosen: line.text === state.line.text ? state.chosen : 0};
};

/**
What an action does to the palette; `candidates` are those ranked for its text.
*/
export const reducePalette = (state: PaletteState, action: PaletteAction, candidates: readonly Candidate[]): PaletteState => {
	switch (action.type) {
		case 'edit': {
			const isAccepting = action.action.type === 'move-right' && ghostOf(state, candidates) !== '';
			return isAccepting ? reducePalette(state, {type: 'complete'}, candidates) : edit(state, action.action);
		}

		case 'next': {
			const isInHistory = state.line.historyIndex < state.line.history.length;
			return isInHistory
				? edit(state, {type: 'history-next'})
				: {...state, chosen: Math.max(0, Math.min(state.chosen + 1, candidates.length - 1))};
		}

		case 'previous': {
			return state.chosen > 0
				? {...state, chosen: Math.max(0, Math.min(state.chosen, candidates.length) - 1)}
				: edit(state, {type: 'history-previous'});
		}

		case 'complete': {
			const candidate = chosenCandidate(state, candidates);
			return candidate ? edit(state, {type: 'set', text: candidate.label}) : state;
		}
	}
};

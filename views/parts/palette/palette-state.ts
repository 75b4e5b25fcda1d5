import {rank, type Candidate} from './rank.js';

/**
What `:` offers: a list, or a function that gives one for a text (names of a large fleet, made only when they are asked for).
*/
export type CandidateSource = readonly Candidate[] | ((text: string) => readonly Candidate[]);

/**
Which of the candidates is chosen, and where one stands in the history. The text itself belongs to the text line.
*/
export type PaletteState = {
	/**
	Index among the ranked candidates.
	*/
	readonly chosen: number;
	/**
	Entry of the history that is shown, 0 the newest; -1 for none.
	*/
	readonly recalled: number;
	/**
	What was typed before the history was called: it comes back below the newest entry.
	*/
	readonly draft: string;
};

export type PaletteFrame = {
	readonly text: string;
	/**
	Ranked for the text.
	*/
	readonly candidates: readonly Candidate[];
	/**
	What was gone to before, newest first.
	*/
	readonly history: readonly string[];
};

export type PaletteAction =
	/**
	The text changed: the best candidate is chosen again.
	*/
	| {readonly type: 'edited'}
	/**
	↓, or newer in the history.
	*/
	| {readonly type: 'next'}
	/**
	↑, above the first candidate older in the history.
	*/
	| {readonly type: 'previous'};

export const initialPaletteState: PaletteState = {chosen: 0, recalled: -1, draft: ''};

const mostCandidates = 50;

/**
The candidates for a text, best first.
*/
export const candidatesFor = (source: CandidateSource, text: string): readonly Candidate[] =>
	rank(typeof source === 'function' ? source(text) : source, text, mostCandidates);

/**
What an action does to the palette; `text` is there where the text line is to show another text.
*/
export const reducePalette = (
	state: PaletteState,
	action: PaletteAction,
	{text, candidates, history}: PaletteFrame,
): {readonly state: PaletteState; readonly text?: string} => {
	if (action.type === 'edited') {
		return {state: initialPaletteState};
	}

	if (action.type === 'next') {
		if (state.recalled >= 0) {
			const recalled = state.recalled - 1;
			return {state: {...state, recalled, chosen: 0}, text: recalled === -1 ? state.draft : history[recalled]!};
		}

		return {state: {...state, chosen: Math.max(0, Math.min(state.chosen + 1, candidates.length - 1))}};
	}

	if (state.chosen > 0) {
		return {state: {...state, chosen: Math.min(state.chosen, candidates.length) - 1}};
	}

	const recalled = state.recalled + 1;
	const older = history[recalled];
	return older === undefined
		? {state}
		: {state: {chosen: 0, recalled, draft: state.recalled === -1 ? text : state.draft}, text: older};
};

/**
What Enter goes to: the chosen candidate. Nothing where none answers.
*/
export const chosenCandidate = ({chosen}: PaletteState, {candidates}: Pick<PaletteFrame, 'candidates'>): Candidate | undefined =>
	candidates[Math.min(chosen, candidates.length - 1)];

/**
What would complete the text, to be shown dim behind it; empty where the chosen candidate does not begin with the text.
*/
export const ghostOf = (text: string, candidate: Candidate | undefined): string =>
	text !== '' && candidate?.label.toLowerCase().startsWith(text.toLowerCase()) ? candidate.label.slice(text.length) : '';

/**
The text after Tab or →: the chosen candidate's label.
*/
export const completed = (text: string, candidate: Candidate | undefined): string => candidate?.label ?? text;

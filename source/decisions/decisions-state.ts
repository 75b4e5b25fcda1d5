import type {DecisionEntry, DecisionRow} from './entry-states.js';
import type {LoadedDecisions} from './watch-decisions.js';

/**
What a team has decided to live with, as it stands today.
*/
export type DecisionsState = {
	/**
	Where the file is, or would be; absent where none may be.
	*/
	readonly file: string | undefined;
	readonly status: LoadedDecisions['status'];
	readonly entries: readonly DecisionEntry[];
	/**
	What a person has to do about them: see `decisionRows`.
	*/
	readonly rows: readonly DecisionRow[];
};

export const noDecisions: DecisionsState = {
	file: undefined, status: 'none', entries: [], rows: [],
};

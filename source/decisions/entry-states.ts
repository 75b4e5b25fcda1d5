import type {Severity} from '../model/severity.js';
import type {Decision, DecisionFault} from './decision.js';

const day = 86_400_000;

/**
From so many days on an end is a matter for the worklist.
*/
export const endsSoonWithin = 14;

export type DecisionEntry = {
	readonly decision: Decision;
	/**
	`unmatched`: there is no such resource in a fleet that was read whole.
	*/
	readonly state: 'active' | 'ends soon' | 'expired' | 'unmatched';
	/**
	Whole days until its last day: 0 on that day, less than 0 behind it.
	*/
	readonly daysLeft: number;
};

/**
One row of the worklist about the decisions themselves.
*/
export type DecisionRow = {
	/**
	Stays the same while the entry stays on its line.
	*/
	readonly key: string;
	readonly line: number;
	/**
	Absent for an entry that could not be read.
	*/
	readonly entry: DecisionEntry | undefined;
	/**
	One sentence: the fault, or `ends in 5 d`.
	*/
	readonly text: string;
	readonly severity: Severity;
	/**
	Whether it is reported as an error; an end that is near is none.
	*/
	readonly isFault: boolean;
};

/**
Whole days from one day to another, `2026-08-24`; less than 0 where the other is over.
*/
export const daysBetween = (today: string, other: string): number => Math.round((Date.parse(other) - Date.parse(today)) / day);

/**
What each decision is worth today.

@param isUnmatched Whether a fleet that was read whole has no resource for it.
*/
export const entryStates = (decisions: readonly Decision[], today: string, isUnmatched: (decision: Decision) => boolean): readonly DecisionEntry[] => decisions.map(decision => {
	const daysLeft = daysBetween(today, decision.until);
	if (daysLeft < 0) {
		return {decision, state: 'expired', daysLeft};
	}

	const state = daysLeft <= endsSoonWithin ? 'ends soon' : 'active';
	return {decision, state: isUnmatched(decision) ? 'unmatched' : state, daysLeft};
});

const checksInWords = ({checks}: Decision): string => (checks.length > 3 ? `${checks.length} checks` : checks.join(', '));

const targetInWords = ({resource, tag}: Decision): string => {
	const parts = [...(resource === undefined ? [] : [resource]), ...(tag === undefined ? [] : [`tag ${tag.name}=${tag.value}`])];
	return parts.join(' with ');
};

export const endInWords = (daysLeft: number): string => (daysLeft === 0 ? 'ends today' : `ends in ${daysLeft} d`);

export const severityOfEnd = (daysLeft: number): Severity => (daysLeft <= 3 ? 'medium' : 'low');

const rowOf = (entry: DecisionEntry): DecisionRow | undefined => {
	const {decision, state, daysLeft} = entry;
	const {line, until} = decision;
	const common = {key: `decision:${line}`, line, entry};
	const about = `the decision about ${checksInWords(decision)} on ${targetInWords(decision)}`;
	switch (state) {
		case 'active': {
			return undefined;
		}

		case 'ends soon': {
			return {
				...common, text: `${about} ${endInWords(daysLeft)}, on ${until}.`, severity: severityOfEnd(daysLeft), isFault: false,
			};
		}

		case 'expired': {
			return {
				...common, text: `${about} expired on ${until}; its failures count again.`, severity: 'medium', isFault: true,
			};
		}

		case 'unmatched': {
			return {
				...common, text: `${about} matches no resource that was read.`, severity: 'low', isFault: true,
			};
		}
	}
};

/**
What a person has to do about the decisions, in the order of the file: faults, entries that are expired or match nothing,
and those whose end is near.
*/
export const decisionRows = (entries: readonly DecisionEntry[], faults: readonly DecisionFault[]): readonly DecisionRow[] => [
	...faults.map(({line, text}, index): DecisionRow => ({
		key: `decision-fault:${line}:${index}`, line, entry: undefined, text, severity: 'medium', isFault: true,
	})),
	...entries.map(entry => rowOf(entry)).filter(row => row !== undefined),
].toSorted((one, other) => one.line - other.line);

import {nounOf, plural} from '../model/plural.js';
import type {DecisionFault, ParsedDecisions} from './decision.js';
import {decisionRows, endsSoonWithin, entryStates} from './entry-states.js';

export type CheckedDecisions = {
	/**
	Lines for a person, each fault as `file:line: sentence`.
	*/
	readonly text: string;
	/**
	Whether somebody has to mend something.
	*/
	readonly isFaulty: boolean;
};

/**
Which resources there are is told by a fleet only.
*/
const notChecked = 'Not checked without a fleet: whether each entry matches a resource, and exemptions of Azure.\n';

/**
What is to be said of a decisions file that was read without a fleet: each fault with its line, in the order of the file, the
expired entries among them; how many entries stand, and which of them end within 14 days.

@param file How the file is called in front of each line.
@param today `2026-08-24`, UTC.
*/
export const checkDecisions = ({decisions, faults, broken}: ParsedDecisions, file: string, today: string): CheckedDecisions => {
	const lineOf = ({line, text}: DecisionFault): string => `${file}:${line}: ${text}\n`;
	if (broken !== undefined) {
		return {text: `${lineOf({...broken, text: `${broken.text}.`})}Nothing of this file counts.\n`, isFaulty: true};
	}

	const entries = entryStates(decisions, today, () => false);
	const rows = decisionRows(entries, faults);
	const wrong = rows.filter(({isFault}) => isFault);
	const ending = rows.filter(({isFault}) => !isFault);
	const standing = entries.filter(({state}) => state !== 'expired').length;
	const summary = [
		...(wrong.length === 0 ? [] : [plural(wrong.length, 'fault')]),
		`${plural(standing, 'entry stands', 'entries stand')}${ending.length === 0 ? '' : `, ${ending.length} of them ${nounOf(ending.length, 'ends', 'end')} within ${endsSoonWithin} days`}`,
	].join('; ');
	return {
		text: [
			...wrong.map(row => lineOf(row)),
			`${file}: ${summary}${ending.length === 0 ? '.' : ':'}\n`,
			...ending.map(({line, text}) => `  line ${line}: ${text}\n`),
			notChecked,
		].join(''),
		isFaulty: wrong.length > 0,
	};
};

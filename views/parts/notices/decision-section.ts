import type {DecisionsState} from '../../../source/decisions/decisions-state.js';
import type {DecisionRow} from '../../../source/decisions/entry-states.js';
import type {Section, SheetRow} from '../sheet/sheet.js';

/**
A sheet is drawn whole: more is for the summary that is printed in a pipe.
*/
const mostRows = 500;

const rowOf = ({line, text, severity, isFault}: DecisionRow): SheetRow => ({
	value: [{text: `line ${line} `, tone: 'dim'}, {text: isFault ? 'error ' : `${severity} `, tone: isFault ? 'high' : severity, bold: isFault}, {text}],
});

const counts = ({entries}: DecisionsState): string => {
	const active = entries.filter(({state}) => state === 'active' || state === 'ends soon').length;
	return `${active} in force${entries.length === active ? '' : `, ${entries.length - active} not`}`;
};

const statusRows = (state: DecisionsState): readonly SheetRow[] => {
	switch (state.status) {
		case 'none': {
			return [{value: [{text: 'there is no such file, and nothing is accepted', tone: 'dim'}]}];
		}

		case 'reading': {
			return [{value: [{text: 'being read', tone: 'dim'}]}];
		}

		case 'broken': {
			return [{value: [{text: 'the file cannot be used', tone: 'high'}, {text: `; what was read before stays: ${counts(state)}`}]}];
		}

		case 'read': {
			return [{value: [{text: counts(state), tone: 'good'}]}];
		}
	}
};

/**
What `!` says of the decisions file: how many entries are in force, and every fault and near end with its line. Nothing where
there can be no such file.
*/
export const decisionSections = (state: DecisionsState): readonly Section[] => {
	const {file, rows} = state;
	const left = rows.length - mostRows;
	return file === undefined
		? []
		: [{
			title: `Decisions: ${file}`,
			rows: [
				...statusRows(state),
				...rows.slice(0, mostRows).map(row => rowOf(row)),
				...(left > 0 ? [{value: [{text: `and ${left} more: crowsnest in a pipe writes all of them to stderr`, tone: 'dim'} as const]}] : []),
			],
		}];
};

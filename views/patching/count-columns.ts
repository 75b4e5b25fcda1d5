import type {Callout} from '../../source/posture/patching/callout.js';
import {countedNodes, type PatchCounts, type PatchState} from '../../source/posture/patching/patch-state.js';
import type {Column} from '../columns/column.js';
import {unknownCell} from '../columns/fact-cell.js';
import {stateBar} from './state-bar.js';
import {stateWords} from './state-words.js';

type Counted = {readonly patching: {readonly counts: PatchCounts; readonly risk: number; readonly because: string}};

const wholeNumber = {
	parse: (text: string): number | undefined => (/^\d+$/v.test(text) ? Number(text) : undefined),
	example: 'a whole number',
};

const countColumn = (state: PatchState, title: string, priority: number): Column<Counted> => ({
	id: stateWords[state].word,
	title,
	align: 'right',
	minWidth: title.length,
	width: title.length + 1,
	priority,
	cell({patching: {counts}}) {
		const count = counts[state];
		return {text: String(count), tone: count === 0 ? 'dim' : stateWords[state].tone};
	},
	sortBy: ({patching}) => patching.counts[state],
	measure: {of: ({patching}) => patching.counts[state], ...wholeNumber},
});

/**
A higher risk should be looked at sooner.
*/
export const riskColumn: Column<Counted> = {
	id: 'risk',
	title: 'RISK',
	align: 'right',
	minWidth: 5,
	width: 5,
	priority: 1,
	cell({patching: {risk}}) {
		const rounded = Math.round(risk);
		return {text: String(rounded), tone: rounded >= 60 ? 'high' : (rounded >= 30 ? 'medium' : 'dim')};
	},
	sortBy: ({patching}) => patching.risk,
	measure: {of: ({patching}) => patching.risk, parse: wholeNumber.parse, example: 'a whole number'},
};

/**
A bar of this width stands in a column of it.
*/
const barWidth = 14;

const barColumn: Column<Counted> = {
	id: 'bar',
	title: 'NODES',
	minWidth: barWidth,
	width: barWidth,
	priority: 2,
	cell({patching: {counts}}) {
		const parts = countedNodes(counts) === 0 ? [{text: 'no node', tone: 'dim'} as const] : stateBar(counts, barWidth);
		return {text: parts.map(({text}) => text).join(''), parts};
	},
	sortBy: ({patching}) => countedNodes(patching.counts),
	filterBy: () => '',
	measure: {of: ({patching}) => countedNodes(patching.counts), ...wholeNumber},
};

/**
How many nodes are how patched, as a bar and as numbers. Where nobody looked at the nodes, none that waits for a restart is not zero.

@param isLooked whether somebody looked at the nodes of a row
*/
export const countColumns = <Row extends Counted>(isLooked: (row: Row) => boolean): ReadonlyArray<Column<Row>> => {
	const reboots = countColumn('reboot-pending', 'REBOOT', 2);
	return [
		barColumn,
		countColumn('current', 'CURRENT', 3),
		countColumn('behind', 'BEHIND', 2),
		{
			...reboots,
			cell: (row, context) => (isLooked(row) ? reboots.cell(row, context) : unknownCell),
			sortBy: row => (isLooked(row) ? row.patching.counts['reboot-pending'] : undefined),
			measure: {of: row => (isLooked(row) ? row.patching.counts['reboot-pending'] : undefined), ...wholeNumber},
		},
		countColumn('unknown', 'UNKNOWN', 2),
	];
};

/**
Why the risk is what it is, in one sentence.
*/
export const becauseColumn: Column<Counted> = {
	id: 'why', aliases: ['because', 'reason'], title: 'WHY', minWidth: 24, width: 40, grows: true, priority: 6, cell: ({patching}) => ({text: patching.because, tone: 'dim'}),
};

/**
What is called out, the gravest first.
*/
export const calloutColumn: Column<{readonly patching: {readonly callouts?: readonly Callout[]}}> = {
	id: 'marks',
	aliases: ['callouts'],
	title: 'MARKS',
	minWidth: 18,
	width: 34,
	priority: 5,
	cell({patching: {callouts = []}}) {
		const [first] = callouts;
		return first === undefined ? {text: '-', tone: 'dim'} : {text: callouts.map(({short}) => short).join(', '), tone: first.severity};
	},
	filterBy: ({patching: {callouts = []}}) => callouts.map(({id, short}) => `${short} ${id}`).join(' '),
};

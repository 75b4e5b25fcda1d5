import type {DecisionRow} from '../../source/decisions/entry-states.js';
import type {WorklistEntry} from '../../source/posture/worklist/entry.js';
import {rankOf} from '../../source/posture/worklist/rank.js';

const exposure = {state: 'none', because: undefined} as const;

/**
Nothing hangs on a line of a file but the resources that it is about, which stand in the worklist themselves.
*/
const reach = {things: 0, words: 'a line of the decisions file'} as const;

const known = new WeakMap<readonly DecisionRow[], readonly WorklistEntry[]>();

/**
Decisions that end soon, are over, match nothing or cannot be read, as lines of the worklist.
*/
export const decisionEntries = (rows: readonly DecisionRow[]): readonly WorklistEntry[] => {
	let entries = known.get(rows);
	if (!entries) {
		entries = rows.map(({key, line, text, severity, isFault}) => ({
			kind: 'subscription',
			id: `line ${line}`,
			key: `decision:${key}`,
			name: `line ${line}`,
			subscriptionId: '',
			resourceGroup: '',
			region: '',
			tags: {},
			source: 'decision',
			topic: isFault ? 'fault' : 'end',
			title: isFault ? 'A decision does not hold' : 'A decision ends soon',
			severity,
			resource: undefined,
			resourceName: `decisions, line ${line}`,
			exposure,
			reach,
			rank: rankOf(severity, exposure, reach),
			proof: text,
		}));
		known.set(rows, entries);
	}

	return entries;
};

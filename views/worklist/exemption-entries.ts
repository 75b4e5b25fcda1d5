import type {ExemptionRow} from '../../source/decisions/exemption-rows.js';
import type {WorklistEntry} from '../../source/posture/worklist/entry.js';
import {rankOf} from '../../source/posture/worklist/rank.js';

const exposure = {state: 'none', because: undefined} as const;

/**
What it exempts stands in the worklist itself from the day on which it ends.
*/
const reach = {things: 0, words: 'an exemption in Azure'} as const;

const known = new WeakMap<readonly ExemptionRow[], readonly WorklistEntry[]>();

/**
Exemptions of Azure Policy that end soon, as lines of the worklist. They are Azure's: nothing opens from them.
*/
export const exemptionEntries = (rows: readonly ExemptionRow[]): readonly WorklistEntry[] => {
	let entries = known.get(rows);
	if (!entries) {
		entries = rows.map(({key, id, name, subscriptionId, resourceGroup, text, severity}) => ({
			kind: 'subscription',
			id,
			key: `exemption:${key}`,
			name,
			subscriptionId,
			resourceGroup,
			region: '',
			tags: {},
			source: 'exemption',
			topic: 'end',
			title: 'An exemption in Azure ends soon',
			severity,
			resource: undefined,
			resourceName: `exemption ${name}`,
			exposure,
			reach,
			rank: rankOf(severity, exposure, reach),
			proof: text,
		}));
		known.set(rows, entries);
	}

	return entries;
};

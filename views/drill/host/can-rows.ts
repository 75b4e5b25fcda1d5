import type {HostFacts} from '../../../source/model/host.js';
import {hostAnswers, isolationTitles} from '../../../source/posture/hosts/requirements.js';
import type {SheetRow} from '../../parts/sheet/sheet.js';

const title = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/**
One row for each isolation: can the machine run containers so, and what stands against it.
*/
export const canRows = (facts: HostFacts): readonly SheetRow[] => hostAnswers(facts).map(({isolation, can, requirements}) => {
	const open = requirements.filter(({state}) => state === (can === 'no' ? 'not-met' : 'unknown'));
	const why = open.length === 0 ? '' : `: ${open.map(requirement => requirement.title).join('; ')}`;
	return {
		label: title(isolationTitles[isolation]),
		value: [
			{text: can === 'unknown' ? 'unknown' : can, tone: can === 'yes' ? 'good' : (can === 'no' ? 'medium' : 'unknown')},
			{text: why, tone: 'dim'},
		],
	};
});

import {isUnknown, type Fact} from '../../source/model/known.js';
import type {ImageStanding} from '../../source/posture/patching/image-standing.js';
import {unknownLine, words} from '../parts/sheet/fact-row.js';
import type {SheetRow} from '../parts/sheet/sheet.js';
import {lagWords} from './state-words.js';

/**
A node's image, the newest of its family in its region, and how far the one is behind the other.
*/
export const imageRows = (version: Fact<string | undefined>, standing: ImageStanding): readonly SheetRow[] => {
	if (isUnknown(version)) {
		return [{label: 'Node image', value: unknownLine(version)}];
	}

	if (version === undefined) {
		return [{label: 'Node image', value: words('not reported', 'unknown')}];
	}

	const {age, lag, missedPatchTuesday, newest, retired, state} = standing;
	const tone = state === 'behind' ? 'high' : (state === 'unknown' ? 'unknown' : 'good');
	const behind = lagWords(standing);
	// The days alone say why where nothing else does.
	const needsReason = lag === undefined || missedPatchTuesday !== undefined || retired !== undefined || (lag === 0 && state !== 'newest');
	return [
		{label: 'Node image', value: [{text: version}, {text: age === undefined ? ' (its version carries no date)' : ` (${Math.max(0, age)} d old)`, tone: age === undefined ? 'unknown' : 'dim'}]},
		{label: 'Newest in region', value: newest ? words(newest.version) : words('unknown', 'unknown')},
		{label: 'Behind', value: [{text: behind ?? 'unknown', tone: behind === undefined ? 'unknown' : tone}, {text: needsReason ? `: ${standing.because}` : '', tone: 'dim'}]},
	];
};

import type {ResourcePosture} from '../../../source/posture/posture.js';
import {severities} from '../../../source/model/severity.js';
import {gauge} from '../../parts/gauge/gauge.js';
import {severityMark, type Segment, type Theme} from '../../theme.js';
import {words} from '../../parts/sheet/fact-row.js';
import type {Section} from '../../parts/sheet/sheet.js';
import {plural} from '../../../source/model/plural.js';

const gaugeCells = 20;

/**
Score and outcome of the checks of a resource: failures by severity with glyph and letter, what could not be judged, what passed.
*/
export const postureSection = (posture: ResourcePosture | undefined, theme: Theme): Section => {
	if (!posture) {
		return {title: 'Posture', rows: [{value: words('not judged yet: its facts are still being read', 'unknown')}]};
	}

	const failed = severities.flatMap((severity): readonly Segment[] => [
		{text: `${severityMark(severity)} ${posture.failed[severity]} ${severity}`, tone: posture.failed[severity] === 0 ? 'dim' : severity},
		{text: '  '},
	]);
	return {
		title: 'Posture',
		rows: [
			{label: 'Score', value: posture.score === undefined ? words('none: nothing could be judged', 'unknown') : gauge(posture.score, gaugeCells, theme.glyphs)},
			{label: 'Failed checks', value: failed.slice(0, -1)},
			{
				label: 'Unknown',
				value: posture.unknown === 0
					? words('none', 'dim')
					: words(`${plural(posture.unknown, 'check')} could not be judged; the reasons are under checks`, 'unknown'),
			},
			{label: 'Passed', value: words(plural(posture.passed, 'check'), posture.passed === 0 ? 'dim' : 'good')},
		],
	};
};

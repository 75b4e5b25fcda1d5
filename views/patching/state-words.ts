import type {ImageStanding} from '../../source/posture/patching/image-standing.js';
import type {PatchState} from '../../source/posture/patching/patch-state.js';
import type {Tone} from '../theme.js';
import {plural} from '../../source/model/plural.js';

/**
How a patch state is called, drawn in a bar and coloured: every one has a sign of its own, also on a terminal of one colour.
*/
export const stateWords: Readonly<Record<PatchState, {readonly word: string; readonly long: string; readonly sign: string; readonly tone: Tone}>> = {
	current: {
		word: 'current', long: 'current', sign: '█', tone: 'good',
	},
	behind: {
		word: 'behind', long: 'behind', sign: '▒', tone: 'high',
	},
	'reboot-pending': {
		word: 'reboot', long: 'reboot pending', sign: 'r', tone: 'medium',
	},
	unknown: {
		word: 'unknown', long: 'unknown', sign: '?', tone: 'unknown',
	},
};

/**
How far an image is behind: `21 d (3 releases)`, `about 3 releases` where releases are told from their pace.
*/
export const lagWords = ({lag, gap}: ImageStanding): string | undefined => {
	if (lag === undefined) {
		return undefined;
	}

	if (lag === 0) {
		return 'none';
	}

	const releases = gap === undefined || gap.count === 0 ? '' : ` (${gap.isEstimate ? 'about ' : ''}${plural(gap.count, 'release')})`;
	return `${lag} d${releases}`;
};

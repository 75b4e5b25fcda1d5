import type {ImageStanding} from '../../source/posture/patching/image-standing.js';
import type {Cell} from '../columns/column.js';
import {unknownCell} from '../columns/fact-cell.js';

/**
Days that an image is behind the newest.
*/
export const lagCell = ({lag, state}: ImageStanding): Cell =>
	lag === undefined ? unknownCell : {text: lag === 0 ? '-' : `${lag} d`, tone: state === 'behind' ? 'high' : (lag === 0 ? 'dim' : 'plain')};

/**
Releases that it is behind: `~27` where they are told from the pace of releases.
*/
export const releasesCell = ({lag, gap, state}: ImageStanding): Cell => {
	if (lag === undefined) {
		return unknownCell;
	}

	return lag === 0 || gap === undefined
		? {text: '-', tone: 'dim'}
		: {text: `${gap.isEstimate ? '~' : ''}${gap.count}`, tone: state === 'behind' ? 'high' : 'plain'};
};

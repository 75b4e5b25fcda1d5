import type {Reboot} from '../../source/model/cluster-node.js';
import {isUnknown, type Fact} from '../../source/model/known.js';
import {sinceWords} from '../parts/text/since-words.js';
import {unknownLine, words} from '../parts/sheet/fact-row.js';
import type {Line} from '../theme.js';

const sentences: Readonly<Record<Reboot['state'], Line>> = {
	needed: words('needed', 'high'),
	'in-progress': words('in progress', 'accent'),
	none: words('none waits', 'good'),
	'not-reported': words('not reported: nothing on this node tells of restarts', 'unknown'),
};

/**
Whether a node waits for a restart, for how long, and what says so.
*/
export const restartLine = (restart: Fact<Reboot>, now: number): Line => {
	if (isUnknown(restart)) {
		return unknownLine(restart);
	}

	const since = sinceWords(restart.since, now);
	return [
		...sentences[restart.state],
		...(since === '' ? [] : [{text: `, for${since}`}]),
		...(restart.path === undefined ? [] : [{text: ` (${restart.path})`, tone: 'dim'} as const]),
	];
};

import type {Kured} from '../../source/model/inside.js';
import {isUnknown, type Fact} from '../../source/model/known.js';
import {unknownLine, words} from '../parts/sheet/fact-row.js';
import {sinceWords} from '../parts/text/since-words.js';
import type {Line} from '../theme.js';

/**
Whether Kured restarts nodes here, and who holds its lock.
*/
export const kuredLine = (kured: Fact<Kured | undefined>, now: number): Line => {
	if (isUnknown(kured)) {
		return unknownLine(kured);
	}

	if (kured === undefined) {
		return words('does not run here', 'dim');
	}

	const {desired, ready, annotatesNodes, locks} = kured;
	const isWhole = desired !== undefined && ready === desired;
	return [
		{text: `runs on ${ready ?? '?'} of ${desired ?? '?'} nodes`, tone: isWhole ? 'good' : 'medium'},
		...(annotatesNodes ? [] : [{text: ', does not mark nodes (--annotate-nodes)', tone: 'unknown'} as const]),
		...locks.map(({node, since, isManual}) => ({
			text: `, ${isManual ? 'held by a person' : 'restarts'} ${node}${sinceWords(since, now) === '' ? '' : ` for${sinceWords(since, now)}`}`, tone: isManual ? 'medium' : 'accent',
		} as const)),
	];
};

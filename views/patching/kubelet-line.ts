import type {KubeletSupport} from '../../source/posture/patching/kubelet-support.js';
import type {Line, Tone} from '../theme.js';

const stateWords: Readonly<Record<KubeletSupport['state'], readonly [word: string, tone: Tone]>> = {
	supported: ['supported', 'good'],
	'long-term': ['long-term support', 'good'],
	preview: ['in preview', 'medium'],
	over: ['out of support', 'high'],
	unknown: ['support unknown', 'unknown'],
};

/**
Until when it is supported. What a region still offers after the calendar's end says both: a date that is over is no promise.
*/
const untilWords = (ends: string | undefined, now: number): string => {
	if (ends === undefined) {
		return '';
	}

	return ends < new Date(now).toISOString().slice(0, 10) ? `: its region still offers it, though by the calendar support ended on ${ends}` : ` until ${ends}`;
};

/**
A kubelet's version and until when it is supported.
*/
export const kubeletLine = ({version, state, ends, because}: KubeletSupport, now: number): Line => {
	const [word, tone] = stateWords[state];
	const isSupported = state === 'supported' || state === 'long-term';
	const why = because === '' ? '' : `: ${because}`;
	const behindState = isSupported ? untilWords(ends, now) : why;
	return [
		{text: version ?? 'not reported', tone: version === undefined ? 'unknown' : 'plain', bold: version !== undefined},
		{text: ` ${word}`, tone},
		{text: behindState, tone: 'dim'},
	];
};

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
A kubelet's version and until when it is supported.
*/
export const kubeletLine = ({version, state, ends, because}: KubeletSupport): Line => {
	const [word, tone] = stateWords[state];
	const isSupported = state === 'supported' || state === 'long-term';
	const why = because === '' ? '' : `: ${because}`;
	const until = ends === undefined ? '' : ` until ${ends}`;
	const behindState = isSupported ? until : why;
	return [
		{text: version ?? 'not reported', tone: version === undefined ? 'unknown' : 'plain', bold: version !== undefined},
		{text: ` ${word}`, tone},
		{text: behindState, tone: 'dim'},
	];
};

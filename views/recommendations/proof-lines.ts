import type {Proof, Recommendation} from '../../source/posture/groups/recommendations.js';
import {checkById} from '../../source/posture/checks/index.js';
import {standingOf} from '../../source/posture/standing.js';
import {severityMark, type Line, type Tone} from '../theme.js';
import {recommendationWords, stateWords} from './words.js';

const standingWords = {
	fail: 'fails', accepted: 'fails, and is accepted', unknown: 'unknown', pass: 'passes', 'not-applicable': 'does not apply',
} as const;

const standingTones = {
	accepted: 'dim', unknown: 'unknown', pass: 'good', 'not-applicable': 'dim',
} as const;

const standingMarks = {
	accepted: '-', unknown: severityMark('unknown'), pass: '+', 'not-applicable': '-',
} as const;

const evidenceOf = ({verdict, reason}: Proof): readonly Line[] => {
	if (verdict === undefined) {
		return [[{text: `    ${reason ?? 'not judged'}`}]];
	}

	const {outcome} = verdict;
	switch (outcome.status) {
		case 'fail':
		case 'pass': {
			return outcome.evidence.map(({path, value}): Line => [{text: `    ${path}`, tone: 'accent'}, {text: ' = ', tone: 'dim'}, {text: value}]);
		}

		case 'unknown': {
			return [[{text: `    ${outcome.reason}`}]];
		}

		case 'not-applicable': {
			return [[{text: `    ${outcome.because.path}`, tone: 'accent'}, {text: ' = ', tone: 'dim'}, {text: outcome.because.value}]];
		}
	}
};

const headOf = ({checkId, name, verdict}: Proof): Line => {
	const title = checkId === undefined ? name : checkById.get(checkId)?.title ?? checkId;
	const standing = verdict === undefined ? 'unknown' : standingOf(verdict);
	const tone: Tone = standing === 'fail' ? verdict!.severity : standingTones[standing];
	const mark = standing === 'fail' ? severityMark(verdict!.severity) : standingMarks[standing];
	return [{text: `  ${mark} `, tone, bold: true}, {text: `${title} `}, {text: standingWords[standing], tone}, {text: checkId === undefined ? '' : `  ${name}`, tone: 'dim'}];
};

/**
Why a recommendation stands as it does: every check that decides it, with what it found.
*/
export const proofLines = ({id, state, proofs}: Recommendation): readonly Line[] => [
	[{text: recommendationWords[id].title, bold: true}, {text: '  '}, {text: stateWords[state].word, tone: stateWords[state].tone, bold: true}],
	[{text: recommendationWords[id].asks, tone: 'dim'}],
	[],
	[{text: 'Decided by', tone: 'heading'}],
	...proofs.flatMap(proof => [headOf(proof), ...evidenceOf(proof)]),
];

import type {Finding} from '../../../source/model/finding.js';
import type {Verdict} from '../../../source/posture/check.js';
import {checksOf} from '../../../source/posture/defender/checks-of.js';
import {relationOf, type DefenderView, type FindingRelation} from '../../../source/posture/defender/defender-view.js';
import {evaluatedAt} from '../../../source/posture/defender/evaluated-at.js';
import {verdictKey} from '../../../source/posture/defender/verdict-key.js';
import {standingOf} from '../../../source/posture/standing.js';
import type {Line} from '../../theme.js';
import {agreementWords} from '../finding/relation-words.js';

const evaluatedWords = (finding: Finding): string => {
	const evaluated = evaluatedAt(finding);
	return evaluated === undefined ? 'at a time that it does not tell' : `${new Date(evaluated).toISOString().slice(0, 16).replace('T', ' ')} UTC or later`;
};

/**
What Defender says of the same as a verdict, and when it is known to have looked; nothing where nothing was read.

@param own Findings that were read of this resource alone, met recommendations among them.
*/
export const defenderLines = (resourceKey: string, verdict: Verdict, defender: DefenderView, own: readonly Finding[] = []): readonly Line[] => {
	const ofFleet = defender.byVerdict.get(verdictKey(resourceKey, verdict.checkId));
	const finding = ofFleet ?? own.find(candidate => candidate.resourceKey === resourceKey && checksOf(candidate).some(({id}) => id === verdict.checkId));
	if (finding === undefined) {
		return [];
	}

	const relation: FindingRelation = ofFleet === undefined
		? {place: 'closed', verdict: {resourceKey, checkId: verdict.checkId, standing: standingOf(verdict)}}
		: relationOf(defender, finding);
	return [
		[],
		[{text: 'Defender', tone: 'heading'}],
		[{text: `  ${finding.title}: `}, {text: finding.status, tone: finding.status === 'unhealthy' ? 'high' : 'dim'}],
		[{text: '  the check '}, ...agreementWords(finding, relation)],
		[{text: '  last evaluated ', tone: 'dim'}, {text: evaluatedWords(finding)}],
	];
};

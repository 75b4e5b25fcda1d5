import type {ContainerGroup} from '../../../source/model/container-group.js';
import {recommendationsOf, type Recommendation} from '../../../source/posture/groups/recommendations.js';
import type {Place} from '../../navigation.js';
import {factsOf} from '../../recommendations/facts-of.js';
import {proofLines} from '../../recommendations/proof-lines.js';
import {recommendationWords, stateWords} from '../../recommendations/words.js';
import {isDrillKind} from '../../resources.js';
import type {PickItem, Tab, TabContext} from '../tab.js';

/**
Where the first check that is not met, or not known, is explained.
*/
const opensAt = ({proofs}: Recommendation): Place | undefined => {
	const proof = proofs.find(({verdict}) => verdict?.outcome.status === 'fail') ?? proofs.find(({verdict}) => verdict?.outcome.status === 'unknown');
	return proof?.checkId !== undefined && isDrillKind(proof.kind)
		? {
			view: 'drill', kind: proof.kind, key: proof.key, tab: 'posture', item: proof.checkId,
		}
		: undefined;
};

const itemOf = (recommendation: Recommendation): PickItem => {
	const {word, mark, tone} = stateWords[recommendation.state];
	const opens = opensAt(recommendation);
	return {
		key: recommendation.id,
		title: [{text: `${mark} `, tone, bold: true}, {text: recommendationWords[recommendation.id].title}, {text: `  ${word}`, tone}],
		get explanation() {
			return proofLines(recommendation);
		},
		...(opens && {opens}),
	};
};

const notMet = ({resource, snapshot}: TabContext<ContainerGroup>): number => recommendationsOf(resource, factsOf(snapshot)).filter(({state}) => state === 'not-met').length;

/**
How the eight recommendations for container instances stand for one group; Enter opens the check that decides.
*/
export const recommendations: Tab<ContainerGroup> = {
	id: 'recommendations',
	title: 'Recommendations',
	type: 'pick',
	count: notMet,
	items: ({resource, snapshot}) => recommendationsOf(resource, factsOf(snapshot)).map(recommendation => itemOf(recommendation)),
	empty: () => '',
};

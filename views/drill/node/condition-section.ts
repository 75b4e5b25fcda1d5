import type {ClusterNode, NodeProblem} from '../../../source/model/cluster-node.js';
import {isUnknown} from '../../../source/model/known.js';
import {sinceWords} from '../../parts/text/since-words.js';
import {
	factRow,
	listRow,
	unknownLine,
	words,
} from '../../parts/sheet/fact-row.js';
import type {Section, SheetRow} from '../../parts/sheet/sheet.js';

const forWords = (since: string | undefined, now: number): string => {
	const age = sinceWords(since, now);
	return age === '' ? '' : ` for${age}`;
};

const cordonRow = ({isCordoned, cordonedSince}: ClusterNode, now: number): SheetRow => factRow('Cordoned', isCordoned, cordoned => (cordoned
	? words(`yes${isUnknown(cordonedSince) ? '' : forWords(cordonedSince, now)}: no new pod is placed here`, 'medium')
	: words('no', 'good')));

const problemRow = ({type, status, since, reason, message}: NodeProblem, now: number): SheetRow => ({
	label: type,
	value: [{text: `${status}${forWords(since, now)}`, tone: 'medium'}, {text: [reason, message].filter(text => text !== undefined && text !== '').map(text => `: ${text}`).join(''), tone: 'dim'}],
});

/**
Whether a node is well, and since when not.
*/
export const conditionSection = (node: ClusterNode, now: number): Section => ({
	title: 'Condition',
	rows: [
		factRow('Ready', node.ready, ({status, since, reason}) => [
			{text: `${status === 'True' ? 'yes' : (status === 'False' ? 'no' : 'the node gives no word')}${forWords(since, now)}`, tone: status === 'True' ? 'good' : 'high'},
			{text: status === 'True' || reason === undefined ? '' : `: ${reason}`, tone: 'dim'},
		], words('not reported', 'unknown')),
		cordonRow(node, now),
		...(isUnknown(node.problems) ? [{label: 'Other conditions', value: unknownLine(node.problems)}] : node.problems.map(problem => problemRow(problem, now))),
		listRow('Addresses', node.internalAddresses, words('none', 'dim')),
		listRow('Public addresses', node.externalAddresses, words('none', 'good')),
	],
});

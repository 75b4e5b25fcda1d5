import type {ClusterNode} from '../../source/model/cluster-node.js';
import {isUnknown, valueOf} from '../../source/model/known.js';
import {patchStates} from '../../source/posture/patching/patch-state.js';
import {patchingOfNode} from '../patching/patching-of-node.js';
import {dayMeasure, lagColumn, releasesColumn} from '../patching/lag-columns.js';
import {stateWords} from '../patching/state-words.js';
import {relativeAge} from '../parts/text/relative-age.js';
import {sinceWords} from '../parts/text/since-words.js';
import type {Cell, CellContext, Column} from './column.js';
import {
	factCell,
	notReportedCell,
	textCell,
	unknownCell,
} from './fact-cell.js';
import {versionWeight} from './measures.js';
import {resourceGroupColumn, regionColumn, subscriptionColumn} from './place-columns.js';
import {failuresColumn} from './posture-columns.js';

/**
Ready, or why not and for how long: not ready, cordoned, another condition that is not as it should be.
*/
const condition = ({ready, isCordoned, cordonedSince, problems}: ClusterNode, now: number): Cell => {
	if (isUnknown(ready)) {
		return unknownCell;
	}

	if (ready === undefined) {
		return notReportedCell;
	}

	if (ready.status !== 'True') {
		return {text: `${ready.status === 'False' ? 'not ready' : 'no word'}${sinceWords(ready.since, now)}`, tone: 'high'};
	}

	if (valueOf(isCordoned) === true) {
		return {text: `cordoned${sinceWords(valueOf(cordonedSince), now)}`, tone: 'medium'};
	}

	const [problem] = valueOf(problems) ?? [];
	return problem ? {text: problem.type, tone: 'medium'} : {text: 'ready', tone: isUnknown(isCordoned) ? 'unknown' : 'good'};
};

const state = (node: ClusterNode, {snapshot, now}: CellContext): Cell => {
	const patching = patchingOfNode(node, snapshot, now);
	const {word, tone} = stateWords[patching.state];
	return isUnknown(patching.restart) || patching.restart.state !== 'in-progress' ? {text: word, tone} : {text: 'restarts', tone: 'accent'};
};

const image = (node: ClusterNode, {snapshot, now}: CellContext): Cell => {
	const {image: {state: standing, age}} = patchingOfNode(node, snapshot, now);
	if (isUnknown(node.nodeImageVersion)) {
		return unknownCell;
	}

	if (node.nodeImageVersion === undefined) {
		return notReportedCell;
	}

	const text = age === undefined ? 'no date' : `${Math.max(0, age)} d old`;
	switch (standing) {
		case 'newest': {
			return {text: 'newest', tone: 'good'};
		}

		case 'recent': {
			return {text};
		}

		case 'behind': {
			return {text, tone: 'high'};
		}

		case 'unknown': {
			return {text: `${text} ?`, tone: 'unknown'};
		}
	}
};

const patchedAt = (node: ClusterNode, {snapshot, now}: CellContext): number | undefined => {
	const time = Date.parse(patchingOfNode(node, snapshot, now).patchedAt ?? '');
	return Number.isNaN(time) ? undefined : time;
};

const imageOf = (node: ClusterNode, {snapshot, now}: CellContext) => patchingOfNode(node, snapshot, now).image;

const version = ({kubeletVersion}: ClusterNode): number | undefined => versionWeight(valueOf(kubeletVersion) ?? '');

/**
What an operator sees of a node: how patched it is, by what, whether it is well.
*/
export const nodeColumns: ReadonlyArray<Column<ClusterNode>> = [
	{
		id: 'node', aliases: ['name'], title: 'NODE', minWidth: 30, width: 36, grows: true, priority: 0, cell: node => ({text: node.name}),
	},
	{
		id: 'state',
		aliases: ['patch', 'reboot'],
		title: 'STATE',
		minWidth: 8,
		width: 8,
		priority: 1,
		cell: state,
		sortBy: (node, {snapshot, now}) => patchStates.indexOf(patchingOfNode(node, snapshot, now).state),
		filterBy(node, {snapshot, now}) {
			const patching = patchingOfNode(node, snapshot, now);
			return `${stateWords[patching.state].long} ${isUnknown(patching.restart) ? '' : patching.restart.state} ${patching.because}`;
		},
	},
	{
		id: 'ready', aliases: ['condition', 'cordoned'], title: 'READY', minWidth: 13, width: 16, priority: 2, cell: (node, {now}) => condition(node, now),
	},
	{
		id: 'image',
		title: 'IMAGE',
		minWidth: 12,
		width: 12,
		priority: 3,
		cell: image,
		sortBy: (node, {snapshot, now}) => patchingOfNode(node, snapshot, now).image.age,
		filterBy: (node, context) => `${image(node, context).text} ${valueOf(node.nodeImageVersion) ?? ''}`,
		measure: {of: (node, {snapshot, now}) => patchingOfNode(node, snapshot, now).image.age, ...dayMeasure},
	},
	{
		...lagColumn(imageOf), id: 'behind', aliases: ['lag'], title: 'BEHIND', minWidth: 7, width: 7, priority: 7,
	},
	{...releasesColumn(imageOf), priority: 9},
	{
		id: 'cluster', title: 'CLUSTER', minWidth: 12, width: 18, priority: 4, cell: node => ({text: node.clusterName}),
	},
	{
		id: 'pool', title: 'POOL', minWidth: 8, width: 12, priority: 5, cell: node => factCell(node.poolName, text => ({text}), {text: 'none', tone: 'dim'}),
	},
	{
		id: 'version',
		aliases: ['kubelet', 'kubernetes'],
		title: 'KUBELET',
		minWidth: 8,
		width: 9,
		priority: 6,
		cell(node, {snapshot, now}) {
			const {kubelet} = patchingOfNode(node, snapshot, now);
			const tone = kubelet.state === 'over' ? 'high' : (kubelet.state === 'unknown' ? 'unknown' : 'plain');
			return factCell(node.kubeletVersion, text => ({text: kubelet.state === 'over' ? `${text} !` : text, tone}));
		},
		sortBy: version,
		measure: {of: version, parse: versionWeight, example: '1.33'},
	},
	{
		id: 'patched',
		title: 'PATCHED',
		align: 'right',
		minWidth: 7,
		width: 8,
		priority: 8,
		cell(node, context) {
			const time = patchedAt(node, context);
			return time === undefined ? unknownCell : {text: relativeAge(context.now - time)};
		},
		sortBy(node, context) {
			const time = patchedAt(node, context);
			return time === undefined ? undefined : context.now - time;
		},
		measure: {
			of(node, context) {
				const time = patchedAt(node, context);
				return time === undefined ? undefined : (context.now - time) / 86_400_000;
			},
			...dayMeasure,
		},
	},
	{
		id: 'os',
		title: 'OS',
		minWidth: 12,
		width: 22,
		priority: 9,
		cell: node => textCell(node.osImage),
		filterBy: node => `${valueOf(node.osImage) ?? ''} ${valueOf(node.osSku) ?? ''} ${valueOf(node.operatingSystem) ?? ''}`,
	},
	{
		id: 'kernel', title: 'KERNEL', minWidth: 14, width: 22, priority: 10, cell: node => textCell(node.kernelVersion),
	},
	{
		id: 'runtime', title: 'RUNTIME', minWidth: 14, width: 22, priority: 11, cell: node => textCell(node.containerRuntime),
	},
	{
		id: 'address', aliases: ['ip'], title: 'ADDRESS', minWidth: 12, width: 16, priority: 12, cell(node) {
			const [external] = valueOf(node.externalAddresses) ?? [];
			return external === undefined
				? factCell<readonly string[]>(node.internalAddresses, ([text]) => (text === undefined ? {text: '-', tone: 'dim'} : {text}))
				: {text: external, tone: 'high'};
		},
	},
	{
		id: 'risk',
		title: 'RISK',
		align: 'right',
		minWidth: 5,
		width: 5,
		priority: 13,
		cell: (node, {snapshot, now}) => ({text: String(Math.round(patchingOfNode(node, snapshot, now).risk))}),
		sortBy: (node, {snapshot, now}) => patchingOfNode(node, snapshot, now).risk,
	},
	// Behind all that says how a node is: its checks judge restarts only, and `ok` beside `behind` would mislead.
	{...failuresColumn, priority: 14},
	{...regionColumn, priority: 15},
	{...subscriptionColumn, priority: 16},
	{...resourceGroupColumn, priority: 17},
];

/**
Riskiest first.
*/
export const nodeSort = {column: 'risk', isDescending: true} as const;

import type {ClusterNode, LivePatch} from '../../../source/model/cluster-node.js';
import type {Cluster} from '../../../source/model/cluster.js';
import type {NodePool} from '../../../source/model/node-pool.js';
import {kuredOf} from '../../../source/posture/patching/cluster-patching.js';
import {maintenanceWindow} from '../../../source/posture/patching/maintenance-window.js';
import type {NodePatching} from '../../../source/posture/patching/node-patching.js';
import {channelDidLine} from '../../patching/channel-did-line.js';
import {imageRows} from '../../patching/image-lines.js';
import {kubeletLine} from '../../patching/kubelet-line.js';
import {kuredLine} from '../../patching/kured-line.js';
import {patchingOfNode} from '../../patching/patching-of-node.js';
import {restartLine} from '../../patching/restart-words.js';
import {stateWords} from '../../patching/state-words.js';
import {windowLine} from '../../patching/window-words.js';
import type {Line} from '../../theme.js';
import {factRow, textRow, words} from '../../parts/sheet/fact-row.js';
import {drawSheet, type Section} from '../../parts/sheet/sheet.js';
import {timeWords} from '../../parts/sheet/time-words.js';
import {findResource} from '../../resources.js';
import {nodeOsChannelLine} from '../patching/channel-words.js';
import {placeRows} from '../rows/resource-section.js';
import type {Tab, TabContext} from '../tab.js';
import {conditionSection} from './condition-section.js';

const notReported = words('not reported', 'unknown');

const stateSection = ({resource: node, snapshot, now}: TabContext<ClusterNode>, patching: NodePatching): Section => ({
	title: 'Patch state',
	rows: [
		{label: 'State', value: [{text: stateWords[patching.state].long, tone: stateWords[patching.state].tone, bold: true}, {text: `: ${patching.because}`}]},
		{label: 'Restart', value: restartLine(patching.restart, now)},
		...(patching.isWindows ? [] : [{label: 'Kured', value: kuredLine(kuredOf(snapshot.insides.get(node.clusterKey)), now)}]),
	],
});

const packagesLine = ({applied, wanted}: LivePatch): Line => {
	if (applied === undefined) {
		return words('none put on it while it ran', 'dim');
	}

	const missing = wanted === undefined || wanted === applied ? [] : words(`, AKS wants those of ${wanted.slice(0, 10)}`, 'medium');
	return [...words(`of ${applied.slice(0, 10)}`), ...missing];
};

const imageSection = (node: ClusterNode, patching: NodePatching, now: number): Section => ({
	title: 'System',
	rows: [
		textRow('Operating system', node.osImage, notReported),
		textRow('OS SKU', node.osSku, notReported),
		...imageRows(node.nodeImageVersion, patching.image),
		factRow('Packages', node.livePatch, packagesLine, words('none put on it while it ran', 'dim')),
		textRow('Kernel', node.kernelVersion, notReported),
		textRow('Runtime', node.containerRuntime, notReported),
		{label: 'Kubelet', value: kubeletLine(patching.kubelet, now)},
		factRow('Made', node.created, created => (Number.isNaN(Date.parse(created)) ? words(created) : timeWords(Date.parse(created), now)), notReported),
	],
});

const wayRows = ({resource: node, snapshot, now}: TabContext<ClusterNode>, patching: NodePatching): Section['rows'] => {
	const pool = node.poolKey === undefined ? undefined : findResource(snapshot, 'nodePool', node.poolKey) as NodePool | undefined;
	if (!pool) {
		return [{label: 'Channel', value: words('none reaches it: it belongs to no pool that is known', 'unknown')}];
	}

	const cluster = findResource(snapshot, 'cluster', node.clusterKey) as Cluster | undefined;
	const channel = cluster?.nodeOsUpgradeChannel ?? pool.nodeOsUpgradeChannel;
	return [
		{label: 'Channel', value: nodeOsChannelLine(channel, patching.isWindows ? 'Windows' : 'Linux')},
		{label: 'Window', value: windowLine(maintenanceWindow(snapshot.clusterRecords.get(node.clusterKey)), now)},
		{label: 'What it last did', value: channelDidLine({...patching, channel, now})},
	];
};

/**
A node at a glance: how patched it is and why, what it runs, how patches arrive, whether it is well, where it stands.
*/
export const overview: Tab<ClusterNode> = {
	id: 'overview',
	title: 'Overview',
	type: 'lines',
	lines(context) {
		const {resource: node, snapshot, now, width, theme} = context;
		const patching = patchingOfNode(node, snapshot, now);
		return drawSheet([
			stateSection(context, patching),
			imageSection(node, patching, now),
			{title: 'How patches arrive', rows: wayRows(context, patching)},
			conditionSection(node, now),
			{
				title: 'Node',
				rows: [
					{label: 'Cluster', value: words(node.clusterName)},
					factRow('Pool', node.poolName, name => words(name), words('none: a virtual node, or one that AKS does not manage', 'unknown')),
					...placeRows(node, snapshot),
				],
			},
		], width, theme);
	},
};

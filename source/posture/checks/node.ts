import type {ClusterNode} from '../../model/cluster-node.js';
import {isUnknown, valueOf} from '../../model/known.js';
import type {Check, JudgeContext, Outcome} from '../check.js';
import {kubectl} from '../kubectl.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
} from '../outcome.js';
import {shellQuote} from '../shell-quote.js';

const day = 86_400_000;

/**
A restart may wait a day; after a week something is wrong with what should bring it.
*/
const limits = {medium: day, high: 7 * day} as const;

const systemPath = 'status.nodeInfo.operatingSystem';
const channelPath = 'properties.autoUpgradeProfile.nodeOSUpgradeChannel';

/**
Nothing on the node tells of restarts: only the channel Unmanaged needs them, and Windows nodes are replaced.
*/
const judgeSilent = ({operatingSystem, nodeOsUpgradeChannel, clusterKey}: ClusterNode): Outcome => {
	if (operatingSystem === 'windows') {
		return notApplicable(seen(systemPath, operatingSystem));
	}

	const channel = valueOf(nodeOsUpgradeChannel);
	return channel !== undefined && channel !== 'Unmanaged' ? notApplicable({...seen(channelPath, channel), resource: clusterKey}) : unknownBecause('nothing on this node tells of restarts: Kured marks nodes only with --annotate-nodes, and the file that the system leaves is not in the Kubernetes API');
};

const judge = (node: ClusterNode, {now}: JudgeContext): Outcome => {
	const {reboot} = node;
	if (isUnknown(reboot)) {
		return unknownBecause(reboot.reason);
	}

	const {state, since, path = 'metadata.annotations'} = reboot;
	if (state === 'not-reported') {
		return judgeSilent(node);
	}

	if (state === 'none') {
		return pass(seen(path, 'no restart waits'));
	}

	const time = since === undefined ? NaN : Date.parse(since);
	const evidence = [seen(path, since ?? state)];
	if (Number.isNaN(time)) {
		return fail(evidence, {detail: 'Since when is not reported.'});
	}

	const waited = now - time;
	const days = Math.floor(waited / day);
	if (waited < limits.medium) {
		return pass(...evidence);
	}

	const what = state === 'in-progress' ? 'The restart has been under way for' : 'It has waited for';
	return fail(evidence, {...(waited > limits.high && {severity: 'high'}), detail: `${what} ${days} d.`});
};

/**
What is judged of a Node, as its cluster's own API tells of it.
*/
export const nodeChecks: ReadonlyArray<Check<'node'>> = [
	{
		id: 'node-reboot-pending',
		kind: 'node',
		title: 'Node waits for a restart',
		severity: 'medium',
		why: 'Until it restarts, the node runs the old kernel: the patch is on its disk and protects nothing.',
		decidedBy: 'annotation kured.dev/kured-reboot-in-progress (older: weave.works/), which Kured sets as soon as a restart is needed; conditions VMEventScheduled, RebootScheduled, RedeployScheduled (core/v1 Node)',
		references: {mcsb: ['PV-7']},
		fix: node => ({
			command: kubectl('drain', node, `${shellQuote(node.name)} --ignore-daemonsets`),
			effect: 'Moves the pods of the node elsewhere, so that it can be restarted; pods without a controller stop it. Restart the instance, then uncordon it. The channel NodeImage makes this needless.',
		}),
		judge,
	},
];

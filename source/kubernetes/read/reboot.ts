import type {Branch} from '../../azure/read/branch.js';
import type {Reboot} from '../../model/cluster-node.js';
import {isUnknown, type Fact} from '../../model/known.js';
import type {Condition} from './conditions.js';

/**
Older and newer releases of Kured.
*/
const prefixes = ['kured.dev/', 'weave.works/'] as const;

/**
Azure's events that restart the virtual machine; `VMEventScheduled` stands for any, and its message names it.
*/
const restarts = new Set(['RebootScheduled', 'RedeployScheduled']);

const isOtherEvent = ({reason, message}: Condition): boolean => {
	const words = `${reason ?? ''} ${message ?? ''}`;
	return /freeze|preempt|terminate/iv.test(words) && !/reboot|redeploy/iv.test(words);
};

const isScheduledRestart = (condition: Condition): boolean =>
	condition.status === 'True' && (restarts.has(condition.type) || (condition.type === 'VMEventScheduled' && !isOtherEvent(condition)));

const marked = (annotations: Branch, name: string): {readonly path: string; readonly since: Fact<string | undefined>} | undefined => {
	const key = prefixes.map(prefix => `${prefix}${name}`).find(candidate => annotations.raw(candidate) !== undefined);
	return key === undefined ? undefined : {path: `metadata.annotations["${key}"]`, since: annotations.text(key, 64)};
};

export type RebootInput = {
	readonly annotations: Branch;
	readonly conditions: Fact<readonly Condition[] | undefined>;
	/**
	Whether the node is cordoned, or not ready.
	*/
	readonly isAside: boolean;
};

/**
Whether a node waits for a restart. Kured marks a node as `reboot-in-progress` as soon as the restart is needed, before it has its
lock: only a node that is cordoned or down is being restarted. After the restart that mark goes and `most-recent-reboot-needed` stays.
Kured marks only within its window, and only with `--annotate-nodes`.
Sources: kubereboot/kured cmd/kured/main.go; AKS, node problem detector.
*/
export const readReboot = ({annotations, conditions, isAside}: RebootInput): Fact<Reboot> => {
	const progress = marked(annotations, 'kured-reboot-in-progress');
	if (progress) {
		const {path, since} = progress;
		return isUnknown(since) ? since : {state: isAside ? 'in-progress' : 'needed', since, path};
	}

	const scheduled = isUnknown(conditions) ? undefined : conditions?.find(condition => isScheduledRestart(condition));
	if (scheduled) {
		return {state: 'needed', since: scheduled.since, path: `status.conditions[${scheduled.type}]`};
	}

	const presence = annotations.presence();
	if (isUnknown(presence)) {
		return presence;
	}

	if (isUnknown(conditions)) {
		return conditions;
	}

	const done = marked(annotations, 'kured-most-recent-reboot-needed');
	return done ? {state: 'none', since: undefined, path: done.path} : {state: 'not-reported', since: undefined, path: undefined};
};

import type {ContainerGroup} from '../../../model/container-group.js';
import type {ContainerState} from '../../../model/group-state.js';
import {
	isUnknown,
	valueOf,
	type Fact,
} from '../../../model/known.js';
import type {IdentityAccess} from '../../access/summaries.js';
import type {
	Check,
	Evidence,
	JudgeContext,
	Outcome,
} from '../../check.js';
import {
	fail,
	notApplicable,
	pass,
	seen,
	unknownBecause,
	unknownFact,
} from '../../outcome.js';
import {needed} from '../../commands.js';
import {shellQuote} from '../../shell-quote.js';
import {heldEvidence} from '../held-evidence.js';
import {groupCommand, recreateCommand, recreateEffect} from './group-command.js';

const typePath = 'identity.type';
const workspacePath = 'properties.diagnostics.logAnalytics.workspaceId';
const policyPath = 'properties.restartPolicy';
const restartsPath = 'properties.containers[].properties.instanceView.restartCount';

/**
More than a deployment or two of Azure's own moves make.
*/
const mostRestarts = 5;

/**
The object ids that containers of a group can get tokens for, or why one is not known.
*/
const principalsOf = ({identityType, principalId, identities}: ContainerGroup): Fact<readonly string[]> | Outcome => {
	if (isUnknown(identityType)) {
		return unknownBecause(identityType.reason);
	}

	if (identityType === undefined || identityType === 'None') {
		return notApplicable(seen(typePath, identityType));
	}

	if (isUnknown(identities)) {
		return unknownBecause(identities.reason);
	}

	const own = identityType.includes('SystemAssigned') ? [principalId] : [];
	const ids = [...own, ...identities.map(identity => identity.principalId)];
	const unread = ids.find(id => isUnknown(id));
	if (isUnknown(unread)) {
		return unknownBecause(unread.reason);
	}

	const known = ids.filter(id => typeof id === 'string' && id !== '') as readonly string[];
	return known.length === ids.length && ids.length > 0
		? known.map(id => id.toLowerCase())
		: unknownBecause('Azure gives no object id of one of its identities: it may be gone');
};

const isOutcome = (found: Fact<readonly string[]> | Outcome): found is Outcome => 'status' in found;

const judgeIdentity = (group: ContainerGroup, context: JudgeContext): Outcome => {
	const ids = principalsOf(group);
	if (isOutcome(ids)) {
		return ids;
	}

	const accesses: IdentityAccess[] = [];
	for (const id of ids as readonly string[]) {
		const access = context.identityAccess?.get(id);
		if (access === undefined) {
			return unknownBecause('role assignments have not been read');
		}

		accesses.push(access);
	}

	const wide = accesses.filter(access => access.wide.total > 0);
	if (wide.length > 0) {
		return fail(wide.flatMap(access => heldEvidence(access.wide)));
	}

	const inGroup = accesses.filter(access => access.inGroup.total > 0);
	if (inGroup.length > 0) {
		return fail(inGroup.flatMap(access => heldEvidence(access.inGroup)), {severity: 'medium', detail: 'Over a resource group, not more.'});
	}

	const gaps = accesses.flatMap(access => access.gaps);
	return gaps.length === 0 ? pass(seen('roles that change everything in a subscription or resource group', 'none')) : unknownBecause([...new Set(gaps)].join('; '));
};

/**
Ended, and not because of a failure.
*/
const isDone = ({current}: ContainerState): boolean => {
	const moment = valueOf(current);
	return moment !== undefined && valueOf(moment.state) === 'Terminated' && valueOf(moment.exitCode) === 0;
};

const exitOf = ({current, previous}: ContainerState): number | undefined => valueOf(valueOf(current)?.exitCode) ?? valueOf(valueOf(previous)?.exitCode);

const proof = ({name, restarts, ...state}: ContainerState): readonly Evidence[] => {
	const exit = exitOf({name, restarts, ...state});
	return [seen(restartsPath, `${name}: ${typeof restarts === 'number' ? restarts : 'not told'}${exit === undefined ? '' : `, last exit code ${exit}`}`)];
};

const judgeRestarts = ({key, restartPolicy}: ContainerGroup, context: JudgeContext): Outcome => {
	if (restartPolicy === 'Never') {
		return notApplicable(seen(policyPath, restartPolicy));
	}

	const state = context.groupStates?.get(key);
	if (state === undefined) {
		return unknownFact({unknown: 'not-asked', reason: 'only the answer for this one group tells of restarts: open it'});
	}

	if (isUnknown(state)) {
		return unknownFact(state);
	}

	if (isUnknown(state.containers)) {
		return unknownBecause(state.containers.reason);
	}

	const containers = state.containers.filter(({isInit}) => !isInit);
	if (restartPolicy === 'OnFailure' && containers.length > 0 && containers.every(container => isDone(container))) {
		return notApplicable(seen(policyPath, 'OnFailure, and all have ended well'));
	}

	const isAlways = restartPolicy === undefined || restartPolicy === 'Always';
	const failing = containers.filter(container => (valueOf(container.restarts) ?? 0) > mostRestarts || (isAlways && (exitOf(container) ?? 0) !== 0));
	if (failing.length > 0) {
		return fail([seen(policyPath, valueOf(restartPolicy)), ...failing.flatMap(container => proof(container))]);
	}

	const unread = containers.find(({restarts}) => restarts === undefined || isUnknown(restarts));
	if (unread !== undefined || containers.length === 0) {
		return unknownBecause(isUnknown(unread?.restarts) ? unread.restarts.reason : `\`${restartsPath}\` is not in the answer`);
	}

	return isUnknown(restartPolicy) ? unknownBecause(restartPolicy.reason) : pass(...containers.flatMap(container => proof(container)));
};

const judgeLogs = ({logWorkspace, logType}: ContainerGroup): Outcome => {
	if (isUnknown(logWorkspace)) {
		return unknownBecause(logWorkspace.reason);
	}

	return logWorkspace === undefined || logWorkspace === '' ? fail([seen(workspacePath, undefined)]) : pass(seen(workspacePath, logWorkspace), seen('properties.diagnostics.logAnalytics.logType', valueOf(logType)));
};

/**
What a container group may do, how it runs, and who can tell afterwards.
*/
export const runTimeChecks: ReadonlyArray<Check<'containerGroup'>> = [
	{
		id: 'aci-identity-overprivileged',
		kind: 'containerGroup',
		title: 'An identity of the group may change a whole subscription',
		severity: 'high',
		why: 'Every process in a container gets tokens of its identities from the metadata endpoint: taking the container over is enough.',
		decidedBy: 'identity.type, principalId and userAssignedIdentities (Resource Graph), and the role assignments of those identities at resource groups and above',
		references: {mcsb: ['PA-7']},
		fix(group) {
			const ids = principalsOf(group);
			const [id] = isOutcome(ids) || isUnknown(ids) ? [] : ids;
			return {
				command: `${groupCommand('show', group, '--query identity')} && az role assignment list --subscription ${shellQuote(group.subscriptionId)} --all --include-inherited --output table --assignee ${id === undefined ? needed('IDENTITY', 'object id of that identity') : shellQuote(id)}`,
				effect: 'Lists what the identity holds and changes nothing: give a role on the one resource that it needs, then delete the wide one.',
			};
		},
		judge: judgeIdentity,
	},
	{
		id: 'aci-restart-policy-loop',
		kind: 'containerGroup',
		title: 'A container restarts again and again',
		severity: 'low',
		why: 'What fails and is always restarted costs money for ever, and may be somebody who tries to break in.',
		decidedBy: `${restartsPath} and exit codes (the answer for one group), and ${policyPath}`,
		references: {},
		fix: group => ({command: recreateCommand({...group, restartPolicy: undefined}, '--restart-policy OnFailure'), effect: `${recreateEffect} Look at its logs first: why it ends is not mended by that.`}),
		judge: judgeRestarts,
	},
	{
		id: 'aci-diagnostics-missing',
		kind: 'containerGroup',
		title: 'Nobody keeps the logs of the containers',
		severity: 'low',
		why: 'Logs vanish with the group, and with them what an investigation needs.',
		decidedBy: `${workspacePath} and logType (Resource Graph)`,
		references: {mcsb: ['LT-3'], azurePolicy: ['21c469fa-a887-4363-88a9-60bfd6911a15', '41ebf9df-66cb-48e9-a8d0-98afb4e150ce']},
		fix: group => ({command: recreateCommand(group, `--log-analytics-workspace ${needed('WORKSPACE', 'id of the workspace')}`), effect: `${recreateEffect} What the workspace takes in costs money.`}),
		judge: judgeLogs,
	},
];

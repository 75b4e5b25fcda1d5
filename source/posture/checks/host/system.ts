import {arcAgents} from '../../../data/arc-agents.js';
import type {Host} from '../../../model/host.js';
import {isUnknown, valueOf} from '../../../model/known.js';
import {daysLeft} from '../../calendar.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {needed} from '../../commands.js';
import {hostPaths} from '../../hosts/requirements.js';
import {endOfSupport, windowsOf} from '../../hosts/windows-release.js';
import {
	fail,
	firstUnknown,
	notApplicable,
	notReported,
	pass,
	seen,
	unfamiliar,
	unknownBecause,
} from '../../outcome.js';
import {machinePlace, onHostCommand} from './commands.js';

const day = 86_400_000;

/**
Days before the end of support from which on it is told.
*/
const ahead = 180;

const judgeSystem = (host: Host, {now}: JudgeContext): Outcome => {
	const system = windowsOf(host);
	if (isUnknown(system)) {
		return unknownBecause(system.reason);
	}

	if (system === undefined) {
		return notApplicable(seen('properties.osType', valueOf(host.osType)));
	}

	const evidence = [seen(hostPaths.sku, valueOf(host.osSku)), seen(hostPaths.version, valueOf(host.osVersion))];
	const end = endOfSupport(system);
	if (end === undefined) {
		return unfamiliar(hostPaths.version, valueOf(host.osVersion));
	}

	const left = daysLeft(end, now);
	if (left < 0) {
		return fail([...evidence, seen('end of support', end)]);
	}

	return left < ahead
		? fail([...evidence, seen('end of support', end)], {severity: 'medium', detail: `Support ends in ${left} days.`})
		: pass(...evidence, seen('end of support', end));
};

const statusPath = 'properties.status';
const changedPath = 'properties.lastStatusChange';
const agentPath = 'properties.agentVersion';

/**
Whether an agent was released more than a year ago; absent where that cannot be told.
Source: release notes of the Connected Machine agent: only versions of the last year are supported.
*/
const isAgentOld = (version: string, now: number): boolean | undefined => {
	const {major, minor} = /^(?<major>\d+)\.(?<minor>\d+)(?:\.|$)/v.exec(version)?.groups ?? {};
	const known = arcAgents.keys().toArray();
	const number = Number(minor);
	if (major !== '1' || Number.isNaN(number)) {
		return undefined;
	}

	// Released before, or after, all whose month is known.
	const month = arcAgents.get(Math.max(number, known[0]!)) ?? arcAgents.get(known.at(-1)!)!;
	const months = ((new Date(now).getUTCFullYear() - Number(month.slice(0, 4))) * 12) + new Date(now).getUTCMonth() + 1 - Number(month.slice(5));
	if (number < known[0]!) {
		return months > 12 ? true : undefined;
	}

	if (number > known.at(-1)!) {
		return months <= 12 ? false : undefined;
	}

	return months > 12;
};

const judgeAgent = ({agentVersion}: Host, now: number): Outcome => {
	if (isUnknown(agentVersion)) {
		return unknownBecause(agentVersion.reason);
	}

	if (agentVersion === undefined) {
		return notReported(agentPath);
	}

	const isOld = isAgentOld(agentVersion, now);
	const evidence = [seen(statusPath, 'Connected'), seen(agentPath, agentVersion)];
	if (isOld === undefined) {
		return unknownBecause(`when \`${agentPath}\` ${agentVersion} was released is not known to this version of crowsnest`);
	}

	return isOld ? fail(evidence, {severity: 'low', detail: 'Connected, by an agent older than a year, which is not supported any more.'}) : pass(...evidence);
};

const judgeConnection = (host: Host, {now}: JudgeContext): Outcome => {
	const {status, statusChanged} = host;
	if (isUnknown(status)) {
		return unknownBecause(status.reason);
	}

	switch (status) {
		case undefined: {
			return notReported(statusPath);
		}

		case 'Connected': {
			return judgeAgent(host, now);
		}

		case 'Error':
		case 'Expired': {
			return fail([seen(statusPath, status)]);
		}

		case 'Disconnected': {
			const since = typeof statusChanged === 'string' ? Date.parse(statusChanged) : NaN;
			if (Number.isNaN(since)) {
				return fail([seen(statusPath, status)], {detail: 'Since when is not told.'});
			}

			const evidence = [seen(statusPath, status), seen(changedPath, valueOf(statusChanged))];
			return now - since > day ? fail(evidence) : pass(...evidence);
		}

		default: {
			return unfamiliar(statusPath, status);
		}
	}
};

const patchPath = 'patches';

/**
Update Manager assesses daily; older than a week is not an answer.
*/
const freshFor = 7 * day;

const judgeUpdates = (host: Host, {now}: JudgeContext): Outcome => {
	const {osType, patches} = host;
	if (osType === 'linux') {
		return notApplicable(seen('properties.osType', osType));
	}

	if (isUnknown(patches)) {
		return unknownBecause(patches.reason);
	}

	if (patches === undefined) {
		return unknownBecause('Update Manager has never assessed this machine, or its table in Resource Graph may not be read');
	}

	const {critical, security, rebootPending, assessed} = patches;
	if (isUnknown(critical) || isUnknown(security) || isUnknown(rebootPending) || isUnknown(assessed)) {
		return unknownBecause(firstUnknown(critical, security, rebootPending, assessed)!.reason);
	}

	const at = Date.parse(assessed ?? '');
	const counts = [seen(`${patchPath}.availablePatchCountByClassification.critical`, critical), seen(`${patchPath}.availablePatchCountByClassification.security`, security)];
	if ((critical ?? 0) + (security ?? 0) > 0) {
		return fail(counts);
	}

	if (rebootPending === true) {
		return fail([seen(`${patchPath}.rebootPending`, true)], {severity: 'medium'});
	}

	if (critical === undefined || security === undefined || Number.isNaN(at)) {
		return notReported(`${patchPath}.availablePatchCountByClassification, lastModifiedDateTime`);
	}

	const evidence = seen(`${patchPath}.lastModifiedDateTime`, assessed);
	return now - at > freshFor ? fail([evidence], {severity: 'low', detail: 'What was found is older than a week: whether updates are missing now is not known.'}) : pass(...counts, evidence);
};

export const systemChecks: ReadonlyArray<Check<'host'>> = [
	{
		id: 'host-windows-os-unsupported',
		kind: 'host',
		title: 'Windows container host OS is out of support or not allowed',
		severity: 'high',
		why: 'Process-isolated containers share the kernel of their host; without support it gets no fixes any more.',
		decidedBy: '`properties.osSku`, `properties.osVersion` (Microsoft.HybridCompute/machines) against the dates of Microsoft Lifecycle in source/data/windows-releases.ts',
		references: {},
		fix: host => ({
			command: onHostCommand(host, 'upgrade', needed('SCRIPT', 'setup.exe /auto upgrade /quiet, with the path of the media of a supported release')),
			effect: 'An upgrade in place restarts the machine several times; containers on it stop, and images of the old release need Hyper-V isolation or a rebuild.',
		}),
		judge: judgeSystem,
	},
	{
		id: 'host-arc-disconnected',
		kind: 'host',
		title: 'Arc agent is disconnected or old',
		severity: 'medium',
		why: 'Nothing that Azure says of the machine can be believed while its agent is silent.',
		decidedBy: '`properties.status`, `properties.lastStatusChange`, `properties.agentVersion` (Microsoft.HybridCompute/machines)',
		references: {},
		fix: host => ({
			command: `az connectedmachine show ${machinePlace(host)} --query '{status:status,since:lastStatusChange,agent:agentVersion,errors:errorDetails}'`,
			effect: 'Changes nothing. On the machine itself, azcmagent check tells why the agent cannot connect, and azcmagent upgrade brings it up to date; nothing but the agent is restarted.',
		}),
		judge: judgeConnection,
	},
	{
		id: 'host-updates-pending',
		kind: 'host',
		title: 'Critical or security updates are pending',
		severity: 'high',
		why: 'Process-isolated containers share the kernel of their host, with all its holes.',
		decidedBy: '`availablePatchCountByClassification`, `rebootPending`, `lastModifiedDateTime` of the machine\'s patchAssessmentResults (Resource Graph, patchassessmentresources)',
		references: {mcsb: ['PV-6']},
		fix: host => ({
			command: `az connectedmachine install-patches ${machinePlace(host)} --maximum-duration PT4H --reboot-setting IfRequired --windows-parameters '{"classificationsToInclude":["Critical","Security"]}'`,
			effect: 'Installs critical and security updates now and restarts the machine where one asks for it; containers on it stop meanwhile.',
		}),
		judge: judgeUpdates,
	},
];

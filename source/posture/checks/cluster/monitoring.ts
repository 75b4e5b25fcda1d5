import type {Cluster} from '../../../model/cluster.js';
import {valueOf} from '../../../model/known.js';
import type {Check, Outcome} from '../../check.js';
import {aksCommand, needed} from '../../commands.js';
import {
	fail,
	firstUnknown,
	pass,
	seen,
	unknownBecause,
} from '../../outcome.js';

const addonPath = 'properties.addonProfiles.omsagent.enabled';
const addonWorkspacePath = 'properties.addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID';
const monitorPath = 'properties.azureMonitorProfile.containerInsights.enabled';
const monitorWorkspacePath = 'properties.azureMonitorProfile.containerInsights.logAnalyticsWorkspaceResourceId';
const metricsPath = 'properties.azureMonitorProfile.metrics.enabled';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const judgeInsights = (cluster: Cluster): Outcome => {
	const {containerInsights, containerInsightsWorkspace, monitorContainerInsights, monitorContainerInsightsWorkspace, prometheusMetrics} = cluster;
	if (containerInsights === true && isText(containerInsightsWorkspace)) {
		return pass(seen(addonPath, true), seen(addonWorkspacePath, containerInsightsWorkspace));
	}

	if (monitorContainerInsights === true && isText(monitorContainerInsightsWorkspace)) {
		return pass(seen(monitorPath, true), seen(monitorWorkspacePath, monitorContainerInsightsWorkspace));
	}

	const fault = firstUnknown(containerInsights, monitorContainerInsights)
		?? (containerInsights === true ? firstUnknown(containerInsightsWorkspace) : undefined)
		?? (monitorContainerInsights === true ? firstUnknown(monitorContainerInsightsWorkspace) : undefined);
	if (fault !== undefined) {
		return unknownBecause(fault.reason);
	}

	if (containerInsights === true || monitorContainerInsights === true) {
		const [path, workspacePath] = containerInsights === true ? [addonPath, addonWorkspacePath] : [monitorPath, monitorWorkspacePath];
		return fail([seen(path, true), seen(workspacePath, undefined)], {detail: 'Collection is on, but nothing says where to.'});
	}

	const off = seen(addonPath, valueOf(containerInsights));
	return prometheusMetrics === true
		? fail([off, seen(metricsPath, true)], {detail: 'Metrics are collected, logs of containers are not.'})
		: fail([off]);
};

export const monitoringChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-container-insights-off',
		kind: 'cluster',
		title: 'Logs of containers are not collected',
		severity: 'medium',
		why: 'After an incident nobody can say which containers ran, and what they wrote.',
		decidedBy: `${addonPath} with its workspace, or ${monitorPath} with its own (Resource Graph)`,
		references: {mcsb: ['LT-3']},
		fix: cluster => ({
			command: aksCommand('enable-addons', cluster, `--addons monitoring --workspace-resource-id ${needed('WORKSPACE', 'id of the Log Analytics workspace')}`),
			effect: 'Starts an agent on each node; nothing is interrupted. The workspace bills by the gigabyte.',
		}),
		judge: judgeInsights,
	},
];

import type {ClusterSpec} from '../fleet/cluster-spec.js';
import type {Care} from '../inside/workloads.js';
import type {Json} from './context.js';

/**
Categories of an AKS cluster's control plane, in Azure's order.
*/
const clusterCategories = [
	'kube-apiserver',
	'kube-audit',
	'kube-audit-admin',
	'kube-controller-manager',
	'kube-scheduler',
	'cluster-autoscaler',
	'cloud-controller-manager',
	'guard',
	'csi-azuredisk-controller',
	'csi-azurefile-controller',
	'csi-snapshot-controller',
	'fleet-member-agent',
	'fleet-member-net-controller-manager',
	'fleet-mcs-controller-manager',
] as const;

type Log = {readonly category?: string; readonly categoryGroup?: string; readonly enabled: boolean};

const retentionPolicy = {enabled: false, days: 0} as const;

type Given = {readonly name: string; readonly workspaceId?: string; readonly storageAccountId?: string; readonly eventHub?: string; readonly logs: readonly Log[]; readonly hasMetrics?: boolean};

/**
One setting as Azure sends it: the id in small letters, what is not set null, a category that is off with false (example documents).
*/
const setting = (scope: string, {name, workspaceId, storageAccountId, eventHub, logs, hasMetrics = true}: Given): Json => ({
	id: `${scope.toLowerCase()}/providers/microsoft.insights/diagnosticSettings/${name}`,
	type: 'Microsoft.Insights/diagnosticSettings',
	name,
	location: null,
	kind: null,
	tags: null,
	properties: {
		storageAccountId: storageAccountId ?? null,
		serviceBusRuleId: null,
		workspaceId: workspaceId ?? null,
		eventHubAuthorizationRuleId: eventHub === undefined ? null : `${eventHub}/authorizationRules/RootManageSharedAccessKey`,
		eventHubName: eventHub === undefined ? null : 'insights-logs',
		metrics: hasMetrics ? [{category: 'AllMetrics', enabled: true, retentionPolicy}] : [],
		logs: logs.map(({category, categoryGroup, enabled}) => ({
			category: category ?? null, categoryGroup: categoryGroup ?? null, enabled, retentionPolicy,
		})),
		logAnalyticsDestinationType: workspaceId === undefined ? null : 'Dedicated',
	},
	identity: null,
});

const chosen = (all: readonly string[], on: readonly string[]): readonly Log[] => all.map(category => ({category, enabled: on.includes(category)}));

const group = (name: string): Log => ({categoryGroup: name, enabled: true});

const monitoring = (subscriptionId: string): string => `/subscriptions/${subscriptionId}/resourceGroups/rg-monitoring/providers`;

export const workspaceId = (subscriptionId: string, team: string): string => `${monitoring(subscriptionId)}/Microsoft.OperationalInsights/workspaces/law-${team}`;

/**
Where a cluster's control plane writes to: closed clusters send all that an audit needs to two places, usual ones what administrators do; where nobody
looks there is nothing, or what came with a template and leaves the audit out.
*/
export const clusterSettings = (scope: string, {team, subscription}: ClusterSpec, care: Care, place: number): readonly Json[] => {
	const workspace = workspaceId(subscription.id, team);
	if (care === 'closed') {
		return [
			setting(scope, {name: 'siem', eventHub: `${monitoring(subscription.id)}/Microsoft.EventHub/namespaces/evh-${team}`, logs: [group('audit')]}),
			setting(scope, {name: 'to-law', workspaceId: workspace, logs: chosen(clusterCategories, ['kube-apiserver', 'kube-audit-admin', 'guard', 'cluster-autoscaler'])}),
		];
	}

	if (care === 'usual') {
		const logs = place % 4 === 2 ? ['kube-apiserver', 'cluster-autoscaler'] : ['kube-apiserver', 'kube-audit-admin', 'guard'];
		return [setting(scope, {name: 'to-law', workspaceId: workspace, logs: chosen(clusterCategories, logs)})];
	}

	return place % 2 === 0 ? [] : [setting(scope, {name: 'default', storageAccountId: `${monitoring(subscription.id)}/Microsoft.Storage/storageAccounts/st${team}logs`, logs: chosen(clusterCategories, ['kube-apiserver', 'kube-scheduler'])})];
};

/**
A registry's pushes and sign-ins.
*/
export const registrySettings = (scope: string, subscriptionId: string, team: string, isWatched: boolean): readonly Json[] => (isWatched
	? [setting(scope, {name: 'to-law', workspaceId: workspaceId(subscriptionId, team), logs: chosen(['ContainerRegistryRepositoryEvents', 'ContainerRegistryLoginEvents'], ['ContainerRegistryRepositoryEvents', 'ContainerRegistryLoginEvents'])})]
	: []);

/**
What a vault is asked.
*/
export const vaultSettings = (scope: string, subscriptionId: string, team: string): readonly Json[] =>
	[setting(scope, {name: 'audit', workspaceId: workspaceId(subscriptionId, team), logs: chosen(['AuditEvent', 'AzurePolicyEvaluationDetails'], ['AuditEvent'])})];

const activityCategories = ['Administrative', 'Security', 'ServiceHealth', 'Alert', 'Recommendation', 'Policy', 'Autoscale', 'ResourceHealth'] as const;

/**
Where the activity log of a subscription is sent on to.
*/
export const subscriptionSettings = (scope: string, subscriptionId: string, team: string): readonly Json[] =>
	[setting(scope, {
		name: 'activity-to-law', workspaceId: workspaceId(subscriptionId, team), logs: chosen(activityCategories, ['Administrative', 'Security', 'Alert', 'Policy']), hasMetrics: false,
	})];

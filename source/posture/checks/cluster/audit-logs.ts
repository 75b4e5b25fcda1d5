import type {Cluster} from '../../../model/cluster.js';
import {isUnknown, unknown} from '../../../model/known.js';
import {auditCategories} from '../../audit-categories.js';
import type {Check, JudgeContext, Outcome} from '../../check.js';
import {needed} from '../../commands.js';
import {keptLogs, logsPath} from '../../kept-logs.js';
import {
	fail,
	pass,
	seen,
	unknownFact,
} from '../../outcome.js';
import {shellQuote} from '../../shell-quote.js';

/**
Those that tell who signed in. Source: as `auditCategories`.
*/
const guards: ReadonlySet<string> = new Set(['guard', 'group:audit', 'group:allLogs']);

const notRead = unknown('not-asked', 'diagnostic settings are read of one cluster at a time, and not of this one yet');

const judge = ({key, entraManaged}: Cluster, {records}: JudgeContext): Outcome => {
	const known = records?.get(key) ?? notRead;
	const settings = isUnknown(known) ? known : known.diagnosticSettings;
	if (isUnknown(settings)) {
		return unknownFact(settings);
	}

	const kept = keptLogs(settings);
	const audit = kept.values().filter(category => auditCategories.has(category)).toArray();
	if (audit.length === 0) {
		const found = settings.length === 0 ? 'no setting' : (kept.size === 0 ? 'nothing' : [...kept].join(', '));
		return fail([seen(logsPath, found)]);
	}

	const hasGuard = kept.values().some(category => guards.has(category));
	return hasGuard || entraManaged !== true
		? pass(seen(logsPath, audit))
		: fail([seen(logsPath, [...kept])], {severity: 'low', detail: 'The audit is kept; guard, which tells who signed in with Entra ID, is not.'});
};

export const auditLogChecks: ReadonlyArray<Check<'cluster'>> = [
	{
		id: 'aks-audit-logs-off',
		kind: 'cluster',
		title: 'Audit log of the cluster goes nowhere',
		severity: 'high',
		why: 'After an incident nobody can say who did what: the audit log is gone unless a diagnostic setting keeps it.',
		decidedBy: 'categories `kube-audit` or `kube-audit-admin`, and `guard`, of the cluster\'s diagnostic settings (Microsoft.Insights/diagnosticSettings)',
		references: {
			cisAks: ['2.1.1'], azurePolicy: ['245fc9df-fa96-4414-9a0b-3738c2f7341c'], defender: ['bb318338-de6a-42ff-8428-8274c897d564'], mcsb: ['LT-3'],
		},
		fix: cluster => ({
			command: `az monitor diagnostic-settings create --name audit --resource ${shellQuote(cluster.id)} --workspace ${needed('WORKSPACE', 'id of the Log Analytics workspace')} --export-to-resource-specific true --logs '[{"category":"kube-audit-admin","enabled":true},{"category":"guard","enabled":true}]'`,
			effect: 'Logs flow within minutes and nothing is interrupted; the workspace bills by the gigabyte, kube-audit in full by many more.',
		}),
		judge,
	},
];

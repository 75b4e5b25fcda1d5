import type {Check} from '../../check.js';
import {needed} from '../../commands.js';
import {judgeLogs} from '../../kept-logs.js';
import {shellQuote} from '../../shell-quote.js';
import {withoutHoldings} from './plan-of.js';

/**
Those that tell of changes, of what Defender and alerts said, and of what policy did. Source: Azure Monitor, categories of the
activity log; it has no groups.
*/
const wanted = ['Administrative', 'Security', 'Alert', 'Policy'] as const;

const logs = JSON.stringify(wanted.map(category => ({category, enabled: true})));

export const activityLogChecks: ReadonlyArray<Check<'subscription'>> = [
	{
		id: 'subscription-activity-log-export-off',
		kind: 'subscription',
		title: 'Activity log of the subscription is not exported',
		severity: 'medium',
		why: 'Azure keeps the activity log for 90 days: who changed a role or a registry before that is gone.',
		decidedBy: `categories ${wanted.map(category => `\`${category}\``).join(', ')} of the subscription's diagnostic settings (Microsoft.Insights/diagnosticSettings), where it holds a cluster or registry`,
		references: {azurePolicy: ['2465583e-4e78-4c15-b6be-a36cbc7c8b0f'], mcsb: ['LT-3']},
		fix: ({subscriptionId}) => ({
			command: `az monitor diagnostic-settings subscription create --subscription ${shellQuote(subscriptionId)} --name activity --location ${needed('REGION', 'region of the workspace')} --workspace ${needed('WORKSPACE', 'id of the Log Analytics workspace')} --logs '${logs}'`,
			effect: 'What happens from now on is kept for as long as the workspace keeps it; nothing is interrupted, and the workspace takes activity logs for free.',
		}),
		judge: (subscription, context) => withoutHoldings(subscription, context) ?? judgeLogs(context.diagnostics?.get(subscription.key), wanted, []),
	},
];

import type {Check} from '../../check.js';
import {needed} from '../../commands.js';
import {judgeLogs} from '../../kept-logs.js';
import {shellQuote} from '../../shell-quote.js';

/**
Who signed in, and who pushed, pulled or deleted what. Source: Azure Monitor, resource logs of Microsoft.ContainerRegistry/registries.
*/
const wanted = ['ContainerRegistryLoginEvents', 'ContainerRegistryRepositoryEvents'] as const;

const logs = JSON.stringify(wanted.map(category => ({category, enabled: true})));

export const diagnosticsChecks: ReadonlyArray<Check<'registry'>> = [
	{
		id: 'acr-diagnostics-missing',
		kind: 'registry',
		title: 'Sign-ins, pushes and pulls of the registry are not logged',
		severity: 'medium',
		why: 'After an incident nobody can say who pushed an image, pulled it or deleted it.',
		decidedBy: `categories ${wanted.map(category => `\`${category}\``).join(' and ')}, or a group that holds them, of the registry's diagnostic settings (Microsoft.Insights/diagnosticSettings)`,
		references: {azurePolicy: ['56288eb2-4350-461d-9ece-2bb242269dce'], mcsb: ['LT-3']},
		fix: registry => ({
			command: `az monitor diagnostic-settings create --name audit --resource ${shellQuote(registry.id)} --workspace ${needed('WORKSPACE', 'id of the Log Analytics workspace')} --logs '${logs}'`,
			effect: 'Logs flow within minutes and nothing is interrupted; the workspace bills by the gigabyte.',
		}),
		judge: ({key}, {diagnostics}) => judgeLogs(diagnostics?.get(key), wanted, ['group:allLogs', 'group:audit']),
	},
];

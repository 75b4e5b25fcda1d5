import type {ParsedDecisions} from '../../source/decisions/decision.js';
import {parseDecisions} from '../../source/decisions/parse-decisions.js';
import {checkById} from '../../source/posture/checks/index.js';
import {finish} from '../../source/model/finish.js';

export const clusterId = '/subscriptions/00000000-0000-0000-0000-0000000000a1/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/aks-shop';

/**
Reads a decisions file to its end, with the ids of the real checks.
*/
export const parseWhole = (text: string, file = '/home/someone/crowsnest.decisions.yaml'): ParsedDecisions => finish(parseDecisions(text, file, checkById.keys().toArray()));

const sound: Readonly<Record<string, string>> = {
	resource: clusterId, check: 'aks-local-accounts-enabled', reason: 'Shut down in May', by: 'platform@contoso.com', until: '2026-12-31',
};

/**
One entry in YAML, sound but for the members named: `undefined` leaves one out. Values are written as they are.
*/
export const entry = (members: Readonly<Record<string, string | undefined>> = {}): string => {
	const lines = Object.entries({...sound, ...members}).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value!}`);
	return `  - ${lines.join('\n    ')}\n`;
};

export const fileOf = (...entries: readonly string[]): string => `decisions:\n${entries.join('')}`;

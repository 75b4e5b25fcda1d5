import type {Site} from './site.js';

/**
What each team runs.
*/
const words: Readonly<Record<string, readonly string[]>> = {
	payments: ['ledger', 'cards', 'fraud', 'terminals', 'refunds', 'receipts', 'settlement', 'disputes'],
	shop: ['web', 'cart', 'search', 'checkout', 'catalogue', 'images', 'promotions', 'reviews'],
	data: ['reports', 'notebooks', 'ingest', 'history', 'quality', 'exports', 'lineage', 'forecast'],
	platform: ['portal', 'runners', 'observe', 'mirror', 'templates', 'docs', 'quota', 'secrets'],
	identity: ['tokens', 'consent', 'directory', 'sessions', 'audit', 'keys', 'recovery', 'devices'],
	logistics: ['tracking', 'routes', 'labels', 'scanner', 'dock', 'customs', 'stock', 'returns'],
};

/**
Names of what a cluster runs for its team. A sandbox has few.
*/
export const workloadsOf = ({cluster: {team, tier}}: Site): readonly string[] => (words[team] ?? words.platform!).slice(0, tier === 'Free' ? 4 : 8);

/**
Where they run.
*/
export const namespaceOf = ({cluster: {team}}: Site): string => team;

/**
How well a cluster is looked after, as its profile shows: `closed` lets nobody in from outside, `open` was built in an afternoon.
*/
export type Care = 'closed' | 'usual' | 'open';

export const careOf = ({cluster: {access, azurePolicy, entra, nodeOsChannel}}: Site): Care => {
	if (access !== 'public') {
		return 'closed';
	}

	return entra && (azurePolicy || nodeOsChannel === 'NodeImage') ? 'usual' : 'open';
};

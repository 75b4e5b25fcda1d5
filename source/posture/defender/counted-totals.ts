import type {FindingTotals} from '../../model/finding.js';
import {severities, type Severity} from '../../model/severity.js';
import type {DefenderView} from './defender-view.js';

/**
Azure's own count of open findings without those whose resource is gone and those that are the sum of others, as far as they were
read. Azure counts at another time than findings are read: there are never fewer than were read.
*/
export const countedTotals = (totals: FindingTotals | undefined, {uncounted, open}: Pick<DefenderView, 'open' | 'uncounted'>): FindingTotals | undefined => {
	if (totals === undefined) {
		return undefined;
	}

	const bySeverity: Record<Severity, number> = {...totals.bySeverity};
	let total = 0;
	for (const severity of severities) {
		bySeverity[severity] = Math.max(0, bySeverity[severity] - uncounted[severity]);
		total += bySeverity[severity];
	}

	return {bySeverity, total: Math.max(total, open)};
};


import type {Finding} from '../../source/model/finding.js';
import {findingColumns, findingSort} from '../columns/findings.js';
import type {PaneDefinition} from './pane.js';

export const findingsPane: PaneDefinition<Finding> = {
	id: 'findings',
	title: 'Defender findings',
	names: ['find', 'findings'],
	kind: 'finding',
	source: 'findings',
	rows: snapshot => snapshot.findings,
	// Counted at another time than the rows were read: there are never fewer than what is shown.
	total: ({findingTotals, findings}) => findingTotals && Math.max(findingTotals.total, findings.length),
	columns: findingColumns,
	defaultSort: findingSort,
	noun: 'findings',
};

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
	total: snapshot => snapshot.findingTotals?.total,
	columns: findingColumns,
	defaultSort: findingSort,
	noun: 'findings',
};

import type {Finding} from '../../source/model/finding.js';
import {countedTotals} from '../../source/posture/defender/counted-totals.js';
import {emptyDefenderView} from '../../source/posture/defender/defender-view.js';
import {findingColumns, findingSort} from '../columns/findings.js';
import type {PaneDefinition} from './pane.js';

export const findingsPane: PaneDefinition<Finding> = {
	id: 'findings',
	title: 'Defender findings',
	names: ['find', 'findings'],
	kind: 'finding',
	source: 'findings',
	rows: snapshot => snapshot.findings,
	total: ({findingTotals, defender}) => countedTotals(findingTotals, defender)?.total ?? (defender === emptyDefenderView ? undefined : defender.open),
	columns: findingColumns,
	defaultSort: findingSort,
	noun: 'findings',
};

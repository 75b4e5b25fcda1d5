import {severityRank, type Severity} from '../../source/model/severity.js';
import type {Column} from '../columns/column.js';
import {severityCell} from '../columns/severity-cell.js';
import {severityColumnOf} from '../columns/severity-column.js';

/**
The severity of a judged row, the worst first also where a sort is not turned.

@param isUnknown whether a row is of something that could not be decided
*/
export const severityColumn = <Row>(severityOf: (row: Row) => Severity, isUnknown: (row: Row) => boolean = () => false): Column<Row> => ({
	...severityColumnOf(severityOf),
	title: 'S',
	width: 3,
	priority: 1,
	cell: row => severityCell(isUnknown(row) ? 'unknown' : severityOf(row)),
	sortBy: row => severityRank(severityOf(row)),
});

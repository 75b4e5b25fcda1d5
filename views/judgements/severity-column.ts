import {severityRank, type Severity} from '../../source/model/severity.js';
import type {Column} from '../columns/column.js';
import {parseSeverity, severityWeight} from '../columns/measures.js';
import {severityCell} from '../columns/severity-cell.js';

/**
The severity of a row by letter and glyph.

@param isUnknown whether a row is of something that could not be decided
*/
export const severityColumn = <Row>(severityOf: (row: Row) => Severity, isUnknown: (row: Row) => boolean = () => false): Column<Row> => ({
	id: 'severity',
	aliases: ['sev'],
	title: 'S',
	minWidth: 3,
	width: 3,
	priority: 1,
	cell: row => severityCell(isUnknown(row) ? 'unknown' : severityOf(row)),
	sortBy: row => severityRank(severityOf(row)),
	filterBy: severityOf,
	measure: {
		of: row => severityWeight(severityOf(row)),
		parse: parseSeverity,
		example: 'critical, high, medium, low or info',
	},
});

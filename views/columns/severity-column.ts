import type {Severity} from '../../source/model/severity.js';
import type {Column} from './column.js';
import {parseSeverity, severityWeight} from './measures.js';
import {severityCell} from './severity-cell.js';

/**
The severity of a row by letter and glyph, the worst highest; a filter compares it.

@param severityOf absent for one that is not known
*/
export const severityColumnOf = <Row>(severityOf: (row: Row) => Severity | undefined): Column<Row> => ({
	id: 'severity',
	aliases: ['sev'],
	title: 'SEV',
	minWidth: 3,
	width: 4,
	priority: 0,
	cell: row => severityCell(severityOf(row) ?? 'unknown'),
	filterBy: row => severityOf(row) ?? 'unknown',
	measure: {
		of(row) {
			const severity = severityOf(row);
			return severity === undefined ? undefined : severityWeight(severity);
		},
		parse: parseSeverity,
		example: 'critical, high, medium, low or info',
	},
});

import {severityRank, type Severity} from '../../source/model/severity.js';
import type {Column} from '../columns/column.js';
import {parseSeverity, severityWeight} from '../columns/measures.js';
import {severityLetter} from '../theme.js';

/**
The severity of a row as one letter.

@param isUnknown whether a row is of something that could not be decided
*/
export const severityColumn = <Row>(severityOf: (row: Row) => Severity, isUnknown: (row: Row) => boolean = () => false): Column<Row> => ({
	id: 'severity',
	aliases: ['sev'],
	title: 'S',
	minWidth: 1,
	width: 1,
	priority: 1,
	cell(row) {
		const severity = severityOf(row);
		return isUnknown(row) ? {text: severityLetter.unknown, tone: 'unknown'} : {text: severityLetter[severity], tone: severity};
	},
	sortBy: row => severityRank(severityOf(row)),
	filterBy: severityOf,
	measure: {
		of: row => severityWeight(severityOf(row)),
		parse: parseSeverity,
		example: 'critical, high, medium, low or info',
	},
});

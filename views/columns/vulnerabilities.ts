import type {Vulnerability} from '../../source/model/vulnerability.js';
import {relativeAge} from '../parts/text/relative-age.js';
import type {Cell, Column} from './column.js';
import {parseDuration, severityWeight} from './measures.js';
import {severityColumnOf} from './severity-column.js';

const absent: Cell = {text: '-', tone: 'dim'};

const textOf = (text: string | undefined): Cell => (text === undefined ? absent : {text});

const fixCell = ({fixedIn, hasFix, unreadable}: Vulnerability): Cell => {
	if (unreadable !== undefined) {
		return {text: `unknown: ${unreadable}`, tone: 'unknown'};
	}

	const none: Cell = hasFix === false ? {text: 'no fix yet', tone: 'medium'} : absent;
	return fixedIn === undefined ? none : {text: fixedIn};
};

const exploits: Readonly<Record<NonNullable<Vulnerability['exploit']>, Cell>> = {
	kit: {text: 'in a kit', tone: 'critical'},
	verified: {text: 'verified', tone: 'high'},
	public: {text: 'public', tone: 'medium'},
	none: {text: 'none known', tone: 'dim'},
};

const ageOf = ({published}: Vulnerability, now: number): number | undefined => {
	const time = Date.parse(published ?? '');
	return Number.isNaN(time) ? undefined : now - time;
};

/**
The CVEs of a package, worst first.
*/
export const vulnerabilityColumns: ReadonlyArray<Column<Vulnerability>> = [
	{
		...severityColumnOf<Vulnerability>(({severity}) => severity),
		// Of one severity, the higher score is worse; no score is less than any.
		sortBy: ({severity, score}) => (severity === undefined ? undefined : (severityWeight(severity) * 100) + (score ?? -1)),
	},
	{
		id: 'cve', aliases: ['name', 'id'], title: 'CVE', minWidth: 14, width: 16, priority: 0, cell: ({name}) => ({text: name}),
	},
	{
		id: 'score', aliases: ['cvss'], title: 'SCORE', align: 'right', minWidth: 5, width: 5, priority: 1, cell: ({score}) => (score === undefined ? absent : {text: score.toFixed(1)}), sortBy: ({score}) => score,
	},
	{
		id: 'package', title: 'PACKAGE', minWidth: 10, width: 18, grows: true, priority: 2, cell: ({package: name}) => textOf(name),
	},
	{
		id: 'installed', title: 'INSTALLED', minWidth: 10, width: 20, grows: true, priority: 3, cell: ({installed}) => textOf(installed),
	},
	{
		id: 'fixed', aliases: ['fix'], title: 'FIXED IN', minWidth: 10, width: 20, grows: true, priority: 1, cell: fixCell,
	},
	{
		id: 'exploit', title: 'EXPLOIT', minWidth: 8, width: 10, priority: 4, cell: ({exploit}) => (exploit === undefined ? absent : exploits[exploit]),
	},
	{
		id: 'published',
		aliases: ['age'],
		title: 'PUBLISHED',
		align: 'right',
		minWidth: 9,
		width: 9,
		priority: 5,
		cell(row, {now}) {
			const age = ageOf(row, now);
			return age === undefined ? absent : {text: relativeAge(age)};
		},
		sortBy: (row, {now}) => ageOf(row, now),
		measure: {
			of: (row, {now}) => ageOf(row, now),
			parse: parseDuration,
			example: '7d, 12h or 30min',
		},
	},
];

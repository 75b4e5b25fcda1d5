import {fit, pad} from '../text/lines.js';
import {count} from '../text/words.js';
import type {CatalogueEntry} from './entry.js';

const gap = '  ';

/**
Where the terminal leaves less for the title, the kind goes: most ids begin with it.
*/
const leastTitle = 24;

const longest = (texts: readonly string[]): number => Math.max(...texts.map(text => text.length));

/**
The catalogue as a table of plain text: id, kind, severity, title.

@param columns Of the terminal: no line is longer; absent: nothing is cut.
*/
export const catalogueTable = (catalogue: readonly CatalogueEntry[], columns = Infinity): string => {
	const rows = [
		{
			id: 'ID', kind: 'KIND', severity: 'SEVERITY', title: 'TITLE',
		},
		...catalogue,
	];
	const kindWidth = longest(rows.map(({kind}) => kind));
	const severityWidth = longest(rows.map(({severity}) => severity));
	const idWidth = longest(rows.map(({id}) => id));
	const hasKind = columns >= idWidth + kindWidth + severityWidth + (gap.length * 3) + leastTitle;
	const cut = (line: string): string => (columns === Infinity ? line : fit(line, columns)).trimEnd();
	const lines = rows.map(({id, kind, severity, title}) => {
		const cells = [id.padEnd(idWidth), ...(hasKind ? [pad(kind, kindWidth)] : []), pad(severity, severityWidth), title];
		return cut(cells.join(gap));
	});
	return `${lines.join('\n')}\n\n${cut(`${count(catalogue.length, 'check')}; crowsnest checks ID tells one in full`)}\n`;
};

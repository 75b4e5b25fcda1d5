import {fit, pad} from '../text/lines.js';
import {count} from '../text/words.js';
import type {CatalogueEntry} from './entry.js';

const gap = '  ';

/**
Where the terminal leaves less for the title, the columns before it give way.
*/
const leastTitle = 24;

const longest = (texts: readonly string[]): number => Math.max(...texts.map(text => text.length));

/**
The catalogue as a table of plain text: id, kind, severity, title.

@param columns Of the terminal: no line is longer; absent: nothing is cut.
*/
export const catalogueTable = (catalogue: readonly CatalogueEntry[], columns?: number): string => {
	const rows = [
		['ID', 'KIND', 'SEVERITY', 'TITLE'],
		...catalogue.map(({id, kind, severity, title}) => [id, kind, severity, title]),
	];
	const widths = rows[0]!.map((_, index) => longest(rows.map(row => row[index]!)));
	const least = widths.slice(1, 3).reduce((sum, width) => sum + width, 0) + (gap.length * 3) + leastTitle;
	// The id is what one types next: it is cut last, when the title has given all it can.
	const idWidth = columns === undefined ? widths[0]! : Math.max(12, Math.min(widths[0]!, columns - least));
	const cut = (line: string): string => (columns === undefined ? line : fit(line, columns));
	const lines = rows.map(([id = '', kind = '', severity = '', title = '']) =>
		cut([pad(id, idWidth), kind.padEnd(widths[1]!), severity.padEnd(widths[2]!), title].join(gap)).trimEnd());
	return `${lines.join('\n')}\n\n${cut(`${count(catalogue.length, 'check')}; crowsnest checks ID tells one in full`)}\n`;
};

import type {CatalogueEntry} from './entry.js';
import {referencesOf} from './references.js';

const widest = 100;

const wrapTo = (text: string, width: number, indent = ''): readonly string[] => {
	const lines: string[] = [];
	let line = indent;
	for (const word of text.split(' ')) {
		if (line !== indent && line.length + 1 + word.length > width) {
			lines.push(line);
			line = indent;
		}

		line += line === indent ? word : ` ${word}`;
	}

	return [...lines, line];
};

/**
One check in full, as plain text.

@param columns Of the terminal; prose is never wider than 100. A command is never broken: it is there to be copied.
*/
export const checkDetail = (entry: CatalogueEntry, columns = widest): string => {
	const width = Math.max(20, Math.min(columns, widest));
	const references = referencesOf(entry);
	const part = (title: string, text: string): readonly string[] => ['', title, ...wrapTo(text, width, '  ')];
	const lines = [
		...wrapTo(entry.title, width),
		`${entry.id}  ${entry.kind}  ${entry.severity}`,
		...part('Why', entry.why),
		...part('Decided by', entry.decidedBy),
		'',
		'Fix',
		...entry.fix.command.split('\n').map(line => `  ${line}`),
		...part('Effect of the fix', entry.fix.effect),
		...(references.length === 0 ? [] : ['', 'References', ...references.map(({source, id}) => `  ${source} ${id}`)]),
	];
	return `${lines.join('\n')}\n`;
};

import {isMet, shown, type Figure} from './figure.js';

const headings = ['figure', 'measured', 'p25–p75 (min–max)', 'goal', ''] as const;

const verdicts = new Map([[true, 'met'], [false, 'NOT MET'], [undefined, '']]);

const cellsOf = (figure: Figure): readonly string[] => [
	figure.name,
	`${shown(figure.value)} ${figure.unit}`,
	figure.spread,
	figure.goal ? `${figure.goal.is === 'at most' ? '≤' : '≥'} ${shown(figure.goal.limit)} ${figure.unit}` : 'none',
	verdicts.get(isMet(figure))!,
];

/**
The figures as lines of a table; the numbers stand to the right of their columns.
*/
export const tableLines = (figures: readonly Figure[]): readonly string[] => {
	const rows = [headings, ...figures.map(figure => cellsOf(figure))];
	const widths = headings.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
	return rows.map(row => row.map((cell, column) => (column === 1 || column === 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ').trimEnd());
};

import type {Cell} from '../support/terminal.js';

const cellWidth = 8.4;
const lineHeight = 18;
const margin = 14;

const background = '#11151c';
const foreground = '#d5d9e0';

/**
The 16 colours of a terminal, as a calm dark profile shows them.
*/
const palette = [
	'#1c212b',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#abb2bf',
	'#5c6370',
	'#ff7a85',
	'#b5e890',
	'#ffd68a',
	'#7cc4ff',
	'#dd9bf0',
	'#6fd3df',
	'#ffffff',
] as const;

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Look = {readonly colour: string; readonly isBold: boolean; readonly isDim: boolean; readonly isUnderlined: boolean};

const lookOf = ({style}: Cell): Look => {
	const [flags = '', colour = ''] = style.split(' ', 2);
	const [mode, number] = colour.split(':').map(Number);
	return {
		// Mode 0 is the terminal's own colour; the theme uses the 16 colours only.
		colour: mode === 0 ? foreground : (palette[number!] ?? foreground),
		isBold: flags.startsWith('1'),
		isDim: flags[1] === '1',
		isUnderlined: flags[3] === '1',
	};
};

const isSameLook = (left: Look, right: Look): boolean =>
	left.colour === right.colour && left.isBold === right.isBold && left.isDim === right.isDim && left.isUnderlined === right.isUnderlined;

const span = (text: string, column: number, {colour, isBold, isDim, isUnderlined}: Look): string => {
	const attributes = [
		`x="${(margin + (column * cellWidth)).toFixed(1)}"`,
		`textLength="${([...text].length * cellWidth).toFixed(1)}"`,
		`fill="${colour}"`,
		...(isBold ? ['font-weight="bold"'] : []),
		...(isDim ? ['fill-opacity="0.55"'] : []),
		...(isUnderlined ? ['text-decoration="underline"'] : []),
	];
	return `<tspan ${attributes.join(' ')}>${escapeXml(text)}</tspan>`;
};

/**
One line as spans of one look each; a blank at either end of a span draws nothing and is left out.
*/
const drawLine = (cells: readonly Cell[], row: number): string => {
	const spans: string[] = [];
	let start = 0;
	while (start < cells.length) {
		const look = lookOf(cells[start]!);
		let end = start + 1;
		while (end < cells.length && isSameLook(look, lookOf(cells[end]!))) {
			end++;
		}

		const text = cells.slice(start, end).map(cell => cell.text).join('');
		const lead = text.length - text.trimStart().length;
		if (text.trim() !== '') {
			spans.push(span(text.trim(), start + lead, look));
		}

		start = end;
	}

	return `<text y="${(margin + ((row + 0.75) * lineHeight)).toFixed(1)}">${spans.join('')}</text>`;
};

/**
Draws the cells of a terminal as an SVG picture.

@param lines the cells of each line, from the top
*/
export const drawSvg = (lines: ReadonlyArray<readonly Cell[]>): string => {
	const width = Math.ceil((2 * margin) + ((lines[0]?.length ?? 0) * cellWidth));
	const height = (2 * margin) + (lines.length * lineHeight);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="${background}"/>
${lines.map((cells, row) => drawLine(cells, row)).join('\n')}
</svg>
`;
};

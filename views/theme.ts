import {toAscii} from './parts/text/ascii.js';

/**
What a piece of text means; the theme decides how it looks.
*/
export type Tone =
	| 'plain'
	| 'dim'
	| 'accent'
	| 'heading'
	| 'good'
	| 'critical'
	| 'high'
	| 'medium'
	| 'low'
	| 'info'
	| 'unknown'
	| 'match'
	| 'mark';

/**
Text with one look. A line of the screen is a list of segments; a wide line is cut when it is drawn.
*/
export type Segment = {readonly text: string; readonly tone?: Tone; readonly bold?: boolean};
export type Line = readonly Segment[];

/**
Characters that differ between UTF-8 and ASCII-only terminals; every one is one cell wide.
*/
export type Glyphs = {
	readonly cursor: string;
	readonly mark: string;
	readonly ellipsis: string;
	readonly bullet: string;
	readonly hollow: string;
	readonly separator: string;
	readonly sortUp: string;
	/**
	Between the steps of the way to where one is.
	*/
	readonly crumb: string;
	readonly sortDown: string;
	readonly enter: string;
	readonly spark: readonly string[];
	readonly bar: readonly [full: string, empty: string];
	readonly border: {
		readonly topLeft: string;
		readonly topRight: string;
		readonly bottomLeft: string;
		readonly bottomRight: string;
		readonly horizontal: string;
		readonly vertical: string;
	};
};

export type Theme = {
	readonly glyphs: Glyphs;
	/**
	Wraps a text in the escape codes of a tone; gives it without any where there is no colour. On an ASCII terminal the text is
	made of ASCII, with as many cells.
	*/
	readonly paint: (text: string, tone: Tone, bold?: boolean) => string;
};

const unicodeGlyphs: Glyphs = {
	cursor: '▌',
	mark: '◆',
	ellipsis: '…',
	bullet: '●',
	hollow: '◦',
	separator: '·',
	crumb: '›',
	sortUp: '↑',
	sortDown: '↓',
	enter: '⏎',
	spark: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	bar: ['█', '░'],
	border: {
		topLeft: '╭', topRight: '╮', bottomLeft: '╰', bottomRight: '╯', horizontal: '─', vertical: '│',
	},
};

const asciiGlyphs: Glyphs = {
	cursor: '>',
	mark: '*',
	ellipsis: '~',
	bullet: '*',
	hollow: 'o',
	separator: '-',
	crumb: '>',
	sortUp: '^',
	sortDown: 'v',
	enter: 'RET',
	spark: ['_', '.', '-', '=', '+', '*', '#', '@'],
	bar: ['#', '.'],
	border: {
		topLeft: '+', topRight: '+', bottomLeft: '+', bottomRight: '+', horizontal: '-', vertical: '|',
	},
};

/**
SGR parameters. Only the terminal's own 16 colours, so that it reads well on light and dark backgrounds alike.
*/
const codes: Readonly<Record<Tone, string>> = {
	plain: '',
	dim: '2',
	accent: '36',
	heading: '1',
	good: '32',
	critical: '1;31',
	high: '31',
	medium: '33',
	low: '34',
	info: '2',
	unknown: '35',
	match: '4;33',
	mark: '1;35',
};

/**
Attributes that stay when there is no colour, so that a match and a mark still show.
*/
const colourlessCodes: Readonly<Partial<Record<Tone, string>>> = {
	dim: '2',
	heading: '1',
	critical: '1',
	match: '4',
	mark: '1',
};

/**
Makes the theme. `hasColour: false` is NO_COLOR: attributes stay, colours go.
*/
export const createTheme = ({isAscii, hasColour}: {readonly isAscii: boolean; readonly hasColour: boolean}): Theme => ({
	glyphs: isAscii ? asciiGlyphs : unicodeGlyphs,
	paint(text, tone, bold = false) {
		const code = hasColour ? codes[tone] : (colourlessCodes[tone] ?? '');
		const all = bold && !code.startsWith('1') ? (code === '' ? '1' : `1;${code}`) : code;
		const shown = isAscii ? toAscii(text) : text;
		return all === '' || shown === '' ? shown : `\u{1B}[${all}m${shown}\u{1B}[0m`;
	},
});

/**
The letter that says a severity without colour: `C` `H` `M` `L` `i`, `?` for unknown.
*/
export const severityLetter = {
	critical: 'C', high: 'H', medium: 'M', low: 'L', info: 'i', unknown: '?',
} as const;

/**
Whether a severity is drawn with the full glyph; milder ones and what is unknown have the hollow one.
*/
export const isGrave = (severity: keyof typeof severityLetter): boolean => severity === 'critical' || severity === 'high';

/**
A severity by glyph and letter, as lists have it: `● C`, `◦ M`, `◦ ?`; for prose and lists of lines, which have no columns.
*/
export const severityMark = (severity: keyof typeof severityLetter): string => `${isGrave(severity) ? unicodeGlyphs.bullet : unicodeGlyphs.hollow} ${severityLetter[severity]}`;

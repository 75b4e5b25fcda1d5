import stringWidth from 'string-width';
import type {Line} from '../../views/theme.js';

/**
What a line says, without its tones.
*/
export const plainText = (line: Line): string => line.map(({text}) => text).join('');

/**
What lines say, one below the other.
*/
export const plainTexts = (lines: readonly Line[]): readonly string[] => lines.map(line => plainText(line));

/**
Cells of a line as Ink measures them.
*/
export const cellsOf = (line: Line): number => stringWidth(plainText(line));

/**
The first line that is wider than `width` or that breaks out of its row; `undefined` when all are well.
*/
export const brokenLine = (lines: readonly Line[], width: number): string | undefined =>
	lines.map(line => plainText(line)).find(text => stringWidth(text) > width || /\p{Control}/v.test(text));

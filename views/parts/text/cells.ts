import stringWidth from 'string-width';

/**
Characters that every terminal draws in one cell: ASCII, Latin letters, box drawing, blocks and the glyphs of the theme.
Nearly all texts of a fleet are made of these, and their length is their width.
*/
// eslint-disable-next-line regexp/no-obscure-range
const oneCellOnly = /^[ -~¡-¬®-ɏ…←↑→↓─-▟◆●◦]*$/v;

// Made on first use: it takes some milliseconds, which a start without wide characters need not pay.
let segmenter: Intl.Segmenter | undefined;

/**
True when each UTF-16 unit of the text takes exactly one cell.
*/
export const isSimple = (text: string): boolean => oneCellOnly.test(text);

/**
How many cells of a terminal a text takes. Escape sequences take none.
*/
export const cellWidth = (text: string): number => (isSimple(text) ? text.length : stringWidth(text));

/**
What a terminal draws as one character, with its cells.
*/
export type Cluster = {readonly text: string; readonly start: number; readonly width: number};

/**
Takes a text apart into what a terminal draws as one character. What takes no cell of its own (controls, marks without a
base, lone halves of a pair) is left out: it could only do harm on a screen.

@yields One cluster after the other, in the order of the text.
*/
export const clustersOf = function * (text: string): Generator<Cluster> {
	segmenter ??= new Intl.Segmenter();
	for (const {segment, index} of segmenter.segment(text)) {
		const width = stringWidth(segment);
		if (width > 0) {
			yield {text: segment, start: index, width};
		}
	}
};

/**
The text as it may be drawn: the same text, without what takes no cell.
*/
export const drawable = (text: string): string => (isSimple(text) ? text : Array.from(clustersOf(text), cluster => cluster.text).join(''));

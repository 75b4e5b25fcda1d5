import {isOneCellOnly} from './one-cell.js';

/**
Ideographs, kana, Hangul syllables and full-width forms: two cells in every terminal.
*/
const certainlyWide = /^[\u{3041}-\u{3096}\u{30A1}-\u{30FA}\u{3400}-\u{4DBF}\u{4E00}-\u{9FFF}\u{AC00}-\u{D7A3}\u{FF01}-\u{FF60}]$/v;

/**
True when every terminal gives the character as many cells as string-width does. Emoji, joined sequences and scripts with spacing
marks are drawn in one cell here and in two there: after those, nobody knows where the cursor stands.
*/
export const hasCertainWidth = (glyph: string): boolean => isOneCellOnly(glyph) || certainlyWide.test(glyph);

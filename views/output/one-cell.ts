/**
Characters that every terminal draws in one cell and that never join with a neighbour: ASCII, Latin letters, punctuation,
arrows, the keyboard's return sign, box drawing, blocks and the geometric shapes that are not emoji.

string-width gives 1 for each of them; `test/output/one-cell.test.ts` asks it.
*/
// eslint-disable-next-line regexp/no-obscure-range
const oneCellOnly = /^[ -~¡-¬®-ʯ‐-‧←-⇿⏎─-▩▬-▵▷-▿◁-◺]*$/v;

/**
True when each UTF-16 unit of the text takes exactly one cell, and is drawn by itself.
*/
export const isOneCellOnly = (text: string): boolean => oneCellOnly.test(text);

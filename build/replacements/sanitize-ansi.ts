import {isOneCellOnly} from '../../views/output/one-cell.js';

// `require` of an ES module: esbuild puts it into the bundle and runs it at the first call, not at the start.
// eslint-disable-next-line @typescript-eslint/no-require-imports, unicorn/prefer-module
const loadOriginal = () => require('ink/original-sanitize-ansi') as {readonly default: (text: string) => string};

// eslint-disable-next-line no-control-regex, regexp/no-control-character
const harmless = /\u{1B}\[[\d;]*m|\n/gv;

/**
Stands in for what Ink takes out of every text of every frame (sequences that are no colour, controls). A text that has nothing but colours, line feeds and
characters of one cell is given back as it is; every other one goes to the original.
*/
const sanitizeAnsi = (text: string): string => (isOneCellOnly(text.replaceAll(harmless, '')) ? text : loadOriginal().default(text));

export default sanitizeAnsi;

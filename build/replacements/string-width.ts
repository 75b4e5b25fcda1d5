import {isOneCellOnly} from '../../views/output/one-cell.js';

type Options = {readonly countAnsiEscapeCodes?: boolean; readonly ambiguousIsNarrow?: boolean};

type StringWidth = (text: string, options?: Options) => number;

// `require` of an ES module: esbuild puts it into the bundle and runs it at the first call, not at the start.
// eslint-disable-next-line @typescript-eslint/no-require-imports, unicorn/prefer-module
const original = (): StringWidth => (require('string-width/original') as {readonly default: StringWidth}).default;

// eslint-disable-next-line no-control-regex, regexp/no-control-character
const sgr = /\u{1B}\[(?:\d{1,3}(?:;\d{1,3})*)?m/gv;

/**
String-width, without what it needs for the rest of the world's scripts as long as a text has none of them: its segmenter and its expression for
emoji take longer to make than a first frame. Gives exactly what the original gives.
*/
const stringWidth = (text: string, options?: Options): number => {
	if (typeof text === 'string' && options === undefined) {
		if (isOneCellOnly(text)) {
			return text.length;
		}

		if (text.includes('\u{1B}')) {
			const bare = text.replaceAll(sgr, '');
			if (isOneCellOnly(bare)) {
				return bare.length;
			}
		}
	}

	return original()(text, options);
};

export default stringWidth;

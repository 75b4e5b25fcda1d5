import stringWidth from 'string-width';
import {isOneCellOnly} from './one-cell.js';
import {
	applyLink,
	applySgr,
	defaultStyle,
	isSameOnBlanks,
	isSameStyle,
	type Style,
} from './style.js';

/**
One line of the screen, cell by cell. A wide character stands in its first cell; the cells that it also covers hold `''`.
*/
export type Row = {
	readonly glyphs: readonly string[];
	readonly styles: readonly Style[];
};

export const blankRow = (columns: number): Row => ({
	glyphs: Array.from({length: columns}, () => ' '),
	styles: Array.from({length: columns}, () => defaultStyle),
});

/**
SGR; any other control sequence; OSC 8; any other string; any other escape. Only the first and third mean something in a line.
*/
// eslint-disable-next-line no-control-regex, regexp/no-control-character, regexp/no-obscure-range
const escape = /\u{1B}(?:\[(?<sgr>[\d;]*)m|\[[0-?]*[ -\/]*[@-~]|\]8;(?<link>[^\u{7}\u{1B}\u{9C}]*)(?:\u{7}|\u{9C}|\u{1B}\\)|[PX\]^_][^\u{7}\u{1B}\u{9C}]*(?:\u{7}|\u{9C}|\u{1B}\\)|[ -\/]*[0-~]?)/vy;

const mark = /^\p{Mark}+$/v;

// Made on first use: a screen without wide characters need not pay for it at the start.
let segmenter: Intl.Segmenter | undefined;

class RowParser {
	readonly #glyphs: string[];
	readonly #styles: Style[];
	readonly #columns: number;
	#style = defaultStyle;
	#column = 0;

	constructor(columns: number) {
		this.#columns = columns;
		this.#glyphs = Array.from({length: columns}, () => ' ');
		this.#styles = Array.from({length: columns}, () => defaultStyle);
	}

	/**
	Gives where the text goes on.
	*/
	#escape(line: string, index: number): number {
		escape.lastIndex = index;
		const {0: whole, groups} = escape.exec(line)!;
		if (groups!.sgr !== undefined) {
			this.#style = applySgr(this.#style, groups!.sgr);
		} else if (groups!.link !== undefined) {
			this.#style = applyLink(this.#style, groups!.link);
		}

		return index + whole.length;
	}

	#text(text: string): void {
		if (isOneCellOnly(text)) {
			const end = Math.min(text.length, this.#columns - this.#column);
			for (let index = 0; index < end; index++) {
				this.#glyphs[this.#column] = text[index]!;
				this.#styles[this.#column] = this.#style;
				this.#column++;
			}

			return;
		}

		segmenter ??= new Intl.Segmenter();
		for (const {segment} of segmenter.segment(text)) {
			const width = stringWidth(segment);
			if (width > 0) {
				this.#character(segment, width);
			} else if (this.#column > 0 && mark.test(segment)) {
				this.#mark(segment);
			}
		}
	}

	#character(glyph: string, width: number): void {
		// Where there is no room for all of it, nothing of it can be drawn, but what was there is gone.
		const isWhole = this.#column + width <= this.#columns;
		const end = Math.min(this.#column + width, this.#columns);
		for (let column = this.#column; column < end; column++) {
			this.#glyphs[column] = isWhole ? '' : ' ';
			this.#styles[column] = this.#style;
		}

		if (isWhole) {
			this.#glyphs[this.#column] = glyph;
		}

		this.#column = end;
	}

	/**
	A mark that lost its base to a change of style lands on the character before it.
	*/
	#mark(text: string): void {
		let base = this.#column - 1;
		while (this.#glyphs[base] === '') {
			base--;
		}

		this.#glyphs[base] += text;
	}

	parse(line: string): Row {
		let index = 0;
		while (index < line.length && this.#column < this.#columns) {
			const next = line.indexOf('\u{1B}', index);
			const end = next === -1 ? line.length : next;
			if (end > index) {
				this.#text(line.slice(index, end));
			}

			index = next === -1 ? end : this.#escape(line, next);
		}

		return {glyphs: this.#glyphs, styles: this.#styles};
	}
}

/**
Takes one line of Ink's frame apart into the cells that it leaves on a terminal of so many columns. Widths are string-width's, as
Ink's are, or the rows would drift apart. What stands past the last column is cut; half a wide character becomes a blank.

@param line text with SGR codes and OSC 8 links; any other sequence and every control is left out
*/
export const parseRow = (line: string, columns: number): Row => new RowParser(columns).parse(line);

/**
Says whether two rows show the same in a column.
*/
export const isSameCell = (left: Row, right: Row, column: number): boolean => {
	const glyph = left.glyphs[column];
	if (glyph !== right.glyphs[column]) {
		return false;
	}

	const isSameLook = glyph === ' ' ? isSameOnBlanks : isSameStyle;
	return isSameLook(left.styles[column]!, right.styles[column]!);
};

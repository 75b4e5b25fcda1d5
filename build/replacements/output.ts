import {isOneCellOnly} from '../../views/output/one-cell.js';
import {applySgr, defaultStyle, isSameStyle} from '../../views/output/style.js';

type Transformer = (text: string, index: number) => string;

type Options = {readonly width: number; readonly height: number};

type Clip = {readonly x1: number | undefined; readonly x2: number | undefined; readonly y1: number | undefined; readonly y2: number | undefined};

type Drawn = {readonly output: string; readonly height: number};

type WriteOptions = {readonly transformers: readonly Transformer[]};

type InkOutput = {
	readonly write: (x: number, y: number, text: string, options: WriteOptions) => void;
	readonly clip: (clip: Clip) => void;
	readonly unclip: () => void;
	readonly get: () => Drawn;
};

// `require` of an ES module: esbuild puts it into the bundle and runs it at the first call, not at the start.
// eslint-disable-next-line @typescript-eslint/no-require-imports, unicorn/prefer-module
const loadOriginal = () => require('ink/original-output') as {readonly default: new (options: Options) => InkOutput};

type Write = {readonly x: number; readonly y: number; readonly text: string; readonly options: WriteOptions};

type Piece = {readonly start: number; readonly end: number; readonly line: string};

/**
More than the lines of a few screens: what is not drawn any more is forgotten in one go.
*/
const cacheLimit = 4096;

const widths = new Map<string, number>();

const measure = (line: string): number => {
	let style = defaultStyle;
	// eslint-disable-next-line no-control-regex, regexp/no-control-character
	const bare = line.replaceAll(/\u{1B}\[(?<codes>\d[\d;]*)m/gv, (_, codes: string) => {
		style = applySgr(style, codes);
		return '';
	});
	return isOneCellOnly(bare) && isSameStyle(style, defaultStyle) ? bare.length : -1;
};

/**
Cells of a line that can be put beside others as it is: each character stands in one cell of its own, and no style is left open at its end. -1: it cannot, or
it ends a style by the short `CSI m`, which Ink does not know.
*/
const plainWidth = (line: string): number => {
	let width = widths.get(line);
	if (width === undefined) {
		if (widths.size >= cacheLimit) {
			widths.clear();
		}

		width = measure(line);
		widths.set(line, width);
	}

	return width;
};

/**
Puts a piece into its row, over what it covers. False where it covers only a part of another piece.
*/
const place = (row: Piece[], piece: Piece): boolean => {
	let at = 0;
	while (at < row.length && row[at]!.end <= piece.start) {
		at++;
	}

	let covered = 0;
	while (at + covered < row.length && row[at + covered]!.start < piece.end) {
		const other = row[at + covered]!;
		if (other.start < piece.start || other.end > piece.end) {
			return false;
		}

		covered++;
	}

	row.splice(at, covered, piece);
	return true;
};

const join = (row: readonly Piece[]): string => {
	let line = '';
	let column = 0;
	for (const {start, end, line: text} of row) {
		line += ' '.repeat(start - column) + text;
		column = end;
	}

	return line.trimEnd();
};

/**
Stands in for the class by which Ink makes lines of what its nodes draw. Ink's own takes every character of every frame apart and puts it together again, which is
half of what a key costs. A frame whose texts stand side by side, in characters of one cell, needs none of that: its lines are put together as they are.
Every other frame is left to the original.
*/
export default class Output {
	readonly #options: Options;
	readonly #writes: Write[] = [];
	/**
	Made as soon as something asks for more than writing.
	*/
	#original: InkOutput | undefined;

	constructor(options: Options) {
		this.#options = options;
	}

	#takeOriginal(): InkOutput {
		if (!this.#original) {
			const {default: InkOwn} = loadOriginal();
			this.#original = new InkOwn(this.#options);
			for (const {x, y, text, options} of this.#writes) {
				this.#original.write(x, y, text, options);
			}
		}

		return this.#original;
	}

	#placeWrite(rows: readonly Piece[][], {x, y, text, options}: Write): boolean {
		for (const [index, plain] of text.split('\n').entries()) {
			if (plainWidth(plain) === -1) {
				return false;
			}

			const row = rows[y + index];
			if (!row) {
				continue;
			}

			let line = plain;
			for (const transform of options.transformers) {
				line = transform(line, index);
			}

			// Ink tidies a line's codes before it hands it to a transformer.
			if (line !== plain && plain.includes('\u{1B}')) {
				return false;
			}

			const width = plainWidth(line);
			const piece = {start: x, end: x + width, line};
			if (width === -1 || x < 0 || piece.end > this.#options.width || (width > 0 && !place(row, piece))) {
				return false;
			}
		}

		return true;
	}

	#compose(): Drawn | undefined {
		const rows = Array.from({length: this.#options.height}, (): Piece[] => []);
		return this.#writes.every(write => this.#placeWrite(rows, write)) ? {output: rows.map(row => join(row)).join('\n'), height: rows.length} : undefined;
	}

	get width(): number {
		return this.#options.width;
	}

	get height(): number {
		return this.#options.height;
	}

	write(x: number, y: number, text: string, options: WriteOptions): void {
		if (this.#original) {
			this.#original.write(x, y, text, options);
		} else if (text !== '') {
			this.#writes.push({
				x, y, text, options,
			});
		}
	}

	clip(clip: Clip): void {
		this.#takeOriginal().clip(clip);
	}

	unclip(): void {
		this.#takeOriginal().unclip();
	}

	get(): Drawn {
		return (this.#original ? undefined : this.#compose()) ?? this.#takeOriginal().get();
	}
}

import {Buffer} from 'node:buffer';
import {hasCertainWidth} from './certain-width.js';
import {isOneCellOnly} from './one-cell.js';
import type {Row} from './row.js';
import {
	defaultStyle,
	isSameOnBlanks,
	isSameStyle,
	transition,
	type Style,
} from './style.js';

const csi = '\u{1B}[';

const count = (number: number): string => (number === 1 ? '' : String(number));

const shortest = (texts: readonly string[]): string => {
	let best = texts[0]!;
	for (const text of texts) {
		if (text.length < best.length) {
			best = text;
		}
	}

	return best;
};

const sideways = (from: number, to: number): string => {
	if (from === to) {
		return '';
	}

	const absolute = to === 0 ? '\r' : `${csi}${to + 1}G`;
	if (from < 0) {
		return absolute;
	}

	const relative = to > from
		? `${csi}${count(to - from)}C`
		: (from - to <= 3 ? '\b'.repeat(from - to) : `${csi}${count(from - to)}D`);
	return shortest([absolute, relative]);
};

/**
Where the terminal's cursor stands and with which style it writes, and what has to be sent so that it stands and writes otherwise.
Collects the bytes of one frame.
*/
export class Pen {
	#text = '';
	#row = -1;
	/**
	-1: not known.
	*/
	#column = -1;
	#style: Style = defaultStyle;
	/**
	The last character drawn, and how often it has to be drawn again.
	*/
	#glyph = '';
	#repeats = 0;

	readonly #canRepeat: boolean;

	/**
	`canRepeat`: the terminal knows REP (`CSI n b`), which draws the last character again.
	*/
	constructor({canRepeat = false}: {readonly canRepeat?: boolean} = {}) {
		this.#canRepeat = canRepeat;
	}

	#append(text: string): void {
		this.#endRun();
		this.#text += text;
	}

	#endRun(): void {
		if (this.#repeats > 0) {
			const repeated = this.#glyph.repeat(this.#repeats);
			const sequence = `${csi}${this.#repeats}b`;
			this.#text += this.#canRepeat && sequence.length < Buffer.byteLength(repeated) ? sequence : repeated;
			this.#repeats = 0;
		}

		this.#glyph = '';
	}

	#move(row: number, column: number): string {
		const absolute = `${csi}${row === 0 && column === 0 ? '' : row + 1}${column === 0 ? '' : `;${column + 1}`}H`;
		if (this.#row < 0) {
			return absolute;
		}

		if (this.#row === row) {
			return shortest([absolute, sideways(this.#column, column)]);
		}

		const distance = row - this.#row;
		const vertical = `${csi}${count(Math.abs(distance))}${distance > 0 ? 'B' : 'A'}`;
		const relative = vertical + sideways(this.#column, column);
		const lineStart = `${csi}${count(Math.abs(distance))}${distance > 0 ? 'E' : 'F'}${sideways(0, column)}`;
		return shortest([absolute, relative, lineStart]);
	}

	#isLegible(cells: Row, from: number, to: number): boolean {
		for (let column = from; column < to; column++) {
			const isSameLook = cells.glyphs[column] === ' ' ? isSameOnBlanks : isSameStyle;
			if (!isSameLook(cells.styles[column]!, this.#style) || cells.glyphs[column]!.length !== 1 || !isOneCellOnly(cells.glyphs[column]!)) {
				return false;
			}
		}

		return true;
	}

	/**
	Clears the screen, which puts the cursor and the style where everybody knows them.
	*/
	clear(): void {
		this.#append(`${csi}m${csi}H${csi}2J`);
		this.#row = 0;
		this.#column = 0;
		this.#style = defaultStyle;
	}

	/**
	Takes the terminal as another writer left it: cursor anywhere, no style.
	*/
	forget(): void {
		this.#row = -1;
		this.#column = -1;
		this.#style = defaultStyle;
	}

	moveTo(row: number, column: number): void {
		if (this.#row === row && this.#column === column) {
			return;
		}

		this.#append(this.#move(row, column));
		this.#row = row;
		this.#column = column;
	}

	/**
	Goes to a column of the row that the pen is drawing; cells between that keep their look are written again where that is shorter.
	*/
	moveWithin(row: number, column: number, cells: Row): void {
		if (this.#row === row && this.#column >= 0 && this.#column < column) {
			const move = this.#move(row, column);
			const gap = column - this.#column;
			if (gap <= move.length && this.#isLegible(cells, this.#column, column)) {
				this.#append(cells.glyphs.slice(this.#column, column).join(''));
				this.#column = column;
				return;
			}
		}

		this.moveTo(row, column);
	}

	/**
	Draws one character in the cell where the pen stands. `width` is how many cells it covers, `columns` how many its row has:
	past the last one, terminals differ in where the cursor stands.
	*/
	draw(glyph: string, style: Style, {width, columns}: {readonly width: number; readonly columns: number}): void {
		if (glyph !== ' ' || !isSameOnBlanks(this.#style, style)) {
			this.setStyle(style);
		}

		const start = this.#column;
		if (hasCertainWidth(glyph)) {
			if (glyph === this.#glyph) {
				this.#repeats++;
			} else {
				this.#append(glyph);
				this.#glyph = glyph;
			}

			this.#column = start + width >= columns ? -1 : start + width;
			return;
		}

		// A terminal that draws it narrower must not leave what stood in the rest of its cells.
		const back = width > 1 ? ' '.repeat(width) + (start + width >= columns ? `${csi}${start + 1}G` : '\b'.repeat(width)) : '';
		this.#append(back + glyph);
		this.#column = -1;
	}

	/**
	Erases from the pen to the end of the row.
	*/
	eraseToEnd(): void {
		if (!isSameOnBlanks(this.#style, defaultStyle)) {
			this.setStyle(defaultStyle);
		}

		this.#append(`${csi}K`);
	}

	setStyle(style: Style): void {
		if (isSameStyle(this.#style, style)) {
			return;
		}

		this.#append(transition(this.#style, style));
		this.#style = style;
	}

	/**
	What it would cost to write blanks without any style.
	*/
	plainCost(): number {
		return isSameOnBlanks(this.#style, defaultStyle) ? 0 : transition(this.#style, defaultStyle).length;
	}

	write(sequence: string): void {
		this.#append(sequence);
	}

	/**
	The bytes since the last time.
	*/
	take(): string {
		this.#endRun();
		const text = this.#text;
		this.#text = '';
		return text;
	}
}

import {EventEmitter} from 'node:events';
import {drawRow} from './draw-row.js';
import {readInkWrite, type Place} from './ink-frame.js';
import {Pen} from './pen.js';
import {blankRow, parseRow, type Row} from './row.js';
import type {Writer} from './writer.js';

export type Size = {readonly columns: number; readonly rows: number};

/**
Below this, a terminal draws a write in one go anyway; the 16 bytes of DECSET 2026 would be a good part of it.
*/
const synchroniseFrom = 512;

const noLines: readonly string[] = [];

/**
What stands between Ink and the terminal. Ink takes it for its `stdout` and writes whole frames into it; the stage compares them, cell by cell,
with what is on the screen, and sends only what differs: one write a frame, none when nothing differs.

The frame may be as tall as the terminal (autowrap is off, so the last cell does not scroll), and Ink never clears: its codes for erasing and for the cursor
are dropped here. `incrementalRendering` has to be off. `useStdout().write` does not exist on this screen; sequences that draw nothing go by `send`.
*/
// Ink subscribes as to a stream, with `on` and `off`.
// eslint-disable-next-line unicorn/prefer-event-target
export class Stage extends EventEmitter {
	readonly #writer: () => Writer;
	readonly #later: (flush: () => void) => void;
	readonly #pen: Pen;
	#size: Size;
	/**
	The newest frame, whether it was drawn or not.
	*/
	#lines = noLines;
	#inkLineCount = 0;
	#cursor: Place | undefined;
	/**
	What is on the screen: the text that each row was made of, and its cells.
	*/
	#texts: string[] = [];
	#grid: Row[] = [];
	#drawnCursor: Place | undefined;
	#isClearNeeded = true;
	#isHeld = false;
	#isPaused = false;

	constructor({
		size, writer, canRepeat, later = flush => {
			setImmediate(flush);
		},
	}: {
		readonly size: Size;
		readonly writer: () => Writer;
		/**
		The terminal knows REP.
		*/
		readonly canRepeat?: boolean;
		/**
		Calls back when all that a resize sets off has run.
		*/
		readonly later?: (flush: () => void) => void;
	}) {
		super();
		// Every component that knows the size listens.
		this.setMaxListeners(0);
		this.#pen = new Pen({canRepeat});
		this.#size = size;
		this.#writer = writer;
		this.#later = later;
	}

	#empty(): void {
		const blank = blankRow(this.columns);
		this.#texts = Array.from({length: this.rows}, () => '');
		this.#grid = Array.from({length: this.rows}, () => blank);
		this.#drawnCursor = undefined;
	}

	#flush(): void {
		if (this.#isPaused || this.#isHeld || this.#writer().isBlocked) {
			return;
		}

		const pen = this.#pen;
		if (this.#isClearNeeded) {
			this.#isClearNeeded = false;
			if (this.#drawnCursor !== undefined) {
				pen.write('\u{1B}[?25l');
			}

			this.#empty();
			pen.clear();
		}

		for (let index = 0; index < this.rows; index++) {
			const text = this.#lines[index] ?? '';
			if (text === this.#texts[index]) {
				continue;
			}

			const row = parseRow(text, this.columns);
			drawRow(pen, index, this.#grid[index]!, row);
			this.#texts[index] = text;
			this.#grid[index] = row;
		}

		this.#placeCursor();
		const bytes = pen.take();
		if (bytes !== '') {
			this.#writer().write(bytes.length < synchroniseFrom ? bytes : `\u{1B}[?2026h${bytes}\u{1B}[?2026l`);
		}
	}

	#placeCursor(): void {
		const cursor = this.#cursor === undefined || this.#cursor.row >= this.rows ? undefined : this.#cursor;
		if (cursor === undefined) {
			if (this.#drawnCursor !== undefined) {
				this.#pen.write('\u{1B}[?25l');
			}
		} else {
			this.#pen.moveTo(Math.max(0, cursor.row), Math.min(cursor.column, this.columns - 1));
			if (this.#drawnCursor === undefined) {
				this.#pen.write('\u{1B}[?25h');
			}
		}

		this.#drawnCursor = cursor;
	}

	/*
	Members of a stream that Ink looks at.
	*/

	get isTTY(): boolean {
		return true;
	}

	get writable(): boolean {
		return true;
	}

	get columns(): number {
		return this.#size.columns;
	}

	get rows(): number {
		return this.#size.rows;
	}

	/**
	The same object until the terminal changes its size.
	*/
	get size(): Size {
		return this.#size;
	}

	/**
	Takes one of Ink's writes.
	*/
	write(data: string, ...rest: readonly unknown[]): boolean {
		const meant = readInkWrite(data);
		if (meant.type === 'frame') {
			this.#lines = meant.lines;
			this.#inkLineCount = data.split('\n').length;
			this.#cursor = meant.cursor;
			this.#flush();
		} else if (meant.type === 'cursor') {
			this.#cursor = {row: this.#inkLineCount - 1 - meant.up, column: meant.column};
			this.#flush();
		}

		// Ink waits for an empty write at the end.
		const done = rest.at(-1);
		if (typeof done === 'function') {
			queueMicrotask(() => {
				Reflect.apply(done, undefined, []);
			});
		}

		return true;
	}

	/**
	Tells what is on the screen already: lines that somebody else drew on a cleared screen of the same size.
	*/
	seed(lines: readonly string[]): void {
		this.#empty();
		this.#isClearNeeded = false;
		for (const [index, line] of lines.slice(0, this.rows).entries()) {
			this.#texts[index] = line;
			this.#grid[index] = parseRow(line, this.columns);
		}

		this.#pen.forget();
	}

	/**
	Sends a sequence that draws nothing (a text for the clipboard).
	*/
	send(sequence: string): void {
		if (!this.#isPaused) {
			this.#writer().write(sequence);
		}
	}

	/**
	The terminal has another size. Everything is drawn again, after one clearing, once the views know the size too: what they draw on the way there is left out.
	*/
	resize(size: Size): void {
		this.#size = size;
		this.#isClearNeeded = true;
		this.#isHeld = true;
		this.emit('resize');
		this.#later(() => {
			this.#isHeld = false;
			this.#flush();
		});
	}

	/**
	Draws everything again on a cleared screen.
	*/
	redraw(): void {
		this.#isClearNeeded = true;
		this.#flush();
	}

	/**
	The terminal belongs to somebody else until `resume`; the newest frame is kept.
	*/
	pause(): void {
		this.#isPaused = true;
	}

	resume(): void {
		this.#isPaused = false;
		this.#pen.forget();
		this.redraw();
	}

	/**
	The terminal takes bytes again: the newest of the frames that it missed is drawn.
	*/
	drained(): void {
		this.#flush();
	}
}

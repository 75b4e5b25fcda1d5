import {EventEmitter} from 'node:events';
import xterm from '@xterm/headless';
import {createWriter} from '../../views/output/writer.js';
import {Stage} from '../../views/output/stage.js';
import {readCells, type Cell} from '../support/terminal.js';

/**
A terminal's screen, and what was written to it.
*/
export class FakeTerminal {
	readonly #terminal: InstanceType<typeof xterm.Terminal>;
	readonly writes: string[] = [];

	constructor(columns: number, rows: number) {
		this.#terminal = new xterm.Terminal({
			cols: columns, rows, allowProposedApi: true, scrollback: 0,
		});
		this.#terminal.write('\u{1B}[?7l');
	}

	write(text: string): void {
		this.writes.push(text);
		this.#terminal.write(text);
	}

	resize(columns: number, rows: number): void {
		this.#terminal.resize(columns, rows);
	}

	/**
	Everything on the screen: characters, colours, attributes.
	*/
	async cells(): Promise<Cell[][]> {
		const {promise, resolve} = Promise.withResolvers<void>();
		this.#terminal.write('', resolve);
		await promise;
		return Array.from({length: this.#terminal.rows}, (_, row) => readCells(this.#terminal, row));
	}

	async lines(): Promise<string[]> {
		const cells = await this.cells();
		return cells.map(row => row.map(cell => cell.text).join('').trimEnd());
	}

	async cursor(): Promise<{row: number; column: number}> {
		await this.cells();
		return {row: this.#terminal.buffer.active.cursorY, column: this.#terminal.buffer.active.cursorX};
	}
}

/**
A stage on a fake terminal that takes everything at once.
*/
export const createStage = (columns: number, rows: number, canRepeat = false): {readonly stage: Stage; readonly terminal: FakeTerminal} => {
	const terminal = new FakeTerminal(columns, rows);
	const writer = createWriter({
		writeNow(bytes) {
			terminal.write(new TextDecoder().decode(bytes));
			return bytes.length;
		},
		later() {
			throw new Error('This terminal takes everything at once.');
		},
		onDrain() {
			throw new Error('This terminal takes everything at once.');
		},
		onGone() {
			throw new Error('This terminal never goes away.');
		},
	});
	const stage = new Stage({
		size: {columns, rows}, writer: () => writer, canRepeat, later(flush) {
			flush();
		},
	});
	return {stage, terminal};
};

/**
What Ink gives to be written to while it draws a full-screen program without the stage: a terminal, as far as Ink looks.
*/
// Ink subscribes as to a stream.
// eslint-disable-next-line unicorn/prefer-event-target
export class PlainStdout extends EventEmitter {
	readonly isTTY: boolean;
	readonly terminal: FakeTerminal;
	readonly columns: number;
	readonly rows: number;

	constructor(terminal: FakeTerminal, columns: number, rows: number) {
		super();
		this.isTTY = true;
		this.terminal = terminal;
		this.columns = columns;
		this.rows = rows;
	}

	write(data: string, done?: () => void): boolean {
		// A real terminal's line discipline turns a line feed into carriage return and line feed.
		this.terminal.write(data.replaceAll('\n', '\r\n'));
		done?.();
		return true;
	}
}

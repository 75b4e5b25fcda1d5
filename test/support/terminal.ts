import {Buffer} from 'node:buffer';
import process from 'node:process';
import {spawn, type IPty} from '@lydell/node-pty';
import xterm from '@xterm/headless';
import {keyBytes} from './keys.js';

export type TerminalOptions = {
	/**
	@default the Node that runs the test
	*/
	readonly command?: string;
	readonly args?: readonly string[];
	/**
	On top of the test's own environment; `undefined` takes a variable away.
	*/
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
	/**
	@default 120
	*/
	readonly columns?: number;
	/**
	@default 40
	*/
	readonly rows?: number;
	/**
	Milliseconds that a wait takes at most, unless it says otherwise.

	@default 20_000
	*/
	readonly deadline?: number;
};

export type Exit = {readonly code: number; readonly signal: number};

/**
What must be on the screen: a text, a pattern (on the lines joined by line feeds), or a question about the lines.
*/
export type Expectation = string | RegExp | ((screen: readonly string[]) => boolean);

export type Cell = {
	readonly text: string;
	/**
	Everything that SGR sets, as one comparable string.
	*/
	readonly style: string;
	readonly isInverse: boolean;
	readonly isBold: boolean;
	readonly isUnderlined: boolean;
};

/**
Times of a run in a terminal are counted from just before the program was started, in milliseconds.
*/
const defaultDeadline = 20_000;

const environment = (extra: TerminalOptions['env'] = {}): Record<string, string> => {
	const all: Record<string, string | undefined> = {
		...process.env,
		// A build machine's variables would make the program think that nobody looks.
		CI: undefined,
		NO_COLOR: undefined,
		FORCE_COLOR: undefined,
		SSH_CONNECTION: undefined,
		SSH_TTY: undefined,
		TMUX: undefined,
		STY: undefined,
		NODE_OPTIONS: undefined,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		LC_ALL: 'C.UTF-8',
		...extra,
	};
	return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
};

/**
A program in a pseudo-terminal, with a real terminal's screen behind it: press keys, ask what is drawn, wait until it is.
Nothing here sleeps for a fixed time: every wait looks again whenever the program has written, until its deadline.
*/
export class TerminalDriver {
	readonly #terminal: InstanceType<typeof xterm.Terminal>;
	readonly #pty: IPty;
	readonly #watchers = new Set<() => void>();
	readonly #startedAt = performance.now();
	readonly #deadline: number;
	#lastWriteAt = 0;

	readonly exit: Promise<Exit>;
	/**
	Everything that the program wrote, in order.
	*/
	readonly chunks: Array<{readonly at: number; readonly data: string}> = [];
	byteCount = 0;
	exited: Exit | undefined;

	constructor({command = process.execPath, args = [], env, cwd, columns = 120, rows = 40, deadline = defaultDeadline}: TerminalOptions) {
		this.#deadline = deadline;
		this.#terminal = new xterm.Terminal({
			cols: columns, rows, allowProposedApi: true, scrollback: 200,
		});
		this.#pty = spawn(command, [...args], {
			name: 'xterm-256color', cols: columns, rows, env: environment(env), cwd,
		});
		this.#pty.onData(data => {
			this.#lastWriteAt = this.elapsed();
			this.byteCount += Buffer.byteLength(data);
			this.chunks.push({at: this.#lastWriteAt, data});
			this.#terminal.write(data, () => {
				this.#look();
			});
		});
		// What a terminal answers (device attributes, cursor position) goes back to the program, as it would for a person.
		this.#terminal.onData(data => {
			this.#pty.write(data);
		});
		const {promise, resolve} = Promise.withResolvers<Exit>();
		this.exit = promise;
		this.#pty.onExit(({exitCode, signal}) => {
			// An empty write comes back once everything before it is on the screen.
			this.#terminal.write('', () => {
				this.exited = {code: exitCode, signal: signal ?? 0};
				resolve(this.exited);
				this.#look();
			});
		});
	}

	#look(): void {
		for (const watcher of this.#watchers) {
			watcher();
		}
	}

	async #until(isMet: () => boolean, deadline: number, isHopeless: () => boolean): Promise<boolean> {
		const {promise, resolve} = Promise.withResolvers<boolean>();
		const look = (): void => {
			if (isMet()) {
				resolve(true);
			} else if (isHopeless()) {
				resolve(false);
			}
		};

		const timer = setTimeout(() => {
			resolve(isMet());
		}, deadline);
		this.#watchers.add(look);
		look();
		try {
			return await promise;
		} finally {
			clearTimeout(timer);
			this.#watchers.delete(look);
		}
	}

	get pid(): number {
		return this.#pty.pid;
	}

	get isAlternateScreen(): boolean {
		return this.#terminal.buffer.active.type === 'alternate';
	}

	get isBracketedPaste(): boolean {
		return this.#terminal.modes.bracketedPasteMode;
	}

	get isAutowrap(): boolean {
		return this.#terminal.modes.wraparoundMode;
	}

	/**
	Milliseconds since just before the program was started.
	*/
	elapsed(): number {
		return performance.now() - this.#startedAt;
	}

	/**
	The lines as drawn, blanks at the end left out.
	*/
	screen(): string[] {
		const buffer = this.#terminal.buffer.active;
		return Array.from({length: this.#terminal.rows}, (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(true).trimEnd() ?? '');
	}

	/**
	The cells of one line, with everything that SGR set.
	*/
	cells(row: number): Cell[] {
		const buffer = this.#terminal.buffer.active;
		return readCells(this.#terminal, buffer.baseY + row);
	}

	/**
	Presses keys one after the other: names as in `keyBytes`, or the text itself.
	*/
	press(...keys: readonly string[]): void {
		for (const key of keys) {
			this.#pty.write(keyBytes(key));
		}
	}

	/**
	As a terminal sends a paste: between the marks of bracketed paste if the program asked for them.
	*/
	paste(text: string): void {
		this.#pty.write(this.isBracketedPaste ? `\u{1B}[200~${text}\u{1B}[201~` : text);
	}

	resize(columns: number, rows: number): void {
		this.#terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	/**
	Bytes written since an earlier `byteCount`.
	*/
	bytesSince(mark: number): number {
		return this.byteCount - mark;
	}

	/**
	Waits until it is so.

	@returns when the bytes that made it so came, in milliseconds from the start.
	@throws with the screen in the message, when it is not so within the deadline or the program ended before.
	*/
	async waitFor(expectation: Expectation, {deadline = this.#deadline}: {readonly deadline?: number} = {}): Promise<number> {
		const isMet = (): boolean => {
			const screen = this.screen();
			if (typeof expectation === 'function') {
				return expectation(screen);
			}

			const text = screen.join('\n');
			return typeof expectation === 'string' ? text.includes(expectation) : expectation.test(text);
		};

		const met = await this.#until(isMet, deadline, () => this.exited !== undefined);
		if (!met) {
			const why = this.exited === undefined ? `not within ${deadline} ms` : `the program ended with ${this.exited.code}`;
			throw new Error(`Waited for ${String(expectation)}: ${why}. On the screen:\n${this.screen().join('\n')}`);
		}

		return this.#lastWriteAt;
	}

	/**
	Waits until the program has written nothing for a while, so that what follows is the answer to what follows.
	*/
	async waitForQuiet({quiet = 120, deadline = this.#deadline}: {readonly quiet?: number; readonly deadline?: number} = {}): Promise<void> {
		const end = this.elapsed() + deadline;
		let left = this.#lastWriteAt + quiet - this.elapsed();
		while (left > 0) {
			if (this.elapsed() > end) {
				throw new Error(`The program never rested for ${quiet} ms within ${deadline} ms.`);
			}

			const {promise, resolve} = Promise.withResolvers<void>();
			setTimeout(resolve, left);
			// eslint-disable-next-line no-await-in-loop
			await promise;
			left = this.#lastWriteAt + quiet - this.elapsed();
		}
	}

	/**
	Presses one key and waits for its whole answer.

	@returns what the key cost: bytes, and milliseconds until its first byte; no byte within `patience` gives zero bytes.
	*/
	async measureKey(key: string, {patience = 500, quiet = 60}: {readonly patience?: number; readonly quiet?: number} = {}): Promise<{bytes: number; latency: number}> {
		const mark = this.byteCount;
		const count = this.chunks.length;
		const pressedAt = this.elapsed();
		this.press(key);
		const isAnswered = await this.#until(() => this.chunks.length > count, patience, () => this.exited !== undefined);
		if (!isAnswered) {
			return {bytes: 0, latency: patience};
		}

		const latency = this.chunks[count]!.at - pressedAt;
		await this.waitForQuiet({quiet});
		return {bytes: this.bytesSince(mark), latency};
	}

	/**
	Waits for the end of the program.

	@throws when it still runs at the deadline.
	*/
	async waitForExit({deadline = this.#deadline}: {readonly deadline?: number} = {}): Promise<Exit> {
		await this.#until(() => this.exited !== undefined, deadline, () => false);
		if (this.exited === undefined) {
			throw new Error(`The program still runs after ${deadline} ms. On the screen:\n${this.screen().join('\n')}`);
		}

		return this.exited;
	}

	kill(signal: NodeJS.Signals): void {
		process.kill(this.pid, signal);
	}

	/**
	Hangs up the line: closes the terminal as a dropped SSH connection does.
	*/
	hangUp(): void {
		this.#pty.kill('SIGHUP');
	}

	/**
	Ends the program whatever it does; for `t.teardown`.
	*/
	stop(): void {
		if (this.exited === undefined) {
			try {
				process.kill(this.pid, 'SIGKILL');
			} catch {}
		}

		this.#terminal.dispose();
	}
}

/**
The cells of one line of a terminal's buffer; an erased cell reads as a blank.
*/
export const readCells = (terminal: InstanceType<typeof xterm.Terminal>, row: number): Cell[] => {
	const line = terminal.buffer.active.getLine(row);
	const cells: Cell[] = [];
	for (let column = 0; column < terminal.cols; column++) {
		const cell = line?.getCell(column);
		if (cell === undefined) {
			continue;
		}

		const text = cell.getChars();
		const flags = [
			cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isBlink(), cell.isInverse(), cell.isInvisible(), cell.isStrikethrough(), cell.isOverline(),
		].map(Boolean).map(Number).join('');
		cells.push({
			text: text === '' && cell.getWidth() > 0 ? ' ' : text,
			style: `${flags} ${cell.getFgColorMode()}:${cell.getFgColor()} ${cell.getBgColorMode()}:${cell.getBgColor()}`,
			isInverse: cell.isInverse() !== 0,
			isBold: cell.isBold() !== 0,
			isUnderlined: cell.isUnderline() !== 0,
		});
	}

	return cells;
};

/**
Starts a program in a pseudo-terminal. Stop it in the test's teardown.
*/
export const startInTerminal = (options: TerminalOptions): TerminalDriver => new TerminalDriver(options);

import {PassThrough} from 'node:stream';
import {setImmediate as immediate} from 'node:timers/promises';
import {render, useInput} from 'ink';
import type {ContainerLogs} from '../../source/fleet/container-logs.js';
import type {TimelineEvent} from '../../source/fleet/history/change.js';
import type {Snapshot, SourceName} from '../../source/fleet/snapshot.js';
import type {FleetStore} from '../../source/fleet/store.js';
import type {InsideGrants} from '../../source/model/inside.js';
import App from '../../views/app.js';
import type {Theme} from '../../views/theme.js';
import type {Tools} from '../../views/tools.js';
import {createStage} from '../output/fake-terminal.js';
import type {Cell} from './terminal.js';
import {keyBytes} from './keys.js';
import {noDetail, now, snapshotOf} from './models.js';
import {colours} from './theme.js';

export type {Cell} from './terminal.js';

/**
A fleet that changes only when a test says so, and that remembers what it was asked.
*/
export class FakeStore implements FleetStore {
	readonly #listeners = new Set<() => void>();
	readonly #logListeners = new Set<() => void>();
	#snapshot: Snapshot;
	readonly refreshed: Array<SourceName | 'all'> = [];

	readonly getSnapshot = (): Snapshot => this.#snapshot;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	};

	readonly refresh = (source?: SourceName): void => {
		this.refreshed.push(source ?? 'all');
	};

	readonly setPaused = (isPaused: boolean): void => {
		this.change({isPaused});
	};

	readonly readMoreFindings = (): void => {
		// A test's fleet is read whole.
	};

	timeline: readonly TimelineEvent[] = [];

	readonly timelineOf = () => this.timeline;

	readonly looked: Array<readonly [which: string, grant: keyof InsideGrants]> = [];

	readonly lookInside = (which: string, grant: keyof InsideGrants): void => {
		this.looked.push([which, grant]);
	};

	readonly readRegistries = (): void => {/* Nothing is read. */};

	readonly watchImages = () => () => {/* Nobody reads. */};

	readonly watchInsides = () => () => {
		// Nothing comes.
	};

	readonly getDetail = () => noDetail;

	readonly subscribeDetail = () => () => {
		// Nothing comes.
	};

	logs: ContainerLogs = {
		lines: [], before: 0, gaps: new Set(), readAt: undefined, error: undefined,
	};

	/**
	Which container's logs somebody looks at.
	*/
	readonly followed: string[] = [];

	readonly getLogs = () => this.logs;

	readonly subscribeLogs = (_key: string, container: string, listener: () => void): (() => void) => {
		this.followed.push(container);
		this.#logListeners.add(listener);
		return () => {
			this.followed.splice(this.followed.indexOf(container), 1);
			this.#logListeners.delete(listener);
		};
	};

	readonly setDeviceCode = (): void => {
		// A test sets `signIn` itself.
	};

	/**
	As collectors that hang: it never ends.
	*/
	readonly stop = async (): Promise<void> => new Promise(() => {
		// Never.
	});

	constructor(snapshot: Snapshot) {
		this.#snapshot = snapshot;
	}

	write(logs: Partial<ContainerLogs>): void {
		this.logs = {...this.logs, ...logs};
		for (const listener of this.#logListeners) {
			listener();
		}
	}

	change(members: Partial<Snapshot>): void {
		this.#snapshot = {...this.#snapshot, ...members};
		for (const listener of this.#listeners) {
			listener();
		}
	}
}

export type AppOptions = {
	readonly snapshot?: Snapshot;
	/**
	@default 120
	*/
	readonly columns?: number;
	/**
	@default 40
	*/
	readonly rows?: number;
	readonly theme?: Theme;
	readonly isAscii?: boolean;
	/**
	In place of those that only remember what they were asked.
	*/
	readonly tools?: Partial<Tools>;
};

type Test = {readonly teardown: (end: () => void) => void};

/**
The whole screen over a fake fleet, on a terminal of its own: press keys by name, look at the lines.
*/
export type AppDriver = {
	readonly store: FakeStore;
	/**
	What was copied, opened, and whether the screen was left, in order.
	*/
	readonly told: string[];
	/**
	Presses one key after the other, each drawn before the next.
	*/
	readonly press: (...keys: readonly string[]) => Promise<readonly string[]>;
	/**
	What a slow line hands over at once.
	*/
	readonly pressTogether: (...keys: readonly string[]) => Promise<readonly string[]>;
	readonly paste: (text: string) => Promise<readonly string[]>;
	readonly change: (members: Partial<Snapshot>) => Promise<readonly string[]>;
	/**
	A container goes on writing.
	*/
	readonly write: (logs: Partial<ContainerLogs>) => Promise<readonly string[]>;
	readonly resize: (columns: number, rows: number) => Promise<readonly string[]>;
	readonly lines: () => Promise<readonly string[]>;
	readonly cells: () => Promise<readonly Cell[][]>;
	/**
	The clock of the screen goes on, milliseconds.
	*/
	readonly pass: (milliseconds: number) => void;
};

class FakeStdin extends PassThrough {
	get isTTY(): boolean {
		return true;
	}

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

export const openApp = async (t: Test, {snapshot = snapshotOf(), columns = 120, rows = 40, theme = colours, isAscii = false, tools: ownTools}: AppOptions = {}): Promise<AppDriver> => {
	const store = new FakeStore(snapshot);
	const told: string[] = [];
	let clock = now;
	const tools: Tools = {
		theme,
		isAscii,
		portal: 'https://portal.azure.com',
		copy(text) {
			told.push(`copy ${text}`);
			return `Copied ${text.length} characters`;
		},
		openLink(url) {
			told.push(`open ${url}`);
			return `Opening ${url}`;
		},
		async save(name, extension, text) {
			told.push(`save ${name}.${extension}\n${text}`);
			return {name: `${name}.${extension}`, folder: '/here'};
		},
		suspend() {
			told.push('suspend');
		},
		quit() {
			told.push('quit');
		},
		now: () => clock,
		later: () => () => {
			// Nothing waits for it but a test that gives its own.
		},
		...ownTools,
	};
	const {stage, terminal} = createStage(columns, rows);
	const stdin = new FakeStdin();
	let taken = 0;
	function CountKeys() {
		useInput(() => {
			taken++;
		});
		return null;
	}

	const instance = render(<><App store={store} tools={tools}/><CountKeys/></>, {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stage as unknown as NodeJS.WriteStream,
		interactive: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	t.teardown(() => {
		instance.unmount();
	});

	const settle = async (turns = 4): Promise<void> => {
		for (let turn = 0; turn < turns; turn++) {
			// eslint-disable-next-line no-await-in-loop
			await immediate();
		}

		await instance.waitUntilRenderFlush();
	};

	const lines = async (): Promise<readonly string[]> => terminal.lines();

	/**
	Ink keeps a lone escape for a moment: it could be the beginning of a sequence.
	*/
	const send = async (bytes: string, inputs: number, turns: number): Promise<void> => {
		const wanted = taken + inputs;
		stdin.write(bytes);
		// Ink counts them up as they come.
		// eslint-disable-next-line no-unmodified-loop-condition
		while (taken < wanted) {
			// eslint-disable-next-line no-await-in-loop
			await immediate();
		}

		await settle(turns);
	};

	await settle();
	return {
		store,
		told,
		async press(...keys) {
			for (const key of keys) {
				// eslint-disable-next-line no-await-in-loop
				await send(keyBytes(key), 1, 4);
			}

			return lines();
		},
		async pressTogether(...keys) {
			await send(keys.map(key => keyBytes(key)).join(''), 1, 4 + (keys.length * 3));
			return lines();
		},
		async paste(text) {
			stdin.write(`\u{1B}[200~${text}\u{1B}[201~`);
			await settle(8);
			return lines();
		},
		async change(members) {
			store.change(members);
			await settle();
			return lines();
		},
		async write(logs) {
			store.write(logs);
			await settle();
			return lines();
		},
		async resize(toColumns, toRows) {
			// What was written for the old size must be on the screen before it has the new one.
			// With the cursor at the top, the emulated terminal keeps its rows in order, whatever goes.
			terminal.write('\u{1B}[H');
			await terminal.lines();
			terminal.resize(toColumns, toRows);
			stage.resize({columns: toColumns, rows: toRows});
			await settle();
			return lines();
		},
		lines,
		cells: async () => terminal.cells(),
		pass(milliseconds) {
			clock += milliseconds;
		},
	};
};

import type {QueryClient} from '@tanstack/query-core';
import type {Collectors} from '../azure/collectors.js';
import {mostLogLines, type LogLine} from '../model/log-line.js';
import type {SourceErrorDetail} from '../model/source-error.js';
import {createPoller, type Poller} from './poller.js';

/**
What one container has written, as far as it is kept.
*/
export type ContainerLogs = {
	/**
	At most `mostLogLines`, the last one last.
	*/
	readonly lines: readonly LogLine[];
	/**
	How many lines came before the first of them since they were opened: a line keeps its number while others go.
	*/
	readonly before: number;
	/**
	Numbers of the lines before which some are missing, since they were written faster than they are read.
	*/
	readonly gaps: ReadonlySet<number>;
	/**
	Absent before the first answer.
	*/
	readonly readAt: number | undefined;
	/**
	Why the last question failed; what was read stays.
	*/
	readonly error: SourceErrorDetail | undefined;
};

export type ContainerLogBooks = {
	readonly get: (key: string, container: string) => ContainerLogs;
	/**
	Reading begins with the first who looks and ends with the last.
	*/
	readonly subscribe: (key: string, container: string, listener: () => void) => () => void;
	readonly refresh: () => void;
	readonly setPaused: (isPaused: boolean) => void;
	readonly stop: () => void;
};

export type ContainerLogsOptions = {
	readonly client: QueryClient;
	readonly collectors: () => Promise<Collectors>;
	readonly interval: number;
	readonly now: () => number;
};

const nothingYet: ContainerLogs = {
	lines: [], before: 0, gaps: new Set(), readAt: undefined, error: undefined,
};

/**
Milliseconds between two questions, at most: logs are followed while somebody looks.
*/
const pace = 2000;

/**
Fewest lines that are asked for once the beginning is known.
*/
const fewest = 100;

/**
Known lines that a new answer is compared with.
*/
const mostCompared = mostLogLines;

type Book = {
	readonly poller: Poller<number>;
	readonly listeners: Set<{readonly listener: () => void}>;
	logs: ContainerLogs;
};

/**
Puts what is new behind what is known, and lets go of what is too old.
*/
const appended = ({lines, before, gaps}: ContainerLogs, fresh: readonly LogLine[], isGap: boolean): Pick<ContainerLogs, 'before' | 'gaps' | 'lines'> => {
	const first = before + lines.length;
	const all = [...lines, ...fresh];
	const kept = all.slice(-mostLogLines);
	const next = before + all.length - kept.length;
	const known = isGap && fresh.length > 0 ? [...gaps, first] : [...gaps];
	return {lines: kept, before: next, gaps: new Set(known.filter(number => number >= next))};
};

/**
Follows the logs of containers that somebody looks at, each by asking for its last lines again and again.
*/
export const createContainerLogs = ({client, collectors, interval, now}: ContainerLogsOptions): ContainerLogBooks => {
	const books = new Map<string, Book>();
	let isPaused = false;

	const open = (id: string, key: string, container: string): Book => {
		let version = 0;
		let tail = mostLogLines;
		// A last line that may still grow is shown, and read again.
		let isOpen = false;

		const ask = async (signal: AbortSignal, wanted: number): Promise<void> => {
			const {containerLogs} = await collectors();
			const {logs} = book;
			const settled = isOpen ? {...logs, lines: logs.lines.slice(0, -1)} : logs;
			const known = settled.lines.slice(-mostCompared).map(({code}) => code);
			const part = await containerLogs(signal, {
				key, container, tail: wanted, known,
			});
			signal.throwIfAborted();
			const isTorn = known.length > 0 && part.overlap === 0 && part.lines.length > 0;
			if (isTorn && !part.isWhole && wanted < mostLogLines) {
				// More was written than was asked for.
				return ask(signal, mostLogLines);
			}

			tail = Math.min(mostLogLines, Math.max(fewest, 2 * part.lines.length));
			const isSame = part.lines.length === 0 && !isOpen;
			isOpen = part.isOpen;
			if (isSame && logs.readAt !== undefined && logs.error === undefined) {
				// Nothing is drawn where nothing was written.
				return;
			}

			book.logs = {...(isSame ? logs : {...logs, ...appended(settled, part.lines, isTorn)}), readAt: now(), error: undefined};
			version++;
		};

		const book: Book = {
			poller: createPoller<number>({
				client,
				key: ['logs', id],
				label: 'The logs',
				async read(signal) {
					await ask(signal, tail);
					return version;
				},
				interval,
				rest: () => Math.min(interval, pace),
				staleAfter: 3 * interval,
				isPaused,
				now,
				onChange() {
					const {error} = book.poller.getState();
					if (book.logs.error !== error) {
						book.logs = {...book.logs, error};
					}

					for (const {listener} of book.listeners) {
						listener();
					}
				},
			}),
			listeners: new Set(),
			logs: nothingYet,
		};
		return book;
	};

	const close = (id: string, book: Book): void => {
		book.poller.stop();
		books.delete(id);
		client.removeQueries({queryKey: ['logs', id]});
	};

	return {
		get: (key, container) => books.get(`${key} ${container}`)?.logs ?? nothingYet,
		subscribe(key, container, listener) {
			const id = `${key} ${container}`;
			const book = books.get(id) ?? open(id, key, container);
			const entry = {listener};
			book.listeners.add(entry);
			if (!books.has(id)) {
				books.set(id, book);
				book.poller.start();
			}

			return () => {
				if (book.listeners.delete(entry) && book.listeners.size === 0 && books.get(id) === book) {
					close(id, book);
				}
			};
		},
		refresh() {
			for (const {poller} of books.values()) {
				poller.poll();
			}
		},
		setPaused(isPausedNow) {
			isPaused = isPausedNow;
			for (const {poller} of books.values()) {
				poller.setPaused(isPaused);
			}
		},
		stop() {
			for (const [id, book] of books) {
				close(id, book);
			}
		},
	};
};

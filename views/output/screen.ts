import fs from 'node:fs';
import {constants} from 'node:os';
import process from 'node:process';
import type {ReadStream} from 'node:tty';
import {readCapabilities} from '../../source/terminal/capabilities.js';
import {takeEarlyScreen} from './early-screen.js';
import {failureText} from './failure-text.js';
import {keepMessages} from './kept-messages.js';
import {giveTerminalBack, takeTerminal} from './modes.js';
import {Stage, type Size} from './stage.js';
import {openTerminalWriter} from './terminal-writer.js';
import {writeLast} from './write-last.js';

export type Screen = {
	/**
	What Ink draws on.
	*/
	readonly stage: Stage;
	readonly stdin: ReadStream;
	/**
	Gives the terminal back as it was. Nothing is drawn after it; a second call does nothing.
	*/
	readonly giveBack: () => void;
	/**
	Stops the program as ctrl-z does in a shell, with the terminal given back until it is continued (`fg`).
	*/
	readonly suspend: () => void;
	/**
	Gives the terminal back, prints the error if there is one, and ends the program within a second, whatever still runs.
	The exit code is 0, with an error 1, unless another one is given.
	*/
	readonly quit: (options?: {readonly code?: number; readonly error?: unknown}) => void;
};

/**
What `onClosing` (the cache that is written, requests that are aborted) may take at the most, in milliseconds.
*/
const closingPatience = 500;

/**
When a stop was not heeded (a process group without a shell above it), the screen is taken again after so many milliseconds.
*/
const stopPatience = 200;

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

const lineDropped: ReadonlySet<unknown> = new Set(['EIO', 'EPIPE', 'ENXIO', 'ECONNRESET']);

const isLineDropped = (error: unknown): boolean => error instanceof Error && 'code' in error && lineDropped.has(error.code);

/**
A serial line has no size, or 0; it gets what a terminal had before there were others.
*/
const orElse = (cells: number | undefined, usual: number): number => (cells !== undefined && cells > 0 ? cells : usual);

const sizeNow = (): Size => ({columns: orElse(process.stdout.columns, 80), rows: orElse(process.stdout.rows, 24)});

const isSameSize = (left: Size, right: Size): boolean => left.columns === right.columns && left.rows === right.rows;

/**
Takes the terminal (alternate screen, raw keys, marked pastes) and answers for giving it back on every way out: quitting, SIGINT, SIGTERM, SIGHUP, a stop and `fg`,
an error that nobody caught, `process.exit` from anywhere, a line that drops. Takes over the early frame where the front file drew one.
*/
export const openScreen = ({isDebug = false, onClosing}: {
	readonly isDebug?: boolean;
	/**
	What has to be done when the program ends; it is waited for, but not long.
	*/
	readonly onClosing?: () => Promise<void> | void;
} = {}): Screen => {
	const stdin = process.stdin as ReadStream;
	let isOurs = false;
	let isGivenBack = false;
	let isQuitting = false;
	let isSuspended = false;
	let endKeeping = keepMessages();

	const writer = openTerminalWriter({
		onDrain() {
			stage.drained();
		},
		onGone() {
			hangUp();
		},
	});
	const {canRepeat} = readCapabilities({env: process.env, platform: process.platform});
	const stage = new Stage({size: sizeNow(), writer: () => writer, canRepeat});

	const setRawMode = (isRaw: boolean): void => {
		try {
			stdin.setRawMode(isRaw);
		} catch {
			// The terminal is gone: there is no mode to set.
		}
	};

	const take = (): void => {
		isOurs = true;
		setRawMode(true);
	};

	const leave = (): void => {
		if (!isOurs) {
			return;
		}

		isOurs = false;
		stage.pause();
		writeLast(giveTerminalBack);
		setRawMode(false);
	};

	const giveBack = (): void => {
		leave();
		if (isGivenBack) {
			return;
		}

		isGivenBack = true;
		writer.close();
		process.off('exit', giveBack);
		process.stdout.off('resize', onResize);
		process.off('SIGTSTP', onStop);
		process.off('SIGCONT', onContinue);
		const messages = endKeeping();
		endKeeping = () => [];
		if (isDebug && messages.length > 0) {
			print(`${messages.join('\n')}\n`);
		}
	};

	const print = (text: string): void => {
		try {
			fs.writeSync(2, text);
		} catch {
			// Nobody reads it any more.
		}
	};

	const closed = async (): Promise<void> => {
		try {
			await onClosing?.();
		} catch {
			// There is nobody left to tell.
		}
	};

	const quit: Screen['quit'] = ({error, code = error === undefined ? 0 : 1} = {}) => {
		giveBack();
		const end = (): void => {
			// Whatever still runs (a call that hangs, a connection that is kept) must not keep the program.
			// eslint-disable-next-line unicorn/no-process-exit
			process.exit(code);
		};

		if (isQuitting) {
			end();
		}

		isQuitting = true;
		if (error !== undefined) {
			print(failureText(error, isDebug));
		}

		setTimeout(end, closingPatience);
		void closed().finally(end);
	};

	const hangUp = (): void => {
		quit({code: 128 + constants.signals.SIGHUP});
	};

	const onError = (error: unknown): void => {
		if (isLineDropped(error)) {
			hangUp();
		} else {
			quit({error});
		}
	};

	const onResize = (): void => {
		const size = sizeNow();
		if (!isSameSize(size, stage.size)) {
			stage.resize(size);
		}
	};

	const onContinue = (): void => {
		if (!isSuspended || isGivenBack) {
			return;
		}

		isSuspended = false;
		process.off('SIGTSTP', onStop).on('SIGTSTP', onStop);
		take();
		writeLast(takeTerminal);
		stage.resume();
		// While another program had the terminal, nobody told this one of its new size: Node asks for it when it gets this signal.
		process.kill(process.pid, 'SIGWINCH');
	};

	/**
	Only this process was told to stop.
	*/
	const onStop = (): void => {
		isSuspended = true;
		leave();
		process.kill(process.pid, 'SIGSTOP');
	};

	const suspend = (): void => {
		if (isGivenBack || process.platform === 'win32') {
			return;
		}

		isSuspended = true;
		leave();
		// With the default answer to the signal the whole group stops, an `npm run` above us included; else the shell would wait for that for ever.
		process.off('SIGTSTP', onStop);
		process.kill(0, 'SIGTSTP');
		setTimeout(onContinue, stopPatience);
	};

	process.on('exit', giveBack);
	for (const signal of endingSignals) {
		process.on(signal, () => {
			quit({code: 128 + constants.signals[signal]});
		});
	}

	process.on('uncaughtException', onError);
	process.on('unhandledRejection', onError);
	if (process.platform !== 'win32') {
		process.on('SIGTSTP', onStop);
		process.on('SIGCONT', onContinue);
	}

	process.stdout.on('resize', onResize);
	process.stdout.on('error', onError);
	stdin.on('error', onError);
	stdin.on('end', hangUp);

	const early = takeEarlyScreen();
	take();
	if (early === undefined) {
		writeLast(takeTerminal);
	} else if (isSameSize(early.size, stage.size)) {
		stage.seed(early.lines);
	}

	return {
		stage, stdin, giveBack, suspend, quit,
	};
};

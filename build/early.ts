import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import {readCapabilities} from '../source/terminal/capabilities.js';
import {earlyFrame} from '../views/output/early-frame.js';
import {offerEarlyScreen} from '../views/output/early-screen.js';
import {giveTerminalBack, takeTerminal} from '../views/output/modes.js';
import {writeLast} from '../views/output/write-last.js';

const ctrlC = 3;

/**
Flags after which something is printed and no dashboard comes.
*/
const printing: ReadonlySet<string> = new Set(['--help', '--version']);

/**
Exit codes of signals: 128 and the signal's number.
*/
const endings = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const;

/**
A command prints too: it is the first word.
*/
const isCommand = ([word]: readonly string[]): boolean => word !== undefined && !word.startsWith('-');

/**
Says whether a dashboard is wanted, as far as that can be told before flags and settings are read.
*/
export const wantsDashboard = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean =>
	isTerminal && env.TERM !== 'dumb' && !isCommand(argv) && argv.every(argument => !printing.has(argument));

/**
Takes the terminal and draws the first frame, before the program is loaded. From here until the program takes it over, whatever ends the program, or prints
an error, gives the terminal back first; keys are kept for the program, but ctrl-c ends it.
*/
export const drawEarlyScreen = (argv: readonly string[]): void => {
	const {stdout, stdin, stderr} = process;
	const size = {columns: stdout.columns, rows: stdout.rows};
	const {hasColour, isAscii} = readCapabilities({
		env: process.env,
		platform: process.platform,
		color: !argv.includes('--no-color'),
		isAscii: argv.includes('--ascii') || process.env.CROWSNEST_ASCII === 'true',
	});
	const isDemo = argv.some(argument => argument === '--demo' || argument.startsWith('--demo=')) || (process.env.CROWSNEST_DEMO ?? '') !== '';
	const lines = earlyFrame({
		...size, hasColour, isAscii, isDemo, title: 'crowsnest',
	});
	try {
		fs.writeSync(1, `${takeTerminal}\u{1B}[H\u{1B}[2J${lines.join('\r\n')}`);
	} catch {
		// A terminal that does not take it at once gets the program's own first frame.
		writeLast(giveTerminalBack);
		return;
	}

	const typed: Uint8Array[] = [];
	const onKeys = (): void => {
		const keys = stdin.read() as Uint8Array | undefined;
		if (keys?.includes(ctrlC)) {
			// eslint-disable-next-line unicorn/no-process-exit
			process.exit(endings.SIGINT);
		}

		if (keys) {
			typed.push(keys);
		}
	};

	const onSignal = (signal: keyof typeof endings): void => {
		// eslint-disable-next-line unicorn/no-process-exit
		process.exit(endings[signal]);
	};

	const giveBack = (): void => {
		writeLast(giveTerminalBack);
		stdin.setRawMode(false);
		// Waiting for keys must not keep a program that has nothing more to do.
		stdin.pause();
		stdin.unref();
	};

	const originalWrite = stderr.write;
	const release = (): void => {
		stderr.write = originalWrite;
		stdin.off('readable', onKeys);
		process.off('exit', onEnd);
		for (const signal of Object.keys(endings) as Array<keyof typeof endings>) {
			process.off(signal, onSignal);
		}

		if (typed.length > 0) {
			stdin.unshift(Buffer.concat(typed));
		}
	};

	const onEnd = (): void => {
		release();
		giveBack();
	};

	offerEarlyScreen({
		size, lines, release,
	});
	stdin.setRawMode(true);
	stdin.on('readable', onKeys);
	process.on('exit', onEnd);
	for (const signal of Object.keys(endings) as Array<keyof typeof endings>) {
		process.on(signal, onSignal);
	}

	// What is printed on the screen that is about to be left would go with it.
	stderr.write = ((...texts: Parameters<typeof originalWrite>) => {
		onEnd();
		offerEarlyScreen(undefined);
		return originalWrite.apply(stderr, texts);
	}) as typeof originalWrite;
};

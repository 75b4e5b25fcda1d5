import {spawn} from 'node:child_process';
import process from 'node:process';
import {sanitize} from './sanitize.js';

export type Fed = {readonly isFed: true} | {readonly isFed: false; readonly reason: string};

/**
What a failing command says that is kept: its first line is shown.
*/
const mostSaid = 2000;

/**
Starts a program, without a shell, writes a text to its standard input, and waits until it says by its exit code whether it took it.

@param limit milliseconds that it may take; then it is killed, with all that it started
@param signal kills it too
@returns never rejects; `reason` is a sentence's end: `it ended with code 1`
*/
export const feedCommand = async (
	file: string,
	{arguments: arguments_, env, text, limit, signal}: {
		readonly arguments: readonly string[];
		readonly env: Readonly<Record<string, string | undefined>>;
		readonly text: string;
		readonly limit: number;
		readonly signal: AbortSignal;
	},
): Promise<Fed> => new Promise(resolve => {
	const isWindows = process.platform === 'win32';
	// A session of its own: xclip goes on behind to serve the clipboard, and must outlive the terminal that this program runs in.
	const child = spawn(file, arguments_, {
		env, stdio: ['pipe', 'ignore', 'pipe'], detached: !isWindows, windowsHide: true,
	});
	let said = '';

	const kill = (): void => {
		try {
			if (isWindows || child.pid === undefined) {
				child.kill('SIGKILL');
			} else {
				process.kill(-child.pid, 'SIGKILL');
			}
		} catch {
			// It is gone already.
		}
	};

	const end = (fed: Fed): void => {
		clearTimeout(timer);
		signal.removeEventListener('abort', onAbort);
		// What goes on behind holds the other end.
		child.stderr.destroy();
		resolve(fed);
	};

	const onAbort = (): void => {
		kill();
		end({isFed: false, reason: 'it was stopped'});
	};

	const timer = setTimeout(() => {
		kill();
		end({isFed: false, reason: `it did not end within ${limit / 1000} s`});
	}, limit);
	signal.addEventListener('abort', onAbort);
	child.once('error', error => {
		end({isFed: false, reason: sanitize('code' in error ? String(error.code) : error.message, 80)});
	});
	child.once('exit', code => {
		if (code === 0) {
			end({isFed: true});
		}
	});
	// Only when all that it said has been read; a success is told by `exit`, because this waits for whoever goes on behind.
	child.once('close', (code, by) => {
		const line = sanitize(said.trim().split('\n', 1)[0]!.trim(), 80);
		end({isFed: false, reason: line === '' ? `it ended ${code === null ? `by ${by!}` : `with code ${code}`}` : line});
	});
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
		said = (said + chunk).slice(0, mostSaid);
	});
	child.stdin.on('error', () => {
		// It ended without reading all: its exit code tells whether that is a failure.
	});
	child.stdin.end(text);
});

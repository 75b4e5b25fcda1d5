import {
	closeSync,
	fchmodSync,
	openSync,
	writeSync,
} from 'node:fs';
import {UsageError} from '../model/usage-error.js';
import {sanitize} from '../terminal/sanitize.js';

export type LogValue = string | number | boolean | undefined;

export type Log = {
	/**
	Appends one JSON line: `at` (ISO 8601), `event`, and the members. Never throws: a full disk must not end the dashboard.
	*/
	readonly write: (event: string, members?: Readonly<Record<string, LogValue>>) => void;
	readonly close: () => void;
};

/**
Bearer tokens and other JWTs, wherever an error quotes one; and what stands behind the names that secrets go by.
*/
const secrets = /eyj[\w\-]{8,}(?:\.[\w\-]*){1,2}|(?<name>(?:secret|password|token|assertion|sig)"?\s?[:=]\s?"?)[^\s",;\}]+/giv;

const safe = (value: LogValue): LogValue => typeof value === 'string'
	? sanitize(value, 2000).replaceAll(secrets, (_, name: string | undefined) => `${name ?? ''}[redacted]`)
	: value;

const noLog: Log = {
	write() {/* Nobody asked for a log. */},
	close() {/* Nothing is open. */},
};

const reasonOf = (error: unknown): string => {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const reasons: Readonly<Record<string, string>> = {
		ENOENT: 'its folder does not exist',
		ENOTDIR: 'its folder does not exist',
		EISDIR: 'it is a folder',
		EACCES: 'it may not be written',
		EPERM: 'it may not be written',
		EROFS: 'the file system is read-only',
	};
	return reasons[code] ?? `it cannot be written (${sanitize(code, 40)})`;
};

/**
Opens a log to append to, readable by its owner only.

@param file Where it is; absent: nothing is logged.
@param label What names the file in an error, e.g. `--log-file`.
@throws UsageError where the file cannot be written.
*/
export const openLog = (file: string | undefined, label: string): Log => {
	if (file === undefined) {
		return noLog;
	}

	let descriptor: number;
	try {
		descriptor = openSync(file, 'a', 0o600);
		// A file that was there before keeps its own mode otherwise.
		fchmodSync(descriptor, 0o600);
	} catch (error) {
		throw new UsageError(`${label}: ${sanitize(file)}: ${reasonOf(error)}; name a file that can be written.`, {cause: error});
	}

	let isOpen = true;
	return {
		write(event, members = {}) {
			if (!isOpen) {
				return;
			}

			const line = Object.fromEntries(Object.entries(members).map(([name, value]) => [name, safe(value)]));
			try {
				writeSync(descriptor, `${JSON.stringify({at: new Date().toISOString(), event, ...line})}\n`);
			} catch {
				isOpen = false;
				closeSync(descriptor);
			}
		},
		close() {
			if (!isOpen) {
				return;
			}

			isOpen = false;
			closeSync(descriptor);
		},
	};
};

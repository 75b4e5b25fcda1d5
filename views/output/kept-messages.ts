import process from 'node:process';
import {format} from 'node:util';

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

/**
The newest of so many are kept: a library that complains in a loop must not fill the memory.
*/
const limit = 200;

/**
Keeps what is printed by `console` and Node's own warnings off the screen while a dashboard is on it.

@returns ends it, and gives the texts, oldest first
*/
export const keepMessages = (): (() => readonly string[]) => {
	const kept: string[] = [];
	const keep = (...values: readonly unknown[]): void => {
		kept.push(format(...values));
		if (kept.length > limit) {
			kept.shift();
		}
	};

	const originals = methods.map(method => [method, console[method]] as const);
	for (const method of methods) {
		console[method] = keep;
	}

	const warningListeners = process.listeners('warning');
	process.removeAllListeners('warning');
	process.on('warning', keep);
	return () => {
		for (const [method, original] of originals) {
			console[method] = original;
		}

		process.off('warning', keep);
		for (const listener of warningListeners) {
			process.on('warning', listener);
		}

		return kept;
	};
};

import {guidOf} from '../random.js';
import type {Site} from '../inside/site.js';

/**
Seconds that a command takes: its pod starts, pulls and prints.
*/
const runFor = 3;

/**
Commands whose result is kept.
*/
const mostKept = 10;

export type RunningCommand = {readonly id: string; readonly index: number; readonly script: string; readonly startedAt: number};

/**
Commands that were started in clusters. The only thing that the demo remembers of what it was asked.
*/
export type RunCommandBook = {
	readonly start: (site: Site, script: string, seconds: number) => RunningCommand;
	readonly find: (id: string) => RunningCommand | undefined;
};

export const isDone = ({startedAt}: RunningCommand, seconds: number): boolean => seconds - startedAt >= runFor;

export const createRunCommandBook = (): RunCommandBook => {
	const commands = new Map<string, RunningCommand>();
	return {
		start({cluster, index, context: {seed}}, script, seconds) {
			const id = guidOf(seed, `command ${cluster.name} ${seconds} ${commands.size}`).replaceAll('-', '');
			const command: RunningCommand = {
				id, index, script, startedAt: seconds,
			};
			commands.set(id, command);
			const [oldest] = commands.keys();
			if (oldest !== undefined && commands.size > mostKept) {
				commands.delete(oldest);
			}

			return command;
		},
		find: id => commands.get(id.toLowerCase()),
	};
};
